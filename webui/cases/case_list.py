"""The list of cases an officer may see: filtered, searched, sorted, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from casework.services.cases.listing import query
from casework.services.cases.listing.criteria import Place, Wanted
from casework.services.cases.search import query as asking
from casework.services.cases.search.highlights import Marker
from casework.services.core.work import Work

PAGE = 50


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


def tagged(tags: str, name: str) -> tuple[str, ...]:
    """The codes of one kind among the tags of a line."""
    if name not in tags:
        return ()
    return tuple(one.removeprefix(name) for one in tags.split() if one.startswith(name))
