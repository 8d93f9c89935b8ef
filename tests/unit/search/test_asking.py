"""The query of the search box: what it means, and that nothing typed ever fails."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casework.services.cases.search import words
from casework.services.cases.search.highlights import Marker
from casework.services.cases.search.query import MOST_TERMS, Term, _fts5, _tsquery, ask

LEXEME = re.compile(r"[^\W]+")


@pytest.mark.parametrize(("text", "terms"), [
    ("Kampanye desa", (Term("word", ("kampanye",)), Term("word", ("desa",)))),
    ('"Kepala Desa"', (Term("phrase", ("kepala", "desa")),)),
    ('-"kepala desa" -uang', (Term("phrase", ("kepala", "desa"), without=True),
                              Term("word", ("uang",), without=True))),
    ("06/LP/PG", (Term("phrase", ("06", "lp", "pg")),)),
    ("bengk*", (Term("beginning", ("bengk",)),)),
    ("terlapor:Budi", (Term("person", ("budi",)),)),
    ('terlapor:"Budi Santoso"', (Term("person", ("budi", "santoso")),)),
    ('"tak ditutup', (Term("phrase", ("tak", "ditutup")),)),
    ("André", (Term("word", ("andre",)),)),
    ("http://desa", (Term("phrase", ("http", "desa")),)),
])  # fmt: skip
def test_a_query_is_taken_apart(text: str, terms: tuple[Term, ...]) -> None:
    assert ask(text).terms == terms


def test_dates_and_articles_are_no_words() -> None:
    found = ask("uang sejak:2024-09-01 sampai:30-09-2024 pasal:uu-desa-29-j")
    assert (found.since, found.until) == (date(2024, 9, 1), date(2024, 9, 30))
    assert found.article == "uu-desa-29-j"
    assert found.terms == (Term("word", ("uang",)),)
    assert ask("sejak:kemarin").unclear == ("sejak:kemarin",)
    assert ask("-sejak:2024-09-01").unclear == ("-sejak:2024-09-01",)
    without = ask("-pasal:uu-71-1 -pasal:uu-188")
    assert (without.article, without.without_articles) == ("", ("uu-71-1", "uu-188"))
    assert ask("?! -").empty


@given(st.one_of(st.text(), st.text('"-:*() aterlaposjkhm', max_size=60)))
@example('"')
@example("terlapor:")
@example("\x00" * 300)
@example("ß" * 300)
@example("İ" * 100)
@example("\ud800")
def test_no_text_fails_and_no_text_becomes_syntax(text: str) -> None:
    question = ask(text)
    assert len(question.terms) <= MOST_TERMS
    for term in question.terms:
        assert term.words
        for word in term.words:
            assert LEXEME.fullmatch(word), word
            assert "_" not in word
            assert len(word) <= words.LONGEST_WORD
        assert set(_fts5(term)) - set("".join(term.words)) <= set('"_p* ()AND')
        assert "''" not in _tsquery(term)
    marker = Marker(question)
    assert "".join(piece.text for piece in marker.whole("Kepala desa: <b>")) == "Kepala desa: <b>"
    marker.excerpt(text[:500])


@given(st.text(max_size=200), st.text("abc ", max_size=5))
def test_marked_texts_say_what_they_said(text: str, asked: str) -> None:
    import unicodedata

    pieces = Marker(ask(asked)).whole(text)
    assert "".join(piece.text for piece in pieces) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("forms", [
    ("kampanye", "berkampanye", "kampanyenya"),
    ("laporan", "dilaporkan", "melaporkan"),
    ("dukungan", "mendukung", "didukung"),
    ("pembagian", "membagikan"),
])  # fmt: skip
def test_stems_join_the_forms_of_a_word(forms: tuple[str, ...]) -> None:
    assert len({words.stem(form) for form in forms}) == 1
