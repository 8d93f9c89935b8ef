"""The calculator: any date, any office, any regime; a question that changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html

from tests.web.visitor import Visitor, errors, words

AsRole = Callable[[str], Visitor]
ASKED = "/kalkulator/?rezim=pemilihan&kantor=07.00&waktu=2024-09-19T10:15"


def limits(visitor: Visitor, path: str) -> dict[str, str]:
    """The limits on the page: rule to the end as the machine reads it."""
    page = visitor.get(path)
    assert page.status_code == 200, words(page)[:800]
    return {
        str(one.get("id")): str((one.xpath("./p/time/@datetime") or [""])[0])
        for one in html.fromstring(page.text).xpath("//ol[@class='forecast']/li")
    }


def test_the_desk_leads_to_what_follows_from_now(as_role: AsRole) -> None:
    auditor = as_role("auditor")
    (link,) = html.fromstring(auditor.get("/").text).xpath(
        "//a[contains(., 'Bila diterima')]/@href"
    )
    found = limits(auditor, link)
    assert found["kajian_awal"] == "2024-09-21T23:59:59+07:00"
    assert found["penanganan"] == "2024-09-24T23:59:59+07:00"
    shown = words(auditor.get(link))
    assert "pemilihan-2020@1" in shown
    assert "Dibuka oleh Registrasi laporan, Sabtu, 21 September 2024, 24.00 WIB" in shown
    assert "bila: Ada hasil berupa tindak pidana Pemilihan" in shown
    assert "Bagaimana tanggal ini dihitung?" in shown


def test_what_is_ticked_moves_what_follows(as_role: AsRole) -> None:
    found = limits(as_role("chair"), f"{ASKED}&melalui=perbaikan&diperpanjang=penanganan")
    assert found["perbaikan"] == "2024-09-23T23:59:59+07:00"
    assert found["penanganan"] == "2024-09-28T23:59:59+07:00"


def test_the_edition_follows_the_date_and_the_regime(as_role: AsRole) -> None:
    visitor = as_role("legal_reviewer")
    for path, pin in {
        ASKED.replace("2024-09-19", "2024-10-04"): "pemilihan-2024@1",
        ASKED.replace("2024-09-19", "2026-03-02"): "pemilihan-2025@1",
        ASKED.replace("=pemilihan&", "=pemilu&"): "pemilu-2022@1",
    }.items():
        assert pin in words(visitor.get(path)), path
    far = words(visitor.get(ASKED.replace("2024-09-19", "2028-03-02") + "&anggap=ada_pidana"))
    assert "sementara: kalender belum lengkap" in far


def test_a_date_outside_the_time_of_its_edition_is_told(as_role: AsRole) -> None:
    visitor = as_role("legal_reviewer")
    told = words(visitor.get(ASKED.replace("2024-09-19", "2025-07-28")))
    assert "Di luar masa edisi." in told
    assert "berlaku sampai sebelum Rabu, 30 Juli 2025" in told
    inside = words(visitor.get(ASKED.replace("2024-09-19", "2024-10-04")))
    assert "Di luar masa edisi." not in inside


def test_a_finding_begins_with_its_own_limit(as_role: AsRole) -> None:
    found = limits(as_role("case_officer"), f"{ASKED}&pintu=catat_temuan")
    assert found["penetapan_temuan"] == "2024-09-26T23:59:59+07:00"
    assert "kajian_awal" not in found


def test_a_date_without_law_is_refused_with_the_reason(as_role: AsRole) -> None:
    page = as_role("chair").get(ASKED.replace("2024-09-19", "2019-09-19"))
    assert page.status_code == 422
    assert "Tidak ada edisi pemilihan yang diketahui berlaku" in words(page)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (("2024-09-19T10:15", "kemarin"), "waktu"),
        (("rezim=pemilihan", "rezim=kerajaan"), "rezim"),
        (("kantor=07.00", "kantor=88.88"), "kantor"),
    ],
)
def test_bad_input_is_told_beside_its_field(
    as_role: AsRole, change: tuple[str, str], field: str
) -> None:
    page = as_role("chair").get(ASKED.replace(*change))
    assert page.status_code == 422
    assert field in errors(page)


def test_what_belongs_to_another_edition_is_forgotten(as_role: AsRole) -> None:
    found = limits(as_role("chair"), f"{ASKED}&melalui=bulan&anggap=hujan&pintu=melompat")
    assert found["kajian_awal"] == "2024-09-21T23:59:59+07:00"
