"""One field for everything: each kind is found by who may read it, and by nobody else."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from lxml import html

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests.web.steps import AsRole, received, to_registration
from tests.web.visitor import Visitor, words


def found(visitor: Visitor, query: str) -> dict[str, list[str]]:
    """Where the links of each kind lead."""
    page = html.fromstring(visitor.get(f"/cari?cari={query}").text)
    return {
        one.get("aria-labelledby"): one.xpath(".//li[contains(@class, 'hit')]//p[1]/a/@href")
        for one in page.xpath("//main//section")
    }


def test_one_text_finds_cases_people_and_articles(as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    hits = found(officer, "kepala+desa")
    assert hits["perkara"] == ["/perkara/1"]
    assert hits["orang"] == ["/perkara/1/berkas/pihak"]
    assert hits["pasal"][0].startswith("/aturan/")
    assert hits["tindakan-perkara"][0] == "/perkara/1/syarat"
    assert found(officer, "01/LP")["perkara"] == ["/perkara/1"]


def test_a_letter_is_found_by_its_number(app: App, as_role: AsRole) -> None:
    to_registration(app, as_role)
    drain(app)
    officer = as_role("case_officer")
    hits = found(officer, "%23kajian+awal")
    assert list(hits) == ["surat"]
    assert hits["surat"][0].startswith("/dokumen/")


@pytest.mark.parametrize("query", ["Budi+Santoso", "@Budi", "0812000111"])
def test_a_reporter_is_found_nowhere(as_role: AsRole, query: str) -> None:
    received(as_role)
    for role in ("case_officer", "chair", "auditor"):
        hits = found(as_role(role), query)
        assert not hits.get("perkara"), role
        assert not hits.get("orang"), role


def test_who_sees_no_case_finds_none(as_role: AsRole) -> None:
    received(as_role)
    for role in ("administrator", "legal_reviewer"):
        hits = found(as_role(role), "kepala+desa")
        assert set(hits) <= {"pasal", "tindakan"}, role


def test_a_sign_asks_for_acts_alone_and_nothing_typed_offers_the_pages(as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    assert found(officer, "%3ecatat") == {"tindakan": ["/temuan/baru", "/informasi-awal/baru"]}
    assert "/temuan/baru" in found(officer, "")["tindakan"]
    assert "/laporan/mulai" not in found(officer, "")["tindakan"]
    assert "Tidak ada yang ditemukan" in words(officer.get("/cari?cari=xyzzy"))


def test_hostile_text_is_only_text(as_role: AsRole) -> None:
    received(as_role)
    for query in ("%", "\0'", "<script>a", "@%%", "(", '"', "a" * 500, "-pasal:", "#__"):
        page = as_role("case_officer").get(f"/cari?{urlencode({'cari': query})}")
        assert page.status_code == 200, query
        assert "<script>a" not in page.text


def test_what_was_searched_stands_in_no_address(as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    token = {"csrf_token": officer.token(), "cari": "@kepala desa"}
    for path in ("/cari", "/perkara/"):
        address = officer.client.post(path, data=token).headers["Location"]
        assert "kepala" not in address
        page = officer.get(address)
        assert "@kepala desa" in page.text
        links = html.fromstring(page.text).xpath("//main//a/@href")
        assert not [one for one in links if "kepala" in one]
        assert "@kepala desa" not in as_role("coordinator").get(address).text
        assert officer.get(f"{path}?kata=%C3%A9x").status_code == 200


def test_the_title_of_the_page_holds_nothing_that_was_searched(as_role: AsRole) -> None:
    received(as_role)
    page = html.fromstring(as_role("case_officer").get("/cari?cari=Budi+Santoso").text)
    assert page.findtext(".//title") == "Cari · Bawaslu"
