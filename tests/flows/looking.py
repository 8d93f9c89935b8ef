"""What the tests of the flows look at in the product's own tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case, Document, Event, Outbox
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.invariants.examine import examine

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


def drawn(app: App, case_id: int) -> Counter[str]:
    """How many times the chain says that each paper of a case was drawn."""
    with app.reading(NOBODY) as work:
        return Counter(
            work.session.scalars(
                select(Event.subject).where(
                    Event.case_id == case_id, Event.action.in_(("surat_terbit", "surat_dikonsep"))
                )
            )
        )


def faults(app: App, cases: Iterable[Case] = ()) -> list[str]:
    """Every broken invariant, and every paper of the cases that was not drawn exactly once."""
    with app.reading(NOBODY) as work:
        found = [
            f"{one.id} {fault}" for one in examine(work, app.anchors.read()) for fault in one.faults
        ]
    for case in cases:
        papers = documents(app, case.id)
        wanted = {f"documents:{paper.id}": 1 for paper in papers}
        if (told := drawn(app, case.id)) != wanted:
            found.append(f"perkara {case.id}: drawn {dict(told)}, wanted {wanted}")
        found += [f"surat {paper.id}: {paper.state}" for paper in papers if paper.state != "issued"]
    return found
