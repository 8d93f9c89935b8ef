"""Pauses, chained windows and ladders: as the file says them, and as they are counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from casework.adapters import rulebook
from casework.engine.counting import FirstDay, Unit
from casework.engine.deadline import (
    Pause,
    Stop,
    compute,
    due_date,
    kept_within,
    reminder_times,
)
from casework.engine.due import Due
from casework.engine.loader import parse
from casework.engine.pauses import named
from casework.engine.refusals import DeadlineRefused
from casework.engine.rule import DeadlineRule, Direction, Ends
from casework.engine.vector import last_days
from tests.unit.engine.rules import BASIS, a_rule

WIB = ZoneInfo("Asia/Jakarta")
CALENDAR = rulebook.load().calendar
PAUSE = Pause("dikirim", "kembali", replace(BASIS, citation="UU Uji Pasal 9"), "Dikirim", "Kembali")
PLAIN = "    reminders: pendek\n"
PAUSED = (
    "    pauses: [{from: diterima, until: diregister, citation: {law: uu-uji, article: '9'}, "
    "verification: unverified}]\n"
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def stop(since: str, until: str, pause: Pause = PAUSE) -> Stop:
    return Stop(pause, at(since), at(until))


def due(rule: DeadlineRule, start: str, *stops: Stop) -> Due:
    return compute(rule, at(start), calendar=CALENDAR, zone="Asia/Jakarta", stops=stops)


def days(length: int, **more: object) -> DeadlineRule:
    return a_rule(length=length, pauses=(PAUSE,), **more)


def test_paused_days_are_not_counted_and_say_why() -> None:
    found = due(days(3), "2024-09-19T10:00", stop("2024-09-20T09:00", "2024-09-22T15:00"))
    assert found.due == at("2024-09-25T23:59:59")
    paused = [step.why for step in found.derivation if "jeda" in step.why]
    assert len(paused) == 3
    assert all("Dikirim sampai Kembali (UU Uji Pasal 9)" in why for why in paused)
    # The stricter reading counts the days on which the clock stopped and went on.
    assert found.safe == at("2024-09-22T23:59:59")
    assert Due.from_json(found.to_json()) == found


def test_hours_stand_still_to_the_second() -> None:
    rule = days(24, unit=Unit.HOURS, ends=Ends.EXACT)
    found = due(rule, "2024-09-19T10:00:00", stop("2024-09-19T11:00:10", "2024-09-19T13:00:30"))
    assert found.due == at("2024-09-20T12:00:20")
    assert "jam berhenti pukul 11.00.10 WIB" in found.derivation[1].why
    twice = due(
        rule,
        "2024-09-19T10:00",
        stop("2024-09-19T11:00", "2024-09-19T13:00"),
        stop("2024-09-19T12:00", "2024-09-19T14:00"),
    )
    assert twice.due == at("2024-09-20T13:00"), "two pauses at once stop the clock once"


@pytest.mark.parametrize(
    ("since", "until", "last"),
    [
        ("2024-09-17T08:00", "2024-09-18T08:00", "2024-09-21"),  # over before the start
        ("2024-09-22T00:00:00", "2024-09-30T08:00", "2024-09-21"),  # the term was over
        ("2024-09-21T23:59:59", "2024-09-23T08:00", "2024-09-24"),  # its last second
        ("2024-09-18T08:00", "2024-09-20T08:00", "2024-09-22"),  # began before the start
    ],
)
def test_a_pause_counts_only_while_the_term_runs(since: str, until: str, last: str) -> None:
    found = due(days(2), "2024-09-19T10:00", stop(since, until))
    assert found.due.date() == date.fromisoformat(last)


def test_after_the_office_has_closed_no_pause_revives_a_term() -> None:
    rule = days(2, ends=Ends.OFFICE_CLOSE, closes_at=time(16))
    late = stop("2024-09-21T16:00:01", "2024-09-25T08:00")
    assert due(rule, "2024-09-19T10:00", late).due == at("2024-09-21T16:00")
    just = stop("2024-09-21T16:00:00", "2024-09-25T08:00")
    assert due(rule, "2024-09-19T10:00", just).due == at("2024-09-26T16:00")


def test_a_second_pause_begins_in_the_days_the_first_one_gave() -> None:
    rule = days(2)
    first = stop("2024-09-20T09:00", "2024-09-21T09:00")
    second = stop("2024-09-23T09:00", "2024-09-24T09:00")
    assert due(rule, "2024-09-19T10:00", first).due.date() == date(2024, 9, 23)
    assert due(rule, "2024-09-19T10:00", first, second).due.date() == date(2024, 9, 25)
    assert due(rule, "2024-09-19T10:00", second).due.date() == date(2024, 9, 21)


def test_a_pause_over_a_weekend_costs_no_working_day() -> None:
    rule = days(2, unit=Unit.WORKING_DAYS)
    weekend = stop("2024-09-21T09:00", "2024-09-22T09:00")
    assert due(rule, "2024-09-19T10:00", weekend).due == due(rule, "2024-09-19T10:00").due


@pytest.mark.parametrize(
    ("stops", "text"),
    [
        ([stop("2024-09-21T09:00", "2024-09-20T09:00")], "berakhir .* sebelum dimulai"),
        ([Stop(PAUSE, at("2024-09-20"), datetime(2024, 9, 21))], "zona"),  # noqa: DTZ001  # a naive time is the point
        (
            [stop("2024-09-20T09:00", "2024-09-21T09:00", replace(PAUSE, begins="hujan"))],
            "tidak mengenal jeda",
        ),
    ],
)
def test_a_pause_that_cannot_be_is_refused(stops: list[Stop], text: str) -> None:
    with pytest.raises(DeadlineRefused, match=text):
        due(days(2), "2024-09-19T10:00", *stops)


def test_a_pause_is_named_where_there_are_several() -> None:
    other = replace(PAUSE, begins="diminta", ends="diberi")
    assert named((PAUSE, other), "diminta") == other
    assert named((PAUSE,)) == PAUSE
    for allowed, name, text in (
        ((), "", "tidak ada pasal yang menghentikan"),
        ((PAUSE, other), "", "Sebutkan jeda yang mana"),
        ((PAUSE,), "hujan", 'Jeda "hujan" tidak ada'),
    ):
        with pytest.raises(DeadlineRefused, match=text):
            named(allowed, name)


def test_a_limit_starts_where_another_ends() -> None:
    first = a_rule(id="pertama", title="Pertama")
    second = a_rule(length=3, unit=Unit.WORKING_DAYS, follows=first)
    found = due(second, "2024-09-19T10:00")
    assert found.start == at("2024-09-21T23:59:59")
    assert found.due == at("2024-09-25T23:59:59")
    # Both by the stricter reading: Thursday and Friday, then Friday, Monday and Tuesday.
    assert found.safe == at("2024-09-24T23:59:59")
    assert "berakhirnya batas Pertama" in found.derivation[0].why
    assert due_date(second, date(2024, 9, 19), CALENDAR) == date(2024, 9, 25)
    many = last_days(second, [date(2024, 9, 19).toordinal()], CALENDAR)
    assert many.tolist() == [date(2024, 9, 25).toordinal()]


def test_hours_that_follow_a_day_run_from_midnight() -> None:
    rule = a_rule(length=24, unit=Unit.HOURS, ends=Ends.EXACT, follows=a_rule())
    assert due(rule, "2024-09-19T10:00").due == at("2024-09-22T23:59:59")


def test_a_pause_of_the_first_limit_moves_the_second() -> None:
    second = a_rule(length=1, follows=days(2))
    stopped = stop("2024-09-20T09:00", "2024-09-20T15:00")
    assert due(second, "2024-09-19T10:00", stopped).due.date() == date(2024, 9, 23)


def test_the_outer_limit_is_the_safe_date_of_an_inner_one_that_outruns_it() -> None:
    inner, outer = a_rule(length=5), a_rule(id="luar", length=3)
    longer, limit = due(inner, "2024-09-19T10:00"), due(outer, "2024-09-19T10:00")
    kept = kept_within(longer, limit, outer)
    assert (kept.due, kept.safe) == (longer.due, limit.due)
    assert kept.caveats[-1].part == "within"
    assert kept_within(limit, longer, outer) == limit


def test_a_day_rule_alone_has_a_last_day() -> None:
    with pytest.raises(DeadlineRefused, match="berjam"):
        due_date(a_rule(unit=Unit.HOURS, ends=Ends.EXACT), date(2024, 9, 19), CALENDAR)


def test_the_file_says_pauses_extensions_chains_and_rungs(small_texts: dict[str, str]) -> None:
    path = "uji-1/deadlines.yaml"
    text = small_texts[path].replace(
        PLAIN,
        PLAIN + PAUSED + "    extension: {adds: 3, reason: tambahan, citation: {law: uu-uji}, "
        "verification: unverified}\n",
    )
    text = text.replace(
        "      - {before: 30m, roles: [chair]}\n",
        "      - {at: limit, roles: [chair], office_hours: true}\n"
        "      - {after: 2h, roles: [coordinator]}\n",
    )
    text = text.replace("    starts_on: [diterima, diregister]\n", "    follows: dua_hari\n")
    text = text.replace("also: {diregister: 2024-01-02}, ", "")
    edition = parse({**small_texts, path: text}).edition("uji-1")
    rule = edition.deadline("dua_hari")
    assert [(one.begins, one.ends_title) for one in rule.pauses] == [
        ("diterima", "Laporan diregister")
    ]
    assert "Pasal 9" in rule.pauses[0].basis.citation
    assert rule.extension
    assert (rule.extension.total, rule.extension.added) == (5, 3)
    follower = edition.deadline("dua_awal")
    assert follower.follows == rule
    assert follower.starts_on == rule.starts_on
    limit = at("2024-09-21T23:59:59")
    assert [(moment, roles) for _, moment, roles in reminder_times(rule, limit)] == [
        (limit - timedelta(hours=24), ("case_officer",)),
        (limit, ("chair",)),
        (limit + timedelta(hours=2), ("coordinator",)),
    ]
    assert [rung.office_hours for rung in rule.reminders] == [False, True, False]


def test_a_notice_has_no_pause() -> None:
    back = a_rule(direction=Direction.BEFORE, first_day=FirstDay.NEXT_DAY)
    with pytest.raises(DeadlineRefused, match="tidak mengenal jeda"):
        due(back, "2024-09-19T10:00", stop("2024-09-17T09:00", "2024-09-19T12:00"))
