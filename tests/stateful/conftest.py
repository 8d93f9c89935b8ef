"""Installations for stories that are played at random."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from casework.bootstrap import build
from casework.settings import Settings
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.databases import Template


@pytest.fixture
def make(database_template: Template, tmp_path: Path) -> Iterator[Callable[[], Bureau]]:
    """Makes an office with a database, a folder and a clock of its own."""
    numbers = count()
    with ExitStack() as databases:

        def one() -> Bureau:
            folder = tmp_path / str(next(numbers))
            folder.mkdir()
            clock = SettableClock(folder / "clock")
            clock.set("2024-09-19T09:00:00+07:00")
            url = databases.enter_context(database_template.copy(folder))
            app = build(
                Settings(mode="test", var=folder, database_url=url, clock=clock.spec, smtp_host="")
            )
            return Bureau(app, clock)

        yield one
