"""The soak tells growth from warming up."""

from __future__ import annotations

import os

import pytest

from tests.soak.growth import Sample, grown, look


@pytest.mark.parametrize(
    ("memory", "handles", "said"),
    [
        ([100, 150, 200, 200, 201, 199, 200, 202, 201, 200, 200, 201], [20] * 12, ""),
        ([100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 210], [20] * 12, "memory"),
        ([100] * 12, [20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42], "handles"),
    ],
)
def test_growth_is_told_from_warming_up(memory: list[int], handles: list[int], said: str) -> None:
    pairs = zip(memory, handles, strict=True)
    found = list(grown([Sample(n, mb, count) for n, (mb, count) in enumerate(pairs)]))
    assert [text.split()[0] for text in found] == ([said] if said else [])


def test_a_process_is_looked_at() -> None:
    before = look(0, 0)
    handles = [os.open(os.devnull, os.O_RDONLY) for _ in range(5)]
    try:
        assert look(os.getpid(), 0).handles >= before.handles + 5
    finally:
        for handle in handles:
            os.close(handle)
    assert before.memory_mb > 1
