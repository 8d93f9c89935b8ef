"""What can be initialled: the kajian in its versions, and letters that have no number yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from casework.engine import chain
from casework.errors import NotFound
from casework.models import Blob, Document, Opinion, Review
from casework.services.work import Work


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
    reader = _READERS.get(table)
    found = reader(work, subject_id) if reader else None
    if found is None:
        raise NotFound("Yang hendak diparaf itu tidak ada.")
    return found


def _review(work: Work, subject_id: int) -> Subject | None:
    row = work.session.get(Review, subject_id)
    if row is None:
        return None
    newest = work.session.scalar(
        select(Review.id)
        .where(Review.case_id == row.case_id)
        .order_by(Review.revision.desc())
        .limit(1)
    )
    opinions = work.session.scalars(
        select(Opinion)
        .where(Opinion.review_id == row.id)
        .order_by(Opinion.party_id, Opinion.number)
    )
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
        "" if newest == row.id else "Versi kajian ini sudah diganti versi yang lebih baru.",
    )


def _document(work: Work, subject_id: int) -> Subject | None:
    row = work.session.get(Document, subject_id)
    if row is None:
        return None
    drawn = work.session.get(Blob, row.draft_blob_id) if row.draft_blob_id else None
    closed = "" if drawn else "Konsepnya belum selesai dibuat."
    if row.state not in ("planned", "draft"):
        closed = "Dokumen ini sudah bernomor atau batal."
    content = drawn.sha256 if drawn else ""
    return Subject("documents", row.id, row.case_id, row.kind, row.title, content, closed)


_READERS: Mapping[str, Callable[[Work, int], Subject | None]] = {
    "reviews": _review,
    "documents": _document,
}
