"""Prints catalogues for the pages: in a process of its own, once for each text."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from threading import Lock

from casework.adapters.lawbook.drawing import html, paper
from casework.adapters.pdf.leaving import hand_over
from casework.engine.lawbook.page import Book
from casework.errors import RenderFailed

_SECONDS = 90


class Press:
    """Keeps each printed catalogue in `folder`, named by what it says, and prints one at a time.

    A catalogue takes some ten seconds of work; in a process of its own the pages stay quick.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()

    def pdf(self, book: Book) -> bytes:
        """The catalogue as PDF/A-2. Raises RenderFailed."""
        page = html(book)
        kept = self._folder / f"{hashlib.sha256(page.encode()).hexdigest()}.pdf"
        with self._lock:
            if not kept.is_file():
                self._keep(kept, _printed(page))
        return kept.read_bytes()

    def _keep(self, place: Path, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        half = place.with_suffix(f".{os.getpid()}")
        half.write_bytes(content)
        half.replace(place)


def _printed(page: str) -> bytes:
    command = [sys.executable, "-m", "casework.adapters.lawbook.press"]
    try:
        done = subprocess.run(
            command, input=page.encode(), capture_output=True, timeout=_SECONDS, check=True
        )
    except (subprocess.SubprocessError, OSError) as fault:
        raise RenderFailed(
            "Katalog tidak selesai dicetak. Coba lagi; bila terulang, unduh HTML dan cetak dari "
            "peramban."
        ) from fault
    return done.stdout


if __name__ == "__main__":
    hand_over(paper(sys.stdin.buffer.read().decode()))
