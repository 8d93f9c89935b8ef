"""What a copy holds: every file with its size and SHA-256, readable by coreutils alone."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url

from casework.adapters.backup import databases
from casework.adapters.folder import closed
from casework.errors import IntegrityFault, SettingsError

NAME, SUMS = "manifest.json", "SHA256SUMS"
_PIECE = 1 << 20


@dataclass(frozen=True)
class Manifest:
    """One copy. `taken_at` is UTC in ISO-8601; `files` gives SHA-256 by path, relative to it.

    `key` is the fingerprint of the master key it was sealed with; "" in copies of older versions.
    """

    version: str
    schema: str
    law: str
    taken_at: str
    files: Mapping[str, str]
    key: str = ""

    def write(self, folder: Path) -> None:
        """Write both lists and fsync; the manifest comes last, a copy without one is no copy."""
        sums = "".join(f"{digest}  {path}\n" for path, digest in sorted(self.files.items()))
        _write(folder / SUMS, sums)
        _write(folder / NAME, json.dumps(asdict(self), indent=1, sort_keys=True))


def read(folder: Path) -> Manifest:
    """Read a copy's manifest. Raises IntegrityFault when there is none or it is damaged."""
    try:
        plain = json.loads((folder / NAME).read_text("utf-8"))
        return Manifest(**plain)
    except FileNotFoundError as fault:
        raise IntegrityFault(
            f"{folder} bukan cadangan yang selesai: {NAME} tidak ada di dalamnya."
        ) from fault
    except (ValueError, TypeError) as fault:
        raise IntegrityFault(f"{NAME} pada {folder} rusak.") from fault


def digest(file: Path) -> str:
    """SHA-256 of a file."""
    found = hashlib.sha256()
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def differences(folder: Path, files: Iterable[tuple[str, str]]) -> list[str]:
    """The files that are gone or no longer what the manifest says."""
    wrong = []
    for path, recorded in files:
        file = folder / path
        if not file.is_file():
            wrong.append(f"{path}: tidak ada")
        elif digest(file) != recorded:
            wrong.append(f"{path}: isinya berubah")
    return wrong


def _write(file: Path, text: str) -> None:
    with file.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


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
        found[ANCHORS] = digest(folder / ANCHORS)
    database = databases.copy(url, folder)
    found[database.name] = digest(database)
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
        if (one / NAME).is_file():
            return dict(read(one).files)
    return {}


def _digest(target: Path, name: str) -> str:
    file = target / "files" / name
    found = digest(file)
    if name.startswith("sha256/") and file.name != found:
        raise IntegrityFault(f"Berkas {name} tidak sama dengan hash pada namanya.")
    return found


def check(folder: Path) -> list[str]:
    """Read every file of the copy; gives those that are gone or changed."""
    return differences(folder, sorted(read(folder).files.items()))


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
    for path in read(folder).files:
        if path.startswith(FILES):
            target = var / "files" / path.removeprefix(FILES + "/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / path, target)
            target.chmod(0o440)
    anchors = folder / ANCHORS
    if anchors.exists():
        (var / "audit").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(anchors, var / "audit" / "anchors.log")
