"""How far two orders of the same regions agree: Spearman's rank correlation with an interval."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from casework.engine.refusals import ScoreRefused

METHOD = "korelasi peringkat Spearman; selang 95% transformasi z Fisher, galat baku Bonett-Wright"
LEAST_PAIRS = 4


@dataclass(frozen=True)
class RankCorrelation:
    """Spearman's rank correlation of `n` pairs with a 95 % interval; METHOD names how it is made.

    The interval is None where every rank agrees (or is reversed): the method gives none there.
    """

    rho: float
    n: int
    interval: tuple[float, float] | None


def rank_correlation(
    one: Sequence[float | Decimal], other: Sequence[float | Decimal]
) -> RankCorrelation:
    """How far two orders of the same things agree; ties share their mean rank.

    Raises ScoreRefused for fewer than four pairs, or where one side is the same throughout.

    >>> found = rank_correlation([1, 2, 3, 4, 5], [2, 1, 3, 5, 4])
    >>> round(found.rho, 2), found.n
    (0.8, 5)
    """
    if len(one) != len(other) or len(one) < LEAST_PAIRS:
        raise ScoreRefused(
            f"Korelasi peringkat memerlukan paling sedikit {LEAST_PAIRS} wilayah yang punya kedua "
            f"angkanya; yang ada {min(len(one), len(other))}."
        )
    first, second = ranks(one), ranks(other)
    if len(set(first)) < 2 or len(set(second)) < 2:
        raise ScoreRefused(
            "Korelasi peringkat tidak dihitung: salah satu urutannya sama semua, tidak ada "
            "yang lebih tinggi atau lebih rendah."
        )
    n = len(one)
    mean = (n + 1) / 2
    shared = sum((a - mean) * (b - mean) for a, b in zip(first, second, strict=True))
    spread = math.sqrt(sum((a - mean) ** 2 for a in first) * sum((b - mean) ** 2 for b in second))
    rho = max(-1.0, min(1.0, shared / spread))
    if math.isclose(abs(rho), 1.0, abs_tol=1e-12):
        return RankCorrelation(float(round(rho)), n, None)
    half = 1.959964 * math.sqrt((1 + rho * rho / 2) / (n - 3))
    middle = math.atanh(rho)
    return RankCorrelation(rho, n, (math.tanh(middle - half), math.tanh(middle + half)))


def ranks(values: Sequence[float | Decimal]) -> list[float]:
    """The rank of each value, 1 for the least; equal ones share the mean of their ranks.

    >>> ranks([10, 30, 10])
    [1.5, 3.0, 1.5]
    """
    order = sorted(values)
    first = {value: place for place, value in reversed(list(enumerate(order, 1)))}
    last = {value: place for place, value in enumerate(order, 1)}
    return [(first[value] + last[value]) / 2 for value in values]
