"""Mail servers that answer oddly: what was taken goes once, what may have been is marked."""

from __future__ import annotations

from asyncio import WriteTransport
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import select, update

from casework.adapters.mail import MailServer, SmtpMailer
from casework.bootstrap import App
from casework.models import Delivery, Outbox
from casework.services.core import outbox
from casework.services.core.outbox import Job
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep import effects
from tests import desk
from tests.flows.waiting import free_port

NOBODY = Actor.system(NO_OFFICE)


class Inbox:
    """Keeps mails; the first `breaks` of them are kept and the line is cut without an answer."""

    def __init__(self, breaks: int = 0) -> None:
        self.mails: list[bytes] = []
        self._breaks = breaks

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # the name the server calls
        assert isinstance(envelope.content, bytes)
        self.mails.append(envelope.content)
        if len(self.mails) <= self._breaks:
            assert isinstance(server.transport, WriteTransport)
            server.transport.abort()
        return "250 kept"


class Curt(SMTP):
    """Closes where others say goodbye."""

    async def smtp_QUIT(self, arg: str) -> None:  # noqa: N802  # the name the server calls
        await self.push("421 closing")


class CurtController(Controller):
    """Serves with the curt one."""

    def factory(self) -> SMTP:
        """The server of one conversation."""
        return Curt(self.handler, hostname="localhost")


@contextmanager
def serving(inbox: Inbox, kind: type[Controller] = Controller) -> Iterator[SmtpMailer]:
    port = free_port()
    controller = kind(inbox, hostname="127.0.0.1", port=port, server_hostname="localhost")
    controller.start()
    try:
        yield SmtpMailer(MailServer("127.0.0.1", port), "casework@latihan.invalid")
    finally:
        controller.stop()


def test_a_mail_that_was_taken_is_sent_whatever_is_answered_to_the_goodbye() -> None:
    inbox = Inbox()
    with serving(inbox, CurtController) as mailer:
        told = mailer.send(
            to="a@latihan.invalid", subject="s", text="t", html="<p>t</p>", key="kunci"
        )
    assert told == mailer.message_id("kunci")
    assert len(inbox.mails) == 1


def test_a_mail_whose_server_broke_off_is_sent_again_and_marked(app: App) -> None:
    desk.furnish(app)
    inbox = Inbox(breaks=1)
    with serving(inbox) as mailer:
        app = replace(app, mailer=mailer)
        desk.receive(app)
        for job in claimed(app, "notice"):
            effects.carry_out(app, job)
        first, *_others = claimed(app, "mail")
        with pytest.raises(effects.EffectFailed):
            effects.carry_out(app, first)
        with app.unit_of_work(NOBODY) as work:
            at_once = update(Outbox).where(Outbox.id == first.id).values(lease_until=None)
            work.session.execute(at_once)
        (again,) = claimed(app, "mail")
        effects.carry_out(app, again)
    assert again.id == first.id
    with app.reading(NOBODY) as work:
        query = select(Delivery.state).where(Delivery.notice_id == first.payload["notice_id"])
        assert list(work.session.scalars(query.order_by(Delivery.id))) == ["failed", "sent_again"]
    assert len(inbox.mails) == 2


def claimed(app: App, kind: str) -> list[Job]:
    with app.unit_of_work(NOBODY) as work:
        return outbox.claim(work, "uji", kinds={kind}, limit=100)
