"""What an office settles for itself: its closed days, and its own way of running a limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from casework.engine.basis import Basis, Mark
from casework.engine.counting import Unit
from casework.engine.deadline import compute, due_date, is_late
from casework.engine.law import Law
from casework.engine.loader import parse
from casework.engine.office import Closure, Level, OfficeEntry, Parameter
from casework.engine.refusals import DeadlineRefused, RuleFileFault
from casework.engine.rule import Ends, Extension
from tests.unit.engine.rules import BASIS, a_rule

SETTING = Basis("Setelan kantor, jam tutup", "", Mark.UNVERIFIED, "", "Rapat kantor.")
CLOSES = Parameter("uji", Ends.OFFICE_CLOSE, time(16), None, None, SETTING)
HOURS = Parameter("uji", Ends.EXACT, None, Unit.HOURS, 48, SETTING)
WIB = ZoneInfo("Asia/Jakarta")


def an_office(*parameters: Parameter, closures: tuple[Closure, ...] = ()) -> OfficeEntry:
    return OfficeEntry(
        "07.00", "Kantor Uji", Level.PROVINCE, None, "Asia/Jakarta", "07.00", None, "Bengkulu",
        True, BASIS, closures, {one.rule: one for one in parameters},
    )  # fmt: skip


def test_a_rule_the_office_says_nothing_about_is_left_as_it_is() -> None:
    rule = a_rule(id="lain")
    assert an_office(CLOSES).adjust(rule) is rule
    assert an_office().adjust(rule) is rule


def test_completion_until_the_office_closes_carries_its_hour(law: Law) -> None:
    rule = an_office(CLOSES).adjust(a_rule())
    due = compute(
        rule,
        datetime(2024, 1, 14, 9, tzinfo=WIB),
        calendar=law.calendar,
        zone="Asia/Jakarta",
    )
    assert due.due.isoformat() == "2024-01-16T16:00:00+07:00"
    assert due.derivation[-1].why.endswith("batas berakhir pukul 16.00 WIB")
    assert is_late(due.due, datetime(2024, 1, 16, 16, 0, 1, tzinfo=WIB))


def test_the_citation_names_the_article_and_the_setting_with_the_weaker_mark() -> None:
    rule = an_office(CLOSES).adjust(a_rule())
    assert rule.basis.citation == "UU Uji Pasal 1; Setelan kantor, jam tutup"
    assert rule.basis.mark is Mark.UNVERIFIED
    assert (rule.basis.quote, rule.basis.note) == ("bunyi", "Rapat kantor.")
    assert rule.length == 2


def test_twice_twenty_four_hours(law: Law) -> None:
    rule = an_office(HOURS).adjust(a_rule())
    start = datetime(2024, 9, 21, 14, 30, tzinfo=WIB)
    due = compute(rule, start, calendar=law.calendar, zone="Asia/Jakarta")
    assert due.due.isoformat() == "2024-09-23T14:30:00+07:00"
    assert rule.unit_basis is SETTING


def test_a_setting_that_does_not_fit_is_refused() -> None:
    hours = a_rule(unit=Unit.HOURS, ends=Ends.EXACT, length=24)
    with pytest.raises(DeadlineRefused, match=r"tidak cocok.*rules/offices/"):
        an_office(CLOSES).adjust(hours)
    longer = a_rule(extension=Extension(5, None, "uji", BASIS))
    with pytest.raises(DeadlineRefused, match="tidak cocok"):
        an_office(HOURS).adjust(longer)
    assert an_office(CLOSES).adjust(longer).extension is longer.extension


def test_an_unknown_limit_stays_unknown() -> None:
    rule = a_rule(known=False, length=0)
    assert an_office(HOURS).adjust(rule) is rule


def test_a_limit_that_follows_another_follows_it_as_the_office_runs_it() -> None:
    outer = a_rule(id="berikut", follows=a_rule())
    followed = an_office(CLOSES).adjust(outer).follows
    assert followed is not None
    assert followed.closes_at == time(16)
    assert an_office(CLOSES).adjust(a_rule(id="a", follows=a_rule(id="b"))).basis is BASIS


# Closures


FLOOD = Closure(date(2024, 9, 23), "banjir", SETTING)


def test_a_closed_day_is_no_working_day_of_that_office_alone(law: Law) -> None:
    own = law.calendar.for_place((), an_office(closures=(FLOOD,)).closed_days)
    assert own.free(FLOOD.on) == "kantor tutup: banjir (Setelan kantor, jam tutup)"
    assert law.calendar.free(FLOOD.on) is None
    rule = a_rule(unit=Unit.WORKING_DAYS, length=1)
    assert due_date(rule, date(2024, 9, 20), law.calendar) == date(2024, 9, 23)
    assert due_date(rule, date(2024, 9, 20), own) == date(2024, 9, 24)


def test_what_ends_at_the_close_of_a_closed_office_ends_when_it_is_open_again(law: Law) -> None:
    office = an_office(CLOSES, closures=(FLOOD,))
    own = law.calendar.for_place((), office.closed_days)
    assert own.reopens(FLOOD.on) == date(2024, 9, 24)
    assert own.reopens(date(2024, 9, 22)) == date(2024, 9, 22)
    due = compute(
        office.adjust(a_rule()),
        datetime(2024, 9, 21, 9, tzinfo=WIB),
        calendar=own,
        zone="Asia/Jakarta",
    )
    assert due.due.isoformat() == "2024-09-24T16:00:00+07:00"
    # Midnight does not need an open office.
    midnight = compute(a_rule(), due.start, calendar=own, zone="Asia/Jakarta")
    assert midnight.due.date() == FLOOD.on


def test_a_friday_closure_reopens_on_monday(law: Law) -> None:
    friday = replace(FLOOD, on=date(2024, 9, 20))
    own = law.calendar.for_place((), an_office(closures=(friday,)).closed_days)
    assert own.reopens(friday.on) == date(2024, 9, 23)


# The data


def test_the_published_cut_off_of_surakarta(law: Law) -> None:
    office = law.office("99.01")
    due = compute(
        office.adjust(law.edition("pemilu-2022").deadline("perbaikan")),
        datetime(2024, 1, 12, 9, tzinfo=WIB),
        calendar=law.calendar_for("99.01"),
        zone=office.zone,
    )
    assert due.due.isoformat() == "2024-01-16T16:00:00+07:00"
    assert "jam tutup kantor" in due.basis.citation
    assert due.basis.mark is Mark.SECONDARY


_OFFICE = "offices/uji.yaml"
_CLOSED = """\
    closures:
      - date: 2024-09-23
        name: banjir
        citation: {law: uu-uji}
        verification: unverified
