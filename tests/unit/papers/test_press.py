"""The press for catalogues prints in a process of its own, and each text once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from casework.adapters.lawbook.press import Press
from casework.engine.lawbook.page import Book
from casework.errors import RenderFailed

BOOK = Book("Edisi percobaan", "percobaan@1", "pemilihan", "", (), (), (), (), ())


def test_a_catalogue_is_printed_once_and_kept(tmp_path: Path) -> None:
    printer = Press(tmp_path / "katalog")
    first = printer.pdf(BOOK)
    assert first.startswith(b"%PDF-")
    (kept,) = (tmp_path / "katalog").iterdir()
    kept.write_bytes(b"simpanan")
    assert printer.pdf(BOOK) == b"simpanan"


def test_a_press_that_fails_says_what_else_to_do_and_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "tidak-ada"))
    with pytest.raises(RenderFailed, match="unduh HTML"):
        Press(tmp_path / "katalog").pdf(BOOK)
    assert not (tmp_path / "katalog").exists()
