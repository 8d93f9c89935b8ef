"""The real law, read once, and a small one of a few entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.adapters import rulebook
from casework.engine.calendar import Calendar
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.loader import parse

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def calendar(law: Law) -> Calendar:
    return law.calendar


@pytest.fixture(scope="session")
def pemilihan(law: Law) -> Edition:
    return law.edition("pemilihan-2020")


@pytest.fixture(scope="session")
def small_texts() -> dict[str, str]:
    return rulebook.texts(HERE / "small")


@pytest.fixture(scope="session")
def small(small_texts: dict[str, str]) -> Law:
    return parse(small_texts)
