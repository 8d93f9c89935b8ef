"""The chain heads, written down outside the database after each commit."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


class AnchorFile:
    """An append-only file of `office seq hash` lines; copy it off the machine daily."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, heads: Iterable[tuple[int, int, str]]) -> None:
        """Write the heads down and fsync."""
        text = "".join(f"{office} {seq} {hash_}\n" for office, seq, hash_ in heads)
        if not text:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())

    def read(self) -> Iterator[tuple[int, int, str]]:
        """Yield every anchored head in the order written; a torn last line is left out."""
        if not self.path.exists():
            return
        for line in self.path.read_text(encoding="ascii").splitlines(keepends=True):
            parts = line.split()
            if line.endswith("\n") and len(parts) == 3:
                yield int(parts[0]), int(parts[1]), parts[2]
