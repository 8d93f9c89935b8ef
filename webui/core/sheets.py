"""Sheets written beside the pages: CSV as it is read, XLSX in a thread that says how far it is."""

from __future__ import annotations

import csv
import io
import json
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

import structlog
import xlsxwriter
from sqlalchemy.exc import SQLAlchemyError

from casework.bootstrap import App
from casework.errors import CaseworkError
from casework.services.cases.listing import query
from casework.services.core.work import Actor
from webui.cases import list_sheet as sheets
from webui.cases.list_sheet import Cell, Sheet

log = structlog.get_logger(__name__)

MOST_ROWS = 1_000_000
"""A worksheet takes 1,048,576 rows."""

KEPT_SECONDS = 3600
_SAID_EVERY = 500
_SILENT_SECONDS = 60
_STATE, _FILE = "keadaan.json", "perkara.xlsx"
_DAY = datetime(1899, 12, 30)  # noqa: DTZ001  # day 0 of a sheet, on the wall clock


@dataclass(frozen=True)
class State:
    """How far a sheet is: ``phase`` is writing, ready or failed.

    ``office`` is the one it was read for; a file that names none, as once, is nobody's.
    """

    officer: int
    done: int = 0
    total: int = 0
    phase: str = "writing"
    office: int = 0


def csv_lines(house: App, actor: Actor, given: Sheet) -> Iterator[str]:
    """The list as CSV, a bundle at a time; semicolons, as Indonesian spreadsheets expect."""
    yield "\ufeff"
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(given.heads)
    with house.reading(actor) as work:
        for number, row in enumerate(sheets.rows(work, given)):
            writer.writerow([_text(cell) for cell in row])
            if number % _SAID_EVERY == 0:
                yield buffer.getvalue()
                buffer.seek(0)
                buffer.truncate()
    yield buffer.getvalue()


def _text(cell: Cell) -> str:
    return f"{cell:%Y-%m-%d %H:%M}" if isinstance(cell, datetime) else cell or ""


def write_xlsx(
    file: Path, heads: Iterable[str], rows: Iterable[list[Cell]], said: Callable[[int], None]
) -> None:
    """Write a workbook row by row; no more than one row is held in memory."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "tmpdir": str(file.parent)}  # fmt: skip
    with xlsxwriter.Workbook(str(file), options) as book:
        page = book.add_worksheet("Perkara")
        bold = book.add_format({"bold": True})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        page.set_column(0, 20, 22)
        page.freeze_panes(1, 0)
        for column, head in enumerate(heads):
            page.write_string(0, column, head, bold)
        text, number = page.write_string, page.write_number
        for place, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if cell.__class__ is str:
                    text(place, column, cell)
                elif cell is not None:
                    # The same number that write_datetime would reckon out, in less time.
                    passed = cell - _DAY  # type: ignore[operator]  # no other kind is left
                    number(place, column, passed.days + passed.seconds / 86_400, moment)
            if place % _SAID_EVERY == 0:
                said(place)


class Sheets:
    """The XLSX files of an installation that were asked for within the last hour."""

    def __init__(self, house: App) -> None:
        self.house = house
        self.folder = house.settings.var / "exports"

    def begin(self, actor: Actor, given: Sheet) -> str:
        """Begin to write a file for an officer; gives the token of its address."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._clear()
        token = secrets.token_urlsafe(24)
        (self.folder / token).mkdir(mode=0o700)
        self._say(token, _whose(actor))
        threading.Thread(target=self._write, args=(token, actor, given), daemon=True).start()
        return token

    def state(self, token: str, actor: Actor) -> State | None:
        """How far the officer's own file is; None when there is none, or no longer.

        An officer who works at another office now has none from before.
        """
        self._clear()
        place = self.folder / token / _STATE
        if not _plain(token) or not place.is_file():
            return None
        found, quiet = State(**json.loads(place.read_text())), _age(place)
        mine = _whose(actor)
        if quiet > KEPT_SECONDS or (found.officer, found.office) != (mine.officer, mine.office):
            return None
        if found.phase == "writing" and quiet > _SILENT_SECONDS:
            # The process that wrote it has ended.
            return replace(found, phase="failed")
        return found

    def file(self, token: str, actor: Actor) -> Path | None:
        """The finished file of the officer."""
        found = self.state(token, actor)
        return self.folder / token / _FILE if found and found.phase == "ready" else None

    def _write(self, token: str, actor: Actor, given: Sheet) -> None:
        whose, total = _whose(actor), 0
        try:
            with self.house.reading(actor) as work:
                total = query.count(work, given.wanted, given.zone)
                if total > MOST_ROWS:
                    self._say(token, replace(whose, total=total, phase="too_long"))
                    return
                write_xlsx(
                    self.folder / token / _FILE,
                    given.heads,
                    sheets.rows(work, given),
                    lambda done: self._say(token, replace(whose, done=done, total=total)),
                )
            self._say(token, replace(whose, done=total, total=total, phase="ready"))
        except (CaseworkError, SQLAlchemyError, OSError) as fault:
            log.exception("sheet_failed", error=type(fault).__name__)
            self._say(token, replace(whose, total=total, phase="failed"))

    def _say(self, token: str, state: State) -> None:
        fresh = self.folder / token / "keadaan.new"
        fresh.write_text(json.dumps(asdict(state)))
        fresh.replace(self.folder / token / _STATE)

    def _clear(self) -> None:
        for one in self.folder.glob("*"):
            # Another process may have taken it away already.
            with suppress(FileNotFoundError):
                if _age(one) > KEPT_SECONDS:
                    shutil.rmtree(one, ignore_errors=True)


def _age(place: Path) -> float:
    return time.time() - place.stat().st_mtime


def _whose(actor: Actor) -> State:
    return State(actor.officer_id or 0, office=actor.office_id)


def _plain(token: str) -> bool:
    return token.replace("-", "").replace("_", "").isalnum() and token.isascii()
