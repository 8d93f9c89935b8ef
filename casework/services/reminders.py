"""The ladder of reminders of a limit: one outbox row a rung, each delivered once, also late."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from casework.engine import deadline as calculus
from casework.engine.basis import Mark
from casework.engine.rule import DeadlineRule
from casework.engine.words import clock, long_date
from casework.failpoint import failpoint
from casework.models import Case, Deadline, Outbox
from casework.services import access, notices, outbox
from casework.services.batches import SWEPT
from casework.services.door import Door
from casework.services.outbox import Job
from casework.services.work import Actor, Work

RUNNING = ("open", "expired")


def schedule(work: Work, case: Case, row: Deadline) -> None:
    """Put one row a rung, to be delivered at the rung's moment."""
    rungs = calculus.reminder_times(_rule(work, row), datetime.fromisoformat(row.due))
    for rung, moment, _roles in rungs:
        outbox.put(
            work,
            key=f"{_prefix(row)}{rung}:{row.due_epoch}",
            kind="reminder",
            flow=SWEPT,
            case_id=case.id,
            payload={"deadline_id": row.id, "rung": rung},
            not_before=moment,
        )


def cancel(work: Work, row: Deadline) -> None:
    """Withdraw the reminders that were not delivered yet."""
    outbox.cancel(work, _prefix(row))


def remind(door: Door, job: Job) -> None:
    """Deliver every rung of a limit that is due by now as one message (`reminder`).

    After an outage the late rungs are folded into the latest one; nothing is skipped, and a
    limit that was met meanwhile reminds nobody.
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


def says(row: Deadline, zone: str) -> str:
    """A limit in one sentence, with its article and how sure that is."""
    due = datetime.fromisoformat(row.due)
    return (
        f"{row.title} berakhir {long_date(due.date())} pukul {clock(due, zone)} "
        f"({row.citation}; {Mark(row.verification).label})."
    )


def _tell(work: Work, row: Deadline, rungs: set[int]) -> None:
    case = work.session.get_one(Case, row.case_id)
    ladder = _rule(work, row).reminders
    # A corrected edition may have a shorter ladder than the one the rows were put for.
    roles = {role for rung in rungs if rung < len(ladder) for role in ladder[rung].roles}
    late = calculus.is_late(datetime.fromisoformat(row.due), work.now)
    notices.tell(
        work,
        case,
        roles,
        key=f"{_prefix(row)}{max(rungs)}:{row.due_epoch}",
        subject=f"{case.number}: {'batas waktu lewat' if late else 'pengingat batas waktu'}",
        body=f"Perkara {case.number}. {says(row, case.office.zone)}",
    )


def _due_rungs(work: Work, row: Deadline) -> dict[int, int]:
    rows = work.session.execute(
        select(Outbox.id, Outbox.payload).where(
            Outbox.state == "waiting",
            Outbox.key.startswith(_prefix(row), autoescape=True),
            Outbox.not_before <= work.now,
        )
    )
    return {found.id: found.payload["rung"] for found in rows}


def _rule(work: Work, row: Deadline) -> DeadlineRule:
    return work.law.edition(row.edition, row.revision).deadlines[row.rule]


def _prefix(row: Deadline) -> str:
    return f"{row.case_id}:deadline-{row.id}:reminder-"
