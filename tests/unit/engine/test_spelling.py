"""Numbers in words, both ways, and dates in words; the library for numbers is the oracle."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words

from casework.engine.numbering import roman
from casework.engine.spelling import LARGEST, cardinal, date_in_words, ordinal, read_number


def test_every_number_to_9999_is_read_back() -> None:
    spelled = [cardinal(number) for number in range(10_000)]
    assert [read_number(words) for words in spelled] == list(range(10_000))
    assert len(set(spelled)) == 10_000


def test_every_rank_to_9999_is_read_back() -> None:
    assert [read_number(ordinal(number)) for number in range(1, 10_000)] == list(range(1, 10_000))


@given(st.integers(min_value=0, max_value=LARGEST))
@example(479_001_000)
@example(1_201_000)
def test_numbers_are_those_of_the_library_and_come_back(number: int) -> None:
    # The library still writes the old spelling "milyar", and "seribu" only where nothing precedes.
    library = num2words(number, lang="id").replace("milyar", "miliar")
    assert cardinal(number) == re.sub(r"(juta|miliar|triliun) satu ribu", r"\1 seribu", library)
    assert read_number(cardinal(number)) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (12, "kedua belas"),
        (20, "kedua puluh"),
        (101, "keseratus satu"),
        (999, "kesembilan ratus sembilan puluh sembilan"),
        (1000, "ke-1000"),
        (2026, "ke-2026"),
    ],
)
def test_a_rank_joins_its_first_word_and_large_ones_keep_their_digits(
    number: int, words: str
) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize("text", ["", "dua belas puluh", "satu puluh", "seratus ratus", "xii"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no number"):
        read_number(text)


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_numbers_without_words_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        cardinal(number)
    with pytest.raises(ValueError, match="no rank"):
        ordinal(0)


@given(st.dates(min_value=date(2019, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_in_words_tells_the_day(day: date) -> None:
    name, _, rest = date_in_words(day).partition(" tanggal ")
    told, _, year = rest.partition(" tahun ")
    spelled, _, month = told.rpartition(" ")
    assert (read_number(spelled), read_number(year)) == (day.day, day.year)
    assert date_in_words(day + timedelta(days=7)).startswith(f"{name} tanggal ")
    assert month.istitle()


def test_months_are_roman_in_numbers() -> None:
    assert [roman(month) for month in (1, 4, 5, 9, 10, 12)] == ["I", "IV", "V", "IX", "X", "XII"]
