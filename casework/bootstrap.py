"""Puts the parts together once; every door gets its transactions from here."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import inspect, make_url, select
from sqlalchemy.orm import Session

from casework.adapters import rulebook
from casework.adapters.anchor import AnchorFile
from casework.adapters.channels import Messenger as Channels
from casework.adapters.clock import Clock
from casework.adapters.database import LISTS_KIB, Database
from casework.adapters.examiner import ChildExaminer
from casework.adapters.folder import closed
from casework.adapters.lawbook.press import Press
from casework.adapters.mail import MailServer, SmtpMailer
from casework.adapters.pdf import Renderer as PdfRenderer
from casework.adapters.pdf.forms import Forms
from casework.adapters.signing import BsreSigner, PadesSigner
from casework.adapters.signing.timestamp import TimeStamps
from casework.adapters.store import FileStore
from casework.adapters.vault import KeyFileVault
from casework.engine.law import Law
from casework.errors import CaseworkError, SettingsError, WrongKey
from casework.failpoint import failpoint
from casework.models import Office, RuleRevision
from casework.ports import Examiner, Mailer, Messenger, Renderer, Signer, Stamper
from casework.services.cases import lines, rollups
from casework.services.cases.record import attempts, audit, audit_check
from casework.services.core import changes, outbox
from casework.services.core.work import Actor, Attempt, Work
from casework.services.upkeep import sealing
from casework.settings import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class App:
    """One installation, ready to work.

    `law` is the law of the files; a unit of work sees it with the revisions of the database.
    """

    settings: Settings
    law: Law
    database: Database
    vault: KeyFileVault
    store: FileStore
    clock: Clock
    anchors: AnchorFile
    renderer: Renderer
    mailer: Mailer
    messenger: Messenger
    signers: Mapping[str, Signer]
    examiner: Examiner
    stamper: Stamper | None = None
    forms: Forms = field(default_factory=Forms)
    rulebook: rulebook.Rulebook = field(init=False)
    press: Press = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rulebook", rulebook.Rulebook(self.law))
        object.__setattr__(self, "press", Press(self.settings.var / "cache" / "katalog"))

    @contextmanager
    def unit_of_work(self, actor: Actor) -> Iterator[Work]:
        """One transaction around one service call; the chain heads are anchored after it.

        What a refused act noted for the record is written in another one before the refusal is
        told; where that fails, its own fault is told instead.
        """
        tried: list[Attempt] = []
        try:
            with self.database.write() as session:
                changes.watch(session)
                work = replace(self._work(session, actor), attempts=tried)
                yield work
                finish(work)
                failpoint("act.before-commit")
        except CaseworkError:
            if tried:
                with self.unit_of_work(actor) as after:
                    attempts.record(after, tried)
            raise
        failpoint("act.after-commit")
        try:
            self.anchors.append(work.chain_heads)
        except OSError:
            # The act is kept; the office's next link, or the next start, anchors this one too.
            log.exception("anchor not written")
        failpoint("act.anchored")

    @contextmanager
    def reading(self, actor: Actor) -> Iterator[Work]:
        """Surroundings for reading; whatever is changed in it is not kept."""
        with self.database.read() as session:
            yield self._work(session, actor)

    @contextmanager
    def snapshot(self, actor: Actor) -> Iterator[Work]:
        """Surroundings in which everything read is of one moment, however long it takes."""
        with self.database.snapshot() as session:
            yield self._work(session, actor)

    @contextmanager
    def glancing(self, actor: Actor) -> Iterator[Work]:
        """Surroundings for reading a list: each statement sees what was committed last.

        They are not one transaction. The law is the one this process read last, so a list
        may use it only for words. Raises Unavailable.
        """
        with (
            self.database.glance() as connection,
            Session(connection, expire_on_commit=False) as session,
        ):
            yield self._work(session, actor, self.rulebook.latest)

    def settle_anchors(self) -> int:
        """Anchor the chain heads that a process did not live to anchor; gives how many.

        A head is written down after its commit, so one that died in between leaves its last link
        without an anchor until the office's next act. Of a chain that lacks more than that no head
        is written: the file was cut or replaced, and the audit says so.
        """
        with self.database.read() as session:
            kept = {office: seq for office, seq, _ in self.anchors.read()}
            missing = [
                (office, seq, hash_)
                for office, seq, hash_ in audit.heads(session)
                if (after := kept.get(office, 0)) < seq
                and audit.span(session, office, after) <= audit_check.TOLERANCE
            ]
        self.anchors.append(missing)
        return len(missing)

    def anchor_again(self, actor: Actor, reason: str) -> int:
        """Anchor every link that is not, and record why; gives how many there were."""
        known = set(self.anchors.read())
        with self.database.read() as session:
            missing = [link for link in audit.every(session) if link not in known]
        with self.unit_of_work(actor) as work:
            audit.record(
                work,
                "jangkar_ditulis_ulang",
                detail={"reason": reason, "links": len(missing)},
            )
            self.anchors.append(missing)
        return len(missing)

    def now(self) -> datetime:
        """The present moment (UTC), as the clock of this installation has it."""
        return self.clock.now()

    def today(self, zone: str) -> date:
        """Today's date in a zone."""
        return self.now().astimezone(ZoneInfo(zone)).date()

    def close(self) -> None:
        """Give connections and child processes back."""
        self.examiner.close()
        self.database.close()
        self.renderer.close()

    def _work(self, session: Session, actor: Actor, law: Law | None = None) -> Work:
        return Work(
            session=session,
            law=law or self.rulebook.seen_by(session),
            now=self.now().astimezone(UTC),
            actor=actor,
            vault=self.vault,
            store=self.store,
            training=self.settings.training,
            base_url=self.settings.base_url,
        )


