"""What waits for the signed-in officer's signature, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from casework.errors import ActRefused
from casework.models import Case, Document
from casework.services.cases import access
from casework.services.core.work import Work
from casework.services.documents import signing
from casework.services.law import destinations
from webui.core import labels
from webui.documents.document_page import ALTERED, DocumentPage


@dataclass(frozen=True)
class Waiting:
    """An issued paper that waits; `title` names it with its number and whom it is about.

    The pages of a `sealed` one are drawn when the officer asks for them, and that is recorded.
    """

    id: int
    case_id: int
    case: str
    title: str
    dated: datetime | None
    sealed: bool


@dataclass(frozen=True)
class Queue:
    """The oldest papers that wait, and how many more do."""

    lines: tuple[Waiting, ...]
    more: int


def checks(work: Work, page: DocumentPage) -> tuple[tuple[bool, str], ...]:
    """What is checked of a paper before it is signed: whether it holds, and what that was."""
    row = work.session.get_one(Document, page.line.id)
    found = [
        (page.state != ALTERED, _("Berkasnya masih sama dengan yang diterbitkan")),
        (not page.line.stale, _("Tidak mengutip nilai yang sudah dibetulkan")),
    ]
    case = access.remembered(work, page.head.id)
    if page.line.letter:
        found.append((bool(page.line.number and page.line.dated), _("Bernomor dan bertanggal")))
        found.append((_competent(work, case, row), _("Tujuannya masih berwenang hari ini")))
    return tuple(found)


def _competent(work: Work, case: Case, row: Document) -> bool:
    try:
        destinations.check_addressee(work, case, row, work.now)
    except ActRefused:
        return False
    return True


def waiting(work: Work) -> Queue:
    """The queue of the signed-in officer."""
    found, more = signing.waiting(work)
    return Queue(
        tuple(
            Waiting(
                document.id,
                case.id,
                case.number,
                " \N{MIDDLE DOT} ".join(
                    filter(None, (labels.law_title(document.title), document.number))
                ),
                document.dated,
                document.confidential,
            )
            for document, case in found
        ),
        more,
    )
