"""Numbers in words, both ways, and dates in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.engine.numbering import roman
from casework.engine.spelling import LARGEST, cardinal, date_in_words, ordinal, read_number


def test_every_number_to_9999_is_read_back() -> None:
    spelled = [cardinal(number) for number in range(10_000)]
    assert [read_number(words) for words in spelled] == list(range(10_000))
    assert len(set(spelled)) == 10_000


def test_every_rank_to_9999_is_read_back() -> None:
    assert [read_number(ordinal(number)) for number in range(1, 10_000)] == list(range(1, 10_000))


SAMPLES = {
    0: "nol",
    10: "sepuluh",
    11: "sebelas",
    19: "sembilan belas",
    20: "dua puluh",
    100: "seratus",
    111: "seratus sebelas",
    999: "sembilan ratus sembilan puluh sembilan",
    1_000: "seribu",
    1_001: "seribu satu",
    1_900: "seribu sembilan ratus",
    2_024: "dua ribu dua puluh empat",
    10_000: "sepuluh ribu",
    11_000: "sebelas ribu",
    21_000: "dua puluh satu ribu",
    100_000: "seratus ribu",
    101_000: "seratus satu ribu",
    1_000_000: "satu juta",
    1_001_000: "satu juta seribu",
    1_100_011: "satu juta seratus ribu sebelas",
    479_001_000: "empat ratus tujuh puluh sembilan juta seribu",
    1_000_000_000: "satu miliar",
    1_001_001_001: "satu miliar satu juta seribu satu",
    999_999_999_999: (
        "sembilan ratus sembilan puluh sembilan miliar "
        "sembilan ratus sembilan puluh sembilan juta "
        "sembilan ratus sembilan puluh sembilan ribu "
        "sembilan ratus sembilan puluh sembilan"
    ),
    10**12: "satu triliun",
}


@pytest.mark.parametrize(("number", "words"), SAMPLES.items())
def test_numbers_read_as_one_says_them(number: int, words: str) -> None:
    assert cardinal(number) == words


ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def value(words: str) -> int:
    """What the words add up to, by the grammar of Indonesian numbers and by no code of ours."""
    for name, scale in reversed(SCALES.items()):
        before, found, after = words.partition(f" {name}")
        if found:
            return value(before) * scale + (value(after.strip()) if after else 0)
    for whole, scale in (("seribu", 1000), ("seratus", 100)):
        if words.startswith(whole):
            return scale + (value(words[len(whole) :].strip()) if words != whole else 0)
    for name, scale in ((" ratus", 100), (" puluh", 10)):
        before, found, after = words.partition(name)
        if found:
            return ONES.index(before) * scale + (value(after.strip()) if after else 0)
    if words in {"sepuluh", "sebelas"}:
        return 10 + (words == "sebelas")
    if words.endswith(" belas"):
        return 10 + ONES.index(words.removesuffix(" belas"))
    return ONES.index(words)


@given(st.one_of([st.integers(0, 10**digits) for digits in range(1, 16)]).filter(LARGEST.__ge__))
def test_any_number_is_said_with_its_value_and_comes_back(number: int) -> None:
    words = cardinal(number)
    assert value(words) == number
    assert read_number(words) == number
    assert not words.startswith(("satu ribu", "satu ratus"))


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
