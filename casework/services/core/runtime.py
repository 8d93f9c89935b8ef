"""What effects need of the installation, as a protocol: transactions, renderer, mail, files."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from casework.ports import Examiner, Mailer, Messenger, Renderer, Stamper, Store
from casework.services.core.work import Actor, Work

# Bookkeeping that belongs to no office, such as leases and heartbeats.
NO_OFFICE = 0


class Door(Protocol):
    """An installation as effects see it; `casework.bootstrap.App` is one."""

    @property
    def renderer(self) -> Renderer:
        """Draws papers."""

    @property
    def mailer(self) -> Mailer:
        """Sends messages."""

    @property
    def messenger(self) -> Messenger:
        """Sends messages by the channels beside mail."""

    @property
    def store(self) -> Store:
        """Keeps files."""

    @property
    def examiner(self) -> Examiner:
        """Reads the whole installation back."""

    @property
    def stamper(self) -> Stamper | None:
        """Stamps heads with the time; None where no service is set."""

    def unit_of_work(self, actor: Actor) -> AbstractContextManager[Work]:
        """Open one transaction."""

    def reading(self, actor: Actor) -> AbstractContextManager[Work]:
        """Open surroundings for reading."""
