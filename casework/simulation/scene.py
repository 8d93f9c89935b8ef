"""The surroundings of a play: a clock that is set, a mailbox that keeps, a pen that may rest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from casework.adapters.clock import Clock
from casework.bootstrap import App


class SceneClock(Clock):
    """Stands still until it is set."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self._at = at.astimezone(UTC)

    @property
    def is_set(self) -> bool:
        """Always: this time is never the real one."""
        return True

    def now(self) -> datetime:
        """The moment it was set to, UTC."""
        return self._at

    def set(self, at: datetime) -> None:
        """Move it, never back."""
        self._at = max(self._at, at.astimezone(UTC))


@dataclass(frozen=True)
class Message:
    """A message that would have been sent."""

    key: str
    to: str
    subject: str
    text: str


@dataclass(frozen=True)
class Mailbox:
    """Keeps what is sent instead of sending it."""

    messages: list[Message] = field(default_factory=list)

    @property
    def configured(self) -> bool:
        """It takes every message."""
        return True

    def send(self, *, to: str, subject: str, text: str, html: str, key: str) -> str:
        """Keep the message; the same key has the same Message-ID."""
        self.messages.append(Message(key, to, subject, text))
        return f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@simulasi>"


class BlankRenderer:
    """Gives a page without ink where only stages, dates and numbers are looked at."""

    def render(
        self,
        form: str,
        edition: str,
        data: Mapping[str, object],
        *,
        draft: bool,
        emblem: bytes = b"",
    ) -> bytes:
        """One line that names the form; equal papers would be one file, so `data` counts too."""
        mark = hashlib.sha256(repr(sorted(data.items())).encode()).hexdigest()
        return f"%PDF-1.7 {form} {edition} {'konsep' if draft else 'akhir'} {mark}\n".encode()

    def version(self, form: str, edition: str) -> str:
        """No form was used."""
        return hashlib.sha256(f"{form} {edition}".encode()).hexdigest()

    def close(self) -> None:
        """Nothing is open."""


def staged(app: App, at: datetime, *, draws: bool) -> tuple[App, SceneClock, Mailbox]:
    """The installation with the clock of a play, beside that clock and its mailbox.

    The mailbox keeps messages and sends nothing. Without `draws`, documents are blank pages.
    """
    clock, mailbox = SceneClock(at), Mailbox()
    scene = replace(app, clock=clock, mailer=mailbox)
    return (scene if draws else replace(scene, renderer=BlankRenderer())), clock, mailbox
