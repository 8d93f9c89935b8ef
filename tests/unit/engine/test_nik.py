"""The number of a card against the date of birth and the sex beside it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.engine.nik import PROVINCES, WOMAN, Doubt, doubts

BORN = st.dates(date(1920, 1, 1), date(2010, 12, 31))


@given(st.sampled_from(sorted(PROVINCES)), BORN, st.booleans(), st.integers(1, 9999))
def test_a_number_made_as_the_office_makes_it_is_never_doubted(
    province: int, born: date, woman: bool, count: int
) -> None:
    day = born.day + (WOMAN if woman else 0)
    number = f"{province}0412{day:02}{born:%m%y}{count:04}"
    assert doubts(number, born=born, woman=woman) == []
    assert doubts(number) == []
    assert doubts(number, woman=not woman) == [Doubt.SEX]


@given(BORN, BORN)
def test_another_date_of_birth_is_doubted(born: date, other: date) -> None:
    told = doubts(f"170412{born:%d%m%y}0001", born=other)
    same = (born.day, born.month, born.year % 100) == (other.day, other.month, other.year % 100)
    assert told == ([] if same else [Doubt.BIRTH_DATE])


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("", []),
        ("17710415099000", [Doubt.DIGITS]),
        ("17710415O9900001", [Doubt.DIGITS]),
        ("9971041509900001", [Doubt.PROVINCE]),
        ("1771043102900001", [Doubt.DAY]),
        ("1771042902000001", []),
        ("1771041509900000", [Doubt.COUNT]),
        ("1771040009900001", [Doubt.DAY]),
    ],
)
def test_what_is_told(number: str, told: list[Doubt]) -> None:
    assert doubts(number) == told
