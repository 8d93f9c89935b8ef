"""Whichever database: the hits are those a plain reading of the words gives."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from sqlalchemy import select, text

from casework.adapters.database import Database
from casework.services.cases.search import index, words
from casework.services.cases.search import query as hits
from casework.services.cases.search.query import Term, ask

SPOKEN = (
    "kepala", "desa", "kampanye", "berkampanye", "kampanyenya", "sembako", "membagikan",
    "pembagian", "uang", "camat", "netral", "netralitas", "07", "2024", "ix", "lp", "mendukung",
    "dukungan", "didukung", "é", "ﬁ", "straße",
)  # fmt: skip
JOINTS = (" ", " ", " ", "-", "/", ", ", "\n", "_", "'")
QUERIES = 400
CASES = 80


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


def sentence(chance: random.Random, most: int) -> str:
    return "".join(chance.choice(SPOKEN) + chance.choice(JOINTS) for _ in range(most))


def query(chance: random.Random) -> str:
    def one() -> str:
        word = chance.choice(SPOKEN)
        shapes = (word, word, f'"{word} {chance.choice(SPOKEN)}"', word[:3] + "*",
                  f"terlapor:{word}", f"{word}/{chance.choice(SPOKEN)}")  # fmt: skip
        return chance.choice(("", "", "-")) + chance.choice(shapes)

    return " ".join(one() for _ in range(chance.randint(1, 3)))


def answers(term: Term, texts: list[str], names: list[str]) -> bool:
    """The meaning of a term, read word by word."""
    spoken = [words.words(one) for one in texts]
    every = {word for one in spoken for word in one}
    if term.kind == "word":
        return words.stem(term.words[0]) in {words.stem(word) for word in every}
    if term.kind == "beginning":
        known = every | {words.stem(word) for word in every}
        return any(word.startswith(term.words[0]) for word in known)
    if term.kind == "person":
        return set(term.words) <= {word for name in names for word in words.words(name)}
    return any(
        tuple(one[at : at + len(term.words)]) == term.words
        for one in spoken
        for at in range(len(one))
    )


def test_every_hit_is_one_and_none_is_missing(database: Database) -> None:
    chance = random.Random(20240919)
    known = {
        key: ([sentence(chance, 4), sentence(chance, 9)], [sentence(chance, 2)])
        for key in range(1, CASES + 1)
    }
    with database.write() as session:
        lite = hits.on_sqlite(session)
        if not lite:
            session.execute(text("SET session_replication_role = replica"))  # no cases behind them
        for key, (texts, names) in known.items():
            index.put(session.connection(), key, index.content(1 + key % 2, texts, names))
        source, key_column = hits.source(lite=lite)
        for number in range(QUERIES):
            question = ask(query(chance))
            if question.empty:
                continue
            office = (None, 1, 2)[number % 3]
            found = select(key_column).select_from(source)
            found = found.where(hits.condition(question, office, lite=lite))
            wanted = {
                key
                for key, (texts, names) in known.items()
                if office in (None, 1 + key % 2)
                and all(answers(term, texts, names) != term.without for term in question.terms)
            }
            assert set(session.scalars(found)) == wanted, question
        session.rollback()
