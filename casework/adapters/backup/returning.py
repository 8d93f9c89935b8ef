"""Puts a copy into an empty place."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import make_url

from casework.adapters.backup import databases, manifest
from casework.adapters.backup.snapshot import ANCHORS, FILES
from casework.adapters.folder import closed
from casework.errors import IntegrityFault, SettingsError


def check(folder: Path) -> list[str]:
    """Read every file of the copy; gives those that are gone or changed."""
    return manifest.differences(folder, sorted(manifest.read(folder).files.items()))


def put(folder: Path, *, url: str, var: Path) -> None:
    """Put database, anchors and files of the copy where an installation expects them.

    Raises SettingsError when something is there already, IntegrityFault when the copy is damaged.
    """
    if wrong := check(folder):
        raise IntegrityFault(f"Cadangan {folder.name} tidak utuh: {'; '.join(wrong[:5])}")
    occupied = [var / "files" / "sha256", var / "files" / "sealed", var / "audit" / "anchors.log"]
    if url.startswith("sqlite"):
        file = make_url(url).database or ""
        # SQLite would put what a log left beside it holds into the copy.
        occupied += [Path(file + rest) for rest in ("", "-wal", "-shm", "-journal")]
    for place in occupied:
        if place.exists():
            raise SettingsError(
                f"{place} sudah ada. Pengembalian hanya ke tempat kosong: pilih CASEWORK_VAR lain, "
                "atau pindahkan dahulu data yang lama."
            )
    closed(var)
    databases.bring_back(folder, url)
    for path in manifest.read(folder).files:
        if path.startswith(FILES):
            target = var / "files" / path.removeprefix(FILES + "/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / path, target)
            target.chmod(0o440)
    anchors = folder / ANCHORS
    if anchors.exists():
        (var / "audit").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(anchors, var / "audit" / "anchors.log")
