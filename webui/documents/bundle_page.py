"""A bundle of papers on the page: its papers, how far it is, what can be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casework.models import Bundle, Case
from casework.models.bundle import BundleState
from casework.models.document import DocumentState
from casework.services.cases import access
from casework.services.core.work import Work
from casework.services.documents import bundles
from webui.cases.file_head import FileHead, file_head
from webui.cases.files_page import PaperLine, papers_of
from webui.cases.head import Head
from webui.core import labels


@dataclass(frozen=True)
class BundlePage:
    """What the page of a bundle shows; one step more than papers: joining them."""

    file: FileHead
    id: int
    state: str
    done: int
    total: int
    stuck: bool
    lines: tuple[PaperLine, ...]

    @property
    def head(self) -> Head:
        """The case of the papers."""
        return self.file.head


@dataclass(frozen=True)
class BundleLine:
    """A bundle in the list of those of a case."""

    id: int
    state: str
    papers: int


def look(work: Work, case_id: int, bundle_id: int) -> BundlePage:
    """Read a bundle; raises NotFound."""
    found = bundles.standing(work, case_id, bundle_id)
    case = access.remembered(work, case_id)
    lines = {one.id: one for one in papers_of(work, case)}
    return BundlePage(
        file=file_head(work, case),
        id=found.bundle.id,
        state=found.bundle.state,
        done=found.drawn + (found.bundle.state == BundleState.DONE),
        total=len(found.documents) + 1,
        stuck=found.stuck,
        lines=tuple(lines[one.id] for one in found.documents),
    )


def printable(work: Work, case: Case) -> Mapping[str, object]:
    """The papers of a case that may be printed together; letters not yet sent are ticked."""
    lines = [one for one in papers_of(work, case) if one.state in bundles.NUMBERED and one.readable]
    return {
        "papers": [
            (one.id, " · ".join(filter(None, (one.number, labels.law_title(one.title), one.about))))
            for one in lines
        ],
        "ticked": [one.id for one in lines if one.letter and one.state != DocumentState.DISPATCHED],
        "made": [_line(work, one) for one in bundles.of_case(work, case)],
    }


def _line(work: Work, row: Bundle) -> BundleLine:
    return BundleLine(row.id, row.state, len(bundles.of_bundle(work, row)))
