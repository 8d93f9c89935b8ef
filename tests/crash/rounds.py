"""`python -m tests.crash.rounds`: many identical submissions at once, round after round."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from casework.bootstrap import App
from casework.models import Case, Event, Number
from casework.services.acts import acts
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.invariants import numbering
from scripts import postgres
from tests import desk
from tests.crash import scene
from tests.databases import PostgresTemplate, SqliteTemplate, Template

RESULTS = Path(__file__).parents[2] / "bench" / "results"
NOBODY = Actor.system(NO_OFFICE)


@dataclass(frozen=True)
class Round:
    """What one round gave: the receipts that came back, and everything that went wrong."""

    receipts: frozenset[str]
    faults: tuple[str, ...]


def submit_at_once(app: App, key: str, senders: int) -> Round:
    """Send one form from so many threads at the same moment and look at what is kept."""
    actor = desk.officer(app, "penerima.bengkulu")
    form = replace(desk.REPORT, key=key)
    before = _counts(app)
    ready = threading.Barrier(senders)
    receipts: list[str] = []
    faults: list[str] = []

    def send() -> None:
        ready.wait(60)
        try:
            with app.unit_of_work(actor) as work:
                receipts.append(acts.open_case(work, "terima_laporan", form).receipt_number)
        except Exception as fault:  # noqa: BLE001 - told as a fault of the round
            faults.append(f"{key}: {type(fault).__name__}: {fault}"[:300])

    threads = [threading.Thread(target=send) for _ in range(senders)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    grown = {name: count - before[name] for name, count in _counts(app).items()}
    if grown != {"cases": 1, "numbers": 1, "receipts": 1}:
        faults.append(f"{key}: {grown}")
    if len(receipts) + len(faults) < senders or len(set(receipts)) != 1:
        faults.append(f"{key}: {len(receipts)} answers, {len(set(receipts))} numbers")
    return Round(frozenset(receipts), tuple(faults))


def rounds(app: App, times: int, senders: int) -> Iterable[str]:
    """Do all rounds; every number is new, none is missing, every gap has its reason."""
    given: set[str] = set()
    for turn in range(times):
        found = submit_at_once(app, f"serentak-{turn}", senders)
        yield from found.faults
        if again := given & found.receipts:
            yield f"used again: {sorted(again)}"
        given |= found.receipts
    with app.reading(NOBODY) as work:
        yield from numbering.faults(work)


def _counts(app: App) -> dict[str, int]:
    with app.reading(NOBODY) as work:
        count = select(func.count())
        scalar = work.session.scalar
        receipt = Event.action == "terima_laporan"
        return {
            "cases": scalar(count.select_from(Case)) or 0,
            "numbers": scalar(count.select_from(Number)) or 0,
            "receipts": scalar(count.select_from(Event).where(receipt)) or 0,
        }


def main() -> int:
    """Do the rounds on both databases; 1 when anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash.rounds")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--senders", type=int, default=100)
    wanted = parser.parse_args()
    kept: dict[str, object] = {}
    wrong: list[str] = []
    with ExitStack() as stack:
        root = Path(stack.enter_context(TemporaryDirectory(prefix="casework-rounds-")))
        server = stack.enter_context(postgres.server())
        templates: dict[str, Template] = {
            "postgresql": PostgresTemplate(server, "rounds"),
            "sqlite": SqliteTemplate(root),
        }
        for name, template in templates.items():
            stack.callback(template.close)
            folder = root / name
            folder.mkdir()
            url = stack.enter_context(template.copy(folder))
            began = time.monotonic()
            with closing(scene.place(url, folder)) as app:
                desk.furnish(app)
                found = list(rounds(app, wanted.rounds, wanted.senders))
            seconds = time.monotonic() - began
            print(f"{name}: {wanted.rounds} rounds of {wanted.senders} senders in {seconds:.0f} s, "
                  f"{len(found)} faults", flush=True)  # fmt: skip
            kept[name] = {"rounds": wanted.rounds, "seconds": round(seconds), "faults": found}
            wrong += found
    for text in wrong[:40]:
        print(f"  FAULT {text}")
    RESULTS.mkdir(parents=True, exist_ok=True)
    kept |= {
        "name": "rounds",
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": platform.platform(),
        "senders": wanted.senders,
    }
    (RESULTS / "rounds.json").write_text(json.dumps(kept, indent=2) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
