"""A table as a PDF, drawn by a child process with limits."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys

from casework.errors import RenderFailed
from casework.ports import Sheet

SECONDS = 120


def pdf(sheet: Sheet) -> bytes:
    """Give the PDF. Raises RenderFailed when it cannot be drawn in time."""
    kept = {"PATH", "HOME", "LANG", "VIRTUAL_ENV", "PYTHONPATH", "LD_LIBRARY_PATH"}
    passed = {
        name: value
        for name, value in os.environ.items()
        if name in kept or name.startswith(("XDG_", "FONTCONFIG_"))
    }
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "casework.adapters.sheets.child"],
            input=json.dumps(dataclasses.asdict(sheet)).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=passed | {"SOURCE_DATE_EPOCH": "0"},
            timeout=SECONDS,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        raise RenderFailed(
            f"Register itu tidak selesai digambar dalam {SECONDS} detik. Saring menurut kantor "
            "atau seri, atau unduh sebagai XLSX."
        ) from None
    if ended.returncode or not ended.stdout.startswith(b"%PDF"):
        raise RenderFailed("Register itu tidak dapat digambar. Coba lagi, atau unduh sebagai XLSX.")
    return ended.stdout
