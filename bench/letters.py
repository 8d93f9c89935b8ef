"""The 34 letters of one case: the renderer's two child processes beside one.

Letters of a case differ in their addressee. The product draws them from as many threads as there
are processes, as the worker does.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from typing import Any

from bench import letter
from bench.table import Row, Table
from casework.adapters.pdf import Renderer

LETTERS = 34
ROUNDS = 5


def measure(seed: int) -> Table:
    """Time one process and two in turn, after comparing their bytes."""
    letters = addressed(letter.samples(seed)[0])
    pools = {count: Renderer(workers=count) for count in (1, 2)}
    times: dict[int, list[float]] = {count: [] for count in pools}
    try:
        if draw(pools[1], letters, 1) != draw(pools[2], letters, 2):
            raise SystemExit("bench: two processes draw other bytes than one")
        for _ in range(ROUNDS):
            for count, renderer in pools.items():
                start = time.perf_counter()
                draw(renderer, letters, count)
                times[count].append((time.perf_counter() - start) / LETTERS * 1e6)
    finally:
        for renderer in pools.values():
            renderer.close()
    rows = (
        Row("two child processes", median(times[2])),
        Row("one child process", median(times[1])),
    )
    gain = median(one / two for one, two in zip(times[1], times[2], strict=True))
    return Table(
        name="letters",
        work=f"{LETTERS} letters of one case ({letter.FORM})",
        rows=rows,
        ratios={rows[1].name: gain},
        notes=(
            "both drew the same bytes",
            f"{1e6 / rows[0].microseconds:.1f} letters a second with two processes",
            f"one process over two: {gain:.2f}, to reach 1.7",
        ),
        seed=seed,
    )


def addressed(first: dict[str, Any]) -> list[dict[str, Any]]:
    """One letter for each of the addressees of a case."""
    return [
        {**first, "recipient": {**first["recipient"], "name": f"Terlapor Contoh {number}"}}
        for number in range(1, LETTERS + 1)
    ]


def draw(renderer: Renderer, letters: list[dict[str, Any]], threads: int) -> list[bytes]:
    """All letters, drawn from as many threads as the renderer has processes."""
    with ThreadPoolExecutor(threads) as pool:
        return list(
            pool.map(
                lambda one: renderer.render(letter.FORM, letter.EDITION, one, draft=False), letters
            )
        )
