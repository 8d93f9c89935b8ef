"""What people type into the search box, taken apart; whatever they type, it never fails."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from casework.services.cases.search import words

LONGEST_QUERY = 200
MOST_TERMS = 16
_PIECE = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s"]+))', re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")

Kind = Literal["word", "phrase", "beginning", "person"]


@dataclass(frozen=True)
class Term:
    """One thing asked for: a word in any form, words in this order, a beginning, a respondent."""

    kind: Kind
    words: tuple[str, ...]
    without: bool = False


@dataclass(frozen=True)
class Question:
    """A query taken apart; `unclear` are pieces that could not be read and were left out.

    `since` and `until` bound the day a case was received, `article` is the id of an article.
    """

    terms: tuple[Term, ...] = ()
    article: str = ""
    since: date | None = None
    until: date | None = None
    unclear: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """True when there is no text to look for."""
        return not self.terms


def ask(text: str) -> Question:
    """Take a query apart: words, "exact phrase", -without, begin*, and name:value.

    Names are `terlapor`, `pasal`, `sejak`, `sampai`.
    """
    terms: list[Term] = []
    named: dict[str, str] = {}
    days: dict[str, date] = {}
    unclear: list[str] = []
    for found in _PIECE.finditer(text[:LONGEST_QUERY]):
        minus, name, quoted, bare = found.groups()
        value, name = quoted if quoted is not None else bare, (name or "").lower()
        if name in ("sejak", "sampai"):
            day = _day(value)
            if day:
                days[name] = day
            else:
                unclear.append(found.group())
        elif name == "pasal":
            named[name] = value[:64]
        else:
            said = value if name in ("", "terlapor") else f"{name} {value}"
            term = _term(said, name, quoted is not None, bool(minus))
            if term:
                terms.append(term)
            elif value.strip("-"):
                unclear.append(found.group())
    return Question(
        tuple(terms[:MOST_TERMS]),
        named.get("pasal", ""),
        days.get("sejak"),
        days.get("sampai"),
        tuple(unclear),
    )


def _term(said: str, name: str, quoted: bool, without: bool) -> Term | None:
    found = tuple(words.words(said))
    if not found:
        return None
    if name == "terlapor":
        return Term("person", found, without)
    if len(found) == 1 and not quoted:
        begins = said.endswith("*")
        return Term("beginning" if begins else "word", found, without)
    # A number such as 06/LP/PG is one thing although it has several words.
    return Term("phrase", found, without)


def _day(text: str) -> date | None:
    try:
        if european := _DAY.fullmatch(text.strip()):
            day, month, year = (int(part) for part in european.groups())
            return date(year, month, day)
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
