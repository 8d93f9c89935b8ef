"""A local mail server that keeps what it is given, and refuses, delays or hangs when told to."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_string, policy

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.flows.waiting import free_port

REFUSE, LATER, HANG = "554 not just now", "451 not now", "hang"
# Longer than the product waits for an answer.
HANG_SECONDS = 25.0


@dataclass
class Sink:
    """`answers` holds, by a text of the subject, what the next tries are told; then it takes it.

    By the subject, because a daily message names many cases further down. `tried` is when
    (seconds) a mail with such a subject came, also the time it was taken.
    """

    port: int
    mails: list[str] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    tried: dict[str, list[float]] = field(default_factory=dict)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # the name the server calls
        assert isinstance(envelope.content, bytes)
        mail = envelope.content.decode()
        subject = subject_of(mail)
        for text, answers in self.answers.items():
            if text not in subject:
                continue
            self.tried.setdefault(text, []).append(time.monotonic())
            if answers:
                answer = answers.pop(0)
                if answer != HANG:
                    return answer
                await asyncio.sleep(HANG_SECONDS)
                return "451 too late"
        self.mails.append(mail)
        return "250 kept"


def subject_of(mail: str) -> str:
    """What stands in the subject line, unfolded and decoded."""
    return str(message_from_string(mail, policy=policy.default)["Subject"])


@contextmanager
def mail_server() -> Iterator[Sink]:
    """A sink that listens on loopback."""
    sink = Sink(free_port())
    # Named, or it would ask the network what this machine is called.
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port, server_hostname="localhost")
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
