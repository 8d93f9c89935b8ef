"""Whether an installation was sealed with the master key at hand, or with another one."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from casework.errors import IntegrityFault
from casework.models import Document, Identity
from casework.ports import Vault

_ASKED = 3


def foreign_key(session: Session, vault: Vault) -> bool:
    """Whether nothing sealed opens: the key is another one, for one damaged value would not do it.

    False where nothing was sealed yet. The oldest identities and papers are asked: what was sealed
    later may be of the time when another key lay there.
    """
    opened = list(_opened(session, vault))
    return bool(opened) and not any(opened)


def _opened(session: Session, vault: Vault) -> Iterator[bool]:
    for sealed, context in _sealed(session):
        try:
            vault.open(sealed, context)
        except IntegrityFault:
            yield False
        else:
            yield True


def _sealed(session: Session) -> Iterator[tuple[bytes, str]]:
    """Columns, not rows: the schema may be that of an older version."""
    tables = inspect(session.connection())
    if not tables.has_table(Identity.__tablename__):
        return
    people = select(Identity.sealed, Identity.handle).order_by(Identity.id).limit(_ASKED)
    for sealed, handle in session.execute(people):
        yield sealed, f"identity:{handle}"
    drawn = select(Document.data, Document.verify_code).where(Document.data.is_not(None))
    for data, code in session.execute(drawn.order_by(Document.id).limit(_ASKED)):
        yield data or b"", f"document:{code}"
