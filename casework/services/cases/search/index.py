"""The words of a case for full-text search: gathered from its rows, written, compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, text
from sqlalchemy.orm import Session

from casework.models import Case, Document, Party
from casework.models.document import DocumentState
from casework.models.party import RESPONDENTS
from casework.services.cases import review_secrecy, transfers
from casework.services.cases.search import words
from casework.services.cases.search.query import on_sqlite, source
from casework.services.core.work import Work
from casework.services.law import regions

MOST_IN_ORDER = 16_000
_MOST_PLACES = 255
MOST_WORDS = 100_000


@dataclass(frozen=True)
class Content:
    """The words of a case: those whose order is known, and the lexemes that have no place."""

    ordered: tuple[str, ...]
    loose: frozenset[str]

    @property
    def mark(self) -> str:
        """Thirty-two letters that differ when the words do."""
        told = " ".join([*self.ordered, *sorted(self.loose)])
        return hashlib.sha256(told.encode()).hexdigest()[:32]


def content(
    office_id: int, texts: list[str], names: list[str], also: Iterable[int] = ()
) -> Content:
    """The words of texts, each text for itself, and of respondents' names.

    Officers of the office find the case, and those of the offices `also`.
    """
    ordered: list[str] = []
    for one in texts:
        if len(ordered) < MOST_WORDS:
            ordered += [words.BREAK, *words.words(one)]
    of_names = {words.person(word) for name in names for word in words.words(name)}
    plain = {word for word in ordered if word != words.BREAK}
    return Content(
        tuple(ordered[:MOST_IN_ORDER]),
        frozenset(
            words.stems(plain) | of_names | {words.BREAK, *map(words.office, (office_id, *also))}
        ),
    )


def read(work: Work, case: Case) -> Content:
    """The words of a case as it stands."""
    parties = work.session.execute(_PARTIES, {"case": case.id}).all()
    texts = [
        case.title,
        case.receipt_number,
        case.registration_number,
        regions.event_place(work, case),
        case.event_what,
        case.account,
    ]
    texts += [f"{label} {position}" for label, position in parties]
    texts += _papers(work, case)
    told = [one for one in texts if one]
    also = transfers.readers(work, case.id)
    return content(case.office_id, told, [name for name, _ in parties], also)


_PARTIES = (
    select(Party.label, Party.position)
    .where(Party.case_id == bindparam("case"), Party.role.in_(RESPONDENTS))
    .order_by(Party.ordinal)
)
_PAPERS = (
    select(
        Document.number,
        Document.confidential,
        Document.data,
        Document.verify_code,
        Document.kind,
    )
    .where(Document.case_id == bindparam("case"), Document.state != DocumentState.VOID)
    .order_by(Document.id)
)


def _papers(work: Work, case: Case) -> Iterator[str]:
    """Numbers of letters, and the text of issued papers that name nobody who is protected."""
    for row in work.session.execute(_PAPERS, {"case": case.id}):
        yield row.number
        if row.data is not None and not row.confidential:
            if row.kind in review_secrecy.PAPERS and review_secrecy.holds(work, case):
                continue
            plain = work.vault.open(row.data, f"document:{row.verify_code}")
            yield from _strings(json.loads(plain))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def write(work: Work, case_id: int, found: Content) -> None:
    """Put the words of a case in place of those that were there."""
    put(work.connection, case_id, found)


def put(connection: Connection, case_id: int, found: Content) -> None:
    """Put the words of a case in place of those that were there, on a bare connection."""
    if connection.dialect.name == "sqlite":
        given = {"key": case_id, "words": _line(found)}
        connection.execute(_DELETE, given)
        connection.execute(_INSERT, given)
    else:
        connection.execute(_UPSERT, {"key": case_id, "words": tsvector(found)})


def same(session: Session, case_id: int, found: Content) -> bool:
    """Whether the stored words of a case are these."""
    if on_sqlite(session):
        query, told = "SELECT words = :told FROM case_words WHERE rowid = :key", _line(found)
    else:
        query = "SELECT words = CAST(:told AS tsvector) FROM case_words WHERE case_id = :key"
        told = tsvector(found)
    return bool(session.scalar(text(query), {"key": case_id, "told": told}))


def without_case(session: Session) -> list[int]:
    """Keys under which words are kept although there is no such case."""
    table, key = source(lite=on_sqlite(session))
    query = select(key).select_from(table).where(key.not_in(select(Case.id)))
    return list(session.scalars(query.order_by(key)))


def _line(found: Content) -> str:
    return " ".join([*found.ordered, *sorted(found.loose)])


_DELETE = text("DELETE FROM case_words WHERE rowid = :key")
_INSERT = text("INSERT INTO case_words (rowid, words) VALUES (:key, :words)")
_UPSERT = text(
    "INSERT INTO case_words (case_id, words) VALUES (:key, CAST(:words AS tsvector)) "
    "ON CONFLICT (case_id) DO UPDATE SET words = excluded.words"
)


def tsvector(found: Content) -> str:
    """The words as PostgreSQL writes them down, so that no parser of its own comes between."""
    places: dict[str, list[str]] = {lexeme: [] for lexeme in sorted(found.loose)}
    for place, word in enumerate(found.ordered, start=1):
        known = places.setdefault(word, [])
        if len(known) < _MOST_PLACES:
            known.append(str(place))
    return " ".join(
        f"'{lexeme}':{','.join(known)}" if known else f"'{lexeme}'"
        for lexeme, known in places.items()
    )
