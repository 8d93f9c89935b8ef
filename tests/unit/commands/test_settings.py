"""A setting nobody can use is named in one line, without what is secret in it."""

from __future__ import annotations

import traceback
from pathlib import Path

import pytest

from casework.cli import main
from casework.errors import SettingsError
from casework.settings import Settings
from scripts import run


@pytest.mark.parametrize(
    "address",
    ["mysql://a:rahasia@b/c", "bukan alamat rahasia", "postgresql://a:rahasia@h:porta/x"],
)
@pytest.mark.parametrize("command", ["doctor", "migrate"])
def test_an_address_of_no_database_is_named_and_not_quoted(
    address: str,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CASEWORK_DATABASE_URL", address)
    with pytest.raises(SystemExit) as ended:
        main([command])
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert told.startswith("casework: CASEWORK_DATABASE_URL tidak dapat dipakai: bukan alamat")
    assert "rahasia" not in told
    assert len(told.splitlines()) == 1


def test_a_data_folder_that_cannot_be_written_is_named_before_anything_starts() -> None:
    # Nobody makes a folder there, not even root.
    told = run.hold(Path("/proc/casework/var"))
    assert told.startswith("/proc/casework/var cannot be written")
    assert "CASEWORK_VAR" in told


@pytest.mark.parametrize(
    "name", ["CASEWORK_REDIS_URL", "CASEWORK_WEB_PORT", "CASEWORK_SMTP_SECURITY"]
)
def test_a_trace_of_a_setting_does_not_quote_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the web server prints a trace, what was meant for another variable is not in it."""
    monkeypatch.setenv(name, "http://:rahasia@tuan")
    with pytest.raises(SettingsError, match=name) as refused:
        Settings.from_env()
    assert "rahasia" not in "".join(traceback.format_exception(refused.value))
