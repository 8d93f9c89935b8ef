"""A wrong act is put right by a recorded correction beside it, found from the timeline."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html
from sqlalchemy import func, select

from casework.bootstrap import App
from casework.models import Event
from casework.services.cases.record import audit_check
from casework.services.core.work import Actor
from casework.services.upkeep.effects import drain
from tests.web.steps import act, received
from tests.web.visitor import Visitor, errors, words

AsRole = Callable[[str], Visitor]
TRAIL = "/perkara/1/berkas/jejak"


def way_of(visitor: Visitor, title: str) -> str:
    """The address of the correction of the newest entry with that title."""
    page = html.fromstring(visitor.get(TRAIL).text)
    found = page.xpath(f"//ol[@class='timeline']/li[h4='{title}']//a[contains(., 'Koreksi')]/@href")
    return str(found[0])


def events(app: App) -> int:
    with app.database.read() as session:
        return session.scalar(select(func.count()).select_from(Event)) or 0


def test_every_entry_leads_to_its_correction_and_shows_it(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer, before = as_role("case_officer"), events(app)
    path = way_of(officer, "Laporan diterima")
    page = officer.submit(path, {"koreksi": "Diterima di loket dua, bukan di loket satu."})
    assert page.headers["Location"] == TRAIL
    assert events(app) == before + 1
    shown = words(officer.get(TRAIL))
    assert "Koreksi catatan" in shown
    assert shown.count("Dikoreksi: Diterima di loket dua, bukan di loket satu.") == 1
    with app.reading(Actor.system(0)) as work:
        assert audit_check.verify(work, app.anchors.read()).faults == ()


def test_the_acts_that_put_it_right_are_offered_to_who_may_do_them(as_role: AsRole) -> None:
    received(as_role)
    coordinator = as_role("coordinator")
    page = coordinator.get(way_of(coordinator, "Laporan diterima"))
    assert "setiap batas yang bergantung padanya dihitung ulang" in words(page)
    assert "/perkara/1/koreksi" in page.text
    assert "/perkara/1/koreksi-terlapor" in page.text
    officer = as_role("case_officer")
    act(officer, "/perkara/1/syarat", {"syarat-identitas_pelapor": "ya"})
    page = officer.get(way_of(officer, "Nilai syarat"))
    assert "Lakukan lagi dengan isian yang benar" in words(page)


def test_a_correction_names_no_protected_person(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer, before = as_role("case_officer"), events(app)
    path = way_of(officer, "Laporan diterima")
    for text in ("Pelapornya BUDI SANTOSO", "Teleponnya 0812000111", "", "x"):
        page = officer.submit(path, {"koreksi": text})
        assert page.status_code == 422
        assert errors(page)["koreksi"]
    # What was refused for a name is recorded, the rest is not.
    assert events(app) == before + 2
    shown = words(as_role("coordinator").get("/perkara/1/berkas/akses"))
    assert shown.count("Isian yang memuat data pelapor atau saksi ditolak") == 2
    assert "BUDI" not in shown


def test_who_only_reads_corrects_nothing(as_role: AsRole) -> None:
    received(as_role)
    path = way_of(as_role("case_officer"), "Laporan diterima")
    assert as_role("auditor").get(path).status_code == 403
    assert "Koreksi" not in words(as_role("auditor").get(TRAIL))
    assert as_role("case_officer").get("/perkara/1/jejak/9999/koreksi").status_code == 404


def test_the_access_list_names_who_may_see_and_what_was_opened(as_role: AsRole) -> None:
    received(as_role)
    as_role("coordinator").submit("/perkara/1/pihak/1/identitas", {"alasan": "Memanggil pelapor"})
    page = html.fromstring(as_role("case_officer").get("/perkara/1/berkas/akses").text)
    rows = {
        row.xpath("./th")[0].text_content(): [
            " ".join(cell.text_content().split()) for cell in row.xpath("./td")
        ]
        for row in page.xpath("//main//table//tbody/tr")
    }
    assert rows["Sri Handayani"][1:] == ["ya, menurut perannya", "ya, dengan alasan yang tercatat"]
    assert rows["Ratna Dewi"][2] == "ya, dengan alasan yang tercatat"
    assert rows["Bayu Pratama"][2].startswith("hanya tanda tangan dan kartu identitas")
    assert rows["Tono Wijaya"][1] == "tidak, hanya membaca"
    assert "Putri Ayu" not in rows
    assert "Memanggil pelapor" in page.text_content()


def test_what_the_system_did_by_itself_is_nobodys_to_correct(app: App, as_role: AsRole) -> None:
    received(as_role)
    drain(app)
    page = html.fromstring(as_role("case_officer").get(TRAIL).text)
    entries = page.xpath("//ol[@class='timeline']/li")
    by_system = [one for one in entries if "· sistem" in " ".join(one.text_content().split())]
    assert by_system
    assert not any(one.xpath(".//a[contains(., 'Koreksi')]") for one in by_system)
