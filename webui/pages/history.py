"""The timeline of a case: its links of the office's hash chain, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.models import Case, Event, Officer
from casework.services.work import Work
from webui import labels


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


def timeline(work: Work, case: Case) -> list[EventLine]:
    """Every recorded event of a case."""
    rows = work.session.execute(
        select(Event, Officer.name)
        .outerjoin(Officer, Officer.id == Event.actor_id)
        .where(Event.case_id == case.id)
        .order_by(Event.seq.desc())
    ).all()
    return [
        EventLine(
            seq=row.seq,
            at=row.at,
            title=str(labels.word(labels.EVENTS, row.action)),
            who=_who(row, name),
            citation=row.citation,
            text=_text(row),
            hash=row.hash,
        )
        for row, name in rows
    ]


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
