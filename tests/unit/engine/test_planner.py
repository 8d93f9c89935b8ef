"""The planner keeps every promise whatever it is given."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.engine.planner import (
    ORDER,
    REMOTE,
    Busy,
    Frame,
    Invitee,
    Kind,
    Plan,
    Session,
    Span,
    Ways,
    Why,
    clashes,
    cures,
    plan,
)

WIB = timezone(timedelta(hours=7))
DAY = datetime(2024, 9, 24, tzinfo=WIB)


def at(hour: float, day: int = 0) -> datetime:
    """An hour of a day."""
    return DAY + timedelta(days=day, hours=hour)


def hours(opens: float, closes: float, day: int = 0) -> Span:
    return Span(at(opens, day), at(closes, day))


def people(count: int, role: str = "respondent", first: int = 1) -> tuple[Invitee, ...]:
    return tuple(Invitee(number, role, number) for number in range(first, first + count))


FRAME = Frame(
    invitees=people(3),
    open=(hours(8, 12), hours(13, 16)),
    ready=at(0),
    end=at(24),
    rooms=("Ruang 1",),
    officers=(7,),
    length=timedelta(hours=1),
)


@st.composite
def frames(draw: st.DrawFn) -> Frame:
    count = draw(st.integers(0, 12))
    invitees = tuple(
        Invitee(
            key,
            draw(st.sampled_from((*ORDER, "matter"))),
            draw(st.integers(0, 5)),
            draw(st.booleans()),
        )
        for key in range(count)
    )
    spans = tuple(
        hours(opens, opens + draw(st.integers(1, 5)), day)
        for day in range(draw(st.integers(0, 3)))
        for opens in draw(st.sampled_from(((8,), (8, 13), ())))
    )
    rooms = tuple(f"R{number}" for number in range(draw(st.integers(0, 3))))
    officers = tuple(range(100, 100 + draw(st.integers(0, 3))))
    busy = tuple(
        Busy(
            hours(begin, begin + 1, draw(st.integers(0, 2))),
            draw(st.sampled_from((None, *rooms, REMOTE))),
            draw(st.sampled_from((None, *officers))),
        )
        for begin in draw(st.lists(st.integers(7, 16), max_size=4))
    )
    ready = at(draw(st.floats(0, 50, allow_nan=False)))
    return Frame(
        invitees,
        spans,
        ready,
        at(draw(st.floats(0, 96, allow_nan=False))),
        rooms,
        officers,
        timedelta(minutes=draw(st.integers(5, 180))),
        timedelta(minutes=draw(st.integers(0, 30))),
        busy,
    )


@given(frames())
def test_nobody_is_lost_and_nobody_comes_twice(frame: Frame) -> None:
    found = plan(frame)
    keys = [one.invitee for one in found.sessions] + [one.invitee for one in found.left]
    assert sorted(keys) == sorted(one.key for one in frame.invitees)


@given(frames())
def test_every_session_is_inside_hours_and_window_after_the_notice(frame: Frame) -> None:
    for one in plan(frame).sessions:
        assert frame.ready <= one.span.opens
        assert one.span.closes <= frame.end
        assert one.span.closes - one.span.opens == frame.length
        assert any(
            span.opens <= one.span.opens and one.span.closes <= span.closes for span in frame.open
        )


@given(frames())
def test_no_officer_and_no_room_is_in_two_sessions_at_once(frame: Frame) -> None:
    found = plan(frame).sessions
    assert clashes(found) == ()
    for one in found:
        for other in frame.busy:
            if one.span.meets(other.span):
                assert one.officer != other.officer
                assert one.room != other.room or one.room == REMOTE
    for one in found:
        now = one.span.opens
        running = [other for other in found if other.span.opens <= now < other.span.closes]
        unknown = [
            other
            for other in frame.busy
            if other.officer is None and other.span.opens <= now < other.span.closes
        ]
        assert len(running) + len(unknown) <= len(frame.officers)


@given(frames())
def test_the_same_frame_gives_the_same_plan_in_whatever_order_people_come(frame: Frame) -> None:
    assert plan(frame) == plan(frame)
    again = plan(replace(frame, invitees=tuple(reversed(frame.invitees))))
    assert again == plan(frame)


@given(frames())
def test_the_order_of_hearing_is_kept(frame: Frame) -> None:
    ranks = {one.key: one.rank for one in frame.invitees}
    found = plan(frame).sessions
    for before, after in itertools.pairwise(found):
        assert ranks[before.invitee] < ranks[after.invitee]
        assert before.span.opens <= after.span.opens


@given(frames())
def test_what_is_left_has_its_reason_and_a_cure_never_makes_it_worse(frame: Frame) -> None:
    found = plan(frame)
    for one in found.left:
        assert one.why in Why
    ways = Ways(extended=frame.end + timedelta(days=2), video=True)
    for cure in cures(frame, ways):
        assert 0 < cure.more <= len(found.left)
        assert cure.all == (cure.more == len(found.left))
    if not found.left:
        assert cures(frame, ways) == ()


def sessions(found: Plan) -> list[tuple[int, str]]:
    return [(one.invitee, f"{one.span.opens:%H.%M}") for one in found.sessions]


def test_they_follow_each_other_around_the_break() -> None:
    found = plan(replace(FRAME, invitees=people(6), gap=timedelta(minutes=15)))
    assert sessions(found) == [
        (1, "08.00"), (2, "09.15"), (3, "10.30"), (4, "13.00"), (5, "14.15"),
    ]  # fmt: skip
    assert [(one.invitee, one.why) for one in found.left] == [(6, Why.FULL)]


def test_the_reporter_comes_first_and_the_expert_last() -> None:
    mixed = (
        Invitee(1, "expert"),
        Invitee(2, "respondent"),
        Invitee(3, "reporter"),
        Invitee(4, "witness"),
    )
    found = plan(replace(FRAME, invitees=mixed))
    assert [one.invitee for one in found.sessions] == [3, 4, 2, 1]


def test_two_rooms_and_two_officers_hear_two_at_once() -> None:
    found = plan(replace(FRAME, rooms=("A", "B"), officers=(7, 8)))
    assert [(one.room, one.officer) for one in found.sessions] == [("A", 7), ("B", 8), ("A", 7)]
    assert [one.span.opens for one in found.sessions] == [at(8), at(8), at(9)]


def test_video_needs_an_officer_and_no_room() -> None:
    people_ = (Invitee(1, "witness", remote=True), Invitee(2, "respondent"))
    found = plan(replace(FRAME, invitees=people_, officers=(7, 8)))
    assert [(one.room, one.span.opens) for one in found.sessions] == [
        (REMOTE, at(8)), ("Ruang 1", at(8)),
    ]  # fmt: skip


def test_a_session_of_another_case_keeps_its_room_and_officer() -> None:
    busy = (Busy(hours(8, 9), "Ruang 1", 9),)
    assert sessions(plan(replace(FRAME, invitees=people(1), busy=busy))) == [(1, "09.00")]
    unknown = (Busy(hours(8, 9)),)
    assert sessions(plan(replace(FRAME, invitees=people(1), busy=unknown))) == [(1, "09.00")]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"ready": at(15.5)}, Why.NO_TIME),
        ({"end": at(8.5)}, Why.NO_TIME),
        ({"open": ()}, Why.NO_TIME),
        ({"officers": ()}, Why.NOBODY),
        ({"rooms": ()}, Why.NOBODY),
    ],
)
def test_it_says_why_nothing_fits(change: dict[str, object], why: Why) -> None:
    found = plan(replace(FRAME, **change))  # type: ignore[arg-type]  # fields by name
    assert found.sessions == ()
    assert {one.why for one in found.left} == {why}


def test_thirty_four_need_more_than_a_day_and_the_cures_say_how_much() -> None:
    frame = replace(FRAME, invitees=people(34), gap=timedelta(minutes=15), end=at(24))
    found = plan(frame)
    assert len(found.left) == 29
    ways = Ways(extended=at(24, 2), free_days=(hours(8, 16, 1),), video=True)
    by_kind = {one.kind: one for one in cures(frame, ways)}
    assert by_kind[Kind.ROOM_AND_OFFICER].more == 29
    assert by_kind[Kind.ROOM_AND_OFFICER].amount == 6
    assert Kind.OFFICER not in by_kind
    assert Kind.EXTEND not in by_kind
    assert by_kind[Kind.SHORTER].amount == 30


def test_a_length_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="length"):
        plan(replace(FRAME, length=timedelta(0)))


def test_clashes_are_found() -> None:
    one = Session(1, hours(8, 9), "A", 7)
    assert clashes((one, Session(2, hours(8.5, 9.5), "A", 8))) == ((1, 0),)
    assert clashes((one, Session(2, hours(9, 10), "A", 7))) == ()
