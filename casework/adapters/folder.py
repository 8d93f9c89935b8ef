"""The data folder: what lies in it is for the account of the product and its group alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_OTHERS = 0o007


def closed(path: Path) -> None:
    """Make a folder, or close one of ours, to every other account of the machine.

    Files in it are made with the rights the system gives by itself, and those let everybody read:
    the database and the letters. One that belongs to somebody else is left as it is.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = path.stat()
    rights = stat.S_IMODE(found.st_mode)
    if rights & _OTHERS and found.st_uid == os.geteuid():
        path.chmod(rights & ~_OTHERS)
