"""A hundred thousand cases as XLSX: ours out of the database beside a bare writer with the rows."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median

import xlsxwriter

from bench.million import Place, million
from bench.table import ROOT, Row, Table
from casework.bootstrap import App, build
from casework.services.cases.listing.criteria import Wanted
from casework.services.core.work import Actor
from casework.settings import Settings
from webui.cases import list_sheet as sheets
from webui.cases.list_sheet import Sheet
from webui.core.sheets import write_xlsx

CASES = 100_000
ROUNDS = 3
COLUMNS = ("perkara", "tahap", "batas", "diterima", "jenis", "kategori")
HEADS = ("Nomor penerimaan", "Nomor registrasi", "Perkara", "Tempat", "Tahap", "Batas", "Diterima",
         "Jenis", "Kategori")  # fmt: skip
_SHEET = Sheet(Wanted(), COLUMNS, "Asia/Jakarta", HEADS,
               {"stage": {}, "kind": {}, "class": {}, "category": {}})  # fmt: skip


@dataclass(frozen=True)
class Done:
    """What a child process took: seconds, those of its own processor, MiB above its start."""

    seconds: float
    own: float
    peak: float


def measure(seed: int) -> Table:
    """Both databases; each side in a child of its own, by turns."""
    rows: list[Row] = []
    ratios: dict[str, float] = {}
    notes: list[str] = []
    for kind in ("sqlite", "postgresql"):
        with million(kind, seed, CASES) as place:
            kept = place.settings.var / "rows.jsonl"
            count = _keep(place, kept)
            sides: dict[str, list[Done]] = {"bare": [], "ours": []}
            for _ in range(ROUNDS):
                for side, taken in sides.items():
                    taken.append(_child(side, place, kept))
            bare, ours = (median(one.seconds for one in sides[side]) for side in ("bare", "ours"))
            peaks = {side: max(one.peak for one in taken) for side, taken in sides.items()}
            own = {side: median(one.own for one in taken) for side, taken in sides.items()}
        rows += [Row(f"{kind}: bare xlsxwriter", bare * 1e6), Row(f"{kind}: ours", ours * 1e6)]
        ratios[f"{kind}: bare xlsxwriter"] = bare / ours
        notes.append(
            f"{kind}: {count:,} rows; ours takes {ours / bare:.2f} times the bare writer "
            f"({ours:.1f} of {bare:.1f} s; {own['ours'] / own['bare']:.2f} times its processor, "
            f"whatever else runs), peak above the start {peaks['ours']:.0f} MiB, "
            f"the bare writer {peaks['bare']:.0f} MiB"
        )
    return Table(
        name="export",
        work=f"{CASES:,} rows of {len(HEADS)} columns written as XLSX",
        rows=tuple(rows),
        ratios=ratios,
        notes=tuple(notes),
        seed=seed,
    )


def _keep(place: Place, file: Path) -> int:
    """Write the rows down, for the bare writer to read; gives their number."""
    count = 0
    with (
        closing(build(place.settings)) as app,
        app.reading(_actor(place.office)) as work,
        file.open("w") as out,
    ):
        for row in sheets.rows(work, _SHEET):
            told = [one.isoformat() if isinstance(one, datetime) else one for one in row]
            out.write(json.dumps(told) + "\n")
            count += 1
    return count


def _actor(office: int) -> Actor:
    return Actor(1, "", office, frozenset({"supervisor", "coordinator"}))


def _child(side: str, place: Place, kept: Path) -> Done:
    command = [sys.executable, "-m", "bench.export", side, str(place.settings.var),
               place.settings.database_url, str(place.office), str(kept)]  # fmt: skip
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise SystemExit(f"bench: {ended.stderr[-2000:]}")
    return Done(*json.loads(ended.stdout.splitlines()[-1]))


def _bare(kept: Path, file: Path) -> None:
    """What a writer of such a file does at the least."""
    with xlsxwriter.Workbook(str(file), {"constant_memory": True}) as book:
        page = book.add_worksheet()
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for column, head in enumerate(HEADS):
            page.write_string(0, column, head)
        for number, row in enumerate(_rows(kept), start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    page.write_datetime(number, column, cell, moment)
                elif cell is not None:
                    page.write_string(number, column, cell)


def _rows(kept: Path) -> Iterator[list[str | datetime | None]]:
    dated = {place for place, head in enumerate(HEADS) if head in ("Batas", "Diterima")}
    with kept.open() as lines:
        for line in lines:
            row = json.loads(line)
            yield [
                datetime.fromisoformat(cell) if place in dated and cell else cell
                for place, cell in enumerate(row)
            ]


def _ours(app: App, office: int, file: Path) -> None:
    with app.reading(_actor(office)) as work:
        write_xlsx(file, HEADS, sheets.rows(work, _SHEET), lambda _done: None)


def _mebibytes(name: str) -> float:
    """What this process holds (VmRSS), or held at most since it was last forgotten (VmHWM)."""
    status = Path("/proc/self/status").read_text()
    (found,) = [line.split()[1] for line in status.splitlines() if line.startswith(name)]
    return int(found) / 1024


def _forget_peak() -> None:
    """Let the peak begin anew: reading the law takes more than any export."""
    Path("/proc/self/clear_refs").write_text("5")


def main() -> None:
    """One side, in this process."""
    parser = argparse.ArgumentParser()
    for name in ("side", "var", "url", "office", "kept"):
        parser.add_argument(name)
    given = parser.parse_args()
    file = Path(given.var) / f"{given.side}.xlsx"
    settings = Settings(mode="training", var=Path(given.var), database_url=given.url)
    # Both begin in a process of the product, with the law and a connection at hand.
    with closing(build(settings)) as app:
        with app.reading(_actor(int(given.office))) as work:
            next(sheets.rows(work, _SHEET))
        _forget_peak()
        before, began, spent = _mebibytes("VmRSS"), time.perf_counter(), time.process_time()
        if given.side == "ours":
            _ours(app, int(given.office), file)
        else:
            _bare(Path(given.kept), file)
        done = [
            time.perf_counter() - began,
            time.process_time() - spent,
            _mebibytes("VmHWM") - before,
        ]
    print(json.dumps(done))


if __name__ == "__main__":
    main()
