"""What happens on a full disk, played inside a small file system of its own; prints it as JSON."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from casework.bootstrap import App, build
from casework.commands.migrate import upgrade
from casework.errors import Unavailable
from casework.models import Base
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people.training import PASSWORD
from casework.services.upkeep import effects
from casework.services.upkeep.invariants.examine import examine
from casework.settings import Settings
from casework.simulation.scene import BlankRenderer
from tests import desk
from tests.conftest import SettableClock
from tests.web.reporting import fill, hand_in
from tests.web.visitor import Visitor, upload, words
from webui.app import create_app

NOBODY = Actor.system(NO_OFFICE)
MEGABYTE = 1 << 20


class Disk:
    """The file system, filled by one file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ballast = folder / "ballast"

    def fill(self, leave: int) -> None:
        """Take all room but `leave` bytes."""
        room = shutil.disk_usage(self.folder).free - leave
        with self.ballast.open("ab") as file:
            while room > 0:
                room -= file.write(bytes(min(room, 1 << 16)))

    def free(self) -> None:
        """Give the room back."""
        self.ballast.unlink()


def main() -> None:
    """Play it and print what was seen."""
    disk = Disk(Path(sys.argv[1]))
    url = os.environ.get("CASEWORK_DATABASE_URL", "")
    url = "" if url.startswith("sqlite") else url
    clock = SettableClock(disk.folder / "clock")
    clock.set("2024-09-19T09:00:00+07:00")
    settings = Settings(mode="test", var=disk.folder / "var", database_url=url, clock=clock.spec)
    settings.var.mkdir()
    upgrade(settings.url)
    app = replace(build(settings), renderer=BlankRenderer())
    desk.furnish(app)
    seen = _play(app, disk)
    with app.reading(NOBODY) as work:
        seen["faults"] = [text for one in examine(work, app.anchors.read()) for text in one.faults]
    sys.stdout.write("\n" + json.dumps(seen) + "\n")
    app.close()


def _play(app: App, disk: Disk) -> dict[str, Any]:
    seen: dict[str, Any] = {"database_on_it": app.settings.url.startswith("sqlite")}
    visitor = Visitor(create_app(app))
    visitor.sign_in("penerima.bengkulu", PASSWORD)
    seen["before"] = hand_in(visitor).status_code
    base = fill(visitor)
    proof, answers = visitor.get(f"{base}/bukti"), visitor.get(f"{base}/periksa")
    big = upload(b"%PDF-1.7 " + os.urandom(MEGABYTE))

    disk.fill(leave=MEGABYTE // 4)
    rows = _rows(app)
    refused = visitor.submit(f"{base}/bukti", {"berkas": big, "lanjut": "1"}, page=proof)
    seen["upload"] = (refused.status_code, refused.headers.get("Retry-After"), words(refused))
    seen["upload_kept_rows"] = _rows(app) == rows
    seen["half_files"] = len(list((app.settings.var / "files" / "incoming").iterdir()))

    _settle_log(app)
    disk.fill(leave=0)
    if seen["database_on_it"]:
        refused = visitor.submit(f"{base}/periksa", {"kirim": "1"}, page=answers)
        seen["act"] = (refused.status_code, refused.headers.get("Retry-After"), words(refused))
        try:
            desk.receive(app, "penuh")
        except Unavailable as refusal:
            seen["service"] = str(refusal)
        seen["act_kept_rows"] = _rows(app) == rows

    disk.free()
    seen["after"] = visitor.submit(f"{base}/periksa", {"kirim": "1"}, page=answers).status_code
    desk.receive(app, "penuh")
    effects.drain(app)
    return seen


def _settle_log(app: App) -> None:
    """Empty the write-ahead log, whose old room would take an act even on a full disk."""
    if app.settings.url.startswith("sqlite"):
        connection = sqlite3.connect(app.settings.var.resolve() / "casework.db")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()


def _rows(app: App) -> dict[str, int]:
    with app.reading(NOBODY) as work:
        return {
            table.name: work.session.scalar(select(func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
        }


if __name__ == "__main__":
    main()
