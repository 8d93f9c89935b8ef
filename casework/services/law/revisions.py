"""Revisions of the law data: their rows, the editions they reach, how an office reads them."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from casework.engine import comparing
from casework.engine.basis import Basis, Mark
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.lawbook.book import book
from casework.engine.lawbook.page import Item, Line
from casework.engine.proof import check
from casework.engine.refusals import RuleFileFault, RuleUnknown
from casework.engine.revision import Overlay, Source
from casework.errors import BadInput, Conflict, NotFound, NotPermitted, wording
from casework.models import Blob, Officer, RuleRevision
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.law import usage
from casework.services.law.usage import Use


def add(
    work: Work, act: str, overlays: Sequence[Overlay], reason: str, source: str, blob: Blob | None
) -> list[RuleRevision]:
    """Keep the overlays as rows; those after the first came along with it.

    Raises Conflict when the same revision was made meanwhile, NotPermitted for the system.
    """
    rows: list[RuleRevision] = []
    try:
        with work.session.begin_nested():
            for overlay in overlays:
                rows.append(_row(work, act, overlay, reason, source, blob, rows))
                work.session.add(rows[-1])
                work.session.flush()
    except IntegrityError as faster:
        raise Conflict(
            wording(
                "Revisi lain atas %(edition)s dicatat pada saat yang sama. Periksa, lalu ulangi.",
                edition=overlays[0].edition,
            )
        ) from faster
    return rows


def _row(
    work: Work, act: str, overlay: Overlay, reason: str, source: str, blob: Blob | None,
    before: Sequence[RuleRevision],
) -> RuleRevision:  # fmt: skip
    if work.actor.officer_id is None:
        raise NotPermitted("Aturan dan keputusan libur dicatat oleh petugas, bukan oleh sistem.")
    return RuleRevision(
        edition=overlay.edition,
        base=overlay.base,
        number=overlay.number,
        act=act,
        changes={name: dict(keys) for name, keys in overlay.changes.items()},
        reason=reason,
        source=source,
        document_id=blob.id if blob else None,
        officer_id=work.actor.officer_id,
        office_id=work.actor.office_id,
        at=work.now,
        origin_id=before[0].id if before else None,
    )


Changes = Mapping[str, Mapping[str, Any]]


def plain(changes: Changes) -> dict[str, dict[str, Any]]:
    """The changes with clean texts. Raises BadInput for what a rules file cannot hold."""
    check = TextChecker()
    told = {
        name: {path: _plain(check, f"{name} {path}", value) for path, value in keys.items()}
        for name, keys in changes.items()
    }
    check.done()
    return told


def _plain(check: TextChecker, field: str, value: Any) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return check.text(field, field, value, limit=8000)
    if isinstance(value, Mapping):
        return {str(key): _plain(check, field, item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(check, field, item) for item in value]
    check.refuse(field, f"{field}: nilai ini bukan teks, bilangan bulat, ya/tidak, atau daftar.")
    return None


def shared(law: Law, edition: str, changes: Changes) -> tuple[Overlay, ...]:
    """The next revision of the edition, then one of each edition that shares an entry with it.

    An edition built upon this one shares an entry as long as both read the same: then the words
    confirmed are its words too. One that says something of its own keeps it.
    """
    found = [_next(law, edition, changes)]
    for other in law.editions.values():
        if edition in _bases(law, other.id):
            common = {
                name: keys for name, keys in changes.items() if _same(law, edition, other.id, name)
            }
            if common:
                found.append(_next(law, other.id, common))
    return tuple(found)


def sound(law: Law, overlays: Sequence[Overlay]) -> Law:
    """The law with these revisions; refuses what the loader or the proof refuses.

    Raises BadInput with each story.
    """
    names = dict.fromkeys(one.edition for one in overlays)
    try:
        revised = law.revised((*law.overlays, *overlays))
    except RuleFileFault as fault:
        raise BadInput.one(
            "aturan", wording("Revisi ini ditolak: %(fault)s", fault=fault.text)
        ) from fault
    for name in names:
        before = set(check(law, name))
        broken = [fault for fault in check(revised, name) if fault not in before]
        if broken:
            stories = " ".join(f"{fault.where}: {fault.story}" for fault in broken)
            raise BadInput.one(
                "aturan",
                wording(
                    "Edisi %(name)s tidak lagi utuh dengan revisi ini. %(stories)s",
                    name=name,
                    stories=stories,
                ),
            )
    return revised


def _next(law: Law, edition: str, changes: Changes) -> Overlay:
    base = law.edition(edition).revision.partition(".")[0]
    return Overlay(edition, base, len(law.upon(edition)) + 1, changes)


def _bases(law: Law, edition: str) -> tuple[str, ...]:
    """The editions that an edition was written against, nearest first."""
    found: list[str] = []
    amended = law.edition(edition).amends
    while amended is not None:
        found.append(amended)
        amended = law.edition(amended).amends
    return tuple(found)


def _same(law: Law, edition: str, other: str, name: str) -> bool:
    if name.startswith("edisi/"):
        return False
    try:
        here, there = (
            law.builder.source(one, law.upon(one), name).values for one in (edition, other)
        )
    except RuleUnknown:
        return False
    return here == there


@dataclass(frozen=True)
class Shelf:
    """The entries of one kind: a title, and each entry as the catalogue tells it."""

    kind: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Told:
    """One revision in the history of an entry, with what it set; `shared` when made elsewhere."""

    id: int
    revision: str
    act: str
    at: datetime
    officer: str
    reason: str
    source: str
    document: str
    changes: Mapping[str, Any]
    shared: bool


@dataclass(frozen=True)
class Sheet:
    """One entry: `item` in words, `source` as written, its history, and its use.

    `pin` is the edition and revision read; the newest one must be named when it is changed.
    """

    pin: str
    item: Item
    source: Source
    history: tuple[Told, ...]
    use: Use | None


def shelves(work: Work, edition_id: str, revision: str | None = None) -> tuple[Shelf, ...]:
    """Every entry of an edition by kind, with its mark. Raises EditionUnknown."""
    edition = work.law.edition(edition_id, revision)
    found = [
        Shelf(chapter.id, chapter.title, chapter.items)
        for chapter in book(work.law, edition).chapters
    ]
    names = work.law.builder.names(edition.id, work.law.upon(edition.id, edition.revision))
    for kind, title in _PLAIN.items():
        items = tuple(
            _without_notes(work, edition, name) for name in names if name.startswith(f"{kind}/")
        )
        found.append(Shelf(kind, title, items))
    head = _without_notes(work, edition, f"edisi/{edition.id}")
    return (Shelf("edisi", "Edisi", (head,)), *found)


def sheet(
    work: Work, edition_id: str, name: str, revision: str | None = None, *, used: bool = True
) -> Sheet:
    """One entry at one revision (None: the newest); its use is counted over all cases if `used`.

    Raises EditionUnknown or RuleUnknown.
    """
    edition = work.law.edition(edition_id, revision)
    upon = work.law.upon(edition.id, edition.revision)
    source = work.law.builder.source(edition.id, upon, name)
    items = {item.rule: item for shelf in shelves(work, edition.id, edition.revision)
             for item in shelf.items}  # fmt: skip
    item = items.get(name) or _without_notes(work, edition, name)
    use = usage.uses(work).get((edition.id, name)) if used else None
    return Sheet(edition.pin, item, source, history(work, edition.id, name), use)


def history(work: Work, edition_id: str, name: str) -> tuple[Told, ...]:
    """The revisions that touched an entry, oldest first, each with what it set there."""
    return tuple(
        replace(one, changes=one.changes[name])
        for one in all_of(work, edition_id)
        if name in one.changes
    )


def all_of(work: Work, edition_id: str) -> tuple[Told, ...]:
    """Every revision of an edition, oldest first; `changes` holds them by entry."""
    rows = work.session.execute(
        select(RuleRevision, Officer.name, Blob.sha256)
        .join(Officer, Officer.id == RuleRevision.officer_id)
        .outerjoin(Blob, Blob.id == RuleRevision.document_id)
        .where(RuleRevision.edition == edition_id)
        .order_by(RuleRevision.id)
    )
    return tuple(
        Told(
            row.id, row.revision, row.act, row.at, officer, row.reason, row.source, document or "",
            row.changes, row.origin_id is not None,
        )
        for row, officer, document in rows
    )  # fmt: skip


def document(work: Work, revision_id: int) -> tuple[str, str, bytes]:
    """Name, media type and content of the paper a revision was made on. Raises NotFound."""
    row = work.session.get(RuleRevision, revision_id)
    blob = work.session.get(Blob, row.document_id) if row and row.document_id else None
    if row is None or blob is None:
        raise NotFound("Revisi itu tidak ada, atau tidak melampirkan naskah.")
    kind = mimetypes.guess_extension(blob.media_type) or ""
    content = b"".join(work.store.read(blob.path, blob.wrapped_key))
    return f"naskah-{row.edition}-{row.revision}{kind}", blob.media_type, content


def _without_notes(work: Work, edition: Edition, name: str) -> Item:
    """An entry the catalogue does not tell in words: its keys as they are written."""
    upon = work.law.upon(edition.id, edition.revision)
    source = work.law.builder.source(edition.id, upon, name)
    values = {key: one for key, one in source.values.items() if key not in _BASIS}
    basis = work.law.builder.basis(edition.id, upon, name) if "citation" in source.values else _NONE
    title = comparing.COUNTING.get(name) or str(values.pop("title", name))
    lines = tuple(Line(key, str(one)) for key, one in values.items() if isinstance(one, str | int))
    return Item(name, title, lines, basis)


# Kinds the catalogue does not tell in words.
_PLAIN = {"hitungan": "Cara menghitung", "fakta": "Fakta yang ditanyakan"}
_BASIS = frozenset({"citation", "quote", "verification", "source", "note"})
_NONE = Basis("", "", Mark.UNVERIFIED, "")
