"""The timeline of a case: its links of the office's hash chain, newest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.models import Case, Event, Officer
from casework.services.cases import known
from casework.services.cases.record import remark
from casework.services.core.work import Work
from webui.core import labels


@dataclass(frozen=True)
class EventLine:
    """One link of the chain in words."""

    seq: int
    at: datetime
    title: str
    who: str
    citation: str
    text: str
    hash: str
    times: int = 1
    id: int = 0
    corrects: int = 0
    by_system: bool = False
    corrections: tuple[str, ...] = ()
    """Corrections recorded later about this link, in their own words."""


@dataclass(frozen=True)
class Day:
    """What happened on one day, newest first."""

    date: date
    events: tuple[EventLine, ...]


@dataclass(frozen=True)
class Trail:
    """One page of the timeline, and whether others follow."""

    timeline: tuple[EventLine, ...]
    number: int
    newer: bool
    older: bool
    days: tuple[Day, ...] = ()


PAGE = 30
PAPER_MADE = ("surat_dikonsep", "surat_terbit", "berkas_cetak_dibuat")
"""What the background does after an act; the papers themselves stand on the page."""


def trail(work: Work, case: Case, number: int) -> Trail:
    """The events of one page, counted from 1 for the newest."""
    found = timeline(work, case, PAGE + 1, (number - 1) * PAGE)
    here = tuple(found[:PAGE])
    days = by_day(here, case.office.zone)
    return Trail(here, number, number > 1, len(found) > PAGE, days)


def by_day(events: Iterable[EventLine], zone: str) -> tuple[Day, ...]:
    """Events by the day they happened on in a zone, in the order they are given."""
    own = ZoneInfo(zone)
    return tuple(
        Day(day, tuple(there))
        for day, there in groupby(events, lambda one: one.at.astimezone(own).date())
    )


def latest(work: Work, case: Case, most: int) -> list[EventLine]:
    """The newest events, those of one kind by one officer in a row as one line.

    That a paper was made is left out: it would hide what people did.
    """
    found: list[EventLine] = []
    for one in timeline(work, case, most * 10, without=PAPER_MADE):
        if found and (found[-1].title, found[-1].who) == (one.title, one.who):
            found[-1] = replace(found[-1], times=found[-1].times + 1, text="")
        elif len(found) == most:
            break
        else:
            found.append(one)
    return found


def timeline(
    work: Work, case: Case, most: int, skip: int = 0, without: Collection[str] = ()
) -> list[EventLine]:
    """The `most` newest recorded events of a case after the first `skip`, but for some kinds."""
    told = known.of(work, case)
    rows = work.session.execute(
        select(Event, Officer.name)
        .outerjoin(Officer, Officer.id == Event.actor_id)
        .where(
            Event.case_id == case.id,
            Event.action.not_in(without),
            *known.within(told, Event),
        )
        # By key: a case that was passed on stands in the chains of several offices.
        .order_by(Event.id.desc())
        .limit(most)
        .offset(skip)
    ).all()
    wrong = _corrections(work, case)
    return [
        replace(line_of(work, case, row, name), corrections=wrong.get(row.id, ()))
        for row, name in rows
    ]


def _corrections(work: Work, case: Case) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for detail in work.session.scalars(
        select(Event.detail)
        .where(
            Event.case_id == case.id,
            Event.action == remark.ACTION,
            *known.within(known.of(work, case), Event),
        )
        .order_by(Event.id)
    ):
        key = int(detail["corrects"])
        found[key] = (*found.get(key, ()), str(detail["reason"]))
    return found


def line_of(work: Work, case: Case, row: Event, name: str | None) -> EventLine:
    """One link of the chain of a case in words; `name` is who acted, None for the system."""
    acts = work.law.edition(case.edition, case.revision).acts
    return EventLine(
        seq=row.seq,
        at=row.at,
        title=str(labels.event(row.action, acts.get(row.action))),
        who=_who(row, name),
        citation=row.citation,
        text=_text(row),
        hash=row.hash,
        id=row.id,
        by_system=name is None,
        corrects=int(row.detail.get("corrects", 0)) if row.action == remark.ACTION else 0,
    )


def _who(row: Event, name: str | None) -> str:
    role = row.role.split(",")[0]
    return f"{name}, {labels.role(role)}" if name else str(labels.role("sistem"))


def _text(row: Event) -> str:
    detail = row.detail
    parts = []
    if detail.get("number"):
        parts.append(str(detail["number"]))
    parts += [str(number) for number in detail.get("numbers", [])]
    if detail.get("to") and detail.get("from") not in (None, detail["to"]):
        here = labels.word(labels.STAGES, detail["from"])
        there = labels.word(labels.STAGES, detail["to"])
        parts.append(f"{here} → {there}")
    if detail.get("sha256"):
        parts.append(f"SHA-256 {detail['sha256'][:16]}…")
    if detail.get("reason"):
        parts.append(str(detail["reason"]))
    return " · ".join(parts)
