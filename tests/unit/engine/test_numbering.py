"""Numbers as the offices published them."""

from __future__ import annotations

from datetime import date

import pytest

from casework.engine import numbering
from casework.engine.edition import Edition
from casework.engine.law import Law


def test_the_published_numbers_of_bengkulu(pemilihan: Edition) -> None:
    rules = pemilihan.numbering
    assert (
        numbering.receipt(rules, 6, "LP", "PG", "provinsi", "07.00", date(2024, 9, 19))
        == "06/LP/PG/Prov/07.00/IX/2024"
    )
    assert (
        numbering.registration(rules, 5, "LP", "PG", "provinsi", "07.00", date(2024, 10, 21))
        == "05/Reg/LP/PG/Prov/07.00/X/2024"
    )
    assert (
        numbering.receipt(rules, 1, "LP", "PB", "kabupaten", "07.05", date(2020, 7, 15))
        == "01/LP/PB/Kab/07.05/VII/2020"
    )
    letter = rules.letter_pattern("07.00")
    assert numbering.letter(letter, 194, date(2024, 9, 21)) == "194/PP.00.01/K/09/2024"


def test_a_sequence_outgrows_its_width(pemilihan: Edition) -> None:
    text = numbering.receipt(
        pemilihan.numbering, 1234, "TM", "PB", "kota", "07.10", date(2024, 1, 1)
    )
    assert text == "1234/TM/PB/Kota/07.10/I/2024"


def test_the_width_is_the_editions(small: Law) -> None:
    rules = small.edition("uji-1").numbering
    text = numbering.receipt(rules, 3, "LP", "PG", "ri", "00.00", date(2024, 12, 1))
    assert text == "003/LP/PG/RI/00.00/XII/2024"


def test_an_office_without_a_pattern_gets_the_default_one(pemilihan: Edition) -> None:
    assert pemilihan.numbering.letter_pattern("07.03").office == ""


@pytest.mark.parametrize(
    ("month", "roman"), [(1, "I"), (5, "V"), (6, "VI"), (9, "IX"), (10, "X"), (12, "XII")]
)
def test_roman_months(month: int, roman: str) -> None:
    assert numbering.roman(month) == roman
