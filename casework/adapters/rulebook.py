"""The rules folder on disk, handed to the pure loader, and the revisions kept in the database."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from sqlalchemy import func, select
from sqlalchemy.orm import Session

import casework
from casework.engine.law import Law
from casework.engine.loader import parse
from casework.engine.refusals import RuleFileFault
from casework.models import RuleRevision
from casework.models.base import table


def root() -> Path:
    """The `rules/` folder beside the installed package."""
    return Path(casework.__file__).resolve().parents[1] / "rules"


def shipped_regions() -> Path:
    """The file of regions that ships with the product; it is imported, and is no law."""
    return root() / "regions" / "bengkulu.csv"


def texts(folder: Path) -> dict[str, str]:
    """Every rules file by its path inside the folder; form folders and schemas are not law."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.yaml")):
        inside = path.relative_to(folder)
        if "documents" in inside.parts or inside.parts[0] == "schema":
            continue
        try:
            found[inside.as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as broken:
            text = "bukan teks UTF-8. Simpan kembali berkas ini sebagai UTF-8."
            raise RuleFileFault(inside.as_posix(), 1, text) from broken
    return found


def load(folder: Path | None = None, instead: Mapping[str, str] | None = None) -> Law:
    """Read and check the whole law. Raises RuleFileFault naming file and line.

    `instead` gives texts that take the place of files, by their path inside the folder.
    """
    place = folder or root()
    if not place.is_dir():
        raise RuleFileFault(place.as_posix(), 1, "folder aturan tidak ditemukan.")
    return parse({**texts(place), **(instead or {})})


class Rulebook:
    """The law of the files with the revisions that a transaction sees upon it.

    A law that was built is kept, so that a unit of work pays one small query for knowing that
    nothing has changed. Safe for many threads: a law never changes, it is only exchanged.
    """

    def __init__(self, files: Law) -> None:
        self._files = files
        self._built: dict[tuple[int, int], Law] = {_NOTHING: files}
        self._newest = _NOTHING
        self._lock = Lock()

    @property
    def latest(self) -> Law:
        """The newest law any transaction of this process has seen."""
        return self._built[self._newest]

    def seen_by(self, session: Session) -> Law:
        """The law as this transaction sees it. Raises LawError when revisions do not fit."""
        # Rows are only added, but two databases may show them out of order: hence the count.
        count, last = session.execute(_HOW_MANY).one()
        state = (count, last or 0)
        return self._built.get(state) or self._build(session)

    def _build(self, session: Session) -> Law:
        rows = session.scalars(select(RuleRevision).order_by(RuleRevision.id)).all()
        state = (len(rows), rows[-1].id)  # another may have been added since they were counted
        with self._lock:
            found = self._built.get(state)
            if found is None:
                found = self._files.revised(row.overlay for row in rows)
                self._built[state] = found
                self._newest = max(self._newest, state)
                for old in sorted(self._built)[1:-_KEPT]:
                    del self._built[old]
            return found


_revisions = table(RuleRevision)
_HOW_MANY = select(func.count(), func.max(_revisions.c.id)).select_from(_revisions)
# How many built laws stay, besides that of the files: a slow reader may still be on an older one.
_KEPT = 2
_NOTHING = (0, 0)
