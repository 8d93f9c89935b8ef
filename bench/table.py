"""One measured table: how it is timed, printed and kept."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results"


@dataclass(frozen=True)
class Row:
    """One contender: microseconds for one piece of work, best of several rounds."""

    name: str
    microseconds: float


@dataclass(frozen=True)
class Mark:
    """What was promised of a measured value: at most this, or at least this."""

    name: str
    value: float
    at_most: float | None = None
    at_least: float | None = None

    @property
    def reached(self) -> bool:
        """Whether the promise is kept."""
        low = self.at_least is None or self.value >= self.at_least
        return low and (self.at_most is None or self.value <= self.at_most)

    def told(self, judged: bool) -> str:
        """One line about it; a machine that was busy says nothing about a promise."""
        promise = " and ".join(
            f"{word} {limit:g}"
            for word, limit in (("at most", self.at_most), ("at least", self.at_least))
            if limit is not None
        )
        verdict = ("reached" if self.reached else "MISSED") if judged else "not judged"
        return f"{self.name}: {self.value:.2f} ({promise}): {verdict}"


@dataclass(frozen=True)
class Table:
    """Contenders doing the same work; `ratios` are the others' time over ours, by name."""

    name: str
    work: str
    rows: tuple[Row, ...]
    ratios: Mapping[str, float]
    notes: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    seed: int = 0
    at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))


def best(work: Callable[[], object], pieces: int, rounds: int) -> float:
    """Microseconds a piece takes in the fastest of the rounds (the others were disturbed)."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) / pieces * 1e6


def machine() -> dict[str, str]:
    """Where this was measured."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        model = names[0].partition(":")[2].strip() if names else model
    return {
        "cpu": model,
        "cores": str(os.cpu_count()),
        "system": platform.platform(),
        "python": platform.python_version(),
    }


def commit() -> str:
    """The commit measured, with `+` when files differ from it."""

    def git(*words: str) -> str:
        done = subprocess.run(
            ["git", *words], cwd=ROOT, capture_output=True, text=True, check=False
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    head = git("rev-parse", "--short=12", "HEAD") or "unknown"
    return head + ("+" if git("status", "--porcelain") else "")


BUSY = 1.5
"""A machine with a higher load than this measures its other work too."""


def load() -> float:
    """How many processes wanted to run, on average over the last minute."""
    return os.getloadavg()[0]


def publish(table: Table, began: float, *, anyway: bool = False) -> None:
    """Print the table, the circumstances, ratios and marks; keep all of it as JSON.

    `began` is the load of the machine before; above `BUSY` no mark is judged, unless `anyway`.
    """
    here = machine()
    print(f"\n{table.name}: {table.work}")
    for row in table.rows:
        print(f"  {row.name:<42} {row.microseconds:>12.3f} µs")
    for note in table.notes:
        print(f"  {note}")
    print(f"  machine {here['cpu']}, {here['cores']} cores, Python {here['python']}")
    print(f"  commit {commit()}, seed {table.seed}, load {began:.1f} at the start")
    for name, ratio in table.ratios.items():
        print(f"  ratio: {name} takes {ratio:.2f} times as long as ours")
    judged = anyway or began <= BUSY
    for mark in table.marks:
        print(f"  mark: {mark.told(judged)}")
    if table.marks and not judged:
        print(f"  no mark is judged above load {BUSY}; --anyway does it all the same")
    RESULTS.mkdir(parents=True, exist_ok=True)
    kept = {**asdict(table), "machine": here, "commit": commit(), "load": began}
    (RESULTS / f"{table.name}.json").write_text(json.dumps(kept, indent=2) + "\n")
