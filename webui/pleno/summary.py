"""What a pleno records, said once more before it is recorded, and to its members afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import request
from sqlalchemy import select

from casework.engine import chain
from casework.engine.meeting import alike, quorum
from casework.models import Case, Meeting, Officer, Outcome, Party
from casework.services.acts.review import acknowledgement
from casework.services.acts.review.pleno import Pleno
from casework.services.core.work import Work
from webui.core import labels
from webui.pleno.forms import DecisionForm, PlenoForm
from webui.review.article_choices import article_line

CONFIRMED = "periksa"
"""The field in which a page says which summary was read."""


@dataclass(frozen=True)
class Vote:
    """A member: there or not, and the position taken."""

    name: str
    present: bool
    position: str


@dataclass(frozen=True)
class Result:
    """What is decided, in words, and about whom."""

    kind: str
    article: str
    reason: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    """A meeting as its minutes will tell it; `decision` is the key of what it decides."""

    decision: str
    opened: datetime
    closed: datetime | None
    number: str
    note_taker: str
    votes: tuple[Vote, ...]
    reason: str
    results: tuple[Result, ...]
    short: bool = False

    @property
    def here(self) -> int:
        """How many were there."""
        return sum(one.present for one in self.votes)

    @property
    def quorum(self) -> bool:
        """May they decide?"""
        return quorum(self.here, len(self.votes))

    def names(self, position: str) -> list[str]:
        """Who took a position."""
        return [one.name for one in self.votes if one.present and one.position == position]

    @property
    def digest(self) -> str:
        """By what this very content is known."""
        return chain.digest(
            {
                "meeting": [self.decision, self.opened.isoformat(), str(self.closed), self.number],
                "people": [self.note_taker, *([one.name, one.position] for one in self.votes)],
                "results": [
                    [one.kind, one.article, one.reason, *one.names] for one in self.results
                ],
                "reason": self.reason,
            }
        )


def asked(form: PlenoForm, decision: str, shown: Mapping[str, Any]) -> dict[str, object]:
    """The summary that is to be read before a meeting is recorded; nothing once it was.

    One that was changed after it was read is asked about again.
    """
    found = _of_form(form, decision, shown)
    read = request.form.get(CONFIRMED, "") == found.digest
    return {} if read else {"summary": found}


def _of_form(form: PlenoForm, decision: str, shown: Mapping[str, Any]) -> Summary:
    held: Pleno = form.pleno()
    takers = {one.id: one.name for one in shown["note_takers"]}
    return Summary(
        decision,
        held.held_at,
        held.closed_at,
        held.number,
        takers.get(held.note_taker_id, ""),
        tuple(Vote(one.name, one.present, one.position) for one in held.seats),
        held.reason,
        _results(form, shown) if isinstance(form, DecisionForm) else (),
        held.short,
    )


def _results(form: DecisionForm, shown: Mapping[str, Any]) -> tuple[Result, ...]:
    names = {one.id: one.label for one in shown["parties"]}
    articles = {one.id: one.name for one in shown["articles"].choices}
    return _grouped(
        (names[party], (one.violation_class, articles.get(one.article, one.article), one.reason))
        for party, ones in form.decisions().items()
        for one in ones
    )


def _grouped(rows: Any) -> tuple[Result, ...]:
    return tuple(
        Result(kind, article, reason, tuple(names))
        for (kind, article, reason), names in alike(rows)
    )


def of_meeting(work: Work, case: Case, meeting_id: int) -> dict[str, object]:
    """A recorded meeting, whether the officer may still acknowledge it, and who has not."""
    meeting = acknowledgement.find(work, case.id, meeting_id)
    takers: Sequence[str] = work.session.scalars(
        select(Officer.name).where(Officer.id == meeting.note_taker_id)
    ).all()
    return {
        "summary": Summary(
            meeting.decision,
            meeting.held_at,
            meeting.closed_at,
            meeting.number,
            "".join(takers),
            tuple(Vote(one["name"], one["present"], one["position"]) for one in meeting.attendance),
            meeting.reason,
            _decided(work, case, meeting),
        ),
        "waiting": acknowledgement.waiting(work, meeting),
        "missing": acknowledgement.missing(meeting),
        "until": acknowledgement.until(meeting, case.office.zone),
    }


def _decided(work: Work, case: Case, meeting: Meeting) -> tuple[Result, ...]:
    edition = work.law.edition(case.edition, case.revision)
    rows = work.session.execute(
        select(Party.label, Outcome)
        .join(Party, Party.id == Outcome.party_id)
        .where(Outcome.meeting_id == meeting.id)
        .order_by(Party.role.desc(), Party.ordinal, Outcome.number)
    ).all()
    return _grouped(
        (label, (one.violation_class, article_line(edition, one.article), one.reason))
        for label, one in rows
    )


@dataclass(frozen=True)
class Unread:
    """A meeting that waits for the signed-in member."""

    case_id: int
    meeting_id: int
    number: str
    decision: str
    held_at: datetime


def unread(work: Work, zone: str) -> list[Unread]:
    """Meetings recorded today that wait for the signed-in member to acknowledge them."""
    return [
        Unread(case.id, one.id, case.number, str(labels.word(labels.RULINGS, one.decision)),
               one.held_at)
        for one, case in acknowledgement.mine(work, zone)
    ]  # fmt: skip
