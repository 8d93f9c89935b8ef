"""One dispatcher for everything that follows an act; flows and `casework simulate` share it.

An effect is "do if not done": what it changes and the mark that it is done are one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import StrEnum

from sqlalchemy import select

from casework.errors import CaseworkError, DeliveryFailed, EmblemUnusable, Unavailable
from casework.failpoint import failpoint
from casework.models import Case, Delivery, Outbox
from casework.models.outbox import DeliveryState, OutboxState
from casework.services.acts.registration import same_event as likeness
from casework.services.core import outbox
from casework.services.core.outbox import Job, LeaseLost
from casework.services.core.runtime import NO_OFFICE, Door
from casework.services.core.work import Actor, Work
from casework.services.deadlines import expiry, reminders
from casework.services.documents import bundle_files, drawing
from casework.services.kerawanan import reminders as prevention
from casework.services.people import mailing, notices, nudges
from casework.services.people.preferences import EMAIL
from casework.services.upkeep import digest, integrity


class EffectFailed(CaseworkError):
    """An effect did not succeed; its row waits for the next try. Names the row and the kind."""


class ChannelFailed(EffectFailed):
    """A message did not reach its channel; the try is kept and the row waits for the next."""


class Outcome(StrEnum):
    """How a step came out, for people who look at runs; a fault of ours is raised instead."""

    DONE = "selesai"
    BEFORE = "sudah selesai sebelumnya"
    TAKEN = "dikerjakan pekerja lain"
    POSTPONED = "ditunda"
    UNREACHED = "tidak terkirim, dicoba lagi"
    REFUSED = "tidak terkirim, alamat ditolak"
    UNSENT = "tidak dikirim ke luar"


UNDELIVERED = (Outcome.UNREACHED, Outcome.REFUSED)


def same_event(door: Door, job: Job) -> None:
    """Look for cases that may be about the same event (`same_event {case_id}`)."""
    with door.unit_of_work(Actor.system(job.office_id)) as work:
        likeness.refresh(work, work.session.get_one(Case, job.payload["case_id"]))
        outbox.done(work, job)
        failpoint("same-event.before-commit")
    failpoint("same-event.after-commit")


EFFECTS: Mapping[str, Callable[[Door, Job], None]] = {
    "same_event": same_event,
    "render_draft": drawing.render_draft,
    "render_issued": drawing.render_issued,
    "bundle": bundle_files.join,
    "notice": notices.notice,
    "reminder": reminders.remind,
    "prevention": prevention.remind,
    "mail": mailing.mail,
    "nudge": nudges.escalate,
    "digest": digest.digest,
    "integrity": integrity.integrity,
}


def perform(door: Door, job: Job) -> None:
    """Do the effect of a leased row and mark it done; raises whatever went wrong."""
    EFFECTS[job.kind](door, job)


def carry_out(door: Door, job: Job) -> None:
    """Perform a row; on failure put it back with a pause, or give it up and tell people.

    Raises EffectFailed, which never carries data of the case. A lost lease is no failure: the
    row is someone else's.
    """
    try:
        perform(door, job)
    except LeaseLost:
        return
    except Exception as fault:  # noqa: BLE001 - raised again, without the data in it
        kind = type(fault).__name__
        _put_back(door, job, kind, outage=isinstance(fault, DeliveryFailed | EmblemUnusable))
        failed = ChannelFailed if isinstance(fault, DeliveryFailed) else EffectFailed
        # Not chained: a database error quotes values, and flow logs must not.
        raise failed(f"{job.key}: {kind} (percobaan ke-{job.attempt})") from None


def expire(door: Door, deadline_id: int, office_id: int) -> None:
    """Record that a limit ran out; raises EffectFailed, and the next sweep tries again."""
    try:
        expiry.expire(door, deadline_id, office_id)
    except Exception as fault:  # noqa: BLE001 - raised again, without the data in it
        raise EffectFailed(f"deadlines:{deadline_id}: {type(fault).__name__}") from None


def _put_back(door: Door, job: Job, kind: str, *, outage: bool) -> None:
    # Without a database the row keeps its lease until the reconciler or the time ends it.
    with suppress(LeaseLost, Unavailable), door.unit_of_work(Actor.system(job.office_id)) as work:
        if kind == EmblemUnusable.__name__:
            notices.without_emblem(work, job)
        if outbox.fail(work, job, kind, outage=outage):
            notices.stuck(work, job)


def serve(door: Door, owner: str, row_id: int) -> Outcome:
    """Do one row, if it still is to be done; gives how it came out. Raises EffectFailed.

    A channel that cannot be reached is no fault of ours: the failed try is kept as a delivery, the
    row waits, and the outcome says so.
    """
    with door.unit_of_work(Actor.system(NO_OFFICE)) as work:
        jobs = outbox.claim(work, owner, row_id=row_id)
    if not jobs:
        return _without_us(door, row_id)
    try:
        carry_out(door, jobs[0])
    except ChannelFailed:
        return Outcome.UNREACHED
    with door.reading(Actor.system(NO_OFFICE)) as work:
        return _came_out(work, jobs[0])


def _without_us(door: Door, row_id: int) -> Outcome:
    with door.reading(Actor.system(NO_OFFICE)) as work:
        state = work.session.scalar(select(Outbox.state).where(Outbox.id == row_id))
    return Outcome.BEFORE if state == OutboxState.DONE else Outcome.TAKEN


def _came_out(work: Work, job: Job) -> Outcome:
    if work.session.scalar(select(Outbox.state).where(Outbox.id == job.id)) == OutboxState.WAITING:
        return Outcome.POSTPONED
    if job.kind != "mail":
        return Outcome.DONE
    last = select(Delivery.state).where(
        Delivery.notice_id == job.payload["notice_id"],
        Delivery.channel == job.payload.get("channel", EMAIL),
    )
    state = work.session.scalar(last.order_by(Delivery.id.desc()).limit(1))
    if state == DeliveryState.UNDELIVERABLE:
        return Outcome.REFUSED
    return Outcome.DONE if state in mailing.SENT else Outcome.UNSENT


def drain(door: Door, owner: str = "drain") -> int:
    """Do everything that is due now, limits included; gives how many rows were done.

    For doors without flows: `casework simulate` and tests. Raises EffectFailed.
    """
    count = 0
    nobody = Actor.system(NO_OFFICE)
    while True:
        with door.unit_of_work(nobody) as work:
            jobs = outbox.claim(work, owner)
        for job in jobs:
            carry_out(door, job)
        count += len(jobs)
        with door.reading(nobody) as work:
            over = expiry.overdue(work)
        for deadline_id, office_id in over:
            expire(door, deadline_id, office_id)
        if not jobs and not over:
            return count
