"""Whether an installation was sealed with the master key at hand, or with another one."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from casework.errors import IntegrityFault
from casework.models import Document, Identity
from casework.services.core.work import Work


def foreign_key(work: Work) -> bool:
    """Whether nothing sealed opens: the key is another one, for one damaged value would not do it.

    False where nothing was sealed yet. Identities and papers are asked, the oldest and the newest.
    """
    opened = list(_opened(work))
    return bool(opened) and not any(opened)


def _opened(work: Work) -> Iterator[bool]:
    for sealed, context in _sealed(work):
        try:
            work.vault.open(sealed, context)
        except IntegrityFault:
            yield False
        else:
            yield True


def _sealed(work: Work) -> Iterator[tuple[bytes, str]]:
    for person_order in (Identity.id.asc(), Identity.id.desc()):
        person = work.session.scalar(select(Identity).order_by(person_order).limit(1))
        if person is not None:
            yield person.sealed, f"identity:{person.handle}"
    drawn = select(Document).where(Document.data.is_not(None))
    for paper_order in (Document.id.asc(), Document.id.desc()):
        paper = work.session.scalar(drawn.order_by(paper_order).limit(1))
        if paper is not None:
            yield paper.data or b"", f"document:{paper.verify_code}"
