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
class Table:
    """Contenders doing the same work; `ratios` are the others' time over ours, by name."""

    name: str
    work: str
    rows: tuple[Row, ...]
    ratios: Mapping[str, float]
    notes: tuple[str, ...] = ()
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


def publish(table: Table) -> None:
    """Print the table, the circumstances and last the ratios; keep all of it as JSON."""
    here = machine()
    print(f"\n{table.name}: {table.work}")
    for row in table.rows:
        print(f"  {row.name:<42} {row.microseconds:>12.3f} µs")
    for note in table.notes:
        print(f"  {note}")
    print(f"  machine {here['cpu']}, {here['cores']} cores, Python {here['python']}")
    print(f"  commit {commit()}, seed {table.seed}")
    for name, ratio in table.ratios.items():
        print(f"  ratio: {name} takes {ratio:.2f} times as long as ours")
    RESULTS.mkdir(parents=True, exist_ok=True)
    kept = {**asdict(table), "machine": here, "commit": commit()}
    (RESULTS / f"{table.name}.json").write_text(json.dumps(kept, indent=2) + "\n")
