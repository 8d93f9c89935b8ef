"""The chain heads, written down outside the database after each commit."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from io import BufferedRandom
from pathlib import Path

_KEPT = re.compile(r"(?<!\d)([0-9]{1,18}) +([0-9]{1,18}) +([0-9a-fA-F]{64})(?![0-9a-fA-F])")
_LINE = re.compile(r"([0-9]{1,18}) ([0-9]{1,18}) ([0-9a-f]{64})")


class AnchorFile:
    """An append-only file of `office seq hash` lines; copy it off the machine daily."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, heads: Iterable[tuple[int, int, str]]) -> None:
        """Write the heads down.

        The disk is not waited for: the commit has done that, and what a power cut takes from here
        is written again from the database at the next start (`settle_anchors`).
        """
        text = "".join(f"{office} {seq} {hash_}\n" for office, seq, hash_ in heads)
        if not text:
            return
        with self._opened() as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                # A power cut may have torn the last line; the next one must not run into it.
                text = text if file.read(1) == b"\n" else "\n" + text
            file.write(text.encode("ascii"))

    def _opened(self) -> BufferedRandom:
        try:
            return self.path.open("a+b")
        except FileNotFoundError:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return self.path.open("a+b")

    def read(self) -> Iterator[tuple[int, int, str]]:
        """Every head that is anchored by now, in the order written; a torn line is left out."""
        return self._read(self.path.stat().st_size if self.path.exists() else 0)

    def _read(self, size: int) -> Iterator[tuple[int, int, str]]:
        """What is written after the call belongs to commits that its caller may not see."""
        if not size:
            return
        with self.path.open("rb") as file:
            for line in file:
                size -= len(line)
                if size < 0:
                    return
                if found := _LINE.fullmatch(line.decode("ascii", errors="replace").rstrip("\n")):
                    yield int(found[1]), int(found[2]), found[3]


def kept(text: str) -> list[tuple[int, int, str]]:
    """The heads in a text that somebody kept: an anchor file, a message, a page typed off.

    >>> kept("Kepala rantai:\\n> 7 120 " + "AB" * 32 + ".")
    [(7, 120, 'abababababababababababababababababababababababababababababababab')]
    """
    return [(int(found[1]), int(found[2]), found[3].lower()) for found in _KEPT.finditer(text)]
