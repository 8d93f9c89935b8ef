"""The law as a lawyer of the office looks at it: entries by kind, one entry with its history."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from casework.engine import comparing
from casework.engine.basis import Basis, Mark
from casework.engine.edition import Edition
from casework.engine.lawbook.book import book
from casework.engine.lawbook.page import Item, Line
from casework.engine.revision import Source
from casework.errors import NotFound
from casework.models import Blob, Officer, RuleRevision
from casework.services.law import revisions_usage
from casework.services.law.revisions_usage import Use
from casework.services.unit.work import Work


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
        items = tuple(_plain(work, edition, name) for name in names if name.startswith(f"{kind}/"))
        found.append(Shelf(kind, title, items))
    head = _plain(work, edition, f"edisi/{edition.id}")
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
    item = items.get(name) or _plain(work, edition, name)
    use = revisions_usage.uses(work).get((edition.id, name)) if used else None
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


def _plain(work: Work, edition: Edition, name: str) -> Item:
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
