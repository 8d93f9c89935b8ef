"""What surrounds the count: hours, ends, two starts, zones, lateness, reminders, storage."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.adapters import rulebook
from casework.engine.calendar import Calendar
from casework.engine.counting import FirstDay, Unit
from casework.engine.deadline import Due, compute, is_late, reminder_times
from casework.engine.edition import Edition
from casework.engine.refusals import CalendarGap, DeadlineRefused, RuleUnknown
from casework.engine.rule import DeadlineRule, Direction, Ends, Extension, Ladder, Rung
from tests.unit.engine.rules import BASIS, a_rule

WIB = ZoneInfo("Asia/Jakarta")
ZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]
CALENDAR = rulebook.load().calendar


def _due(rule: DeadlineRule, start: datetime, **more: object) -> Due:
    given = {"calendar": CALENDAR, "zone": "Asia/Jakarta", **more}
    return compute(rule, start, **given)  # type: ignore[arg-type]  # options by name


def test_hours_are_exact() -> None:
    rule = a_rule(length=24, unit=Unit.HOURS, ends=Ends.EXACT)
    due = _due(rule, datetime(2024, 10, 14, 16, 20, 30, 999, WIB))
    assert due.due.isoformat() == "2024-10-15T16:20:30+07:00"
    assert due.safe == due.due
    assert [step.counted for step in due.derivation] == [False, True]


def test_the_same_day_reading_counts_the_day_of_the_event() -> None:
    due = _due(a_rule(first_day=FirstDay.SAME_DAY), datetime(2024, 9, 19, 8, tzinfo=WIB))
    assert due.due.isoformat() == "2024-09-20T23:59:59+07:00"
    assert [step.counted for step in due.derivation] == [True, True]


def test_office_close_ends_at_the_hour() -> None:
    rule = a_rule(ends=Ends.OFFICE_CLOSE, closes_at=time(16))
    due = _due(rule, datetime(2024, 1, 14, 9, tzinfo=WIB))
    assert due.due.isoformat() == "2024-01-16T16:00:00+07:00"
    assert due.derivation[-1].why.endswith("pukul 16.00 WIB")


@pytest.mark.parametrize("zone", ZONES)
def test_the_legal_date_is_the_offices_own(zone: str) -> None:
    start = datetime(2024, 9, 19, 23, 30, tzinfo=ZoneInfo(zone))
    due = _due(a_rule(), start, zone=zone)
    assert due.due.date().isoformat() == "2024-09-21"
    assert due.due.utcoffset() == start.utcoffset()


def test_a_start_in_utc_is_the_offices_next_day() -> None:
    due = _due(a_rule(), datetime(2024, 9, 19, 17, 0, tzinfo=UTC))
    assert due.start.date().isoformat() == "2024-09-20"


def test_new_year_and_leap_day() -> None:
    assert _due(a_rule(), datetime(2024, 12, 31, tzinfo=WIB)).due.date().isoformat() == "2025-01-02"
    assert _due(a_rule(), datetime(2028, 2, 28, tzinfo=WIB)).due.date().isoformat() == "2028-03-01"


def test_the_latest_of_two_starts_counts() -> None:
    rule = a_rule(starts_on=("diregister", "dinyatakan_diterima"))
    due = _due(
        rule,
        datetime(2024, 9, 1, tzinfo=WIB),
        also={"dinyatakan_diterima": datetime(2024, 9, 5, tzinfo=WIB)},
    )
    assert due.due.date().isoformat() == "2024-09-07"
    with pytest.raises(DeadlineRefused, match="dinyatakan_diterima belum diberikan"):
        _due(rule, datetime(2024, 9, 1, tzinfo=WIB))


def test_a_fact_that_does_not_start_the_rule_is_refused() -> None:
    with pytest.raises(DeadlineRefused, match="lain bukan awal kedua"):
        _due(a_rule(), datetime(2024, 9, 1, tzinfo=WIB), also={"lain": datetime.now(UTC)})


def test_an_extension_is_a_total_from_the_same_start() -> None:
    rule = a_rule(length=3, extension=Extension(5, "perpanjang", "keterangan", BASIS))
    start = datetime(2024, 9, 22, tzinfo=WIB)
    assert _due(rule, start).due.date().isoformat() == "2024-09-25"
    longer = _due(rule, start, extended=True)
    assert longer.due.date().isoformat() == "2024-09-27"
    assert longer.extended
    with pytest.raises(DeadlineRefused, match="tidak mengenal perpanjangan"):
        _due(a_rule(), start, extended=True)


def test_the_days_of_the_extension_cite_its_own_article(pemilihan: Edition) -> None:
    due = _due(pemilihan.deadline("penanganan"), datetime(2024, 9, 22, tzinfo=WIB), extended=True)
    cited = [step.why for step in due.derivation if step.counted]
    assert all("ayat (5)" in why for why in cited[:3])
    assert all("ayat (6)" in why for why in cited[3:])


def test_a_notice_counts_backwards() -> None:
    rule = a_rule(length=1, direction=Direction.BEFORE)
    due = _due(rule, datetime(2024, 10, 9, 10, tzinfo=WIB))
    assert due.due.isoformat() == "2024-10-08T23:59:59+07:00"
    assert due.safe.isoformat() == "2024-10-07T23:59:59+07:00"
    assert [step.counted for step in due.derivation] == [False, True]


def test_a_notice_in_working_days_skips_the_weekend() -> None:
    rule = a_rule(length=1, direction=Direction.BEFORE, unit=Unit.WORKING_DAYS)
    due = _due(rule, datetime(2024, 10, 7, 10, tzinfo=WIB))
    assert due.due.date().isoformat() == "2024-10-04"
    assert [step.counted for step in due.derivation] == [False, False, False, True]


def test_what_is_not_known_is_refused_with_its_reason(pemilihan: Edition) -> None:
    with pytest.raises(RuleUnknown, match="tidak ada sumber tentang jarak undangan"):
        _due(pemilihan.deadline("undangan_klarifikasi"), datetime(2024, 9, 1, tzinfo=WIB))


@pytest.mark.parametrize(
    ("start", "text"),
    [
        (datetime(2024, 9, 1), "zona waktu"),  # noqa: DTZ001 - a naive time is the point
        (datetime(9999, 12, 31, tzinfo=WIB), "Tahun 9999"),
        (datetime(1, 1, 1, tzinfo=WIB), "Tahun 1"),
    ],
)
def test_a_start_that_makes_no_sense_is_refused(start: datetime, text: str) -> None:
    with pytest.raises(DeadlineRefused, match=text):
        _due(a_rule(), start)


def test_beyond_the_decreed_calendar_is_provisional_then_refused() -> None:
    rule = a_rule(length=14, unit=Unit.WORKING_DAYS)
    assert not _due(rule, datetime(2027, 12, 1, tzinfo=WIB)).provisional
    assert _due(rule, datetime(2027, 12, 20, tzinfo=WIB)).provisional
    with pytest.raises(CalendarGap, match="Tambahkan kalender"):
        _due(rule, datetime(2050, 1, 1, tzinfo=WIB))
    assert not _due(a_rule(), datetime(2050, 1, 1, tzinfo=WIB)).provisional


def test_late_begins_at_the_next_midnight() -> None:
    due = _due(a_rule(), datetime(2024, 9, 19, tzinfo=WIB)).due
    assert not is_late(due, datetime(2024, 9, 21, 23, 59, 59, 999_999, WIB))
    assert is_late(due, datetime(2024, 9, 22, tzinfo=WIB))


def test_reminders_stand_before_the_limit(pemilihan: Edition) -> None:
    rule = pemilihan.deadline("kajian_awal")
    due = _due(rule, datetime(2024, 9, 19, 10, tzinfo=WIB))
    assert [(index, at.isoformat(), roles) for index, at, roles in reminder_times(rule, due)] == [
        (0, "2024-09-20T23:59:59+07:00", ("case_officer",)),
        (1, "2024-09-21T19:59:59+07:00", ("case_officer", "coordinator")),
    ]
    assert reminder_times(rule, due) == reminder_times(rule, due.due)
    assert all(rung.roles for rung in rule.reminders)


def test_a_ladder_is_an_office_setting() -> None:
    rungs = (Rung(timedelta(hours=4), ("chair",)),)
    ladder = Ladder("x", "X", "Setelan kantor", rungs)
    assert a_rule(ladder=ladder).reminders == rungs
    assert a_rule().reminders == ()


@settings(deadline=None)
@given(
    st.datetimes(datetime(2019, 1, 1), datetime(2027, 6, 1), timezones=st.just(WIB)),  # noqa: DTZ001  # the zone is drawn
    st.integers(1, 30),
    st.sampled_from(list(Unit)),
)
def test_a_stored_limit_comes_back_equal(start: datetime, length: int, unit: Unit) -> None:
    ends = Ends.EXACT if unit is Unit.HOURS else Ends.END_OF_DAY
    due = _due(a_rule(length=length, unit=unit, ends=ends), start)
    stored = json.loads(json.dumps(due.to_json()))
    assert Due.from_json(stored) == due
    assert Due.from_json(stored).to_json() == due.to_json()


def test_the_json_contract(pemilihan: Edition, calendar: Calendar) -> None:
    data = _due(pemilihan.deadline("penyidikan"), datetime(2024, 9, 2, tzinfo=WIB)).to_json()
    assert data["due"] == "2024-09-23T23:59:59+07:00"
    assert data["unit"] == "working_days"
    assert data["verification"] == "unverified"  # the weakest: the first day
    assert data["basis"]["mark"] == "secondary"
    assert "Pasal 146 ayat (3)" in data["citation"]
    skipped = [step for step in data["derivation"] if not step["counted"]]
    assert set(skipped[0]) == {"date", "counted", "why"}
    maulid = next(step for step in skipped if step["date"] == "2024-09-16")
    assert "Maulid Nabi" in maulid["why"]
    assert "SKB 3 Menteri" in maulid["why"]
    assert {item["part"] for item in data["caveats"]} == {"unit", "first_day", "edition"}
