"""The picture of the deadlines: nothing overlaps, nothing leaves it, days keep their order."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from webui.cases import timeline
from webui.cases.timeline import Occasion, Piece, Span

ZONE = "Asia/Jakarta"
BEGIN = datetime(2024, 9, 16, tzinfo=ZoneInfo(ZONE))
TITLES = st.text(alphabet="abc deklmnoprstu", min_size=1, max_size=60)
MOMENTS = st.integers(0, 60 * 24 * 60).map(lambda minutes: BEGIN + timedelta(minutes=minutes))
LENGTHS = st.integers(0, 21 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
NOW = BEGIN + timedelta(days=9, hours=8)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, due = draw(MOMENTS), draw(MOMENTS)
    closed = draw(st.none() | MOMENTS)
    running = closed is None and draw(st.booleans())
    stop = draw(st.none() | st.tuples(MOMENTS, st.none() | MOMENTS))
    return Span(
        key=draw(st.integers(1, 10**6)),
        label=draw(TITLES),
        start=start,
        due=due,
        safe=draw(MOMENTS),
        running=running,
        tone="soon",
        closed=closed,
        possible=due + draw(LENGTHS) if running else None,
        pauses=(stop,) if stop else (),
        possible_label="bila diperpanjang",
    )


OCCASIONS = st.builds(Occasion, TITLES, MOMENTS, st.booleans())
WIDTHS = st.sampled_from([(1180, 12, 26), (660, 8, 13), (340, 6, 6)])


@given(
    st.lists(spans(), max_size=9, unique_by=lambda one: one.key),
    st.lists(OCCASIONS, max_size=12),
    MOMENTS,
    WIDTHS,
    st.sets(st.integers(0, 60)),
)
def test_nothing_overlaps_and_nothing_leaves_the_picture(
    given_spans: list[Span],
    occasions: list[Occasion],
    now: datetime,
    width: tuple[int, int, int],
    free: set[int],
) -> None:
    wide, fewest, most = width
    shown = timeline.window(
        given_spans, occasions, now=now, zone=ZONE, width=wide, fewest=fewest, most=most
    )
    drawn = timeline.picture(
        given_spans,
        occasions,
        shown,
        now=now,
        zone=ZONE,
        offs=lambda day: "Maulid Nabi" if (day - BEGIN.date()).days in free else None,
    )
    days = [one.day for one in drawn.columns]
    assert days == [days[0] + timedelta(n) for n in range(len(days))]
    assert fewest <= len(days) <= most
    assert [one.x for one in drawn.columns] == sorted(one.x for one in drawn.columns)
    if any(one.running for one in given_spans):
        assert drawn.now is not None
    for bar in drawn.bars:
        assert bar.left >= -0.02
        assert bar.right <= drawn.width + 0.02
        assert bar.y >= 0
        assert bar.y + timeline.BAR < drawn.rail
        assert all(part.width > 0 for part in bar.parts)
    for lane in {bar.lane for bar in drawn.bars}:
        there = sorted((bar.left, bar.right) for bar in drawn.bars if bar.lane == lane)
        assert all(one[1] < other[0] for one, other in itertools.pairwise(there))
    labels = [dot.label for dot in drawn.dots if dot.label] + list(drawn.offs)
    for line in {text.y for text in labels}:
        places = sorted((text.left, text.right) for text in labels if text.y == line)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(places))
        assert places[0][0] >= -0.02
        assert places[-1][1] <= drawn.width + 0.02
        assert line < drawn.height
    assert all(0 < dot.x < drawn.width for dot in drawn.dots)
    assert drawn.hidden + len(drawn.bars) == len(given_spans)


def test_a_running_deadline_is_drawn_to_now_then_to_the_safe_day_then_to_its_end() -> None:
    due, safe = BEGIN + timedelta(days=11), BEGIN + timedelta(days=10)
    one = Span(
        1, "Penanganan", BEGIN + timedelta(days=8), due, safe, running=True, tone="soon",
        possible=due + timedelta(days=2), possible_label="bila diperpanjang",
    )  # fmt: skip
    shown = timeline.window([one], [], now=NOW, zone=ZONE, width=1180, fewest=12, most=26)
    drawn = timeline.picture([one], [], shown, now=NOW, zone=ZONE, offs=lambda _day: None)
    (bar,) = drawn.bars
    assert [part.kind for part in bar.parts] == [
        Piece.RUN, Piece.OPEN, Piece.TIGHT, Piece.POSSIBLE,
    ]  # fmt: skip
    run, still, tight, possible = bar.parts
    assert drawn.now is not None
    assert abs(run.x + run.width - drawn.now) < 0.1
    assert bar.safe is not None
    assert abs(still.x + still.width - bar.safe) < 0.1
    assert abs(tight.x + tight.width - possible.x) < 0.1
    column = shown.column
    assert abs(possible.width - 2 * column) < 0.1
