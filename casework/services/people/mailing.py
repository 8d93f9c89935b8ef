"""Sends a message by one of an officer's channels and keeps a row of every try.

Nothing outside can be sent exactly once: a process that dies between the server's answer and our
own mark sends again, mail under the same Message-ID, and that second sending is recorded as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.errors import Undeliverable
from casework.failpoint import failpoint
from casework.models import Case, Delivery, Notice, Office, Officer
from casework.models.outbox import DeliveryState
from casework.services.core import outbox
from casework.services.core.outbox import Job
from casework.services.core.runtime import Door
from casework.services.core.work import Actor, Work
from casework.services.people import notices, officers, preferences
from casework.services.people.preferences import EMAIL

TOLD = ("coordinator", "administrator")


def tell(work: Work, notice_id: int, answer: str) -> None:
    """Tell the officer's offices, once a day however many messages were refused.

    On the desk, with the officer's login and the server's `answer`, never the address itself.
    """
    notice = work.session.get_one(Notice, notice_id)
    officer = work.session.get_one(Officer, notice.officer_id)
    for office in _offices(work, notice, officer):
        today = work.now.astimezone(ZoneInfo(office.zone)).date()
        for helper in officers.holders(work.session, office.id, TOLD, today):
            notices.write(
                work,
                helper,
                key=f"undeliverable:{officer.id}:{today.isoformat()}:officer-{helper.id}",
                subject=f"Surel untuk {officer.login} tidak dapat disampaikan",
                body=(
                    f"Server surel menolak alamat surel {officer.login} untuk seterusnya "
                    f"({answer}), jadi pesan “{notice.subject}” tidak dikirim ulang ke alamat itu. "
                    "Pesannya ada di meja kerja petugas itu, dan kanal lain yang dipilihnya tetap "
                    "berjalan. Administrator membetulkan alamatnya pada Pengaturan, Petugas dan "
                    "peran; sampai itu pastikan ia membuka meja kerjanya."
                ),
                zone=office.zone,
            )


def _offices(work: Work, notice: Notice, officer: Officer) -> list[Office]:
    """Where the officer works today; for one without a role the office of the case."""
    found = officers.offices_of(work.session, officer, officers.today(work.now))
    case = work.session.get(Case, notice.case_id) if notice.case_id else None
    return found or ([case.office] if case else [])


# How a try is kept that broke off without an answer: the server may have taken the mail.
UNANSWERED = "SMTPServerDisconnected"
SENT = (DeliveryState.SENT, DeliveryState.SENT_AGAIN)
"""How a try is kept that the channel took."""


@dataclass(frozen=True)
class _Letter:
    """A message ready to send; `unsent` says why it must not be, `waits` until when."""

    to: str
    subject: str
    text: str
    html: str
    unsent: DeliveryState | None
    waits: datetime | None
    again: bool


def mail(door: Door, job: Job) -> None:
    """Send a notice by a channel (`mail {notice_id, channel}`).

    Quiet hours put it off. What the address refuses for good is told and not tried again. Raises
    DeliveryFailed, or whatever else went wrong, to be tried again.
    """
    actor = Actor.system(job.office_id)
    with door.reading(actor) as work:
        letter = _letter(work, door, job)
    if letter.waits is not None:
        with door.unit_of_work(actor) as work:
            outbox.postpone(work, job, letter.waits)
        return
    state, message_id = letter.unsent, ""
    if state is None:
        try:
            message_id = _send(door, job, letter)
        except Undeliverable as refusal:
            _refused(door, job, refusal.answer)
            return
        except Exception as fault:  # kept as a try whatever it was, and raised again
            with door.unit_of_work(actor) as work:
                _keep(
                    work, job, DeliveryState.FAILED, error=type(fault.__cause__ or fault).__name__
                )
            raise
        state = DeliveryState.SENT_AGAIN if letter.again else DeliveryState.SENT
    failpoint("mail.sent")
    with door.unit_of_work(actor) as work:
        _keep(work, job, state, message_id=message_id)
        outbox.done(work, job)
        failpoint("mail.before-commit")
    failpoint("mail.after-commit")


def _refused(door: Door, job: Job, answer: str) -> None:
    with door.unit_of_work(Actor.system(job.office_id)) as work:
        _keep(work, job, DeliveryState.UNDELIVERABLE, error=answer)
        tell(work, job.payload["notice_id"], answer)
        outbox.done(work, job)


def _send(door: Door, job: Job, letter: _Letter) -> str:
    channel = _channel(job)
    if channel == EMAIL:
        return door.mailer.send(
            to=letter.to, subject=letter.subject, text=letter.text, html=letter.html, key=job.key
        )
    return door.messenger.send(
        channel, to=letter.to, subject=letter.subject, text=letter.text, key=job.key
    )


def _letter(work: Work, door: Door, job: Job) -> _Letter:
    notice = work.session.get_one(Notice, job.payload["notice_id"])
    officer = work.session.get_one(Officer, notice.officer_id)
    case = work.session.get(Case, notice.case_id) if notice.case_id else None
    channel = _channel(job)
    to = _address(work, officer, channel)
    ready = door.mailer.configured if channel == EMAIL else channel in door.messenger.channels
    if case is not None and case.played:
        unsent: DeliveryState | None = DeliveryState.PLAYED
    elif notices.is_kept(work, notice):
        unsent = DeliveryState.KEPT_BACK
    elif not ready:
        unsent = DeliveryState.NOT_CONFIGURED
    else:
        unsent = None if to else DeliveryState.NO_ADDRESS
    zone = job.payload.get("zone") or (case.office.zone if case else "")
    link = f"{work.base_url}/perkara/{case.id}" if case else f"{work.base_url}/"
    kept = work.session.scalars(
        select(Delivery.error).where(Delivery.notice_id == notice.id, Delivery.channel == channel)
    ).all()
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in notice.body.splitlines() if line)
    return _Letter(
        to=to,
        subject=notice.subject,
        text=f"{notice.body}\n\n{link}\n",
        html=(
            f'<!doctype html><html lang="id"><body>{paragraphs}'
            f'<p><a href="{escape(link)}">{escape(link)}</a></p></body></html>'
        ),
        unsent=unsent,
        waits=notices.held_back(work, notice, zone) if zone and unsent is None else None,
        # Every try that ended left a row; one that is missing died, perhaps after sending.
        again=len(kept) < job.attempt - 1 or UNANSWERED in kept,
    )


def _address(work: Work, officer: Officer, channel: str) -> str:
    if channel == EMAIL:
        return officer.email
    if channel == preferences.WEBHOOK:
        # One receiver serves the whole office; it learns by number whom a message is for.
        return str(officer.id)
    return preferences.address(work, officer.id, channel)


def _channel(job: Job) -> str:
    return str(job.payload.get("channel", EMAIL))


def _keep(
    work: Work, job: Job, state: DeliveryState, *, message_id: str = "", error: str = ""
) -> None:
    work.session.add(
        Delivery(
            notice_id=job.payload["notice_id"],
            channel=_channel(job),
            message_id=message_id,
            state=state,
            at=work.now,
            error=error,
        )
    )
