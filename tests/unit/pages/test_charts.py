"""Charts: what is drawn keeps to the numbers, and the picture never leaves its field."""

from __future__ import annotations

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from webui.core.charts import Bar, Bars, Kind, Multiples, series

COUNTS = st.lists(st.integers(0, 10_000), min_size=1, max_size=40)


def drawn(counts: list[int], *, scale: int = 0) -> Bars:
    kinds = tuple(Kind(str(n)) for n in range(len(counts)))
    return Bars("", "", kinds, (Bar("satu", tuple(counts)),), scale=scale)


def percent(text: str) -> float:
    return float(text.removesuffix("%"))


@given(COUNTS)
def test_the_parts_of_a_bar_follow_each_other_within_its_width(counts: list[int]) -> None:
    chart = drawn(counts)
    pieces = chart.pieces(chart.bars[0])
    assert len(pieces) == sum(1 for one in counts if one)
    ends = [percent(one.x) + percent(one.width) for one in pieces]
    assert all(end <= 100.2 for end in ends)
    assert [percent(one.x) for one in pieces[1:]] == pytest.approx(ends[:-1], abs=0.11)


@given(COUNTS)
def test_a_series_stays_in_its_field_and_marks_one_highest(counts: list[int]) -> None:
    chart = series("", [(str(n), "", one) for n, one in enumerate(counts)])
    assert all(percent(one.y) >= 0 and percent(one.x) <= 100 for one in chart.columns)
    assert sum(one.top for one in chart.columns) == (1 if any(counts) else 0)
    heights = [float(pair.split(",")[1]) for pair in chart.line.split()]
    assert all(1 <= one <= 23 for one in heights)


def test_multiples_share_the_scale_of_the_largest() -> None:
    few, many = series("a", [("1", "", 2)]), series("b", [("1", "", 8)])
    assert [one.most for one in Multiples("", (few, many)).same] == [8, 8]


def test_a_scale_that_is_given_holds_for_shorter_bars() -> None:
    chart = drawn([5], scale=20)
    assert chart.pieces(chart.bars[0])[0].width == "25.0%"


def test_nothing_to_draw_is_no_error() -> None:
    assert Bars("", "", (), ()).most == 1
    assert series("", []).columns == []
    with Flask(__name__).test_request_context():
        assert Multiples("", ()).same == []


def test_a_tone_that_no_style_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown tone"):
        Kind("", "red")
