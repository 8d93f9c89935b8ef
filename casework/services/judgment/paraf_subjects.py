"""What can be initialled: the kajian in its versions, and letters that have no number yet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from casework.engine import chain
from casework.errors import NotFound
from casework.models import Blob, Document, Opinion, Review
from casework.services.cases import access
from casework.services.unit.work import Work


@dataclass(frozen=True)
class Subject:
    """One thing to be initialled; `content` is the digest of what it says now.

    `kind` is the kind of document, "" for what has none. `closed` tells why nothing can be
    initialled on it any more (or yet), "" while it can.
    """

    table: str
    id: int
    case_id: int
    kind: str
    title: str
    content: str
    closed: str = ""


def find(work: Work, table: str, subject_id: int) -> Subject:
    """Read what is to be initialled; raises NotFound. Whether one may see it is not asked here."""
    found = access.told(work, find_in(work, table, [subject_id]).get(subject_id))
    if found is None:
        raise NotFound("Yang hendak diparaf itu tidak ada.")
    return found


def find_in(work: Work, table: str, ids: Collection[int]) -> Mapping[int, Subject]:
    """Those of the named subjects that there are, by key."""
    reader = _READERS.get(table)
    return reader(work, ids) if reader and ids else {}


def _reviews(work: Work, ids: Collection[int]) -> dict[int, Subject]:
    rows = work.session.scalars(select(Review).where(Review.id.in_(ids))).all()
    last = (
        select(Review.case_id, func.max(Review.revision))
        .where(Review.case_id.in_({row.case_id for row in rows}))
        .group_by(Review.case_id)
    )
    newest: dict[int, int] = dict(work.session.execute(last).all())
    opinions: dict[int, list[Opinion]] = {row.id: [] for row in rows}
    for one in work.session.scalars(
        select(Opinion)
        .where(Opinion.review_id.in_(opinions))
        .order_by(Opinion.party_id, Opinion.number)
    ):
        opinions[one.review_id].append(one)
    return {
        row.id: _review(row, opinions[row.id], newest[row.case_id] == row.revision) for row in rows
    }


def _review(row: Review, opinions: Iterable[Opinion], newest: bool) -> Subject:
    content = chain.digest(
        {
            "review": [row.facts, row.analysis, row.conclusion],
            "opinions": [
                [one.party_id, one.violation_class, one.article, one.elements, one.reason]
                for one in opinions
            ],
        }
    )
    return Subject(
        "reviews",
        row.id,
        row.case_id,
        "",
        f"Kajian versi {row.revision}",
        content,
        "" if newest else "Versi kajian ini sudah diganti versi yang lebih baru.",
    )


def _documents(work: Work, ids: Collection[int]) -> dict[int, Subject]:
    rows = work.session.execute(
        select(Document, Blob)
        .outerjoin(Blob, Blob.id == Document.draft_blob_id)
        .where(Document.id.in_(ids))
    )
    return {row.id: _document(row, drawn) for row, drawn in rows}


def _document(row: Document, drawn: Blob | None) -> Subject:
    closed = "" if drawn else "Konsepnya belum selesai dibuat."
    if row.state not in ("planned", "draft"):
        closed = "Dokumen ini sudah bernomor atau batal."
    content = drawn.sha256 if drawn else ""
    return Subject("documents", row.id, row.case_id, row.kind, row.title, content, closed)


_READERS: Mapping[str, Callable[[Work, Collection[int]], Mapping[int, Subject]]] = {
    "reviews": _reviews,
    "documents": _documents,
}
