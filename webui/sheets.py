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
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import structlog
import xlsxwriter
from sqlalchemy.exc import SQLAlchemyError

from casework.bootstrap import App
from casework.errors import CaseworkError
from casework.services.listing import query
from casework.services.work import Actor
from webui.pages import sheet as sheets
from webui.pages.sheet import Cell, Sheet

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
    """How far a sheet is: ``phase`` is writing, ready or failed."""

    officer: int
    done: int = 0
    total: int = 0
    phase: str = "writing"


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
        self._say(token, State(actor.officer_id or 0))
        threading.Thread(target=self._write, args=(token, actor, given), daemon=True).start()
        return token

    def state(self, token: str, officer: int | None) -> State | None:
        """How far the officer's own file is; None when there is none."""
        place = self.folder / token / _STATE
        if not _plain(token) or not place.is_file():
            return None
        found = State(**json.loads(place.read_text()))
        if found.officer != officer:
            return None
        silent = time.time() - place.stat().st_mtime > _SILENT_SECONDS
        if found.phase == "writing" and silent:
            # The process that wrote it has ended.
            return State(found.officer, found.done, found.total, "failed")
        return found

    def file(self, token: str, officer: int | None) -> Path | None:
        """The finished file of the officer."""
        found = self.state(token, officer)
        return self.folder / token / _FILE if found and found.phase == "ready" else None

    def _write(self, token: str, actor: Actor, given: Sheet) -> None:
        officer = actor.officer_id or 0
        total = 0
        try:
            with self.house.reading(actor) as work:
                total = query.count(work, given.wanted, given.zone)
                if total > MOST_ROWS:
                    self._say(token, State(officer, 0, total, "too_long"))
                    return
                write_xlsx(
                    self.folder / token / _FILE,
                    given.heads,
                    sheets.rows(work, given),
                    lambda done: self._say(token, State(officer, done, total)),
                )
            self._say(token, State(officer, total, total, "ready"))
        except (CaseworkError, SQLAlchemyError, OSError) as fault:
            log.exception("sheet_failed", error=type(fault).__name__)
            self._say(token, State(officer, 0, total, "failed"))

    def _say(self, token: str, state: State) -> None:
        fresh = self.folder / token / "keadaan.new"
        fresh.write_text(json.dumps(asdict(state)))
        fresh.replace(self.folder / token / _STATE)

    def _clear(self) -> None:
        for one in self.folder.iterdir():
            if time.time() - one.stat().st_mtime > KEPT_SECONDS:
                shutil.rmtree(one, ignore_errors=True)


def _plain(token: str) -> bool:
    return token.replace("-", "").replace("_", "").isalnum() and token.isascii()
