"""Puts the parts together once; every door gets its transactions from here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from casework.adapters import rulebook
from casework.adapters.anchor import AnchorFile
from casework.adapters.clock import Clock
from casework.adapters.database import Database
from casework.adapters.mail import SmtpMailer
from casework.adapters.pdf import Renderer as PdfRenderer
from casework.adapters.store import FileStore
from casework.adapters.vault import KeyFileVault
from casework.engine.law import Law
from casework.ports import Mailer, Renderer
from casework.services.work import Actor, Work
from casework.settings import Settings


@dataclass(frozen=True)
class App:
    """One installation, ready to work."""

    settings: Settings
    law: Law
    database: Database
    vault: KeyFileVault
    store: FileStore
    clock: Clock
    anchors: AnchorFile
    renderer: Renderer
    mailer: Mailer

    @contextmanager
    def unit_of_work(self, actor: Actor) -> Iterator[Work]:
        """One transaction around one service call; the chain heads are anchored after it."""
        with self.database.write() as session:
            work = self._work(session, actor)
            yield work
        self.anchors.append(work.sealed)

    @contextmanager
    def reading(self, actor: Actor) -> Iterator[Work]:
        """Surroundings for reading; whatever is changed in it is not kept."""
        with self.database.read() as session:
            yield self._work(session, actor)

    def now(self) -> datetime:
        """The present moment (UTC), as the clock of this installation has it."""
        return self.clock.now()

    def today(self, zone: str) -> date:
        """Today's date in a zone."""
        return self.now().astimezone(ZoneInfo(zone)).date()

    def close(self) -> None:
        """Give connections and child processes back."""
        self.database.close()
        self.renderer.close()

    def _work(self, session: Session, actor: Actor) -> Work:
        return Work(
            session=session,
            law=self.law,
            now=self.now().astimezone(UTC),
            actor=actor,
            vault=self.vault,
            store=self.store,
            training=self.settings.training,
            base_url=self.settings.base_url,
        )


def build(settings: Settings, law: Law | None = None) -> App:
    """Build the installation its settings describe, on the given law or the one on disk.

    Raises SettingsError or LawError.
    """
    settings.var.mkdir(parents=True, exist_ok=True)
    vault = KeyFileVault.from_file(settings.master_key)
    return App(
        settings=settings,
        law=law or rulebook.load(),
        database=Database(settings.url),
        vault=vault,
        store=FileStore(settings.var / "files", vault),
        clock=Clock(settings.clock, settable=settings.training),
        anchors=AnchorFile(settings.var / "audit" / "anchors.log"),
        renderer=PdfRenderer(),
        mailer=SmtpMailer(settings.smtp_host, settings.smtp_port, settings.mail_from),
    )
