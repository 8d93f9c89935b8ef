"""Takes a copy: anchors, then the database, then the files it refers to, then the manifest.

The order makes the copy whole while others write: the anchored heads are never newer than the
database, and files only grow, so each that the database names is there when files are copied.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from casework.adapters.backup import databases, manifest
from casework.adapters.backup.manifest import Manifest
from casework.errors import IntegrityFault

FILES, ANCHORS = "../files", "anchors.log"


def take(
    *,
    url: str,
    var: Path,
    target: Path,
    at: datetime,
    version: str,
    schema: str,
    law: str,
    key: str = "",
) -> Path:
    """Take a copy into a new folder under `target`; gives that folder.

    Stored files are write-once, so all copies under one `target` share the folder `files` and each
    is copied once. The master key is never part of a copy: keep it elsewhere; `key` is its
    fingerprint.
    """
    folder = target / f"casework-{at:%Y%m%dT%H%M%SZ}"
    # What is told of cases stands in it in the clear.
    folder.mkdir(mode=0o700, parents=True)
    found: dict[str, str] = {}
    anchors = var / "audit" / "anchors.log"
    if anchors.exists():
        shutil.copyfile(anchors, folder / ANCHORS)
        found[ANCHORS] = manifest.digest(folder / ANCHORS)
    database = databases.copy(url, folder)
    found[database.name] = manifest.digest(database)
    known = _known(target, folder)
    for name in _stored(var / "files"):
        try:
            copied = _copy(var / "files" / name, target / "files" / name)
        except FileNotFoundError:
            # Of a draft that was thrown away meanwhile; no row names it any more.
            continue
        path = f"{FILES}/{name}"
        found[path] = known[path] if not copied and path in known else _digest(target, name)
    made = Manifest(version, schema, law, f"{at:%Y-%m-%dT%H:%M:%SZ}", found, key)
    made.write(folder)
    return folder


def _stored(root: Path) -> Iterator[str]:
    for place in ("sealed", "sha256"):
        for file in sorted((root / place).rglob("*")):
            if file.is_file():
                yield file.relative_to(root).as_posix()


def _copy(source: Path, target: Path) -> bool:
    """Copy a file unless it is there; gives whether it was copied."""
    if target.exists() and target.stat().st_size == source.stat().st_size:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    coming = target.with_name(target.name + ".coming")
    coming.unlink(missing_ok=True)
    with source.open("rb") as stream, coming.open("xb") as copy:
        shutil.copyfileobj(stream, copy)
        copy.flush()
        os.fsync(copy.fileno())
    coming.chmod(0o440)
    coming.replace(target)
    return True


def _known(target: Path, folder: Path) -> dict[str, str]:
    """What the newest earlier copy says of the shared files, so that old ones are not read."""
    earlier = sorted(one for one in target.glob("casework-*") if one != folder)
    for one in reversed(earlier):
        if (one / manifest.NAME).is_file():
            return dict(manifest.read(one).files)
    return {}


def _digest(target: Path, name: str) -> str:
    file = target / "files" / name
    found = manifest.digest(file)
    if name.startswith("sha256/") and file.name != found:
        raise IntegrityFault(f"Berkas {name} tidak sama dengan hash pada namanya.")
    return found
