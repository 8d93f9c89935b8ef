"""Drafts of forms: sealed while an officer types, given back after a crash, removed once sent.

A draft is not part of the record: nothing refers to it, it has no event, and it is removed after
`KEPT_FOR`. It belongs to one officer and one page (the page's address, without personal data).
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from casework.errors import BadInput, Conflict, NotFound, NotPermitted
from casework.models import Draft
from casework.services.core.work import Work

KEPT_FOR = timedelta(days=14)
MOST_BYTES = 1 << 20
MOST_DRAFTS = 200

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Kept:
    """A draft as it was typed; names and values of the form's fields, ready for JSON."""

    id: int
    page: str
    content: Content
    seen: int
    revision: int
    begun_at: datetime
    saved_at: datetime


def keep(
    work: Work, page: str, content: Content, *, seen: int = 0, revision: int | None = None
) -> Kept:
    """Keep what was typed on a page, in place of what was kept before.

    `revision` is the one the page knows of (0: none); None means: whatever was kept meanwhile.
    Raises Conflict naming the fields that another window changed, or when the draft was sent or
    thrown away there; BadInput over 1 MB; NotPermitted for anybody who is no officer.
    """
    officer = _officer(work)
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
    if len(plain) > MOST_BYTES:
        raise BadInput.one("", "Isian terlalu panjang untuk disimpan sebagai konsep (1 MB).")
    sweep(work)
    row = _row(work, page)
    if row is None and revision:
        raise Conflict("Konsep ini sudah dikirim atau dibuang di jendela lain.")
    if row is not None and revision is not None and revision != row.revision:
        raise Conflict(
            "Konsep ini disimpan dari jendela lain. Muat ulang halaman untuk melihat isinya.",
            changed(_content(work, row), content),
        )
    if row is None:
        row = _begin(work, officer, page)
    else:
        row.revision += 1
    row.sealed = work.vault.seal(plain, _context(row))
    row.seen, row.saved_at, row.expires_at = seen, work.now, work.now + KEPT_FOR
    work.session.flush()
    return _kept(work, row)


def change(work: Work, page: str, rewrite: Callable[[Content], Content]) -> Kept:
    """Rewrite a draft from what it holds now, while nobody else can; raises NotFound."""
    row = _row(work, page)
    if row is None or row.expires_at <= work.now:
        raise NotFound("Konsep itu tidak ada lagi: sudah dikirim, dibuang, atau lewat waktunya.")
    return keep(work, page, rewrite(_content(work, row)), seen=row.seen, revision=row.revision)


def find(work: Work, page: str) -> Kept | None:
    """The acting officer's draft of a page, if there is one that has not expired."""
    row = _row(work, page, lock=False)
    return None if row is None or row.expires_at <= work.now else _kept(work, row)


def hold(work: Work, page: str) -> Kept | None:
    """The acting officer's draft of a page, if there is one, locked until the transaction ends.

    Nobody else can change or drop it meanwhile. One that has expired is given, too.
    """
    row = _row(work, page)
    return None if row is None else _kept(work, row)


def mine(work: Work, prefix: str = "") -> list[Kept]:
    """The acting officer's drafts of pages whose address begins with `prefix`, newest first."""
    rows = work.session.scalars(
        select(Draft)
        .where(
            Draft.officer_id == work.actor.officer_id,
            Draft.page.startswith(prefix, autoescape=True),
            Draft.expires_at > work.now,
        )
        .order_by(Draft.saved_at.desc(), Draft.id.desc())
        .limit(MOST_DRAFTS)
    )
    return [_kept(work, row) for row in rows]


def drop(work: Work, page: str) -> bool:
    """Remove the acting officer's draft of a page: it was sent, or thrown away on purpose."""
    row = _row(work, page)
    if row is not None:
        work.session.delete(row)
        work.session.flush()
    return row is not None


def sweep(work: Work) -> int:
    """Remove every draft whose time is over, whoever began it; gives how many."""
    old = select(Draft.id).where(Draft.expires_at <= work.now)
    keys = list(work.session.scalars(old))
    if keys:
        work.session.execute(delete(Draft).where(Draft.id.in_(keys)))
    return len(keys)


def changed(before: Content, after: Content) -> tuple[str, ...]:
    """Names of the fields that differ between two drafts."""
    return tuple(sorted(name for name in {*before, *after} if before.get(name) != after.get(name)))


def _officer(work: Work) -> int:
    if work.actor.officer_id is None:
        raise NotPermitted("Konsep hanya disimpan untuk petugas yang sedang masuk.")
    return work.actor.officer_id


def _row(work: Work, page: str, *, lock: bool = True) -> Draft | None:
    query = select(Draft).where(Draft.officer_id == work.actor.officer_id, Draft.page == page)
    return work.session.scalar(query.with_for_update() if lock else query)


def _begin(work: Work, officer: int, page: str) -> Draft:
    row = Draft(
        officer_id=officer,
        page=page,
        handle=secrets.token_hex(16),
        sealed=b"",
        revision=1,
        begun_at=work.now,
        saved_at=work.now,
        expires_at=work.now + KEPT_FOR,
    )
    try:
        with work.session.begin_nested():
            work.session.add(row)
    except IntegrityError as fault:
        # Two windows kept their first draft of this page at once.
        raise Conflict("Konsep ini sedang disimpan dari jendela lain. Coba lagi.") from fault
    return row


def _content(work: Work, row: Draft) -> Content:
    found: Content = json.loads(work.vault.open(row.sealed, _context(row)))
    return found


def _kept(work: Work, row: Draft) -> Kept:
    content = _content(work, row)
    return Kept(row.id, row.page, content, row.seen, row.revision, row.begun_at, row.saved_at)


def _context(row: Draft) -> str:
    return f"draft:{row.handle}"
