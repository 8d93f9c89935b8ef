"""The text of an uploaded PDF, read by a child process: a small file may ask for hours of work."""

from __future__ import annotations

import os
import subprocess
import sys

SECONDS = 20.0
# Only what Python needs: no secret is where a stranger's file is read.
_KEPT = ("PATH", "HOME", "LANG", "VIRTUAL_ENV", "PYTHONPATH", "LD_LIBRARY_PATH")


def text_of(content: bytes, *, seconds: float = SECONDS) -> str:
    """The text of the first pages; "" for a picture, a broken file, or one that takes too long."""
    if not content.startswith(b"%PDF"):
        return ""
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "casework.adapters.scan.child"],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            timeout=seconds,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        return ""
    return ended.stdout.decode(errors="replace") if ended.returncode == 0 else ""
