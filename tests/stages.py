"""What an installation holds after an act, kept so that the next test begins there.

Most tests bring an office or a case to some stage first, by the same acts at the same time. The
first test of a run does them; what they left in the database and in the data folder is kept under
the state they began from, and a later test that does the same from the same state gets a copy, in
whichever process of the run it is. A state is known by its content, so an installation to which
anything else happened is never mistaken for another one: it does its acts itself.
"""

from __future__ import annotations

import pickle
import shutil
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar, cast

import pytest
from sqlalchemy import make_url
from sqlalchemy.orm import Session

from casework.bootstrap import App
from casework.engine.law import Law
from casework.models.base import Base
from casework.simulation.scene import Message
from tests import shared

Left = TypeVar("Left")


KEPT = "kept"


@dataclass(frozen=True)
class Kept:
    """An installation after an act; `left` is what the act gave its caller."""

    moment: bytes
    left: object


class Stages:
    """The states of installations on SQLite; on a server every test does its acts itself."""

    def __init__(self) -> None:
        self.files = shared.folder()
        self.served: App | None = None
        self.patch = pytest.MonkeyPatch()
        self.patched = 0

    def serve(self, app: App, law: Law, patch: pytest.MonkeyPatch) -> None:
        """From now on keep what this installation does, until its test patches something.

        `law` is the law on disk: what is done under another one is not kept.
        """
        self.served = app if app.law is law else None
        self.patch, self.patched = patch, _patches(patch)

    def leave(self) -> None:
        """Stop it, because another process is about to use the installation too."""
        self.served = None

    def after(self, app: App, act: object, do: Callable[[], Left]) -> Left:
        """Do the act, or put the installation where it brought an equal one before.

        `act` names it with all that it was given, as `pickle` writes it down: what cannot be
        written down is done. Only what gives texts, numbers and rows is kept.
        """
        try:
            given = pickle.dumps(act)
        except (pickle.PicklingError, AttributeError, TypeError):
            return do()
        began = self._place(app).content() if self._follows(app) else None
        if began is None:
            return do()
        place, name = self._place(app), blake2b(began.encode() + given).hexdigest()[:32]
        if (self.files / name).is_dir():
            known: Kept = pickle.loads((self.files / name / KEPT).read_bytes())
            place.put(self.files / name, known)
            with app.database.read() as session:
                return cast(Left, unpacked(session, known.left))
        left = do()
        with suppress(NotKept):
            result = packed(left)
            if self._follows(app) and place.settled():
                place.take(self.files / name, result)
        return left

    def _follows(self, app: App) -> bool:
        return (
            self.served is not None
            and app.database is self.served.database
            and app.law is self.served.law
            and app.settings.database_url.startswith("sqlite")
            and _patches(self.patch) == self.patched
            and threading.current_thread() is threading.main_thread()
        )

    def _place(self, app: App) -> _Place:
        return _Place(app, Path(make_url(app.settings.database_url).database or ""))


def _patches(patch: pytest.MonkeyPatch) -> int:
    # It does not say in public what it holds.
    return len(patch._setattr) + len(patch._setitem)


@cache
def library() -> Stages:
    """The one of this process."""
    return Stages()


@dataclass(frozen=True)
class Row:
    """A row that an act gave, read anew for each test."""

    kind: type[Base]
    identity: int


class NotKept(Exception):
    """Said by an act that gave something which belongs to its own session."""


def packed(given: object) -> object:
    """What an act gave, without its session; raises NotKept."""
    if given is None or isinstance(given, int | str | Message):
        return given
    if isinstance(given, list | tuple):
        return type(given)(map(packed, given))
    if isinstance(given, Base) and isinstance(key := getattr(given, "id", None), int):
        return Row(type(given), key)
    raise NotKept


def unpacked(session: Session, kept: object) -> object:
    """The same for the next test."""
    if isinstance(kept, Row):
        return session.get_one(kept.kind, kept.identity)
    if isinstance(kept, list | tuple):
        return type(kept)(unpacked(session, one) for one in kept)
    return kept


class _Place:
    """Where one installation has its data."""

    def __init__(self, app: App, database: Path) -> None:
        self.app = app
        self.database = database
        self.clock = Path(app.settings.clock.removeprefix("@"))

    def settled(self) -> bool:
        """Close the connections; True when the file of the database holds everything."""
        self.app.database.engine.dispose()
        return not self.database.with_name(f"{self.database.name}-wal").exists()

    def content(self) -> str | None:
        """What tells this state from any other; nothing while somebody holds the database."""
        if not self.settled():
            return None
        told = blake2b(self.database.read_bytes(), digest_size=16)
        told.update(self.clock.read_bytes())
        told.update(repr((type(self.app.renderer).__qualname__, self.app.settings.mode)).encode())
        var = self.app.settings.var
        for file in sorted(var.rglob("*")):
            if file.is_file():
                told.update(f"{file.relative_to(var)}".encode())
                told.update(blake2b(file.read_bytes()).digest())
        return told.hexdigest()

    def take(self, folder: Path, left: object) -> None:
        """Keep a copy, unless another process was faster."""
        fresh = Path(tempfile.mkdtemp(dir=folder.parent))
        shutil.copyfile(self.database, fresh / "casework.db")
        shutil.copytree(self.app.settings.var, fresh / "var")
        (fresh / KEPT).write_bytes(pickle.dumps(Kept(self.clock.read_bytes(), left)))
        try:
            fresh.rename(folder)
        except OSError:
            shutil.rmtree(fresh)

    def put(self, folder: Path, known: Kept) -> None:
        """Bring the installation to that state."""
        shutil.copyfile(folder / "casework.db", self.database)
        shutil.copytree(folder / "var", self.app.settings.var, dirs_exist_ok=True)
        self.clock.write_bytes(known.moment)
