"""No line of a paper ends within a number, a date, an hour, or between a number and its unit."""

from __future__ import annotations

import re

import pytest

from casework.adapters.pdf.binding import bound
from tests.unit.papers.conftest import Drawn
from tests.unit.papers.samples import FOLDERS, text_of

MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
TORN = re.compile(
    rf"\b\d{{1,2}}\n(?:{MONTHS})|(?:{MONTHS})\n\d{{4}}|\d\d\nWI|/\n\w+/|\w+/\n[\w.]+/|"
    r"\d\n\([a-z]|\)\nhari\b|Pasal\n\d|ayat\n\("
)


@pytest.mark.parametrize(("edition", "form"), FOLDERS)
def test_nothing_that_is_read_as_one_is_torn(drawn: Drawn, edition: str, form: str) -> None:
    assert TORN.findall(text_of(drawn(form, edition))) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("pada 15 September 2024 pukul 10.00 WIB", "pada 15~September~2024 pukul~10.00~WIB"),
        ("paling lama 7 (tujuh) hari", "paling lama 7~(tujuh)~hari"),
        ("Pasal 135 ayat (1) huruf d", "Pasal~135 ayat~(1) huruf~d"),
        ("Undang-Undang Nomor 6 Tahun 2020", "Undang-Undang Nomor~6 Tahun~2020"),
        ("Pasal yang dilanggar", "Pasal yang dilanggar"),
    ],
)
def test_what_is_bound(text: str, kept: str) -> None:
    assert bound(f"<body>{text}").removeprefix("<body>") == kept.replace("~", "\u00a0")


def test_a_number_is_bound_and_an_address_and_a_tag_are_not() -> None:
    number = "04/Reg/LP/PG/Prov/07.00/IX/2024"
    assert bound(f"<body>Nomor {number}.").endswith(f'<span class="number">{number}</span>.')
    for text in ('<body><img src="a/b/c/d">', "<body>http://127.0.0.1:8000/verifikasi/a/b/c"):
        assert bound(text) == text
