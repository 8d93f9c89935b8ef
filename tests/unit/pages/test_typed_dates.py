"""A date is read as people write it, day before month, and nothing is guessed."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from webui.core.times import DAY, HOUR, has_no_hour, read_day, read_hour

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@given(DAYS, st.sampled_from(("id", "en_GB")), st.sampled_from(("d MMMM y", "EEEE, d MMM y")))
def test_every_date_is_read_in_words_of_both_languages(on: date, language: str, shape: str) -> None:
    assert read_day(format_date(on, shape, locale=language)) == on


@given(DAYS, st.sampled_from((DAY, "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d")))
def test_every_date_is_read_in_numbers_day_before_month(on: date, shape: str) -> None:
    assert read_day(on.strftime(shape)) == on


@given(DAYS, st.times())
def test_every_hour_is_read_as_a_field_shows_it_and_as_a_link_names_it(on: date, at: time) -> None:
    minute = datetime.combine(on, at.replace(second=0, microsecond=0))
    assert read_hour(minute.strftime(HOUR)) == minute
    assert read_hour(minute.isoformat()[:16]) == minute
    assert read_hour(minute.strftime("%d-%m-%Y pukul %H:%M WITA")) == minute


@pytest.mark.parametrize(
    "typed",
    [
        "31-02-2024",
        "09-19-2024",
        "19-09-24",
        "kemarin",
        "19 Foo 2024",
        "2024",
        "19-09-2024 sore",
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_day(typed)


def test_a_date_without_its_hour_is_told_from_one_that_cannot_be_read() -> None:
    assert has_no_hour("19 September 2024")
    assert not has_no_hour("19 September 2024 25.00")
    with pytest.raises(ValueError, match=r"."):
        read_hour("19-09-2024")
    with pytest.raises(ValueError, match=r"."):
        read_hour("19-09-2024 25.00")
