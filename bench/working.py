"""How long processes have worked on the CPU, as the kernel counts it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def own(pid: int) -> float:
    """Seconds a process has worked itself."""
    return sum(_times(pid)[:2]) / _TICKS


def below(pid: int) -> float:
    """Seconds its children have worked, those that ended among them."""
    return sum(_times(pid)[2:]) / _TICKS + sum(map(own, children(pid)))


def children(pid: int) -> Iterator[int]:
    """The children of a process, whichever of its threads began them."""
    for told in Path(f"/proc/{pid}/task").glob("*/children"):
        yield from map(int, told.read_text().split())


def _times(pid: int) -> tuple[int, ...]:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return tuple(map(int, fields[11:15]))
