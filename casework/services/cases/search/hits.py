"""A question as each database understands it, and the condition over the words of cases."""

from __future__ import annotations

from sqlalchemy import ColumnElement, String, TextClause, bindparam, column, table, text
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import TableClause

from casework.services.cases.search import words
from casework.services.cases.search.asking import Question, Term

TABLE = "case_words"


def on_sqlite(session: Session) -> bool:
    """Which of the two databases a session talks to."""
    return session.get_bind().dialect.name == "sqlite"


def source(*, lite: bool) -> tuple[TableClause, ColumnElement[int]]:
    """The words of cases, and the column that names the case."""
    key = "rowid" if lite else "case_id"
    found = table(TABLE, column(key), column("words"))
    return found, found.c[key]


def condition(*, lite: bool) -> TextClause:
    """The cases that answer the question given as `asked`."""
    if lite:
        return text(f"{TABLE} MATCH :asked")
    # Written out each time: a plan that PostgreSQL keeps for any question reads the newest cases
    # until it has fifty hits, and for a word that nobody wrote that is all of them.
    asked = bindparam("asked", type_=String, literal_execute=True)
    return text(f"{TABLE}.words @@ CAST(:asked AS tsquery)").bindparams(asked)


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