def finish(work: Work) -> None:
    """Do what a unit of work still owes before its commit; every one of them ends here.

    In this order: rows that were added or changed are flushed; of the `dirty_cases` the lines and
    words that lists and search read are made anew; the `rollups` are added; the `pending_effects`
    are written into the outbox; the record tells of the sealed rows that no event told of. The
    `chain_heads` are anchored outside the database once it is committed.
    """
    work.session.flush()
    lines.settle(work)
    rollups.settle(work)
    outbox.settle(work)
    audit.settle(work)


def installed_law() -> Law:
    """The law with the revisions of the database that the environment describes.

    Where no database was prepared yet there are no revisions. Raises SettingsError or LawError; a
    database out of reach is its own fault.
    """
    settings = Settings.from_env()
    if not _prepared(settings):
        return rulebook.load()
    database = Database(settings.url)
    try:
        with database.read() as session:
            return rulebook.Rulebook(rulebook.load()).seen_by(session)
    finally:
        database.close()


def installed(settings: Settings) -> App:
    """The installation that stands already, for commands that only look at it.

    Raises SettingsError when there is none: looking must not create one.
    """
    if not _prepared(settings):
        raise SettingsError(
            "Basis data instalasi ini belum disiapkan. Periksa CASEWORK_VAR dan "
            "CASEWORK_DATABASE_URL, lalu jalankan: casework migrate"
        )
    return build(settings)


def _prepared(settings: Settings) -> bool:
    url = make_url(settings.url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return False
    database = Database(settings.url)
    try:
        return inspect(database.engine).has_table(RuleRevision.__tablename__)
    finally:
        database.close()


def _furnished(settings: Settings) -> bool:
    """Whether somebody has worked here already: there are offices."""
    url = make_url(settings.url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return False
    database = Database(settings.url)
    try:
        with database.read() as session:
            if not inspect(session.connection()).has_table(Office.__tablename__):
                return False
            return session.scalar(select(Office.id).limit(1)) is not None
    finally:
        database.close()


def key_check(settings: Settings) -> Path:
    """The file beside the stored files that tells the master key they were sealed with."""
    return settings.var / "files" / "key-check"


def _check_key(settings: Settings, vault: KeyFileVault) -> None:
    """Refuse another key than the one that sealed first; an installation without data may change.

    Where nothing is noted yet, what was sealed first must open. Raises WrongKey.
    """
    file = key_check(settings)
    noted = file.read_text("ascii").strip() if file.exists() else ""
    if noted == vault.fingerprint:
        return
    if _furnished(settings) and (noted or _sealed_by_another(settings, vault)):
        raise WrongKey(
            f"Kunci induk {settings.master_key} bukan kunci yang menyegel data ini. Sistem tidak "
            "dijalankan: yang disegel dengannya kelak tidak terbaca. Letakkan kunci induk "
            "instalasi ini di sana, atau betulkan CASEWORK_KEY_FILE."
        )
    file.parent.mkdir(parents=True, exist_ok=True)
    # Whoever starts at the same moment writes the same.
    fresh = file.with_name(f"{file.name}.{os.getpid()}-{threading.get_ident()}")
    fresh.write_text(vault.fingerprint + "\n", "ascii")
    fresh.replace(file)


def _sealed_by_another(settings: Settings, vault: KeyFileVault) -> bool:
    database = Database(settings.url)
    try:
        with database.read() as session:
            return sealing.foreign_key(session, vault)
    finally:
        database.close()


def _mail_server(settings: Settings) -> MailServer:
    return MailServer(
        settings.smtp_host,
        settings.smtp_port,
        settings.smtp_security,
        settings.smtp_user,
        settings.smtp_password,
        settings.smtp_ca,
    )


def build(settings: Settings, law: Law | None = None, *, cache_kib: int = LISTS_KIB) -> App:
    """Build the installation its settings describe, on the given law or the one on disk.

    `cache_kib` is how much a connection to SQLite keeps in memory. Raises SettingsError (also
    when the master key of an installation with data is gone or another one), LawError, or
    Unavailable.
    """
    closed(settings.var)
    if not settings.master_key.exists() and _furnished(settings):
        raise SettingsError(
            f"Kunci induk {settings.master_key} tidak ada, padahal basis data sudah berisi data. "
            "Kunci baru tidak dibuat: data tersegel tidak akan terbaca olehnya. Letakkan salinan "
            "kunci itu di sana, atau betulkan CASEWORK_KEY_FILE."
        )
    vault = KeyFileVault.from_file(settings.master_key)
    _check_key(settings, vault)
    return App(
        settings=settings,
        law=law or rulebook.load(),
        database=Database(settings.url, cache_kib=cache_kib),
        vault=vault,
        store=FileStore(settings.var / "files", vault),
        clock=Clock(settings.clock, settable=settings.training),
        anchors=AnchorFile(settings.var / "audit" / "anchors.log"),
        renderer=PdfRenderer(),
        mailer=SmtpMailer(_mail_server(settings), settings.mail_from),
        messenger=Channels.from_settings(settings),
        signers=_signers(settings),
        examiner=ChildExaminer(settings),
        stamper=TimeStamps(settings.tsa_url) if settings.tsa_url else None,
    )


def _signers(settings: Settings) -> Mapping[str, Signer]:
    local = PadesSigner(settings.certificate_folder, tsa=settings.tsa_url)
    if not settings.bsre_url:
        return {"pades": local}
    service = BsreSigner(settings.bsre_url, settings.bsre_user, settings.bsre_password)
    return {"pades": local, "bsre": service}
