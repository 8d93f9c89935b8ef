"""What the samples tell could have happened: dates in their order, within the deadlines, lawful."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date

from casework.engine.deadline import compute
from casework.engine.law import Law
from casework.services.documents.data import citing, wording
from tests.unit.papers.samples import EDITIONS, FOLDERS, sample

MONTHS = {format_date(date(2024, month, 1), "MMMM", locale="id"): month for month in range(1, 13)}
DATE = re.compile(
    rf"(?:(\w+), )?(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})(?: pukul (\d\d)\.(\d\d))?"
)
ZONE = "Asia/Jakarta"
# In this order things happen; a paper is dated last.
ORDER = (
    "occurred",
    "known",
    "found",
    "submitted",
    "registered",
    "moved",
    "fixed",
    "heard",
    "decided",
)
DAY = date(2024, 10, 1)
ACTS = {
    "pemberitahuan_kelengkapan": "minta_kelengkapan",
    "undangan_klarifikasi": "undang_klarifikasi",
    "pemberitahuan_status": "beritahukan_status",
    "pemberitahuan_status_terlapor": "beritahukan_status",
    "pelimpahan": "limpahkan",
    "pengambilalihan": "ambil_alih",
}
CLASSES = ("administrasi", "kode_etik", "pidana", "hukum_lainnya")
PROVEN, NOT_PROVEN, NO_VIOLATION = "Terbukti", "Tidak terbukti", "Bukan pelanggaran"


def moments(text: str) -> Iterator[tuple[str, datetime]]:
    """The weekday that is written ("" where none is) and the moment."""
    for weekday, day, month, year, hour, minute in DATE.findall(text):
        yield (
            weekday if weekday in WEEKDAYS else "",
            datetime(
                int(year),
                MONTHS[month],
                int(day),
                int(hour or 0) % 24,
                int(minute or 0),
                tzinfo=ZoneInfo(ZONE),
            ),
        )


WEEKDAYS = {format_date(date(2024, 9, day), "EEEE", locale="id") for day in range(1, 8)}


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)


def told(data: dict[str, Any]) -> Iterator[tuple[str, date]]:
    """The moments of a sample under the name of what happened then, in the order of `ORDER`."""
    flat = {**data, **data.get("event", {})} if isinstance(data.get("event"), dict) else data
    occurred = flat.get("occurred") or flat.get("event")
    named = {**flat, "occurred": occurred, "heard": list(texts(flat.get("heard", [])))}
    for name in ORDER:
        for text in texts(named.get(name, "")):
            for _, moment in moments(text):
                yield name, moment.date()
    dated = data.get("date") or data.get("block", {}).get("tanggal", "")
    yield from (("dated", moment.date()) for _, moment in moments(dated))


@pytest.mark.parametrize(("edition", "form"), FOLDERS)
def test_every_weekday_is_that_of_its_date(edition: str, form: str) -> None:
    for text in texts(sample(form, edition)):
        for weekday, moment in moments(text):
            assert weekday in ("", format_date(moment, "EEEE", locale="id")), text


@pytest.mark.parametrize(("edition", "form"), FOLDERS)
def test_things_happen_in_their_order(edition: str, form: str) -> None:
    days = list(told(sample(form, edition)))
    assert [day for _, day in days] == sorted(day for _, day in days), days


@pytest.mark.parametrize(("edition", "form"), FOLDERS)
def test_a_report_comes_within_its_days_and_every_limit_is_that_of_the_law(
    law: Law, edition: str, form: str
) -> None:
    data = sample(form, edition)
    days = dict(told(data))
    if "known" in days and "submitted" in days:
        assert (days["submitted"] - days["known"]).days <= 7
    limit = data.get("limit")
    if not limit:
        return
    rule, began = (
        ("kajian_awal", "submitted") if form == "kajian_awal" else ("penanganan", "registered")
    )
    [(_, start)] = moments(data[began])
    found = compute(
        law.edition(edition).deadlines[rule],
        start,
        calendar=law.calendar,
        zone=ZONE,
    )
    assert limit["due"] == wording.day_and_hour(found.due, ZONE)
    assert days["dated"] <= found.due.date()


@pytest.mark.parametrize(("edition", "form"), FOLDERS)
def test_what_is_decided_follows_from_what_was_proven(edition: str, form: str) -> None:
    data = sample(form, edition)
    for one in data.get("findings", []):
        if one["violation"] == NO_VIOLATION:
            assert NOT_PROVEN in {
                part["result"] for part in one.get("elements", [])
            } or not one.get("elements")
        else:
            assert {part["result"] for part in one.get("elements", [])} <= {PROVEN}
    if data.get("outcome", NO_VIOLATION) != NO_VIOLATION:
        assert {part["result"] for part in data.get("elements", [])} <= {PROVEN}
    for one in data.get("outcomes", []):
        assert one["outcome"] != NO_VIOLATION or not one.get("destinations")


def test_a_report_of_supervision_is_not_its_own_source() -> None:
    for edition in EDITIONS:
        if (edition, "laporan_hasil_pengawasan") in FOLDERS:
            assert "LHP" not in sample("laporan_hasil_pengawasan", edition)["source"]


@pytest.mark.parametrize(("edition", "form"), FOLDERS)
def test_a_letter_rests_on_the_law_of_its_edition(law: Law, edition: str, form: str) -> None:
    """Of an edition that amends another, whose sample it shares, the base is compared."""
    data = sample(form, edition)
    base = edition if edition in ("pemilu-2022", "pemilihan-2025") else "pemilihan-2020"
    found = law.edition(base)
    kind = form.removeprefix("penerusan_")
    # What the letter calls a law from then on is no part of its title.
    told = tuple(one.partition(" (selanjutnya disebut ")[0] for one in data.get("legal", ()))
    if form in ACTS:
        tabled = [one.basis for one in found.requirements.values()] if "missing" in data else ()
        basis = found.acts[ACTS[form]].basis
        assert told == citing.legal(law, found, DAY, basis, tabled=tabled)
    elif kind in CLASSES and form != kind:
        duty = found.violations.classes[kind].basis
        assert told in {
            citing.legal(law, found, DAY, duty, route.basis)
            for route in found.routes
            if route.violation_class == kind
        }
    if edition == "pemilu-2022":
        text = " ".join(texts(data))
        assert "Tahun 2015" not in text
        assert "Nomor 8 Tahun 2020" not in text
        assert "/PG/" not in text
