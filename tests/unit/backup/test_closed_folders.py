"""Nobody else on the machine reads the data folder or a copy of it."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casework.adapters.backup import snapshot
from casework.bootstrap import App, build
from casework.settings import Settings


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(("given", "kept"), [(0o755, 0o750), (0o777, 0o770), (0o700, 0o700)])
def test_the_data_folder_is_closed_at_the_start_and_its_group_stays(
    settings: Settings, given: int, kept: int
) -> None:
    settings.var.chmod(given)
    build(settings).close()
    assert rights(settings.var) == kept


def test_a_folder_that_is_not_there_is_made_closed(settings: Settings, tmp_path: Path) -> None:
    new = settings.model_copy(update={"var": tmp_path / "a" / "var"})
    build(new).close()
    assert rights(new.var) == 0o700


@pytest.mark.sqlite
def test_a_copy_is_closed(app: App, tmp_path: Path) -> None:
    made = snapshot.take(
        url=app.settings.url,
        var=app.settings.var,
        target=tmp_path / "cadangan",
        at=datetime.now(UTC),
        version="0",
        schema="",
        law="",
    )
    assert rights(made) == 0o700
