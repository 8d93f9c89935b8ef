"""Reporters spell differently; another event of the same day is another event."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casework.models import Case
from casework.services.acts.any_stage import links
from casework.services.acts.parties import Respondent
from casework.services.acts.registration import same_event
from casework.services.core.work import Work
from tests.bureau import Bureau

FIRST: dict[str, Any] = {
    "event_what": "Sejumlah kepala desa menghadiri pertemuan bakal calon gubernur",
    "event_place": "Gedung Serbaguna Contoh, Kota Bengkulu",
    "event_date": date(2024, 9, 15),
    "known_date": date(2024, 9, 17),
    "respondents": (Respondent("Sudirmanto", "kepala_desa"), Respondent("Hasan Basri", "asn")),
}


def offered(bureau: Bureau, **second: Any) -> bool:
    """Is the first report offered for the second?"""
    bureau.receive("satu", **FIRST)
    bureau.receive("dua", **(FIRST | second))
    return bool(bureau.read(lambda work: same_event.suggestions(work, bureau.case(work))))


@pytest.mark.parametrize(
    "second",
    [
        {},
        {"event_place": "Gedung Serba Guna Contoh Bengkulu"},
        {"respondents": (Respondent("SUDIRMANTA", "kepala_desa"),)},
        {"respondents": (Respondent("Basri Hasan", "asn"),)},
        {"event_date": date(2024, 9, 16)},
        {"event_place": "GEDUNG SERBAGUNA CONTOH KOTA BENGKULU",
         "event_what": "Kepala desa hadir di pertemuan bakal calon gubernur"},
    ],
)  # fmt: skip
def test_other_spellings_are_offered(bureau: Bureau, second: dict[str, Any]) -> None:
    assert offered(bureau, **second)


@pytest.mark.parametrize(
    "second",
    [
        {"event_date": date(2024, 9, 12), "known_date": date(2024, 9, 13)},
        {
            "event_what": "Spanduk bakal calon dipasang di pagar kantor camat",
            "event_place": "Kantor Camat Contoh, Kabupaten Kaur",
            "respondents": (Respondent("Belum diketahui", "tidak_diketahui"),),
        },
        {
            "event_what": "Pembagian beras kepada warga",
            "respondents": (Respondent("Nilam Cahaya", "masyarakat"),),
        },
        {
            "event_place": "Lapangan Latihan, Kabupaten Kaur",
            "respondents": (Respondent("Nilam Cahaya", "masyarakat"),),
        },
    ],
)
def test_another_event_is_not_offered(bureau: Bureau, second: dict[str, Any]) -> None:
    assert not offered(bureau, **second)


def test_the_offer_is_seen_from_both_sides_and_links_nothing_by_itself(bureau: Bureau) -> None:
    first = bureau.receive("satu", **FIRST)
    second = bureau.receive("dua", **FIRST)
    bureau.case_id = first
    (hint,) = bureau.read(lambda work: same_event.suggestions(work, bureau.case(work)))
    assert (hint.case_id, hint.other_id) == (second, first)
    assert "tanggal kejadian sama" in hint.why
    assert bureau.read(lambda work: links.of_case(work, first)) == []
    bureau.act("case_officer", links.link, second, "peristiwa_sama", "Tempat dan orang sama.")
    assert len(bureau.read(lambda work: links.of_case(work, second))) == 1


def test_of_a_form_many_handed_in_the_likest_are_offered_the_oldest_first(bureau: Bureau) -> None:
    most = same_event.MOST_OFFERED
    cases = [bureau.receive(f"templat-{number}", **FIRST) for number in range(most + 3)]
    bureau.receive("lain", **(FIRST | {"event_place": "Gedung Serba Guna Contoh Bengkulu"}))
    last = bureau.receive("terakhir", **FIRST)
    told = same_event.Told(
        FIRST["event_date"], FIRST["event_place"], FIRST["event_what"], ("Sudirmanto",)
    )

    def offers(work: Work) -> tuple[list[int], list[int]]:
        hints = same_event.suggestions(work, work.session.get_one(Case, last))
        return [row.other_id for row in hints], [one.id for one, _ in same_event.alike(work, told)]

    hinted, typed = bureau.read(offers)
    assert hinted == typed == cases[:most]
