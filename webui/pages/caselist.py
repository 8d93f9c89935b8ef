"""The list of cases an officer may see: filtered, searched, sorted, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row

from casework.models.case import unnumbered
from casework.services.listing import query
from casework.services.listing.wanted import Place, Wanted
from casework.services.search import asking
from casework.services.search.marks import Marker, Piece
from casework.services.work import Work
from webui import clockface
from webui.clockface import Countdown

PAGE = 50


@dataclass(frozen=True)
class CaseLine:
    """One case in the list; `due` is None without a running limit.

    `latest` is when its next act must be begun at the latest, where that is before the limit ends.
    """

    id: int
    number: str
    receipt_number: str
    registration_number: str
    title: str
    place: str
    stage: str
    kind: str
    due: datetime | None
    latest: datetime | None
    office: str
    owner: str
    received_at: datetime
    classes: tuple[str, ...]
    categories: tuple[str, ...]
    marked: tuple[Piece, ...] = ()
    excerpt: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class CaseList:
    """One page of the list, and the places where the pages around it begin.

    ``left`` is the countdown to the limit of each case that has one.
    """

    lines: tuple[CaseLine, ...]
    left: Mapping[int, Countdown]
    before: str
    after: str
    searched: bool
    unclear: tuple[str, ...]


def cases(work: Work, wanted: Wanted, zone: str) -> CaseList:
    """A page of cases in the order wanted."""
    question = asking.ask(wanted.text)
    rows, more = query.page(work, wanted, zone, PAGE)
    marker = None if question.empty else Marker(question)
    back = wanted.place is not None and wanted.place.before
    begins = wanted.place is None or (back and not more)
    ends = not more and not back
    lines = tuple(line(row, marker) for row in rows)
    now = work.now
    return CaseList(
        lines=lines,
        left={
            one.id: clockface.countdown(one.due, now, zone, short=True)
            for one in lines
            if one.due is not None
        },
        before=str(Place(rows[0].place, rows[0].id, before=True)) if rows and not begins else "",
        after=str(Place(rows[-1].place, rows[-1].id)) if rows and not ends else "",
        searched=marker is not None,
        unclear=question.unclear,
    )


def line(row: Row[Any], marker: Marker | None = None) -> CaseLine:
    """One row as it is shown; with a marker, with the words that were found."""
    marked = marker.whole(row.title) if marker else ()
    excerpt: tuple[Piece, ...] = ()
    if marker and not any(piece.hit for piece in marked):
        texts = (row.event_what, row.account, row.event_place, row.respondents or "")
        excerpt = next(filter(None, map(marker.excerpt, texts)), ())
    return CaseLine(
        id=row.id,
        number=row.registration_number or row.receipt_number or unnumbered(row.kind, row.id),
        receipt_number=row.receipt_number,
        registration_number=row.registration_number,
        title=row.title,
        place=row.event_place,
        stage=row.stage,
        kind=row.kind,
        due=None if row.due is None else datetime.fromtimestamp(row.due, UTC),
        latest=datetime.fromtimestamp(row.urgency, UTC) if _earlier(row) else None,
        office=row.office,
        owner=row.owner or "",
        received_at=row.received_at,
        classes=_tagged(row.tags, "class:"),
        categories=_tagged(row.tags, "category:"),
        marked=marked,
        excerpt=excerpt,
    )


def _earlier(row: Row[Any]) -> bool:
    return row.due is not None and row.urgency < row.due


def _tagged(tags: str, name: str) -> tuple[str, ...]:
    if name not in tags:
        return ()
    return tuple(one.removeprefix(name) for one in tags.split() if one.startswith(name))
