"""A disk that is full: clear refusals, nothing half done, and work again once there is room."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from casework.settings import Settings

ROOT = Path(__file__).parents[3]
# A user may mount a small file system inside name spaces of his own.
APART = ("unshare", "--map-root-user", "--mount", "sh", "-c")
MOUNT = 'mount -t tmpfs -o size=24m tmpfs "$1" && shift && exec "$@"'


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Where the small file system goes; skipped where the machine forbids it."""
    folder = tmp_path / "small"
    folder.mkdir()
    tried = apart(folder, "true")
    if tried.returncode:
        pytest.skip(f"no file system of one's own on this machine: {tried.stderr.strip()}")
    return folder


def apart(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*APART, MOUNT, "sh", str(folder), *command],
        cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_full_disk_is_refused_in_words_and_leaves_nothing_half_done(
    small: Path, settings: Settings
) -> None:
    done = apart(small, sys.executable, "-m", "tests.unit.faults.full", str(small))
    assert done.returncode == 0, done.stderr[-3000:]
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["before"] == seen["after"] == 303
    status, retry, text = seen["upload"]
    assert (status, retry) == (503, "30")
    assert "Berkas tidak dapat disimpan" in text
    assert seen["upload_kept_rows"]
    assert seen["half_files"] == 0
    if seen["database_on_it"]:
        status, retry, text = seen["act"]
        assert (status, retry) == (503, "30")
        assert "Basis data tidak dapat dipakai" in text
        assert "Tidak ada yang tersimpan" in seen["service"]
        assert seen["act_kept_rows"]
    assert seen["faults"] == []
