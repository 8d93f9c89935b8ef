"""The calendar files against the library they were made from, and what they mean."""

from __future__ import annotations

from datetime import date

import holidays
import pytest

from casework.engine.calendar import Calendar, HolidayKind


@pytest.mark.parametrize("year", range(2019, 2028))
def test_the_free_days_are_those_of_the_library(calendar: Calendar, year: int) -> None:
    library = holidays.country_holidays("ID", years=year, categories=("public", "government"))
    ours = {day for day in calendar.holidays if day.year == year}
    assert ours == set(library)


@pytest.mark.parametrize("year", range(2019, 2028))
def test_joint_leave_is_what_only_the_government_category_has(
    calendar: Calendar, year: int
) -> None:
    public = holidays.country_holidays("ID", years=year, categories=("public",))
    for day, holiday in calendar.holidays.items():
        if day.year == year:
            assert (holiday.kind is HolidayKind.JOINT_LEAVE) == (day not in public)


@pytest.mark.parametrize("day", ["2019-04-17", "2020-12-09", "2024-02-14", "2024-11-27"])
def test_polling_days_are_free(calendar: Calendar, day: str) -> None:
    polling = calendar.holidays[date.fromisoformat(day)]
    assert polling.kind is HolidayKind.POLLING
    assert "Keputusan Presiden" in polling.why


def test_every_free_day_names_a_decree_and_says_when_its_number_is_unknown(
    calendar: Calendar,
) -> None:
    for holiday in calendar.holidays.values():
        assert holiday.decree.title in holiday.why
        assert holiday.decree.number or "nomor belum diketahui" in holiday.why


def test_joint_leave_is_a_switch(calendar: Calendar) -> None:
    day = date(2024, 12, 26)
    assert calendar.free(day) is not None
    assert calendar.free(day, leave_counts=True) is None


def test_the_calendar_says_how_far_it_reaches(calendar: Calendar) -> None:
    assert (calendar.covers_from, calendar.covers_until) == (date(2019, 1, 1), date(2027, 12, 31))
    assert calendar.decreed(date(2027, 12, 31))
    assert not calendar.decreed(date(2028, 1, 1))
