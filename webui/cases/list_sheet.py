"""The list of cases as rows of a sheet: what is shown, the whole of it, safe to open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from casework.services.cases.listing import query
from casework.services.cases.listing.criteria import Wanted
from casework.services.core.work import Work
from webui.cases.case_list import tagged
from webui.cases.list_choices import COLUMNS
from webui.core import labels

Cell = str | datetime | None
AT_A_TIME = 1000
# A spreadsheet would take a text that begins so for a formula and run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class Sheet:
    """What goes into the file: filters, columns, zone, and the words of the page's language.

    Nothing in it needs a request any more, so a thread can write the file.
    """

    wanted: Wanted
    columns: tuple[str, ...]
    zone: str
    heads: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]


def sheet(wanted: Wanted, columns: Sequence[str], zone: str, numbers: Sequence[str]) -> Sheet:
    """The list as it is shown, ready to be written; ``numbers`` are the heads of the first two."""
    named = {
        "stage": labels.STAGES, "kind": labels.KINDS, "class": labels.CLASSES,
        "category": labels.CATEGORIES,
    }  # fmt: skip
    heads = [str(title) for name in columns for title in _heads(name)]
    return Sheet(
        wanted,
        tuple(columns),
        zone,
        (*numbers, *heads),
        {name: {code: str(word) for code, word in table.items()} for name, table in named.items()},
    )


def _heads(column: str) -> tuple[object, ...]:
    return (COLUMNS[column], labels.PLACE) if column == "perkara" else (COLUMNS[column],)


def rows(work: Work, given: Sheet) -> Iterator[list[Cell]]:
    """Every row of the list in its order; times are wall clock of the office, without zone."""
    statement = query.statement(work, given.wanted, given.zone)
    found = work.connection.execute(statement.execution_options(yield_per=AT_A_TIME))
    cells = [*_NUMBERS, *(cell for name in given.columns for cell in _CELLS[name])]
    places = list(found.keys())
    picked = itemgetter(*(places.index(column) for column, _maker in cells))
    makers = [maker(given) for _column, maker in cells]
    for row in found:
        yield [make(value) for make, value in zip(makers, picked(row), strict=True)]


def guarded(text: str | None) -> str:
    """A text that no spreadsheet takes for a formula; nothing is an empty one."""
    if not text:
        return ""
    return f"'{text}" if text.startswith(_FORMULA) else text


Make = Callable[[Any], Cell]


def _text(_given: Sheet) -> Make:
    return guarded


def _wall(given: Sheet) -> Make:
    zone, at = ZoneInfo(given.zone), datetime.fromtimestamp
    return lambda epoch: None if epoch is None else at(epoch, zone).replace(tzinfo=None)


def _word(table: str) -> Callable[[Sheet], Make]:
    def maker(given: Sheet) -> Make:
        words = given.words[table]
        return lambda code: words.get(code, code)

    return maker


def _words(table: str) -> Callable[[Sheet], Make]:
    def maker(given: Sheet) -> Make:
        words = given.words[table]
        return lambda tags: ", ".join(words.get(one, one) for one in tagged(tags, f"{table}:"))

    return maker


# From which column of the list each cell is made, and how: a hundred thousand rows and more are.
_NUMBERS = (("receipt_number", _text), ("registration_number", _text))
_CELLS: Mapping[str, Sequence[tuple[str, Callable[[Sheet], Make]]]] = {
    "perkara": (("title", _text), ("event_place", _text)),
    "tahap": (("stage", _word("stage")),),
    "batas": (("due", _wall),),
    "diterima": (("received", _wall),),
    "jenis": (("kind", _word("kind")),),
    "golongan": (("tags", _words("class")),),
    "kategori": (("tags", _words("category")),),
    "kantor": (("office", _text),),
    "penanggung": (("owner", _text),),
}
