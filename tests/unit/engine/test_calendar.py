"""The calendar files against the library they were made from, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.adapters import rulebook
from casework.engine.basis import Mark
from casework.engine.calendar import Calendar, Decree, Holiday, HolidayKind
from casework.engine.counting import Unit
from casework.engine.deadline import due_date
from casework.engine.law import Law
from casework.engine.loader import parse
from casework.engine.refusals import CalendarGap, RuleFileFault
from scripts.year import days, draft
from tests.unit.engine.rules import a_rule

YEARS = range(2019, 2028)
CALENDAR = rulebook.load().calendar
# Days on which the files and the library differ, each with its reason; an entry for a day on which
# they agree fails too. Re-votes and closures are no part of this: they hold in single places.
DIFFERENCES: dict[date, str] = {}
SELATAN, PAPUA = "Kabupaten Bengkulu Selatan", "Provinsi Papua"


def _every_day(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)


@pytest.mark.parametrize("year", YEARS)
def test_every_day_is_that_of_the_library_or_has_a_reason(calendar: Calendar, year: int) -> None:
    both = holidays.country_holidays("ID", years=year, categories=("public", "government"))
    public = holidays.country_holidays("ID", years=year, categories=("public",))
    for day in _every_day(year):
        ours = calendar.holidays.get(day)
        leave = ours is not None and ours.kind is HolidayKind.JOINT_LEAVE
        same = (ours is not None) == (day in both) and leave == (day in both and day not in public)
        assert same != (day in DIFFERENCES), (
            f"{day}: {DIFFERENCES.get(day, 'berbeda tanpa alasan')}"
        )


@pytest.mark.parametrize("year", YEARS)
def test_the_days_are_those_the_script_drafts(calendar: Calendar, year: int) -> None:
    drafted = {on: (name, kind) for on, name, kind in days(year)}
    ours = {
        day: (one.name, one.kind.value)
        for day, one in calendar.holidays.items()
        if day.year == year
    }
    assert ours == drafted


def test_a_draft_is_a_calendar_file(small_texts: dict[str, str]) -> None:
    law = parse({**small_texts, "calendars/2025.yaml": draft(2025)})
    assert law.calendar.covers_until == date(2025, 12, 31)
    assert "nomor belum diketahui" in law.calendar.holidays[date(2025, 12, 25)].why


@pytest.mark.parametrize("day", ["2019-04-17", "2020-12-09", "2024-02-14", "2024-11-27"])
def test_polling_days_are_free(calendar: Calendar, day: str) -> None:
    polling = calendar.holidays[date.fromisoformat(day)]
    assert polling.kind is HolidayKind.POLLING
    assert "Keputusan Presiden" in polling.why


def test_every_free_day_names_a_decree_and_says_when_its_number_is_unknown(
    calendar: Calendar,
) -> None:
    for holiday in (*calendar.holidays.values(), *calendar.local, *calendar.withdrawn):
        assert holiday.decree.title in holiday.why
        assert (holiday.decree.number or "nomor belum diketahui") in holiday.why
        assert holiday.decree.source
        # Nobody here has read a decree itself.
        assert holiday.decree.mark is Mark.SECONDARY


def test_joint_leave_is_a_switch(calendar: Calendar) -> None:
    day = date(2024, 12, 26)
    assert calendar.free(day) is not None
    assert calendar.free(day, leave_counts=True) is None


def test_the_calendar_says_how_far_it_reaches(calendar: Calendar) -> None:
    assert (calendar.covers_from, calendar.covers_until) == (date(2019, 1, 1), date(2027, 12, 31))
    assert calendar.decreed(date(2027, 12, 31))
    assert not calendar.decreed(date(2028, 1, 1))


# Re-votes hold where they were held.


def test_a_revote_is_free_in_its_place_only(calendar: Calendar) -> None:
    day = date(2025, 8, 6)
    assert calendar.free(day) is None
    assert calendar.for_place(["Kota Bengkulu"]) is calendar
    there = calendar.for_place([PAPUA]).free(day)
    assert there is not None
    assert "hari pemungutan suara ulang Pemilihan 2024" in there
    assert "Surat Edaran Gubernur Papua" in there


def test_a_revote_that_nobody_made_free_is_a_working_day(calendar: Calendar) -> None:
    day = date(2025, 8, 6)
    assert any(one.on == day and not one.free for one in calendar.local)
    assert calendar.for_place(["Kabupaten Boven Digoel"]).free(day) is None
    assert calendar.for_place(["Kota Bengkulu", "Kabupaten Seluma"]).free(date(2024, 2, 22)) is None


def test_an_office_counts_by_the_calendar_of_its_own_place(law: Law) -> None:
    there = law.calendar_for("07.01").free(date(2025, 4, 19))
    assert there is not None
    assert there.startswith("hari pemungutan suara ulang")
    for code in ("07.00", "07.08", "00.00"):
        assert law.calendar_for(code).free(date(2025, 4, 19)) == "Sabtu, bukan hari kerja"


def test_a_term_in_papua_is_longer_by_its_revote(calendar: Calendar) -> None:
    start = date(2025, 8, 4)
    papua = calendar.for_place([PAPUA])
    rule = a_rule(length=3, unit=Unit.WORKING_DAYS)
    assert due_date(rule, start, calendar) == date(2025, 8, 7)
    assert due_date(rule, start, papua) == date(2025, 8, 8)
    assert papua.version != calendar.version


def test_a_day_free_everywhere_keeps_its_reason_and_leave_yields(calendar: Calendar) -> None:
    decree = Decree("uji", "Keputusan uji", "1/2024", Mark.UNVERIFIED, "berkas uji")
    local = [
        Holiday(date(2024, 12, day), "uji", HolidayKind.REVOTE, decree, (SELATAN,))
        for day in (25, 26)
    ]
    seen = Calendar.of(
        calendar.holidays.values(), calendar.covers_from, calendar.covers_until, local=local
    ).for_place([SELATAN])
    assert "Natal" in str(seen.free(date(2024, 12, 25)))
    # A rule that counts joint leave must still not count the day of a re-vote.
    assert "uji" in str(seen.free(date(2024, 12, 26), leave_counts=True))


# Decrees change in the middle of a year.


@pytest.mark.parametrize(
    ("known", "day", "free"),
    [
        ("2020-03-01", "2020-05-28", False),  # added by the first change
        ("2020-04-01", "2020-05-28", True),
        ("2020-04-15", "2020-05-28", False),  # moved to December by the second
        ("2020-04-15", "2020-12-28", True),
        ("2020-11-30", "2020-12-28", True),
        ("2020-12-01", "2020-12-28", False),  # taken back by the fourth, on its very day
        ("2020-12-01", "2020-12-31", True),
        ("2020-11-26", "2020-12-09", False),
        ("2020-11-27", "2020-12-09", True),
        ("2021-06-17", "2021-08-10", True),
        ("2021-06-18", "2021-08-10", False),
        ("2021-06-18", "2021-08-11", True),
        ("2023-03-28", "2023-04-26", True),
        ("2023-03-29", "2023-04-26", False),
        ("2025-08-06", "2025-08-18", False),
        ("2025-08-07", "2025-08-18", True),
    ],
)
def test_a_calendar_can_be_seen_as_it_was_known(
    calendar: Calendar, known: str, day: str, free: bool
) -> None:
    then = calendar.as_known_on(date.fromisoformat(known))
    assert (then.free(date.fromisoformat(day)) is not None) is free


def test_what_was_not_yet_decreed_was_provisional(calendar: Calendar) -> None:
    assert calendar.as_known_on(date(2020, 9, 10)).covers_until == date(2020, 12, 31)
    assert calendar.as_known_on(date(2020, 9, 11)).covers_until == date(2021, 12, 31)
    with pytest.raises(CalendarGap, match="belum ada kalender yang ditetapkan"):
        calendar.as_known_on(date(2018, 11, 1))


def test_today_everything_is_known(calendar: Calendar) -> None:
    now = calendar.as_known_on(date(2026, 11, 24))
    assert now.version == calendar.version
    assert now.for_place([PAPUA]).version == calendar.for_place([PAPUA]).version


@given(st.dates(date(2018, 11, 2), date(2027, 12, 31)))
def test_looking_back_twice_is_looking_back_once(known: date) -> None:
    calendar = CALENDAR.as_known_on(known)
    assert calendar.as_known_on(known).version == calendar.version
    assert all(one.decree.known_on(known) for one in calendar.holidays.values())


def test_the_version_is_of_what_can_move_a_date(calendar: Calendar) -> None:
    again = rulebook.load().calendar
    assert again is not calendar
    assert again.version == calendar.version
    fewer = [one for one in calendar.holidays.values() if one.on != date(2024, 12, 25)]
    assert Calendar.of(fewer, calendar.covers_from, calendar.covers_until).version != again.version


# What the files may not say.

_REVOTE = (
    "local:\n  - {{date: 2024-11-30, name: PSU, kind: {kind}, decree: skb, places: [{place}], "
    "free: true}}\ndays:"
)


def _with_revote(texts: dict[str, str], kind: str, place: str) -> dict[str, str]:
    path = "calendars/2024.yaml"
    added = _REVOTE.format(kind=kind, place=place)
    return {**texts, path: texts[path].replace("days:", added, 1)}


def test_a_revote_needs_the_full_name_of_its_place(small_texts: dict[str, str]) -> None:
    kind, place = "pemungutan_suara_ulang", "Kabupaten Uji Utara"
    read = parse(_with_revote(small_texts, kind, place)).calendar
    assert read.local[0].places == (place,)
    with pytest.raises(RuleFileFault, match="harus bernama lengkap"):
        parse(_with_revote(small_texts, kind, "Uji Utara"))
    with pytest.raises(RuleFileFault, match="hanya untuk pemungutan_suara_ulang"):
        parse(_with_revote(small_texts, "nasional", place))


@pytest.mark.parametrize(
    ("was", "becomes", "message"),
    [
        ("kind: nasional", "kind: tutup_kantor", "hanya berlaku setempat"),
        ("days:", "settled_by: keppres\ndays:", 'keputusan "keppres"'),
        (
            "days:",
            "withdrawn: {date: 2024-12-27, name: Natal, kind: cuti_bersama, decree: skb, withdrawn_by: lain}\ndays:",  # noqa: E501  # one line of YAML
            'keputusan "lain"',
        ),
    ],
)
def test_a_calendar_file_is_checked(
    small_texts: dict[str, str], was: str, becomes: str, message: str
) -> None:
    path = "calendars/2024.yaml"
    with pytest.raises(RuleFileFault, match=message):
        parse({**small_texts, path: small_texts[path].replace(was, becomes, 1)})
