"""Memory and file handles of a process over time, and whether they grow."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

# What a process needs to warm up is no growth.
WARM = 1 / 4
MEMORY_GROWS, HANDLES_GROW = 0.10, 4
_PAGE_MB = os.sysconf("SC_PAGE_SIZE") / (1 << 20)


@dataclass
class Sample:
    """One look at a process; `at` is seconds since the start."""

    at: float
    memory_mb: float
    handles: int


def look(pid: int, at: float) -> Sample:
    """Resident memory and open handles now; pid 0 is this process."""
    folder = Path("/proc") / (str(pid) if pid else "self")
    pages = int((folder / "statm").read_text().split()[1])
    return Sample(at, round(pages * _PAGE_MB, 1), len(list((folder / "fd").iterdir())))


def grown(samples: Sequence[Sample]) -> Iterator[str]:
    """What grew between the first and the last third after the warm-up, if anything did."""
    steady = samples[int(len(samples) * WARM) :]
    third = max(1, len(steady) // 3)
    early, late = steady[:third], steady[-third:]
    before, after = (median(one.memory_mb for one in part) for part in (early, late))
    if after > before * (1 + MEMORY_GROWS):
        yield f"memory grew from {before:.0f} to {after:.0f} MB"
    first, last = (median(one.handles for one in part) for part in (early, late))
    if last > first + HANDLES_GROW:
        yield f"handles grew from {first:.0f} to {last:.0f}"
