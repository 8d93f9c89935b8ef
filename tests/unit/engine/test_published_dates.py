"""Dates that offices published: the engine must land on them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from casework.engine.deadline import compute, is_late
from casework.engine.law import Law

WIB = ZoneInfo("Asia/Jakarta")

# rule, start, extended, published end, office
PUBLISHED = [
    ("penelusuran", "2024-10-14", False, "2024-10-21", "Bengkulu Tengah: tracing"),
    ("kajian_awal", "2024-09-19", False, "2024-09-21", "Bengkulu: Thursday to Saturday"),
    ("perbaikan", "2024-09-21", False, "2024-09-23", "Bengkulu: over a Sunday"),
    ("penanganan", "2024-09-22", True, "2024-09-27", "Bengkulu: second report, 2 and 5 days"),
    ("penyampaian_laporan", "2020-06-30", False, "2020-07-07", "Kepahiang: reported too late"),
    ("perbaikan", "2020-10-03", False, "2020-10-05", "Sumatera Barat"),
]


@pytest.mark.parametrize(("rule", "start", "extended", "end", "office"), PUBLISHED)
@pytest.mark.parametrize("edition", ["pemilihan-2020", "pemilihan-2024"])
def test_the_published_end_is_reached(
    law: Law, edition: str, rule: str, start: str, extended: bool, end: str, office: str
) -> None:
    due = compute(
        law.edition(edition).deadline(rule),
        datetime.combine(date.fromisoformat(start), datetime.min.time(), WIB),
        calendar=law.calendar,
        zone="Asia/Jakarta",
        extended=extended,
    )
    assert due.due.isoformat() == f"{end}T23:59:59+07:00", office
    assert due.derivation[0].counted is False
    assert due.derivation[-1].date == date.fromisoformat(end)


def test_kepahiang_2020_expired_under_either_reading(law: Law) -> None:
    due = compute(
        law.edition("pemilihan-2020").deadline("penyampaian_laporan"),
        datetime(2020, 6, 30, tzinfo=WIB),
        calendar=law.calendar,
        zone="Asia/Jakarta",
    )
    reported = datetime(2020, 7, 15, 9, tzinfo=WIB)
    assert is_late(due.due, reported)
    assert is_late(due.safe, reported)


@pytest.mark.parametrize(("known", "valid"), [("2024-09-26", False), ("2024-09-27", True)])
def test_kepahiang_2024_hangs_on_the_day_it_became_known(law: Law, known: str, valid: bool) -> None:
    due = compute(
        law.edition("pemilihan-2024").deadline("penyampaian_laporan"),
        datetime.fromisoformat(f"{known}T00:00:00+07:00"),
        calendar=law.calendar,
        zone="Asia/Jakarta",
    )
    assert is_late(due.due, datetime(2024, 10, 4, 15, tzinfo=WIB)) is not valid


def test_kajian_awal_names_every_day_and_its_article(law: Law) -> None:
    due = compute(
        law.edition("pemilihan-2020").deadline("kajian_awal"),
        datetime(2024, 9, 19, 10, 30, tzinfo=WIB),
        calendar=law.calendar,
        zone="Asia/Jakarta",
    )
    days = [step.why.split(":")[0] for step in due.derivation]
    assert days == [
        "Kamis, 19 September 2024",
        "Jumat, 20 September 2024",
        "Sabtu, 21 September 2024",
    ]
    assert all("Perbawaslu 8/2020" in step.why for step in due.derivation[1:])
    assert due.derivation[-1].why.endswith("batas berakhir pukul 24.00 WIB")
    assert due.safe.isoformat() == "2024-09-20T23:59:59+07:00"
