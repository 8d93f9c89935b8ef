"""The comments on a case as its file shows them; the record is elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from casework.models import Case
from casework.services.cases import known
from casework.services.core.work import Work
from casework.services.people import comments

MOST = 100


@dataclass(frozen=True)
class CommentLine:
    """One comment."""

    id: int
    author: str
    at: datetime
    text: str
    mentions: tuple[str, ...]
    own: bool


@dataclass(frozen=True)
class Comments:
    """The comments, newest first, and who may be mentioned in a new one; nobody: none may be."""

    lines: tuple[CommentLine, ...]
    people: tuple[tuple[int, str], ...]
    open: bool
    """May this officer write one?"""


def may_write(work: Work, case: Case) -> bool:
    """Whether the officer may write a comment: on a case of the own office, with a role in it."""
    actor = work.actor
    return actor.office_id == case.office_id and bool(actor.roles & comments.WRITERS)


def latest(work: Work, case: Case, most: int) -> tuple[CommentLine, ...]:
    """The newest comments of the officer's own office."""
    rows = comments.of_case(work, case, most)
    told = _mentions(work, [row.id for row, _ in rows])
    return tuple(
        CommentLine(
            row.id,
            author.name,
            row.written_at,
            row.text,
            told.get(row.id, ()),
            author.id == work.actor.officer_id,
        )
        for row, author in rows
    )


def _mentions(work: Work, keys: Collection[int]) -> dict[int, tuple[str, ...]]:
    return comments.mentions(work, keys) if keys else {}


def read(work: Work, case: Case) -> Comments:
    """What the page of comments shows."""
    open_ = may_write(work, case) and known.of(work, case) is None
    there = comments.mentionable(work, case) if open_ else []
    return Comments(latest(work, case, MOST), tuple((one.id, one.name) for one in there), open_)
