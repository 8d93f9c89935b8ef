"""Any text becomes printable, the same way on every machine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.adapters.pdf.draw import clean, printable

COVERAGE = frozenset(range(0x20, 0x17F)) | {0x2013}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Siti Nurhaliza", "Siti Nurhaliza"),
        ("baris\r\nbaris\rbaris", "baris\nbaris\nbaris"),
        ("e\u0301", "é"),
        ("a\u00adb\u200bc", "abc"),
        ("\u202ekanan", "kanan"),
        ("\x07", "[U+0007]"),
        ("a\u2028b", "a\nb"),
        ("👩‍🌾", "[U+1F469][U+1F33E]"),
    ],
)
def test_what_is_printed(typed: str, printed: str) -> None:
    assert clean(typed, COVERAGE) == printed


@given(st.text())
def test_only_drawable_characters_remain(typed: str) -> None:
    drawable = COVERAGE | {0x0A, 0x09}
    assert {ord(char) for char in clean(typed, COVERAGE)} <= drawable


def test_it_reaches_every_string() -> None:
    assert printable({"a": ["x\x00", {"b": "\u200f"}], "n": 1}, COVERAGE) == {
        "a": ["x[U+0000]", {"b": ""}],
        "n": 1,
    }
