"""Letters waiting for a number, and issued ones waiting for proof of receipt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from flask_babel import gettext as _

from casework.models import Case
from casework.models.document import DocumentState
from casework.services.core.work import Work
from casework.services.documents import signing
from webui.cases.file_page import PaperList
from webui.cases.files_page import PaperLine, papers_of
from webui.core import labels
from webui.core.template_context import moment
from webui.core.times import wall, wall_now


def drafts(work: Work, case: Case) -> Mapping[str, object]:
    """Drafted letters, as choices and as lines to look at."""
    lines = [
        one
        for one in papers_of(work, case)
        if one.letter and one.state in (DocumentState.PLANNED, DocumentState.DRAFT)
    ]
    return {"letters": [(one.id, _name(one)) for one in lines], "lines": lines}


def sendable(work: Work, case: Case) -> Mapping[str, object]:
    """Issued letters whose receipt is not proven yet, and those still being prepared.

    What has not left stands first: a letter that has is chosen only to record its receipt.
    """
    papers = papers_of(work, case)
    letters = [one for one in papers if one.leaves]
    preparing = [one for one in letters if one.state == DocumentState.NUMBERED]
    lines = [
        one
        for state in (DocumentState.ISSUED, DocumentState.DISPATCHED)
        for one in letters
        if one.state == state and not any(sent.received_at for sent in one.dispatches)
    ]
    return {
        "lines": lines,
        "unsigned": _unsigned(work, lines),
        "on_the_way": [one for one in lines if one.dispatches],
        "preparing": preparing,
        "progress": PaperList(tuple(papers)).progress,
    }


def _unsigned(work: Work, lines: Sequence[PaperLine]) -> list[str]:
    """Those that have not left and of which no signature is on record."""
    return [
        leaving(one)
        for one in lines
        if one.state == DocumentState.ISSUED and not signing.of_document(work, one.id)
    ]


def asked_for(lines: Sequence[PaperLine], asked: int) -> list[PaperLine]:
    """The letters a form of sending is about: the one asked for, else all that have not left.

    Where all have left it is the first of them, so that its receipt can be recorded.
    """
    here = [one for one in lines if one.id == asked]
    unsent = [one for one in lines if one.state == DocumentState.ISSUED]
    return here or unsent or list(lines[:1])


def beginning(letters: Sequence[PaperLine]) -> dict[str, object]:
    """What the form of a sending begins with: all of them ticked, sent now.

    Of a letter that has left it is how and when it did, so that its receipt is all that is typed.
    """
    begun: dict[str, object] = {"dokumen": [one.id for one in letters], "dikirim": wall_now()}
    if letters and letters[0].dispatches:
        last = letters[0].dispatches[-1]
        left = wall(datetime.fromisoformat(last.sent_at))
        begun |= {"saluran": last.channel, "dikirim": left}
    return begun


def leaving(one: PaperLine) -> str:
    """A letter by whom it goes to: on a phone a list shows only the beginning."""
    words = [part for part in (one.about, one.number, labels.law_title(one.title)) if part]
    if one.dispatches:
        words.append(_("dikirim %(at)s", at=moment(one.dispatches[-1].sent_at, short=True)))
    return " · ".join(words)


def _name(one: PaperLine) -> str:
    return " · ".join(part for part in (one.number, labels.law_title(one.title), one.about) if part)
