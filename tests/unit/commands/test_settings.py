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


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("rahasia", "kurang dari 32 huruf"),
        ("rahasia" * 6, "mudah ditebak"),
        ("change-me-change-me-change-me-change-me", "mudah ditebak"),
        ("0123456789abcdef0123456789abcdef", "mudah ditebak"),
    ],
)
def test_a_session_key_that_could_be_guessed_is_refused_and_not_quoted(
    key: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEWORK_SECRET_KEY", key)
    with pytest.raises(
        SettingsError, match=f"CASEWORK_SECRET_KEY tidak dapat dipakai: {why}"
    ) as no:
        Settings.from_env()
    assert key not in "".join(traceback.format_exception(no.value))


@pytest.mark.parametrize(
    "key", ["", "387e033df17032b94c175140aa9e88d65a59c4026d6b0ce54ab33e21f7942811"]
)
def test_a_random_session_key_or_none_is_taken(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEWORK_SECRET_KEY", key)
    assert Settings.from_env().secret_key == key
