"""A scratch table of the digests and hashes in the record, for comparing rows with them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

# Kilobytes of memory it may take; what is more lies in a file without a name.
_MEMORY = 32 * 1024
_MET, _ONE = "met INTEGER DEFAULT 0", "PRIMARY KEY (name, office)"


class Ledger:
    """A scratch table that an installation of any size fits into; gone when it is closed.

    It holds names of rows, digests and hashes, never a person's data.
    """

    def __init__(self) -> None:
        # The empty name is SQLite's own word for a scratch file that nobody else can open.
        self._rows = sqlite3.connect("", isolation_level=None)
        for setting in (f"cache_size = -{_MEMORY}", "journal_mode = OFF"):
            self._rows.execute(f"PRAGMA {setting}")
        links = "office INTEGER, seq INTEGER, hash TEXT, at REAL, code INTEGER, anchored INTEGER"
        heads = "here INTEGER, number INTEGER, office INTEGER, seq INTEGER, hash TEXT"
        for table in (
            f"digests (name TEXT, office INTEGER, seq INTEGER, digest TEXT, {_MET}, {_ONE})",
            f"links ({links} DEFAULT 0, PRIMARY KEY (office, seq))",
            f"heads ({heads}, PRIMARY KEY (here, number, office))",
            "counts (name TEXT PRIMARY KEY, count INTEGER)",
        ):
            self._rows.execute(f"CREATE TABLE {table} WITHOUT ROWID")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._rows.close()

    def note(self, office: int, seq: int, digests: Mapping[str, str]) -> None:
        """Remember of each named row the newest digest that the chain of an office recorded."""
        self._rows.executemany(
            "INSERT OR REPLACE INTO digests (name, office, seq, digest) VALUES (?, ?, ?, ?)",
            ((name, office, seq, str(digest)) for name, digest in digests.items()),
        )

    def meet(self, name: str) -> list[tuple[int, int, str]]:
        """Office, number and digest of the records of a row, which counts as found from now on."""
        self._rows.execute("UPDATE digests SET met = 1 WHERE name = ?", (name,))
        query = "SELECT office, seq, digest FROM digests WHERE name = ? ORDER BY office"
        return self._rows.execute(query, (name,)).fetchall()

    def left(self) -> Iterator[str]:
        """Names that were recorded and never met, unless an act removed them."""
        found = self._rows.execute(
            "SELECT name FROM digests GROUP BY name HAVING max(met) = 0 AND max(digest) > '' "
            "ORDER BY name"
        )
        return (str(name) for (name,) in found)

    def link(self, office: int, seq: int, hash_: str, at: float, *, code: bool) -> None:
        """Remember a link of an office's chain: when it was made (epoch seconds), has it a code?"""
        self._rows.execute(
            "INSERT OR REPLACE INTO links (office, seq, hash, at, code) VALUES (?, ?, ?, ?, ?)",
            (office, seq, hash_, at, code),
        )

    def anchored(self, office: int, seq: int) -> None:
        """Remember that a link stands in the anchor file."""
        self._rows.execute(
            "UPDATE links SET anchored = 1 WHERE office = ? AND seq = ?", (office, seq)
        )

    def keep(self, here: int, number: int, heads: Iterable[Sequence[Any]]) -> None:
        """Remember the heads of chains that an event tells of."""
        self._rows.executemany(
            "INSERT OR REPLACE INTO heads VALUES (?, ?, ?, ?, ?)",
            ((here, number, int(office), int(seq), str(hash_)) for office, seq, hash_ in heads),
        )

    def kept(self) -> Iterator[tuple[tuple[int, int], tuple[int, int, str]]]:
        """The heads of chains that events name, each with the place of the event."""
        for here, number, *head in self._rows.execute("SELECT * FROM heads").fetchall():
            yield (here, number), (head[0], head[1], head[2])

    def unanchored(self, tolerance: float) -> dict[int, list[int]]:
        """The links of each office that should stand in the anchor file and do not: first, last.

        One need not that was made less than `tolerance` seconds before the next one that does, or
        before the newest link of all; nor one from before there were codes.
        """
        missing: dict[int, list[int]] = {}
        newest = self._rows.execute("SELECT max(at) FROM links").fetchone()[0]
        query = "SELECT office, seq, at, code, anchored FROM links ORDER BY office, seq DESC"
        here, until = None, newest
        for office, seq, at, code, anchored in self._rows.execute(query):
            if office != here:
                here, until = office, newest
            if anchored:
                until = at
            elif code and at < until - tolerance:
                missing.setdefault(office, [seq, seq])[0] = seq
        return missing

    def hash_of(self, office: int, seq: int) -> str | None:
        """The hash of a link; None when there is no such link."""
        return self._one("SELECT hash FROM links WHERE office = ? AND seq = ?", office, seq)

    def coded(self, office: int, seq: int) -> bool:
        """Whether a link has an authentication code."""
        query = "SELECT code FROM links WHERE office = ? AND seq = ?"
        row = self._rows.execute(query, (office, seq)).fetchone()
        return row is not None and bool(row[0])

    def newest(self) -> dict[int, int]:
        """The number of the last link of each office."""
        return dict(self._rows.execute("SELECT office, max(seq) FROM links GROUP BY office"))

    def count(self, name: str) -> None:
        """Add one to the count of a name."""
        self._rows.execute(
            "INSERT INTO counts VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1", (name,)
        )

    def counted(self, name: str) -> int:
        """How often a name was counted."""
        row = self._rows.execute("SELECT count FROM counts WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def _one(self, query: str, *values: str | int) -> str | None:
        row = self._rows.execute(query, values).fetchone()
        return str(row[0]) if row else None