"""
_OWN = """\
    parameters:
      dua_hari: {ends: %s, citation: {law: uu-uji}, verification: unverified}
"""


def _told(texts: dict[str, str], more: str) -> dict[str, str]:
    return {**texts, _OFFICE: texts[_OFFICE].rstrip("\n") + "\n" + more}


def test_closures_and_parameters_are_read(small_texts: dict[str, str]) -> None:
    law = parse(_told(small_texts, _CLOSED + _OWN % 'office_close, closes_at: "16:00"'))
    office = law.office("01.00")
    assert office.closures[0].name == "banjir"
    assert office.parameters["dua_hari"].closes_at == time(16)
    assert "banjir" in str(law.calendar_for("01.00").free(date(2024, 9, 23)))


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (_CLOSED + _CLOSED.partition("\n")[2], "tutup dua kali"),
        (_OWN % "exact", "ends exact memerlukan unit hours"),
        (_OWN % "exact, unit: hours", "unit memerlukan length"),
        (_OWN % "office_close", 'tidak punya kunci "closes_at"'),
        (_OWN % "office_close, closes_at: sore", "harus jam seperti"),
        (_OWN.replace("dua_hari", "dua_har") % "end_of_day", 'batas waktu "dua_har"'),
        (_OWN.replace(", citation: {law: uu-uji}", "") % "end_of_day", 'tidak punya "citation"'),
        ("    parameters: {}\n    closure: []\n", 'kunci "closure" tidak dikenal'),
    ],
)
def test_what_an_office_file_may_not_say(
    small_texts: dict[str, str], more: str, message: str
) -> None:
    with pytest.raises(RuleFileFault, match=message):
        parse(_told(small_texts, more))
