"""The master key of an installation that has data is never replaced in silence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from casework.adapters.vault import KeyFileVault
from casework.bootstrap import App, build, key_check
from casework.errors import SettingsError, WrongKey
from casework.models import Identity
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


REFUSED = "bukan kunci yang menyegel data ini"
OLDER = pytest.param("older", marks=pytest.mark.thorough)


@pytest.fixture(params=["noted", OLDER])
def other_key(app: App, request: pytest.FixtureRequest) -> Path:
    """Another key where the right one was; also where an older version noted none."""
    desk.furnish(app)
    desk.receive(app)
    if request.param == "older":
        key_check(app.settings).unlink()
    key = app.settings.master_key
    key.write_bytes(bytes(range(32)))
    return key


@pytest.mark.parametrize(
    "command",
    [
        ["gunicorn", "webui.app:create_app()", "--bind", "127.0.0.1:0", "--no-control-socket"],
        ["python", "-m", "flows.worker"],
        ["casework", "audit", "verify"],
        ["casework", "doctor"],
        ["casework", "backup", "--to", "{var}/cadangan"],
    ],
    ids=["web", "worker", "audit", "doctor", "backup"],
)
def test_nothing_starts_with_another_key(app: App, other_key: Path, command: list[str]) -> None:
    program, *rest = (one.format(var=app.settings.var) for one in command)
    before = everything(app)
    done = subprocess.run(
        [str(Path(sys.executable).with_name(program)), *rest],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    told = " ".join((done.stdout + done.stderr).split())
    assert f"Kunci induk {other_key} {REFUSED}" in told
    assert "CASEWORK_KEY_FILE" in told
    assert everything(app) == before


def everything(app: App) -> tuple[int, list[str]]:
    """How many identities there are, and the stored files."""
    with app.database.read() as session:
        count = session.scalar(select(func.count()).select_from(Identity)) or 0
    files = (one for one in app.settings.var.rglob("*") if one.is_file())
    return count, sorted(str(one) for one in files if "files" in one.parts)


def test_the_right_key_starts_what_an_older_version_sealed(app: App) -> None:
    desk.furnish(app)
    desk.receive(app)
    key_check(app.settings).unlink()
    build(app.settings, app.law).close()
    assert key_check(app.settings).read_text().strip() == app.vault.fingerprint


def test_a_key_of_a_while_does_not_become_the_right_one(app: App) -> None:
    """Sealed with another key meanwhile, by a version that did not look: the first one counts."""
    desk.furnish(app)
    for number in range(4):
        desk.receive(app, f"laporan-{number}")
    key, check = app.settings.master_key, key_check(app.settings)
    other = KeyFileVault(bytes(range(32)))
    with app.database.write() as session:
        newest = session.scalars(select(Identity).order_by(Identity.id.desc()).limit(1)).one()
        newest.sealed = other.seal(b"{}", f"identity:{newest.handle}")
    right = key.read_bytes()
    check.unlink()
    key.write_bytes(bytes(range(32)))
    with pytest.raises(WrongKey, match=REFUSED):
        build(app.settings, app.law)
    key.write_bytes(right)
    build(app.settings, app.law).close()
