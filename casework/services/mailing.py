"""Sends a message by mail and keeps a row of every try.

Mail cannot be sent exactly once: a process that dies between the server's answer and our own mark
sends again, under the same Message-ID, and that second sending is recorded as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from sqlalchemy import func, select

from casework.errors import DeliveryFailed
from casework.failpoint import failpoint
from casework.models import Case, Delivery, Notice, Officer
from casework.services import outbox
from casework.services.door import Door
from casework.services.outbox import Job
from casework.services.work import Actor, Work

CHANNEL = "email"


@dataclass(frozen=True)
class _Letter:
    """A mail ready to send; `unsent` says why it must not be."""

    to: str
    subject: str
    text: str
    html: str
    unsent: str
    again: bool


def mail(door: Door, job: Job) -> None:
    """Send the mail of a notice (`mail {notice_id}`); raises DeliveryFailed to be tried again."""
    actor = Actor.system(job.office_id)
    with door.reading(actor) as work:
        letter = _letter(work, job, configured=door.mailer.configured)
    state, message_id = letter.unsent, ""
    if not letter.unsent:
        try:
            message_id = door.mailer.send(
                to=letter.to,
                subject=letter.subject,
                text=letter.text,
                html=letter.html,
                key=job.key,
            )
        except DeliveryFailed as fault:
            with door.unit_of_work(actor) as work:
                _keep(work, job, "failed", error=type(fault.__cause__ or fault).__name__)
            raise
        state = "sent_again" if letter.again else "sent"
    failpoint("mail.sent")
    with door.unit_of_work(actor) as work:
        _keep(work, job, state, message_id=message_id)
        outbox.done(work, job)
        failpoint("mail.before-commit")
    failpoint("mail.after-commit")


def _letter(work: Work, job: Job, *, configured: bool) -> _Letter:
    notice = work.session.get_one(Notice, job.payload["notice_id"])
    officer = work.session.get_one(Officer, notice.officer_id)
    case = work.session.get(Case, notice.case_id) if notice.case_id else None
    if case is not None and case.played:
        unsent = "played"
    elif not configured:
        unsent = "not_configured"
    else:
        unsent = "" if officer.email else "no_address"
    link = f"{work.base_url}/perkara/{case.id}" if case else work.base_url
    kept = work.session.scalar(
        select(func.count()).select_from(Delivery).where(Delivery.notice_id == notice.id)
    )
    return _Letter(
        to=officer.email,
        subject=notice.subject,
        text=f"{notice.body}\n\n{link}\n",
        html=(
            f'<!doctype html><html lang="id"><body><p>{escape(notice.body)}</p>'
            f'<p><a href="{escape(link)}">{escape(link)}</a></p></body></html>'
        ),
        unsent=unsent,
        # Every try that ended left a row; one that is missing died, perhaps after sending.
        again=(kept or 0) < job.attempt - 1,
    )


def _keep(work: Work, job: Job, state: str, *, message_id: str = "", error: str = "") -> None:
    work.session.add(
        Delivery(
            notice_id=job.payload["notice_id"],
            channel=CHANNEL,
            message_id=message_id,
            state=state,
            at=work.now,
            error=error,
        )
    )
