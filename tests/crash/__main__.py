"""`python -m tests.crash`: the matrix of kills, printed, and kept as JSON."""

from __future__ import annotations

import argparse
import json
import platform
import random
import sys
import time
from collections import Counter
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from casework.adapters.garbage import spare_what_stands
from scripts import postgres
from tests.crash import scene
from tests.crash.kill import REPORT, forked, go_on, kill, work
from tests.crash.places import places
from tests.crash.stage import PostgresStage, SqliteStage

RESULTS = Path(__file__).parents[2] / "bench" / "results"
TURNS = (1, 1, 2, 3)


def main() -> int:
    """Kill at every place, on every database, with every seed; 1 when anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash")
    parser.add_argument("--seeds", type=int, default=12, help="kills at each place and database")
    parser.add_argument("--seed", type=int, default=20240919)
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--place", action="append", choices=places(), help="only there")
    wanted = parser.parse_args()
    wanted.place = wanted.place or places()
    began = time.monotonic()
    scene.law()
    hit: Counter[tuple[str, str]] = Counter()
    faults: list[str] = []
    with ExitStack() as stack:
        root = Path(stack.enter_context(TemporaryDirectory(prefix="casework-crash-")))
        stages: list[SqliteStage | PostgresStage] = []
        if wanted.database in ("sqlite", "both"):
            stages.append(SqliteStage(root, _apart))
        if wanted.database in ("postgresql", "both"):
            server = stack.enter_context(postgres.server())
            stages.append(PostgresStage(root, _apart, server))
            stack.callback(stages[-1].close)
        for stage in stages:
            _warm(stage, root)
        for stage in stages:
            _matrix(stage, root, wanted, hit, faults)
    _print(hit, faults, wanted, time.monotonic() - began)
    missed = [name for name in wanted.place if not any(hit[name, stage.name] for stage in stages)]
    for name in missed:
        print(f"  NEVER HIT {name}")
    return 1 if faults or missed else 0


def _apart(url: str, folder: Path) -> None:
    """Prepare in a process of its own: this one must hold no connection when it forks."""
    if ended := forked(lambda: scene.furnish(url, folder)):
        raise SystemExit(f"the scene could not be prepared ({ended})")


def _warm(stage: SqliteStage | PostgresStage, root: Path) -> None:
    """Compile every statement once here, so that none of the hundreds of children has to."""
    with stage.copy(root / "warm") as url:
        work(url, root / "warm", 0)
    spare_what_stands()


def _matrix(
    stage: SqliteStage | PostgresStage,
    root: Path,
    wanted: argparse.Namespace,
    hit: Counter[tuple[str, str]],
    faults: list[str],
) -> None:
    for number in range(wanted.seeds):
        seed = wanted.seed + number
        with stage.copy(root / "without") as url:
            if ended := forked(partial(go_on, url, root / "without", seed)):
                raise SystemExit(f"the run without a kill ended with {ended}")
            expected = json.loads((root / "without" / REPORT).read_text())
        if expected["broken"]:
            raise SystemExit(f"broken without any kill: {expected['broken']}")
        for place in wanted.place:
            first = random.Random(f"{seed}{place}").choice(TURNS)
            for turn in dict.fromkeys((first, 1)):
                with stage.copy(root / "kill") as url:
                    found = kill(url, root / "kill", place, turn, seed, expected)
                where = f"{stage.name} {place}:{turn} seed {seed}"
                hit[(place, stage.name)] += found.killed
                faults += [f"{where}: {text}" for text in found.faults]
                if found.killed or found.faults:
                    break
        done = sum(count for (_, name), count in hit.items() if name == stage.name)
        print(
            f"{stage.name} seed {seed}: {done} kills so far, {len(faults)} faults in all",
            flush=True,
        )


def _print(
    hit: Counter[tuple[str, str]], faults: list[str], wanted: argparse.Namespace, seconds: float
) -> None:
    names = sorted({name for _, name in hit})
    print(f"{'place':<26}" + "".join(f"{name:>12}" for name in names))
    for place in wanted.place:
        print(f"{place:<26}" + "".join(f"{hit[(place, name)]:>12}" for name in names))
    print(f"{sum(hit.values())} kills in {seconds:.0f} s, seed {wanted.seed}: {len(faults)} faults")
    for text in faults[:40]:
        print(f"  FAULT {text}")
    RESULTS.mkdir(parents=True, exist_ok=True)
    kept = {
        "name": "crash",
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": platform.platform(),
        "seed": wanted.seed,
        "seconds": round(seconds),
        "kills": {f"{place} {name}": count for (place, name), count in sorted(hit.items())},
        "faults": faults,
    }
    (RESULTS / "crash.json").write_text(json.dumps(kept, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
