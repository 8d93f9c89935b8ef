"""An office sets whom its limits remind and when, upon the ladder the law data give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import select

from casework.engine import ladders
from casework.engine.ladders import BASE, LADDERS
from casework.engine.proofs.limits import reminders_fit
from casework.engine.revision import Overlay, of_edition
from casework.engine.roles import TITLES
from casework.engine.rule import DeadlineRule, Rung
from casework.errors import NotFound, NotPermitted
from casework.models import Case, Deadline, Office, RuleRevision
from casework.services.cases import access
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.deadlines import reminders
from casework.services.law import revisions
from casework.services.people import offices

ACTION = "tangga_pengingat_diubah"
MOST_RUNGS = 12
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Standing:
    """The ladder of one limit at an office: what the law data give, and what the office set."""

    rule: str
    title: str
    given: tuple[Rung, ...]
    own: tuple[Rung, ...] | None


def standing(work: Work, office: Office) -> tuple[Standing, ...]:
    """Every limit that reminds anybody, by title."""
    found: dict[str, Standing] = {}
    for rule in _rules(work):
        own = work.law.ladders.get(ladders.name_of(office.code, rule.id))
        if rule.reminders or own:
            told = Standing(rule.id, rule.title, rule.reminders, own.rungs if own else None)
            found.setdefault(rule.id, told)
    return tuple(sorted(found.values(), key=lambda one: one.title))


def of_rule(work: Work, office_id: int, rule: str) -> tuple[Office, Standing]:
    """One of them, at an office the administrator governs. Raises NotFound."""
    office = offices.office(work, office_id)
    for one in standing(work, office):
        if one.rule == rule:
            return office, one
    raise NotFound("Batas itu tidak ada atau tidak mengingatkan siapa pun.")


def change(
    work: Work, office_id: int, rule: str, rungs: Iterable[Rung], reason: str
) -> RuleRevision:
    """Set the ladder of a limit at an office; no rungs at all go back to the law data.

    Limits that run are reminded by it from now on: rungs that fired stay fired, later ones come.
    Raises NotPermitted, NotFound, Conflict or BadInput.
    """
    if "administrator" not in work.actor.roles or work.actor.officer_id is None:
        raise NotPermitted("Tangga pengingat diatur oleh administrator kantor.")
    office, _now = of_rule(work, office_id, rule)
    wanted = tuple(sorted(rungs, key=lambda one: one.before, reverse=True))
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    for story in _unfit(work, rule, wanted):
        check.refuse("tangga", story)
    check.done()
    name = ladders.name_of(office.code, rule)
    done = of_edition(work.law.overlays, LADDERS, BASE)
    overlay = Overlay(
        LADDERS, BASE, len(done) + 1, {name: {"rungs": ladders.written(wanted)}}
    )  # fmt: skip
    (row,) = revisions.add(work, ACTION, [overlay], text, "", None)
    fresh = replace(work, law=work.law.revised((*work.law.overlays, overlay)))
    moved = _remind_anew(fresh, office, rule)
    offices.record(
        work, office, ACTION, f"rule_revisions:{row.id}",
        {"rule": rule, "rungs": ladders.written(wanted), "limits": moved}, touched=[row],
    )  # fmt: skip
    return row


def _unfit(work: Work, rule: str, rungs: tuple[Rung, ...]) -> Iterator[str]:
    if not rungs:
        return
    if len(rungs) > MOST_RUNGS:
        yield f"Paling banyak {MOST_RUNGS} anak tangga."
    if not any(one.before > timedelta(0) for one in rungs):
        yield (
            "Paling sedikit satu anak tangga berdiri sebelum batas: tanpa itu tidak seorang pun "
            "diingatkan sebelum batasnya lewat. Tambahkan, atau kembali ke data aturan."
        )
    for one in rungs:
        if not one.roles or not set(one.roles) <= set(TITLES):
            yield "Setiap anak tangga menyebut paling sedikit satu peran."
    if len({(one.before, one.office_hours) for one in rungs}) < len(rungs):
        yield "Dua anak tangga berdiri pada waktu yang sama. Satukan perannya."
    found = next((limit for limit in _rules(work) if limit.id == rule and limit.known), None)
    if found is not None:
        for fault in reminders_fit(found.reminding(rungs), rule):
            yield fault.story


def _remind_anew(work: Work, office: Office, rule: str) -> int:
    """Put the rungs still to come of every running limit; gives how many limits."""
    keys = work.session.scalars(
        select(Deadline.id)
        .join(Case, Case.id == Deadline.case_id)
        .where(
            Case.office_id == office.id,
            Deadline.rule == rule,
            Deadline.state.in_(reminders.RUNNING),
        )
        .order_by(Deadline.case_id, Deadline.id)
    ).all()
    for key in keys:
        row = work.session.get_one(Deadline, key)
        case = access.locked(work, row.case_id)
        reminders.cancel(work, row)
        reminders.schedule(work, case, row, after=work.now)
    return len(keys)


def _rules(work: Work) -> Iterator[DeadlineRule]:
    """The limits of the editions that take cases, newest edition first."""
    for edition in reversed(tuple(work.law.editions.values())):
        if not edition.no_cases:
            yield from edition.deadlines.values()
