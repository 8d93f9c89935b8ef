"""Letters waiting for a number, and issued ones waiting for proof of receipt."""

from __future__ import annotations

from collections.abc import Mapping

from casework.models import Case
from casework.services.unit.work import Work
from webui.pages.casefile import PaperList
from webui.pages.files import PaperLine, papers_of


def drafts(work: Work, case: Case) -> Mapping[str, object]:
    """Drafted letters, as choices and as lines to look at."""
    lines = [
        one for one in papers_of(work, case) if one.letter and one.state in ("planned", "draft")
    ]
    return {"letters": [(one.id, _name(one)) for one in lines], "lines": lines}


def sendable(work: Work, case: Case) -> Mapping[str, object]:
    """Issued letters whose receipt is not proven yet, and those still being prepared."""
    papers = papers_of(work, case)
    letters = [one for one in papers if one.letter]
    preparing = [one for one in letters if one.state == "numbered"]
    lines = [
        one
        for one in letters
        if one.state in ("issued", "dispatched")
        and not any(sent.received_at for sent in one.dispatches)
    ]
    return {
        "letters": [(one.id, _name(one)) for one in lines],
        "lines": lines,
        "preparing": preparing,
        "progress": PaperList(tuple(papers)).progress,
    }


def _name(one: PaperLine) -> str:
    return " · ".join(part for part in (one.number, one.title, one.about) if part)
