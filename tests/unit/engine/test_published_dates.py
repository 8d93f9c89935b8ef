"""Dates that offices published: the engine must land on them, as the office counts them.

Every real case whose published dates allow a computation is here, by its number in the list of
cases; where a page gives only the outcome, the outcome is what must follow from the dates.
"""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from casework.engine.deadline import Due, compute, is_late
from casework.engine.law import Law

WIB = ZoneInfo("Asia/Jakarta")
OLD, NEW, LATEST, GENERAL = "pemilihan-2020", "pemilihan-2024", "pemilihan-2025", "pemilu-2022"


def limit(
    law: Law, edition: str, rule: str, start: str, *, extended: bool = False, office: str = "07.00"
) -> Due:
    """The limit as the office counts it; a day alone begins at midnight."""
    entry, at = law.office(office), datetime.fromisoformat(start)
    return compute(
        entry.adjust(law.edition(edition).deadline(rule)),
        at.replace(tzinfo=at.tzinfo or ZoneInfo(entry.zone)),
        calendar=law.calendar_for(office),
        zone=entry.zone,
        extended=extended,
    )


def wib(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


# case, rule, start, extended, published end
PUBLISHED = [
    ("RC-054 Bengkulu Tengah: tracing", "penelusuran", "2024-10-14", False, "2024-10-21"),
    ("RC-048 Bengkulu: Thursday to Saturday", "kajian_awal", "2024-09-19", False, "2024-09-21"),
    ("RC-048 Bengkulu: over a Sunday", "perbaikan", "2024-09-21", False, "2024-09-23"),
    ("RC-049 Bengkulu: two days", "kajian_awal", "2024-09-20", False, "2024-09-22"),
    ("RC-049 Bengkulu: then five", "penanganan", "2024-09-22", True, "2024-09-27"),
    ("RC-083 Kepahiang: known", "penyampaian_laporan", "2020-06-30", False, "2020-07-07"),
    ("RC-036 Sumatera Barat", "perbaikan", "2020-10-03", False, "2020-10-05"),
    ("Pasuruan 2020", "perbaikan", "2020-10-28", False, "2020-10-30"),
]


@pytest.mark.parametrize(("case", "rule", "start", "extended", "end"), PUBLISHED)
@pytest.mark.parametrize("edition", [OLD, NEW, LATEST])
@pytest.mark.parametrize("hour", ["", "T00:00:00", "T16:30:00", "T23:59:59"])
def test_the_published_end_is_reached(
    law: Law, edition: str, case: str, rule: str, start: str, extended: bool, end: str, hour: str
) -> None:
    due = limit(law, edition, rule, start + hour, extended=extended)
    assert due.due.isoformat() == f"{end}T23:59:59+07:00", case
    assert due.derivation[0].counted is False
    assert due.derivation[-1].date == date.fromisoformat(end)
    assert not due.provisional


@pytest.mark.parametrize(
    ("case", "start", "end"),
    [
        ("RC-021: voting on 17 April 2019", "2019-04-17", "2019-04-27"),
        ("RC-020: voting on 14 February 2024", "2024-02-14", "2024-02-24"),
    ],
)
def test_a_new_vote_is_held_within_ten_days(law: Law, case: str, start: str, end: str) -> None:
    due = limit(law, GENERAL, "pemungutan_suara_ulang", start)
    assert due.due.date().isoformat() == end, case


def test_the_first_discussion_is_due_a_day_after_registration(law: Law) -> None:
    """RC-055: registered on Tuesday 6 February 2024, discussed on the 7th."""
    due = limit(law, GENERAL, "gakkumdu_1", "2024-02-06T15:40:10")
    assert due.due == wib("2024-02-07T15:40:10")


def test_completion_ends_at_the_hour_at_which_the_office_closes(law: Law) -> None:
    """RC-042: Surakarta ended it on Tuesday 16 January 2024 at 16.00 WIB."""
    due = limit(law, GENERAL, "perbaikan", "2024-01-12T10:00", office="99.01")
    assert due.due.isoformat() == "2024-01-16T16:00:00+07:00"
    assert due.derivation[-1].why.endswith("batas berakhir pukul 16.00 WIB")
    assert not is_late(due.due, wib("2024-01-16T16:00:00"))
    assert is_late(due.due, wib("2024-01-16T16:00:01"))
    # An office that has settled nothing of the kind ends the same day at midnight.
    assert limit(law, GENERAL, "perbaikan", "2024-01-12").due == wib("2024-01-16T23:59:59")


# case, edition, known (or at the earliest: the event), reported, late, late by the strict reading
REPORTED = [
    ("RC-083 Kepahiang", OLD, "2020-06-30", "2020-07-15T09:00", True, True),
    ("RC-084 Kepahiang", OLD, "2020-07-02", "2020-07-15T09:00", True, True),
    ("RC-051 known a day too early", NEW, "2024-09-26", "2024-10-04T15:00", True, True),
    ("RC-051 known just in time", NEW, "2024-09-27", "2024-10-04T15:00", False, True),
    ("RC-048 known on the day", OLD, "2024-09-15", "2024-09-19T10:00", False, False),
    ("RC-049 known on the day", OLD, "2024-09-15", "2024-09-20T10:00", False, False),
    ("RC-047 known on the day", NEW, "2024-10-23", "2024-10-28T10:00", False, False),
    ("RC-060 known on the day", NEW, "2024-11-05", "2024-11-18T10:00", True, True),
    ("RC-060 known a week before", NEW, "2024-11-11", "2024-11-18T23:59:59", False, True),
    ("RC-008 known after the vote", NEW, "2025-04-19", "2025-04-21T10:00", False, False),
    ("RC-008 among those that expired", NEW, "2025-04-13", "2025-04-21T00:00:00", True, True),
    ("RC-008 at the edge of them", NEW, "2025-04-14", "2025-04-21T23:59:59", False, True),
    ("RC-038 Magetan", NEW, "2024-11-27", "2024-11-30T10:00", False, False),
    ("RC-044 Solok, in working days", GENERAL, "2024-01-24", "2024-01-29T10:00", False, False),
]


@pytest.mark.parametrize(("case", "edition", "known", "reported", "late", "strict"), REPORTED)
def test_a_report_is_late_by_the_day_it_became_known(
    law: Law, case: str, edition: str, known: str, reported: str, late: bool, strict: bool
) -> None:
    due = limit(law, edition, "penyampaian_laporan", known)
    assert is_late(due.due, wib(reported)) is late, case
    assert is_late(due.safe, wib(reported)) is strict, case


def test_a_report_long_after_the_event_is_not_late_by_that_alone(law: Law) -> None:
    """RC-016 Lebong: event on 22 March, reported on 17 September 2024, 179 days later."""
    reported, event = wib("2024-09-17T10:00"), date(2024, 3, 22)
    assert (reported.date() - event).days == 179
    rule = law.edition(OLD).deadline("penyampaian_laporan")
    assert rule.starts_on == ("diketahui",), "the clock hangs on knowing, not on the event"
    assert not is_late(limit(law, OLD, "penyampaian_laporan", "2024-09-10").due, reported)
    assert is_late(limit(law, OLD, "penyampaian_laporan", "2024-09-09").due, reported)


# case, edition, rule, start, at, late: what a page tells was done in (or after) its time
DONE = [
    ("RC-010 in kajian awal on Sunday", GENERAL, "kajian_awal", "2024-03-01", "2024-03-03", False),
    ("RC-038 pleno after completion", NEW, "perbaikan", "2024-12-02", "2024-12-05", True),
    ("RC-036 stated after the end", OLD, "perbaikan", "2020-10-03", "2020-10-07", True),
    ("RC-083 decided the next day", OLD, "kajian_awal", "2020-07-15", "2020-07-16", False),
    ("RC-048 completed on Monday", OLD, "perbaikan", "2024-09-21", "2024-09-23", False),
    ("RC-055 discussed the next morning", GENERAL, "gakkumdu_1", "2024-02-06T10:00", "2024-02-07",
     False),
]  # fmt: skip


@pytest.mark.parametrize(("case", "edition", "rule", "start", "at", "late"), DONE)
def test_what_was_done_was_done_in_its_time(
    law: Law, case: str, edition: str, rule: str, start: str, at: str, late: bool
) -> None:
    due = limit(law, edition, rule, start)
    done = datetime.combine(date.fromisoformat(at), time(9), WIB)
    assert is_late(due.due, done) is late, case


def test_kajian_awal_names_every_day_and_its_article(law: Law) -> None:
    due = limit(law, OLD, "kajian_awal", "2024-09-19T10:30:00")
    days = [step.why.split(":")[0] for step in due.derivation]
    assert days == [
        "Kamis, 19 September 2024",
        "Jumat, 20 September 2024",
        "Sabtu, 21 September 2024",
    ]
    assert all("Perbawaslu 8/2020" in step.why for step in due.derivation[1:])
    assert due.derivation[-1].why.endswith("batas berakhir pukul 24.00 WIB")
    assert due.safe.isoformat() == "2024-09-20T23:59:59+07:00"
