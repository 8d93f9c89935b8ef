"""What stays the sender's when a case goes to another office: limits counted so far, its papers."""

from __future__ import annotations

from sqlalchemy import select

from casework.models import Case, Deadline, Document, Office
from casework.services.unit.work import Work

_UNNUMBERED = ("planned", "draft")


def limits(work: Work, case: Case, sender: Office) -> list[Deadline]:
    """The limits so far go on being counted where they began: each stays the moment it was."""
    rows = work.session.scalars(
        select(Deadline)
        .where(Deadline.case_id == case.id, Deadline.office_id.is_(None))
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
    for row in rows:
        row.office_id = sender.id
    return list(rows)


def papers(work: Work, case: Case, sender: Office) -> list[Document]:
    """What was numbered or issued stays the sender's paper; drafts are the new office's."""
    rows = work.session.scalars(
        select(Document)
        .where(
            Document.case_id == case.id,
            Document.office_id.is_(None),
            Document.state.not_in(_UNNUMBERED),
        )
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
    for row in rows:
        row.office_id = sender.id
    return list(rows)
