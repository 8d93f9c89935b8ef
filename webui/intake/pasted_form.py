"""A list of respondents as it is pasted from a letter or a sheet: one line, one respondent."""

from __future__ import annotations

import re
from collections.abc import Mapping

MOST_LINES = 200
_PARTS = re.compile(r"\s*[;\t|]\s*")
COLUMNS = ("name", "position", "category", "region")


def pasted(
    text: str, categories: Mapping[str, object], regions: Mapping[str, str], category: str = ""
) -> list[dict[str, str]]:
    """The respondents of a list: name; position; category; region, separated by ``;`` or tabs.

    A category or region that is none of those offered stays open, to be chosen on the page;
    ``category`` is for lines that name none.
    """
    lines = [line.strip() for line in text.splitlines()]
    return [_row(line, categories, regions, category) for line in lines if line][:MOST_LINES]


def _row(
    line: str, categories: Mapping[str, object], regions: Mapping[str, str], category: str
) -> dict[str, str]:
    # A number or a bullet before the name belongs to the list, not to the name.
    parts = _PARTS.split(re.sub(r"^(\d+[.)]|[-*•])\s+", "", line))
    row = dict.fromkeys(COLUMNS, "") | dict(zip(COLUMNS, parts, strict=False))
    row["category"] = _code(row["category"], categories) if row["category"] else category
    row["region"] = _code(re.sub(r"^kab\.?\s+", "kabupaten ", row["region"], flags=re.I), regions)
    return row


def _code(words: str, offered: Mapping[str, object]) -> str:
    """The code with that name; a name that fits two (Bengkulu: province or city) fits none."""
    wanted = _plain(words)
    named = [code for code, name in offered.items() if wanted == _plain(str(name))]
    short = [
        code
        for code, name in offered.items()
        if wanted in (_plain(code), _plain(str(name)).partition(" ")[2])
    ]
    found = named or short
    return found[0] if wanted and len(found) == 1 else ""


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("_", " ").split())


def renumbered(fields: Mapping[str, list[str]], group: str) -> dict[str, list[str]]:
    """The fields of a form with the rows of a group counted from 0 without gaps."""
    shape = re.compile(rf"^{group}-(\d+)-(.+)$")
    matches = {name: found for name in fields if (found := shape.match(name))}
    places = sorted({int(found[1]) for found in matches.values()})
    fresh = {place: n for n, place in enumerate(places)}
    return {
        f"{group}-{fresh[int(matches[name][1])]}-{matches[name][2]}" if name in matches else name: v
        for name, v in fields.items()
    }


def with_rows(
    fields: Mapping[str, list[str]], group: str, rows: list[dict[str, str]]
) -> dict[str, list[str]]:
    """The fields with rows added after those that hold anything; empty ones go."""
    kept = without_empty(fields, group)
    first = 1 + max(
        (int(name.split("-")[1]) for name in kept if name.startswith(f"{group}-")), default=-1
    )
    for n, row in enumerate(rows):
        kept |= {f"{group}-{first + n}-{name}": [value] for name, value in row.items()}
    return kept


def without_row(fields: Mapping[str, list[str]], group: str, place: str) -> dict[str, list[str]]:
    """The fields without one row of a group."""
    gone = f"{group}-{place}-"
    return renumbered({n: v for n, v in fields.items() if not n.startswith(gone)}, group)


def without_empty(fields: Mapping[str, list[str]], group: str) -> dict[str, list[str]]:
    """The fields without the rows of a group in which nothing was typed or chosen."""
    shape = re.compile(rf"^({group}-\d+)-")
    said = {
        found[1]
        for name, values in fields.items()
        if (found := shape.match(name)) and any(value.strip() for value in values)
    }
    kept = {
        name: values
        for name, values in fields.items()
        if not (found := shape.match(name)) or found[1] in said
    }
    return renumbered(kept, group)
