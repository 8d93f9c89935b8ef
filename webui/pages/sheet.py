"""The list of cases as rows of a sheet: what is shown, the whole of it, safe to open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from casework.services.listing import query
from casework.services.listing.wanted import Wanted
from casework.services.work import Work
from webui import labels
from webui.pages.caselist import CaseLine, line
from webui.pages.choosing import COLUMNS

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
    statement, values = query.statement(work, given.wanted, given.zone, None)
    found = work.session.execute(statement.execution_options(yield_per=AT_A_TIME), values)
    cells = [_CELLS[name] for name in given.columns]
    zone = ZoneInfo(given.zone)
    for row in found:
        one = line(row)
        made: list[Cell] = [guarded(one.receipt_number), guarded(one.registration_number)]
        for cell in cells:
            made += cell(one, given.words, zone)
        yield made


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


_Words = Mapping[str, Mapping[str, str]]


def _wall(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    return None if moment is None else moment.astimezone(zone).replace(tzinfo=None)


def _said(codes: Sequence[str], words: Mapping[str, str]) -> str:
    return ", ".join(words.get(code, code) for code in codes)


_CELLS: Mapping[str, Callable[[CaseLine, _Words, ZoneInfo], Sequence[Cell]]] = {
    "perkara": lambda one, _words, _zone: (guarded(one.title), guarded(one.place)),
    "tahap": lambda one, words, _zone: (words["stage"].get(one.stage, one.stage),),
    "batas": lambda one, _words, zone: (_wall(one.due, zone),),
    "diterima": lambda one, _words, zone: (_wall(one.received_at, zone),),
    "jenis": lambda one, words, _zone: (words["kind"].get(one.kind, one.kind),),
    "golongan": lambda one, words, _zone: (_said(one.classes, words["class"]),),
    "kategori": lambda one, words, _zone: (_said(one.categories, words["category"]),),
    "kantor": lambda one, _words, _zone: (guarded(one.office),),
    "penanggung": lambda one, _words, _zone: (guarded(one.owner),),
}
