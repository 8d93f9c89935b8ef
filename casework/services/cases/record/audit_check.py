"""Compares the record with itself, its anchors, the rows and the stored files.

Every disagreement is reported.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from casework.engine import chain
from casework.errors import IntegrityFault
from casework.models import Blob, ChainHead, Event, Office
from casework.models.sealed import SEALED_TABLES
from casework.ports import Store
from casework.services.cases.record import audit, boundary
from casework.services.cases.record.audit import event_body, row_digest, row_name
from casework.services.cases.record.audit_order import Links
from casework.services.cases.record.ledger import Ledger
from casework.services.core.work import Work

TOLERANCE = timedelta(minutes=10)
"""How long after its commit a link may be without its anchor: a process may have died in between,
or a power cut may have taken the end of the file."""
# Rows held in memory at a time.
AT_A_TIME = 500


@dataclass(frozen=True)
class AuditReport:
    """How many events, rows and files were read, and every disagreement found."""

    events: int
    rows: int
    files: int
    faults: tuple[str, ...]

    @property
    def green(self) -> bool:
        """True when nothing disagrees."""
        return not self.faults


def verify(
    work: Work,
    anchors: Iterable[tuple[int, int, str]],
    elsewhere: Iterable[tuple[int, int, str]] = (),
) -> AuditReport:
    """Check chains from genesis to head, rows against their digests, files against hashes.

    Takes as much memory for a million events as for a thousand. While others write, `anchors` must
    be those of the moment before the session of `work` began to look, and it must see one moment.
    `elsewhere` are heads that somebody kept: each of them must still be in its chain.
    """
    faults: list[str] = []
    events = 0
    links = Links()
    session = work.session
    with Ledger() as ledger:
        # The chain of an office gives the order of its rows; an event's id is not hashed.
        query = select(Event).order_by(Event.office_id, Event.seq)
        with _readable("events", faults):
            for event in session.scalars(query.execution_options(yield_per=AT_A_TIME)):
                events += 1
                faults += _check_link(work, event, ledger)
                ledger.note(event.office_id, event.seq, event.detail.get("digests", {}))
                links.add(event)
                ledger.keep(event.office_id, event.seq, event.detail.get("heads", ()))
        faults += _check_heads(session, ledger)
        faults += _check_anchors(ledger, anchors, elsewhere)
        faults += links.broken(ledger.hash_of)
        rows, row_faults = _check_rows(session, ledger, links)
    files, file_faults = _check_files(session, work.store)
    return AuditReport(events, rows, files, tuple(faults + row_faults + file_faults))


@contextmanager
def _readable(table: str, faults: list[str]) -> Iterator[None]:
    """Note a table with a value that is not what its column holds (JSON, time, number, code)."""
    try:
        yield
    except (LookupError, ValueError, TypeError, AttributeError):
        faults.append(f"{table}: ada baris yang isinya tidak dapat dibaca lagi")


def _check_link(work: Work, event: Event, ledger: Ledger) -> Iterator[str]:
    where = f"kejadian {event.seq} kantor {event.office_id}"
    before = chain.GENESIS if event.seq == 1 else ledger.hash_of(event.office_id, event.seq - 1)
    if before is None:
        yield f"{where}: kejadian sebelumnya hilang"
    elif before != event.prev_hash:
        yield f"{where}: tidak menyambung pada kejadian sebelumnya"
    if chain.link(event.office_id, event.seq, event.prev_hash, event_body(event)) != event.hash:
        yield f"{where}: isinya berubah"
    yield from _check_code(work, event, ledger, where)
    ledger.link(
        event.office_id, event.seq, event.hash, event.at.timestamp(), code=event.mac is not None
    )


def _check_code(work: Work, event: Event, ledger: Ledger, where: str) -> Iterator[str]:
    """Links from before there were codes may only stand before the one that locks the chain."""
    coded_before = event.seq == 1 or ledger.coded(event.office_id, event.seq - 1)
    if event.mac is None:
        if event.seq > 1 and coded_before:
            yield f"{where}: tidak berkode, padahal kejadian sebelumnya berkode"
    elif not hmac.compare_digest(event.mac, audit.code(work, event)):
        yield f"{where}: kodenya tidak dibuat dengan kunci induk instalasi ini"
    elif not coded_before and event.action != boundary.LOCKED:
        yield f"{where}: kejadian pertama yang berkode bukan kejadian yang mengunci jejak"


def _check_heads(session: Session, ledger: Ledger) -> Iterator[str]:
    newest = ledger.newest()
    heads = {head.office_id: head for head in session.scalars(select(ChainHead))}
    for office in sorted(newest.keys() | heads.keys()):
        head = heads.get(office)
        last = newest.get(office, 0)
        if head is None or head.seq != last or (last and ledger.hash_of(office, last) != head.hash):
            yield f"kepala rantai kantor {office} bukan kejadian terakhir ({last})"
        if last and not ledger.coded(office, last):
            yield (
                f"kejadian {last} kantor {office}: kejadian terakhir tidak berkode (sesudah "
                "peningkatan dari versi lama, jalankan: casework migrate)"
            )


def _check_anchors(
    ledger: Ledger,
    anchors: Iterable[tuple[int, int, str]],
    elsewhere: Iterable[tuple[int, int, str]],
) -> Iterator[str]:
    for office, seq, hash_ in anchors:
        if ledger.hash_of(office, seq) != hash_:
            yield f"jangkar {seq} kantor {office} tidak ada lagi dalam rantai"
        else:
            ledger.anchored(office, seq)
    for office, (first, last) in ledger.unanchored(TOLERANCE.total_seconds()).items():
        yield (
            f"kejadian {first} sampai {last} kantor {office}: ada yang tidak tercatat dalam berkas "
            "jangkar; berkas itu terpotong, hilang, atau diganti"
        )
    for (here, number), (office, seq, hash_) in ledger.kept():
        if ledger.hash_of(office, seq) != hash_:
            yield (
                f"kejadian {number} kantor {here}: menyebut kejadian {seq} kantor {office} sebagai "
                "kepala rantai, yang isinya lain atau tidak ada"
            )
    for office, seq, hash_ in elsewhere:
        if ledger.hash_of(office, seq) != hash_:
            yield f"jangkar simpanan {seq} kantor {office} tidak ada dalam rantai"


def _check_rows(session: Session, ledger: Ledger, links: Links) -> tuple[int, list[str]]:
    faults: list[str] = []
    count = 0
    for table in SEALED_TABLES:
        with _readable(table.__tablename__, faults):
            query = select(table).execution_options(yield_per=AT_A_TIME)
            for row in session.scalars(query):
                count += 1
                name = row_name(row)
                told = ledger.meet(name)
                recorded, disputed = links.newest(told)
                if disputed:
                    faults.append(
                        f"{name}: dicatat di beberapa rantai tanpa sambungan di antaranya"
                    )
                if not told:
                    faults.append(f"{name}: tidak pernah dicatat dalam rantai")
                elif recorded != row_digest(row):
                    faults.append(f"{name}: isinya tidak sama dengan yang dicatat")
    faults += [f"{name}: dicatat dalam rantai tetapi tidak ada lagi" for name in ledger.left()]
    return count, faults


def _check_files(session: Session, store: Store) -> tuple[int, list[str]]:
    faults: list[str] = []
    count = 0
    with _readable("blobs", faults):
        for blob in session.scalars(select(Blob).execution_options(yield_per=AT_A_TIME)):
            count += 1
            if fault := _unlike(store, blob.path, blob.wrapped_key, blob.sha256):
                faults.append(f"blobs:{blob.id}: {fault}")
    with _readable("offices", faults):
        for office in session.scalars(select(Office)):
            if emblem := office.letterhead.get("emblem"):
                count += 1
                if fault := _unlike(store, emblem["path"], None, emblem["sha256"]):
                    faults.append(f"offices:{office.id}, lambang: {fault}")
    return count, faults


def _unlike(store: Store, path: str, wrapped_key: bytes | None, sha256: str) -> str:
    digest = hashlib.sha256()
    try:
        for piece in store.read(path, wrapped_key):
            digest.update(piece)
    except IntegrityFault as fault:
        return str(fault)
    return "" if digest.hexdigest() == sha256 else "isi berkas tidak sama dengan hash-nya"
