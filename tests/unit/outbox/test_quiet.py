"""Quiet hours: over midnight or within a day, and the limits that may break them."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casework.services.people.preferences import Quiet

ZONE = "Asia/Jayapura"
MINUTE = st.times().map(lambda one: one.replace(second=0, microsecond=0, tzinfo=None))
NIGHT = Quiet(time(22), time(6))


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+09:00")


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2024-09-20T21:59:59", None),
        ("2024-09-20T22:00:00", "2024-09-21T06:00:00"),
        ("2024-09-21T05:59:59", "2024-09-21T06:00:00"),
        ("2024-09-21T06:00:00", None),
    ],
)
def test_a_night_ends_on_the_next_morning(moment: str, until: str | None) -> None:
    held = NIGHT.holds_back(at(moment).astimezone(UTC), ZONE, None)
    assert held == (at(until) if until else None)


def test_a_limit_within_the_night_or_just_after_it_breaks_it_and_a_later_one_does_not() -> None:
    now = at("2024-09-20T23:00:00")
    assert NIGHT.holds_back(now, ZONE, at("2024-09-20T23:59:59")) is None
    assert NIGHT.holds_back(now, ZONE, at("2024-09-21T05:59:59")) is None
    assert NIGHT.holds_back(now, ZONE, at("2024-09-21T07:00:00")) == at("2024-09-21T06:00:00")
    assert NIGHT.holds_back(now, ZONE, at("2024-09-20T21:59:59")) == at("2024-09-21T06:00:00")


@pytest.mark.parametrize("until", [time(0), time(23, 59), time(23, 30)])
def test_the_end_of_a_day_is_not_told_when_it_is_over(until: time) -> None:
    """Quiet until midnight, and a limit that ends at midnight."""
    evening = Quiet(time(16), until)
    now, ends = at("2024-09-20T20:00:00"), at("2024-09-20T23:59:59")
    assert evening.holds_back(now, ZONE, ends) is None


def test_a_limit_just_after_the_night_leaves_time_to_act() -> None:
    now = at("2024-09-21T05:00:00")
    assert NIGHT.holds_back(now, ZONE, at("2024-09-21T06:59:59")) is None


@given(since=MINUTE, until=MINUTE, moment=st.datetimes(timezones=st.just(UTC)))
def test_what_is_held_back_goes_within_a_day_and_is_not_held_again(
    since: time, until: time, moment: datetime
) -> None:
    assume(since != until)
    assume(datetime(1970, 1, 3, tzinfo=UTC) < moment < datetime(2100, 1, 1, tzinfo=UTC))
    quiet = Quiet(since, until)
    held = quiet.holds_back(moment, ZONE, None)
    if held is None:
        local = moment.astimezone(ZoneInfo(ZONE)).time()
        inside = since <= local < until if since < until else local >= since or local < until
        assert not inside
    else:
        assert moment < held <= moment + timedelta(days=1)
        assert held.astimezone(ZoneInfo(ZONE)).time() == until
        assert quiet.holds_back(held, ZONE, None) is None
