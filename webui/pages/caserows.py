"""The rows of the list of cases as HTML: fifty a page, so they are written without a template.

Everything that comes from a case is escaped; all texts of a page at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import escape
from sqlalchemy import Row

from casework.models.case import unnumbered
from casework.services.cases.search.highlights import Marker, Piece
from webui import clockface, labels
from webui.language import said
from webui.pages.caselist import tagged

_NONE = '<span class="soft">–</span>'
Found = Row[*tuple[Any, ...]]


@dataclass(frozen=True)
class Setting:
    """What every row of a page is written with; `office`, `nobody` and `latest` are HTML."""

    root: str
    zone: str
    language: str
    now: int
    office: str
    nobody: str
    latest: str
    marker: Marker | None


def written(rows: Sequence[Found], heads: Iterable[tuple[str, str]], given: Setting) -> str:
    """The rows of a page, with these columns beside the number."""
    cells = [(f'<td data-label="{escape(title)}">', _CELLS[name]) for name, title in heads]
    texts = escaped([text for row in rows for text in _texts(row)])
    lines = []
    for place, row in enumerate(rows):
        at = place * _TEXTS
        number, under, *own = texts[at : at + _TEXTS]
        beside = "".join(f"{begin}{cell(row, own, given)}</td>" for begin, cell in cells)
        received = f'<br><span class="small soft">{under}</span>' if under else ""
        lines.append(
            f'<tr><th scope="row"><a href="{given.root}{row.id}">{number}</a>{received}</th>\n'
            f"{beside}</tr>\n"
        )
    return "".join(lines)


def escaped(texts: list[str]) -> list[str]:
    """Texts made safe for HTML, in one go: NUL is in no text we keep."""
    done = str(escape("\0".join(texts))).split("\0")
    return done if len(done) == len(texts) else [str(escape(one)) for one in texts]


_TEXTS = 6


def _texts(row: Found) -> tuple[str, ...]:
    """The number, the one under it, title, place, office and owner."""
    registered, received = row.registration_number, row.receipt_number
    return (
        registered or received or unnumbered(row.kind, row.id),
        received if registered else "",
        row.title,
        row.event_place,
        row.office,
        row.owner or "",
    )


def _case(row: Found, own: list[str], given: Setting) -> str:
    title, place, office, _owner = own
    more = ""
    if given.marker:
        marked = given.marker.whole(row.title)
        title = _pieces(marked) or title
        if not any(piece.hit for piece in marked):
            more = _excerpt(row, given.marker)
    elsewhere = "" if office == given.office else f" · {office}"
    return f'{title}<br><span class="small soft">{place}{elsewhere}</span>{more}'


def _excerpt(row: Found, marker: Marker) -> str:
    texts = (row.event_what, row.account, row.event_place, row.respondents or "")
    found = next(filter(None, map(marker.excerpt, texts)), ())
    return f'<p class="excerpt">{_pieces(found)}</p>' if found else ""


def _pieces(pieces: Iterable[Piece]) -> str:
    return "".join(
        f"<mark>{escape(one.text)}</mark>" if one.hit else str(escape(one.text)) for one in pieces
    )


def _stage(row: Found, _own: list[str], given: Setting) -> str:
    return _stage_tag(row.stage, given.language)


@lru_cache(maxsize=256)
def _stage_tag(stage: str, _language: str) -> str:
    return f'<span class="tag stage">{_word(labels.STAGES, stage)}</span>'


def _limit(row: Found, _own: list[str], given: Setting) -> str:
    due: int | None = row.due
    if due is None:
        return _NONE
    level, words = clockface.remaining(due - given.now, given.language)
    iso, said = _due(due, given.zone, given.language)
    return (
        f'<span class="countdown {level}" data-due="{iso}"><strong data-left>{words}</strong>'
        f'<span class="hidden-text"> · </span> <time datetime="{iso}">{said}</time></span>'
        f"{_latest(row.urgency, given) if row.urgency < due else ''}"
    )


def _latest(begin: int, given: Setting) -> str:
    said = _due(begin, given.zone, given.language)[1]
    return f'<br><span class="small">{given.latest} {said}</span>'


# The same limits stand on many pages; the language is part of what is kept.
@lru_cache(maxsize=16_384)
def _due(due: int, zone: str, _language: str) -> tuple[str, str]:
    wall = datetime.fromtimestamp(due, ZoneInfo(zone))
    return wall.isoformat(), str(escape(clockface.moment(wall, zone, short=True)))


def _received(row: Found, _own: list[str], given: Setting) -> str:
    return _due(row.received, given.zone, given.language)[1]


def _kind(row: Found, _own: list[str], _given: Setting) -> str:
    return _word(labels.KINDS, row.kind)


def _classes(row: Found, _own: list[str], _given: Setting) -> str:
    return _words(labels.CLASSES, tagged(row.tags, "class:"))


def _categories(row: Found, _own: list[str], _given: Setting) -> str:
    return _words(labels.CATEGORIES, tagged(row.tags, "category:"))


def _office(_row: Found, own: list[str], _given: Setting) -> str:
    return own[2]


def _owner(_row: Found, own: list[str], given: Setting) -> str:
    return own[3] or given.nobody


def _word(table: Mapping[str, Any], code: str) -> str:
    return str(escape(said(table).get(code) or code))


def _words(table: Mapping[str, Any], codes: Iterable[str]) -> str:
    return ", ".join(_word(table, code) for code in codes) or _NONE


_CELLS: Mapping[str, Callable[[Found, list[str], Setting], str]] = {
    "perkara": _case, "tahap": _stage, "batas": _limit, "diterima": _received, "jenis": _kind,
    "golongan": _classes, "kategori": _categories, "kantor": _office, "penanggung": _owner,
}  # fmt: skip
