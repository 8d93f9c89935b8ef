"""What a copy holds: every file with its size and SHA-256, readable by coreutils alone."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from casework.errors import IntegrityFault

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
