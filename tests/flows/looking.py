"""What the tests of the flows look at in the product's own tables."""

from __future__ import annotations

from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Document, Outbox
from casework.services.door import NO_OFFICE
from casework.services.work import Actor

NOBODY = Actor.system(NO_OFFICE)


def documents(app: App, case_id: int) -> list[Document]:
    """The papers of a case."""
    with app.reading(NOBODY) as work:
        return list(work.session.scalars(select(Document).where(Document.case_id == case_id)))


def rows(app: App, case_id: int) -> list[Outbox]:
    """The outbox rows of a case."""
    with app.reading(NOBODY) as work:
        return list(work.session.scalars(select(Outbox).where(Outbox.case_id == case_id)))


def settled(app: App, case_id: int) -> bool:
    """Whether nothing of a case waits but reminders of the future."""
    return all(
        row.state == "done" or (row.state in ("waiting", "cancelled") and row.kind == "reminder")
        for row in rows(app, case_id)
    )
