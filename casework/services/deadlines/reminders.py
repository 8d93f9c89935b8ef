"""The ladder of reminders of a deadline: when each rung comes, and its outbox row, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from casework.engine import deadline as calculus
from casework.engine import ladders
from casework.engine.rule import DeadlineRule, Rung
from casework.engine.words import clock, long_date
from casework.failpoint import failpoint
from casework.models import Case, Deadline, Outbox
from casework.models.deadline import DeadlineState
from casework.models.outbox import OutboxState
from casework.services.cases import access
from casework.services.core import outbox
from casework.services.core.batches import SWEPT
from casework.services.core.outbox import Job
from casework.services.core.runtime import Door
from casework.services.core.work import Actor, PendingEffect, Work
from casework.services.law import derivation, openings, place
from casework.services.law.openings import Openings
from casework.services.people import notices
from casework.services.people.preferences import LAST_CALL

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass(frozen=True)
class Timed:
    """A rung of one limit: `nominal` is the ladder's moment, `at` when it is delivered."""

    index: int
    rung: Rung
    nominal: datetime
    at: datetime


def timed(rule: DeadlineRule, limit: datetime, openings: Openings) -> tuple[Timed, ...]:
    """Every rung of the rule's ladder for a limit that ends at `limit` (aware)."""
    return tuple(
        Timed(index, rung, limit - rung.before, moment(rung, limit, openings))
        for index, rung in enumerate(rule.reminders)
    )


def moment(rung: Rung, limit: datetime, openings: Openings) -> datetime:
    """When a rung is delivered.

    A rung with office hours waits for the office to open. One that stands before the limit never
    waits beyond it: it then comes before the office closes for the last time.
    """
    nominal = limit - rung.before
    if not rung.office_hours:
        return nominal
    opens = openings.next(nominal)
    if opens is not None and (rung.before <= timedelta(0) or opens <= limit):
        return opens
    before = openings.last(nominal) if rung.before > timedelta(0) else None
    return max(before[0], before[1] - LAST_CALL) if before else nominal


def words(rung: Rung) -> str:
    """The place of a rung as an officer reads it.

    >>> words(Rung(timedelta(hours=24), ())), words(Rung(-timedelta(days=2), ()))
    ('24 jam sebelum batas', '2 hari sesudah batas')
    """
    if not rung.before:
        return "tepat pada batas"
    side = "sebelum" if rung.before > timedelta(0) else "sesudah"
    return f"{_length(abs(rung.before))} {side} batas"


def _length(span: timedelta) -> str:
    if span % _DAY == timedelta(0) and span > _DAY:
        return f"{span // _DAY} hari"
    if span % _HOUR == timedelta(0):
        return f"{span // _HOUR} jam"
    return f"{span // timedelta(minutes=1)} menit"


KIND = "reminder"
RUNNING = (DeadlineState.OPEN, DeadlineState.EXPIRED)


def schedule(work: Work, case: Case, row: Deadline, after: datetime | None = None) -> None:
    """Put one row a rung, to be delivered at the rung's moment.

    With `after` (aware) only those still to come then: the others fired by an older ladder.
    """
    own = _ladder(work, case, row)
    effects = [
        PendingEffect(
            key=f"{_prefix(row)}{one.index}:{row.due_epoch}{own}",
            kind=KIND,
            flow=SWEPT,
            case_id=case.id,
            payload={"deadline_id": row.id, "rung": one.index},
            not_before=one.at,
        )
        for one in _timed(work, case, row)
        if after is None or one.at > after
    ]
    outbox.put_all(work, effects)


def cancel(work: Work, row: Deadline) -> None:
    """Withdraw the reminders that were not delivered yet."""
    outbox.cancel(work, _prefix(row), row.case_id)


def remind(door: Door, job: Job) -> None:
    """Deliver every rung of a limit that is due by now as one message (`reminder`).

    After an outage the late rungs are folded into one message that lists them; nothing is
    skipped, and a limit that was met meanwhile reminds nobody.
    """
    with door.unit_of_work(Actor.system(job.office_id)) as work:
        row = work.session.get_one(Deadline, job.payload["deadline_id"])
        access.locked(work, row.case_id)
        work.session.refresh(row, with_for_update={"key_share": True})
        due = _due_rungs(work, row)
        if row.state in RUNNING:
            _tell(work, row, {job.payload["rung"], *due.values()})
        outbox.done(work, job)
        outbox.fold(work, due)
        failpoint("reminder.before-commit")
    failpoint("reminder.after-commit")


def _said(work: Work, case: Case, row: Deadline) -> str:
    """A limit in one sentence, with its article and how sure its date is."""
    due, zone = datetime.fromisoformat(row.due), _zone(work, case, row)
    mark = derivation.mark_of(work, row)
    return (
        f"{row.title} berakhir {long_date(due.date())} pukul {clock(due, zone)} "
        f"({row.citation}; {mark.label})."
    )


def _tell(work: Work, row: Deadline, wanted: set[int]) -> None:
    case = work.session.get_one(Case, row.case_id)
    # A corrected edition may have a shorter ladder than the one the rows were put for.
    fired = [one for one in _timed(work, case, row) if one.index in wanted]
    due = datetime.fromisoformat(row.due)
    late = calculus.is_late(due, work.now)
    notices.tell(
        work,
        case,
        {role for one in fired for role in one.rung.roles},
        key=f"{_prefix(row)}{max(wanted)}:{row.due_epoch}{_ladder(work, case, row)}",
        subject=f"{case.number}: {'batas waktu lewat' if late else 'pengingat batas waktu'}",
        body=(f"Perkara {case.number}. {_said(work, case, row)} {_list(fired, case)}").strip(),
        ends_at=due,
        escalate=True,
    )


def _zone(work: Work, case: Case, row: Deadline) -> str:
    """The zone in which the end of a limit is said: that of the office it is counted at."""
    return place.counted_at(work, case, row.office_id).zone


def _list(fired: list[Timed], case: Case) -> str:
    """Which rungs a message stands for; several are late ones, each with its own moment."""
    if len(fired) < 2:
        return "".join(f"Pengingat {words(one.rung)}." for one in fired)
    zone = case.office.zone
    each = (
        f"{words(one.rung)} ({long_date(one.nominal.date())} pukul {clock(one.nominal, zone)})"
        for one in fired
    )
    return f"Pengingat yang tertunda, disatukan di sini: {'; '.join(each)}."


def _due_rungs(work: Work, row: Deadline) -> dict[int, int]:
    rows = work.session.execute(
        select(Outbox.id, Outbox.payload).where(
            Outbox.state == OutboxState.WAITING,
            Outbox.key.startswith(_prefix(row), autoescape=True),
            Outbox.not_before <= work.now,
        )
    )
    return {found.id: found.payload["rung"] for found in rows}


def _timed(work: Work, case: Case, row: Deadline) -> tuple[Timed, ...]:
    return timed(
        rule_of(work, case, row), datetime.fromisoformat(row.due), openings.of_case(work, case)
    )


def rule_of(work: Work, case: Case, row: Deadline) -> DeadlineRule:
    """The rule of a limit with the ladder of the office that handles the case."""
    rule = work.law.edition(row.edition, row.revision).deadlines[row.rule]
    return work.law.reminded(case.office.code, rule)


def _ladder(work: Work, case: Case, row: Deadline) -> str:
    """Tells rungs of a ladder the office set from those before it: a key fires once."""
    own = work.law.ladders.get(ladders.name_of(case.office.code, row.rule))
    return f":{own.revision}" if own else ""


def _prefix(row: Deadline) -> str:
    return f"{row.case_id}:deadline-{row.id}:reminder-"
