"""Reminders of offices that have not sent and of tasks that are not done, on a ladder of rungs.

They are rows of the outbox like the reminders of deadlines, delivered by the same minutely sweep.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from casework.engine.words import clock, long_date
from casework.failpoint import failpoint
from casework.models import (
    Office,
    Officer,
    PreventionTask,
    VulnerabilityRound,
    VulnerabilitySheet,
)
from casework.models.kerawanan import RoundState, SheetState, TaskState
from casework.services.core import outbox
from casework.services.core.batches import SWEPT
from casework.services.core.outbox import Job
from casework.services.core.runtime import Door
from casework.services.core.work import Actor, PendingEffect, Work
from casework.services.people import notices, officers

KIND = "prevention"
RUNGS = (timedelta(days=3), timedelta(days=1), timedelta(0), timedelta(days=-1))
"""Before the end (after it, where negative); the last one tells the leaders of the office, too."""
FIRST = ("coordinator", "case_officer")
LAST = (*FIRST, "chair", "head_of_secretariat")
AT = time(8, 0)


def of_sheet(work: Work, row: VulnerabilityRound, sheet: VulnerabilitySheet) -> None:
    """Remind an office of its answers; rungs that are past already are left out."""
    again = int(sheet.reviewed_at.timestamp()) if sheet.reviewed_at else 0
    _put(work, f"{_sheet_key(sheet)}{again}:", {"sheet_id": sheet.id}, row.closes_at)


def stop_sheet(work: Work, sheet: VulnerabilitySheet) -> None:
    """Withdraw what was not delivered yet."""
    outbox.cancel(work, _sheet_key(sheet), None)


def of_task(work: Work, task: PreventionTask) -> None:
    """Remind of a task, at eight in the morning of the days of the ladder."""
    zone = ZoneInfo(work.session.get_one(Office, task.office_id).zone)
    due = datetime.combine(task.due_on, AT, zone)
    _put(work, _task_key(task), {"task_id": task.id}, due)


def stop_task(work: Work, task: PreventionTask) -> None:
    """Withdraw what was not delivered yet."""
    outbox.cancel(work, _task_key(task), None)


def remind(door: Door, job: Job) -> None:
    """Deliver one reminder, if it is still wanted (`prevention {sheet_id | task_id, rung}`)."""
    with door.unit_of_work(Actor.system(job.office_id)) as work:
        if "task_id" in job.payload:
            _tell_task(work, job)
        else:
            _tell_sheet(work, job)
        outbox.done(work, job)
        failpoint("prevention.before-commit")
    failpoint("prevention.after-commit")


def asked_back(work: Work, row: VulnerabilityRound, sheet: VulnerabilitySheet) -> None:
    """Tell an office at once that something is asked about its answers."""
    at = int(work.now.timestamp())
    _write(
        work,
        sheet.office_id,
        FIRST,
        key=f"kerawanan:asked-{sheet.id}:{at}",
        subject="Pemetaan kerawanan: isian ditanya lagi",
        body=f"{row.title}: kantor pembuka putaran menanyakan isian kantor Anda. Buka Kerawanan.",
    )


def _put(work: Work, prefix: str, payload: dict[str, int], end: datetime) -> None:
    outbox.put_all(
        work,
        [
            PendingEffect(
                key=f"{prefix}{index}",
                kind=KIND,
                flow=SWEPT,
                case_id=None,
                payload={**payload, "rung": index},
                not_before=end - before,
            )
            for index, before in enumerate(RUNGS)
            if end - before > work.now
        ],
    )


def _tell_sheet(work: Work, job: Job) -> None:
    sheet = work.session.get_one(VulnerabilitySheet, job.payload["sheet_id"])
    row = work.session.get_one(VulnerabilityRound, sheet.round_id)
    waiting = sheet.state in (SheetState.FILLING, SheetState.ASKED)
    if row.state is not RoundState.OPEN or not waiting:
        return
    zone = work.session.get_one(Office, sheet.office_id).zone
    end = row.closes_at.astimezone(ZoneInfo(zone))
    late = work.now > row.closes_at
    _write(
        work,
        sheet.office_id,
        _roles(job),
        key=job.key,
        subject="Pemetaan kerawanan: " + ("isian terlambat" if late else "isian ditunggu"),
        body=(
            f"{row.title}: isian kantor Anda belum dikirim. Batasnya {long_date(end.date())} pukul "
            f"{clock(end, zone)}. Buka Kerawanan, Isi putaran."
        ),
    )


def _tell_task(work: Work, job: Job) -> None:
    task = work.session.get_one(PreventionTask, job.payload["task_id"])
    if task.state is not TaskState.OPEN:
        return
    late = work.now.astimezone(ZoneInfo(_zone(work, task.office_id))).date() > task.due_on
    owner = work.session.get(Officer, task.owner_id) if task.owner_id else None
    subject = "Tugas pencegahan: " + ("lewat waktunya" if late else "menjelang waktunya")
    body = f"{task.what}. Selesai paling lambat {long_date(task.due_on)}. Buka Kerawanan, Tugas."
    if owner is not None and owner.active:
        notices.write(
            work, owner, key=f"{job.key}:owner", subject=subject, body=body,
            zone=_zone(work, task.office_id),
        )  # fmt: skip
    if owner is None or late:
        _write(
            work, task.office_id, LAST, key=job.key, subject=subject, body=body, but=task.owner_id
        )


def _write(
    work: Work,
    office_id: int,
    roles: tuple[str, ...],
    *,
    key: str,
    subject: str,
    body: str,
    but: int | None = None,
) -> None:
    zone = _zone(work, office_id)
    day = work.now.astimezone(ZoneInfo(zone)).date()
    for officer in officers.holders(work.session, office_id, roles, day):
        if officer.id != but:
            notices.write(
                work, officer, key=f"{key}:officer-{officer.id}", subject=subject, body=body,
                zone=zone,
            )  # fmt: skip


def _zone(work: Work, office_id: int) -> str:
    return work.session.get_one(Office, office_id).zone


def _roles(job: Job) -> tuple[str, ...]:
    return LAST if int(job.payload["rung"]) == len(RUNGS) - 1 else FIRST


def _sheet_key(sheet: VulnerabilitySheet) -> str:
    return f"kerawanan:sheet-{sheet.id}:"


def _task_key(task: PreventionTask) -> str:
    return f"kerawanan:task-{task.id}:{task.due_on.isoformat()}:"
