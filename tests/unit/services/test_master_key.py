"""The master key of an installation that has data is never replaced in silence."""

from __future__ import annotations

import pytest

from casework.bootstrap import App, build
from casework.errors import SettingsError
from tests import desk


def test_no_new_key_is_made_for_an_installation_with_data(app: App) -> None:
    desk.furnish(app)
    key = app.settings.master_key
    away = key.rename(key.with_suffix(".pindah"))
    with pytest.raises(SettingsError, match=r"Kunci induk .* tidak ada"):
        build(app.settings, app.law)
    assert not key.exists()
    away.rename(key)
    build(app.settings, app.law).close()


def test_an_installation_without_data_makes_its_key(app: App) -> None:
    app.settings.master_key.unlink()
    build(app.settings, app.law).close()
    assert len(app.settings.master_key.read_bytes()) == 32
