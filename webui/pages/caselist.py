"""The list of cases an officer may see: filtered, searched, sorted, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row

from casework.services.listing import query
from casework.services.listing.wanted import Place, Wanted
from casework.services.search import asking
from casework.services.search.marks import Marker
from casework.services.work import Work

PAGE = 50


@dataclass(frozen=True)
class CaseLine:
    """One case in a sheet; `due` is None without a running limit."""

    receipt_number: str
    registration_number: str
    title: str
    place: str
    stage: str
    kind: str
    due: datetime | None
    office: str
    owner: str
    received_at: datetime
    classes: tuple[str, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True)
class CaseList:
    """One page of the list, and the places where the pages around it begin.

    `rows` are as `query.page` gives them; `marker` finds the words that were searched for.
    """

    rows: Sequence[Row[*tuple[Any, ...]]]
    before: str
    after: str
    marker: Marker | None
    unclear: tuple[str, ...]

    @property
    def searched(self) -> bool:
        """Whether the list is an answer to a text."""
        return self.marker is not None


def cases(work: Work, wanted: Wanted, zone: str) -> CaseList:
    """A page of cases in the order wanted."""
    question = asking.ask(wanted.text)
    rows, more = query.page(work, wanted, zone, PAGE)
    back = wanted.place is not None and wanted.place.before
    begins = wanted.place is None or (back and not more)
    ends = not more and not back
    return CaseList(
        rows=rows,
        before=str(Place(rows[0].place, rows[0].id, before=True)) if rows and not begins else "",
        after=str(Place(rows[-1].place, rows[-1].id)) if rows and not ends else "",
        marker=None if question.empty else Marker(question),
        unclear=question.unclear,
    )


def line(row: Row[Any]) -> CaseLine:
    """One row as a sheet shows it."""
    return CaseLine(
        receipt_number=row.receipt_number,
        registration_number=row.registration_number,
        title=row.title,
        place=row.event_place,
        stage=row.stage,
        kind=row.kind,
        due=None if row.due is None else datetime.fromtimestamp(row.due, UTC),
        office=row.office,
        owner=row.owner or "",
        received_at=datetime.fromtimestamp(row.received, UTC),
        classes=tagged(row.tags, "class:"),
        categories=tagged(row.tags, "category:"),
    )


def tagged(tags: str, name: str) -> tuple[str, ...]:
    """The codes of one kind among the tags of a line."""
    if name not in tags:
        return ()
    return tuple(one.removeprefix(name) for one in tags.split() if one.startswith(name))
