"""The fonts letters are set in, and whether they are installed.

WeasyPrint ends the process with a segmentation fault when no usable font exists, so this is
checked before the first paper is drawn.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from casework.errors import SettingsError

FACES = (
    "LiberationSerif-Regular.ttf",
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic.ttf",
    "LiberationSans-Regular.ttf",
    "LiberationSans-Bold.ttf",
    "LiberationSans-Italic.ttf",
)
INSTALL = "apt-get install fonts-liberation"


def installed(name: str) -> Path | None:
    """Give the file of a face, or None when it is in none of the machine's font folders."""
    for folder in _folders():
        for found in sorted(folder.rglob(name)):
            return found
    return None


def missing() -> tuple[str, ...]:
    """Name the faces that letters need and this machine lacks."""
    return tuple(name for name in FACES if installed(name) is None)


def require() -> None:
    """Stop the start when a face is missing.

    Raises SettingsError with the line to run.
    """
    if lacking := missing():
        raise SettingsError(
            f"Huruf untuk surat belum terpasang: {', '.join(lacking)}. Jalankan: {INSTALL}"
        )


def _folders() -> Iterator[Path]:
    data = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    for base in (own, *data.split(":")):
        folder = Path(base) / "fonts"
        if folder.is_dir():
            yield folder
    legacy = Path.home() / ".fonts"
    if legacy.is_dir():
        yield legacy
