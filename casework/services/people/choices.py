"""What an office chooses knowingly where the law in hand leaves a gap, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.engine import choices
from casework.engine.choices import BASE, CHOICES
from casework.engine.revision import Overlay, of_edition
from casework.engine.violations import Choice
from casework.errors import BadInput, NotFound, NotPermitted
from casework.models import Office, Officer, RuleRevision
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.law import revisions
from casework.services.people import offices

ACTION = "pilihan_kantor_diubah"
ROLE = "administrator"


@dataclass(frozen=True)
class Made:
    """Who last switched a choice, when, and why."""

    reason: str
    who: str
    at: datetime


@dataclass(frozen=True)
class Standing:
    """One choice at an office: what it opens, whether it is made, and the last word on it."""

    choice: Choice
    class_title: str
    on: bool
    made: Made | None


def standing(work: Work, office: Office) -> tuple[Standing, ...]:
    """Every choice that some edition leaves to an office, each once."""
    found: dict[str, Standing] = {}
    for choice, title in _left_to_offices(work):
        on = work.law.chose(office.code, choice.id)
        made = last(work, office.code, choice.id)
        found.setdefault(choice.id, Standing(choice, title, on, made))
    return tuple(found.values())


def one(work: Work, office_id: int, choice: str) -> tuple[Office, Standing]:
    """One of them, at an office the administrator governs. Raises NotFound."""
    office = offices.office(work, office_id)
    for found in standing(work, office):
        if found.choice.id == choice:
            return office, found
    raise NotFound("Pilihan itu tidak ada pada aturan yang dimuat.")


def change(work: Work, office_id: int, choice: str, on: bool, reason: str) -> RuleRevision:
    """Make a choice or take it back, with the reason in words; both stay in the record.

    What was decided or sent meanwhile stays. Raises NotPermitted, NotFound, Conflict or BadInput.
    """
    if ROLE not in work.actor.roles or work.actor.officer_id is None:
        raise NotPermitted("Pilihan kantor diatur oleh administrator kantor.")
    office, now = one(work, office_id, choice)
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=1000, required=True)
    check.done()
    if now.on == on:
        raise BadInput.one("pilihan", "Pilihan itu sudah demikian; tidak ada yang diubah.")
    name = choices.name_of(office.code, choice)
    done = of_edition(work.law.overlays, CHOICES, BASE)
    overlay = Overlay(CHOICES, BASE, len(done) + 1, {name: {"on": on}})
    (row,) = revisions.add(work, ACTION, [overlay], text, "", None)
    offices.record(
        work, office, ACTION, f"rule_revisions:{row.id}",
        {"choice": choice, "on": on, "reason": text}, touched=[row],
    )  # fmt: skip
    return row


def last(work: Work, office: str, choice: str) -> Made | None:
    """The last word on a choice of an office; None where it was never touched."""
    name = choices.name_of(office, choice)
    rows = work.session.execute(
        select(RuleRevision, Officer.name)
        .join(Officer, Officer.id == RuleRevision.officer_id)
        .where(RuleRevision.edition == CHOICES)
        .order_by(RuleRevision.number.desc())
    )
    for row, who in rows:
        if name in row.changes:
            return Made(row.reason, who, row.at)
    return None


def _left_to_offices(work: Work) -> Iterator[tuple[Choice, str]]:
    for edition in reversed(tuple(work.law.editions.values())):
        for found in edition.violations.classes.values():
            for choice in found.closed.choices if found.closed else ():
                yield choice, found.title
