"""A process that has drawn a paper is not undone by the way it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.adapters import sheets
from casework.adapters.lawbook import press
from casework.ports import Sheet


@pytest.fixture(autouse=True)
def ends_badly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every Python that is begun here aborts while it takes itself down."""
    (tmp_path / "sitecustomize.py").write_text(
        "import atexit, os\natexit.register(os.abort)\n", encoding="utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))


def test_a_register_that_was_drawn_is_handed_over() -> None:
    sheet = Sheet("Buku agenda", "Kantor", (("Isi", 20),), (("satu",),))
    assert sheets.pdf(sheet).startswith(b"%PDF")


def test_a_catalogue_that_was_printed_is_handed_over() -> None:
    assert press._printed("<p>Katalog</p>").startswith(b"%PDF")
