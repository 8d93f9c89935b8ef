"""What waits for the signed-in officer's signature, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.services.core.work import Work
from casework.services.documents import signing
from webui.core import labels


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
