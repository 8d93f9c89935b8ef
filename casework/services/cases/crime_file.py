"""Reads what the file of a criminal referral would hold now, and the one that was settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from casework.engine.criminal_file import FileItem
from casework.models import Case, CrimeFile, Document, Evidence
from casework.models.document import FINAL, DocumentState
from casework.services.cases import known
from casework.services.core.work import Work

_MADE = (DocumentState.NUMBERED, *FINAL)


@dataclass(frozen=True)
class Line:
    """One item of the file and what the case has of it.

    `made` says that it comes into being with the file or its covering letter.
    """

    item: FileItem
    documents: tuple[Document, ...]
    evidence: tuple[Evidence, ...]
    made: bool

    @property
    def there(self) -> bool:
        """Is it there, and whole where the item asks for each of its papers?"""
        if self.item.every:
            return {one.kind for one in self.documents} >= set(self.item.papers)
        return self.made or bool(self.documents) or bool(self.evidence)


def lines(work: Work, case: Case) -> tuple[Line, ...]:
    """Every item of the case's edition, in its order, with what the case has of it now.

    Papers count once they are final; what is evidence of the case stands under its own item.
    """
    items = work.law.edition(case.edition, case.revision).file_items.values()
    kinds = {kind for item in items for kind in item.papers}
    papers = work.session.scalars(
        select(Document)
        .where(
            Document.case_id == case.id, Document.kind.in_(sorted(kinds)), Document.state.in_(_MADE)
        )
        .order_by(Document.id)
    ).all()
    proofs = tuple(evidence(work, case))
    return tuple(
        Line(
            item,
            tuple(one for one in papers if one.kind in item.papers),
            proofs if item.evidence else (),
            item.letter or bool(item.drawn),
        )
        for item in items
    )


def evidence(work: Work, case: Case) -> Sequence[Evidence]:
    """The evidence of a case in its order."""
    return work.session.scalars(
        select(Evidence).where(Evidence.case_id == case.id).order_by(Evidence.ordinal)
    ).all()


def newest(work: Work, case: Case) -> CrimeFile | None:
    """The file that counts, as far as the actor knows the case; None where none was settled."""
    return work.session.scalar(
        select(CrimeFile)
        .where(CrimeFile.case_id == case.id, *known.within(known.of(work, case), CrimeFile))
        .order_by(CrimeFile.round.desc())
        .limit(1)
    )
