"""The head of the case file with what its tabs count; the acts of a case need no such counting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, literal_column, select, union_all

from casework.models import Base, Case, Comment, Document, Evidence, Party
from casework.models.document import DocumentState
from casework.services.cases import case_rows, known
from casework.services.core.work import Work
from webui.cases.acts_page import HERE, ActLine, Offer, offer
from webui.cases.head import Head, head_of
from webui.cases.way_page import Way, way


@dataclass(frozen=True)
class FileHead:
    """What frames every part of a case file: the head, the counts of its tabs, the next act."""

    head: Head
    counts: dict[str, int]
    offer: Offer
    way: Way | None

    @property
    def main(self) -> ActLine | None:
        """The one act to offer first: that of the nearest limit, else the first of the officer.

        None where the next piece of the way is another officer's.
        """
        if self.way and self.way.act:
            return self.way.act
        if self.waits:
            return None
        return self.offer.mine[0] if self.offer.mine else None

    @property
    def waits(self) -> ActLine | None:
        """What the case waits for, where another officer has to do it."""
        next_ = self.way.next if self.way else None
        if next_ and not next_.act and next_.other:
            return next_.other
        if self.offer.mine:
            return None
        moving = (one for one in self.offer.others if one.moves)
        return next(moving, next(iter(self.offer.others), None))

    @property
    def others(self) -> tuple[ActLine, ...]:
        """What else the officer may do now."""
        return tuple(one for one in self.offer.mine if self.main is None or one.id != self.main.id)


def file_head(work: Work, case: Case) -> FileHead:
    """Read it for a case that is already loaded."""
    rows = case_rows.read(work, case)
    head, offered = head_of(work, case, rows), offer(work, case, HERE, rows)
    road = way(work, case, head.nearest, offered, rows)
    return FileHead(head, _counts(work, case, head), offered, road)


def _counts(work: Work, case: Case, head: Head) -> dict[str, int]:
    """How many there are behind each tab; none for a case that was given away."""
    if known.of(work, case) is not None:
        return {}
    rows = work.session.execute(
        union_all(
            _many("pihak", Party).where(Party.case_id == case.id),
            _many("bukti", Evidence).where(Evidence.case_id == case.id),
            _many("dokumen", Document).where(
                Document.case_id == case.id, Document.state != DocumentState.VOID
            ),
            _many("komentar", Comment).where(
                Comment.case_id == case.id,
                Comment.office_id == work.actor.office_id,
                Comment.removed_at.is_(None),
            ),
        )
    )
    return {"tenggat": len(head.limits), **{row[0]: row[1] for row in rows}}


def _many(name: str, entity: type[Base]) -> Select[Any, Any]:
    return select(literal_column(f"'{name}'"), func.count()).select_from(entity)
