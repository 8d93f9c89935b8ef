"""What people type into the search box, and the condition each database makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import ColumnElement, String, TextClause, bindparam, column, table, text
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import TableClause

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

    `since` and `until` bound the day a case was received, `article` is the id of an article, and
    `without_articles` are those that a case must not have.
    """

    terms: tuple[Term, ...] = ()
    article: str = ""
    without_articles: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    unclear: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """True when there is no text to look for."""
        return not self.terms


def ask(text: str) -> Question:
    """Take a query apart: words, "exact phrase", -without, begin*, and name:value.

    Names are `terlapor`, `pasal`, `sejak`, `sampai`; the first two may be excluded.
    """
    terms: list[Term] = []
    named: dict[str, str] = {}
    without_articles: list[str] = []
    days: dict[str, date] = {}
    unclear: list[str] = []
    for found in _PIECE.finditer(text[:LONGEST_QUERY]):
        minus, name, quoted, bare = found.groups()
        value, name = quoted if quoted is not None else bare, (name or "").lower()
        if name in ("sejak", "sampai"):
            day = _day(value)
            if day and not minus:
                days[name] = day
            else:
                unclear.append(found.group())
        elif name == "pasal" and minus:
            without_articles.append(value[:64])
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
        tuple(without_articles[:MOST_TERMS]),
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


TABLE = "case_words"


def on_sqlite(session: Session) -> bool:
    """Which of the two databases a session talks to."""
    return session.get_bind().dialect.name == "sqlite"


def source(*, lite: bool) -> tuple[TableClause, ColumnElement[int]]:
    """The words of cases, and the column that names the case."""
    key = "rowid" if lite else "case_id"
    found = table(TABLE, column(key), column("words"))
    return found, found.c[key]


def condition(question: Question, office_id: int | None, *, lite: bool) -> TextClause:
    """The cases that answer a question; with an office, only those of that office."""
    said = asked(question, office_id, lite=lite)
    if lite:
        return text(f"{TABLE} MATCH :asked").bindparams(asked=said)
    # Written out each time: a plan that PostgreSQL keeps for any question reads the newest cases
    # until it has fifty hits, and for a word that nobody wrote that is all of them.
    given = bindparam("asked", said, type_=String, literal_execute=True)
    return text(f"{TABLE}.words @@ CAST(:asked AS tsquery)").bindparams(given)


def asked(question: Question, office_id: int | None, *, lite: bool) -> str:
    """A question as the database reads it; with an office, only for that office's cases.

    Every lexeme is letters, digits and underscores only, so nothing in it can be read as syntax.
    """
    spoken = _fts5 if lite else _tsquery
    wanted = [spoken(term) for term in question.terms if not term.without]
    unwanted = [spoken(term) for term in question.terms if term.without]
    if office_id is not None or not wanted:
        # Every case has the break: a question that only excludes needs something to exclude from.
        whose = words.BREAK if office_id is None else words.office(office_id)
        wanted.append(f'"{whose}"' if lite else f"'{whose}'")
    if lite:
        query = " AND ".join(wanted)
        return f"({query}) NOT ({' OR '.join(unwanted)})" if unwanted else query
    return " & ".join([*wanted, *(f"!{one}" for one in unwanted)])


def plain(question: Question) -> list[str]:
    """The words to look for in a text as it was typed, in lower case.

    None for a question that also excludes words or asks for a respondent: those are in the index.
    """
    if any(one.without or one.kind == "person" for one in question.terms):
        return []
    return [
        words.stem(word) if one.kind == "word" else word
        for one in question.terms
        for word in one.words
    ]


def _lexemes(term: Term) -> list[str]:
    if term.kind == "word":
        return [words.stem(term.words[0])]
    if term.kind == "person":
        return [words.person(word) for word in term.words]
    return list(term.words)


def _fts5(term: Term) -> str:
    found = _lexemes(term)
    if term.kind == "beginning":
        return f'"{found[0]}" *'
    if term.kind == "person":
        return "(" + " AND ".join(f'"{one}"' for one in found) + ")"
    return '"' + " ".join(found) + '"'


def _tsquery(term: Term) -> str:
    found = [f"'{one}'" for one in _lexemes(term)]
    if term.kind == "beginning":
        return f"{found[0]}:*"
    return "(" + (" & " if term.kind == "person" else " <-> ").join(found) + ")"
