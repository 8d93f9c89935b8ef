"""An address that refuses mail for good: told at once, not tried again, and nobody else's fault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import select, update

from casework.adapters.mail import MailServer, SmtpMailer
from casework.bootstrap import App
from casework.errors import DeliveryFailed, Undeliverable
from casework.models import Delivery, Notice, Officer, Outbox
from casework.services.core.outbox import Job
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep import effects
from tests import desk
from tests.conftest import SettableClock
from tests.flows.waiting import free_port
from tests.unit.outbox.test_mail_server import claimed

NOBODY = Actor.system(NO_OFFICE)
LOGIN = "penangan.bengkulu"


class Strict:
    """Answers each recipient, or each text, as told; keeps who was asked for."""

    def __init__(self, recipient: str = "250 good", text: str = "250 kept") -> None:
        self.recipient, self.text = recipient, text
        self.asked: list[str] = []

    async def handle_RCPT(  # noqa: N802  # the name the server calls
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.asked.append(address)
        if self.recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.recipient

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # the name the server calls
        return self.text


@contextmanager
def serving(strict: Strict) -> Iterator[SmtpMailer]:
    port = free_port()
    controller = Controller(
        strict,
        hostname="127.0.0.1",
        port=port,
        server_hostname="localhost",
        enable_SMTPUTF8=False,
    )
    controller.start()
    try:
        yield SmtpMailer(MailServer("127.0.0.1", port), "casework@latihan.invalid")
    finally:
        controller.stop()


def send(mailer: SmtpMailer, to: str = "a@latihan.invalid") -> None:
    mailer.send(to=to, subject="s", text="t", html="<p>t</p>", key="kunci")


@pytest.mark.parametrize(
    ("strict", "answer"),
    [
        (Strict("550 no such user here"), "550"),
        (Strict("550 5.1.1 unknown user"), "550 5.1.1"),
        (Strict("552 5.2.2 mailbox full"), "552 5.2.2"),
        (Strict("556 takes no mail"), "556"),
        (Strict(text="550 5.1.1 no such user"), "550 5.1.1"),
        (Strict(text="554 5.2.1 mailbox disabled"), "554 5.2.1"),
    ],
    ids=lambda one: one if isinstance(one, str) else f"{one.recipient}, {one.text}",
)
def test_what_is_refused_for_this_recipient_is_refused_for_good(
    strict: Strict, answer: str
) -> None:
    with serving(strict) as mailer, pytest.raises(Undeliverable) as refusal:
        send(mailer)
    assert refusal.value.answer == answer
    assert "latihan.invalid" not in str(refusal.value)


@pytest.mark.parametrize(
    "strict",
    [
        Strict("450 busy"),
        Strict("452 4.2.2 over quota for now"),
        Strict("550 5.7.1 relay access denied"),
        Strict("550 relay not permitted"),
        Strict("530 5.7.0 authentication required"),
        Strict("554 transaction failed"),
        Strict(text="554 5.3.4 too big for this system"),
        Strict(text="451 not now"),
    ],
    ids=lambda one: f"{one.recipient}, {one.text}",
)
def test_what_says_nothing_of_the_recipient_is_waited_for(strict: Strict) -> None:
    with serving(strict) as mailer, pytest.raises(DeliveryFailed) as fault:
        send(mailer)
    assert not isinstance(fault.value, Undeliverable)


def test_an_address_that_no_mail_can_bear_is_not_waited_for() -> None:
    with serving(Strict()) as mailer:
        with pytest.raises(Undeliverable):
            send(mailer, "a@latihan.invalid\nBcc: b@latihan.invalid")
        with pytest.raises(Undeliverable):
            send(mailer, "pañ@latihan.invalid")


def test_it_is_told_once_a_day_and_never_tried_again(app: App, clock: SettableClock) -> None:
    desk.furnish(app)
    strict = Strict("550 5.1.1 unknown user")
    with serving(strict) as mailer:
        house = replace(app, mailer=mailer)
        first = _mail(house, "pertama")
        assert _states(house, first) == ["undeliverable"]
        assert [row.state for row in _rows(house, first)] == ["done"]
        told = _told(house)
        assert {login for login, _ in told} == {"koordinator.bengkulu", "admin.bengkulu"}
        for _login, body in told:
            assert f"{LOGIN} untuk seterusnya (550 5.1.1)" in body
            assert "@" not in body
        # Another message on the same day is tried once more, and told no second time.
        tries = len(strict.asked)
        second = _mail(house, "kedua")
        assert _states(house, second) == ["undeliverable"]
        assert len(strict.asked) == tries + 1
        assert len(_told(house)) == 2
        clock.set("2024-09-20T09:00:00+07:00")
        _mail(house, "ketiga")
        assert len(_told(house)) == 4


def test_another_channel_goes_on(app: App) -> None:
    desk.furnish(app)
    with serving(Strict("550 5.1.1 unknown user")) as mailer:
        house = replace(app, mailer=mailer)
        job = _mail(house, "pertama")
        with house.unit_of_work(NOBODY) as work:
            work.session.execute(
                update(Outbox)
                .where(Outbox.id == job.id)
                .values(state="waiting", payload={**job.payload, "channel": "webhook"})
            )
        for again in claimed(house, "mail"):
            effects.carry_out(house, again)
    assert _states(house, job) == ["undeliverable", "not_configured"]


def _mail(house: App, key: str) -> Job:
    """Receive a report; gives the mail to the case officer after it was tried."""
    desk.receive(house, key)
    for job in claimed(house, "notice"):
        effects.carry_out(house, job)
    with house.reading(NOBODY) as work:
        mine = work.session.scalars(
            select(Notice.id).join(Officer).where(Officer.login == LOGIN).order_by(Notice.id)
        ).all()[-1]
    for job in claimed(house, "mail"):
        if job.payload["notice_id"] == mine:
            effects.carry_out(house, job)
            return job
    raise AssertionError("no mail")


def _states(house: App, job: Job) -> list[str]:
    with house.reading(NOBODY) as work:
        query = select(Delivery.state).where(Delivery.notice_id == job.payload["notice_id"])
        return list(work.session.scalars(query.order_by(Delivery.id)))


def _rows(house: App, job: Job) -> list[Outbox]:
    with house.reading(NOBODY) as work:
        return list(work.session.scalars(select(Outbox).where(Outbox.id == job.id)))


def _told(house: App) -> list[tuple[str, str]]:
    query = (
        select(Officer.login, Notice.body)
        .join(Notice, Notice.officer_id == Officer.id)
        .where(Notice.key.startswith("undeliverable:"))
    )
    with house.reading(NOBODY) as work:
        return [(row.login, row.body) for row in work.session.execute(query)]
