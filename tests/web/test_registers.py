"""All papers and the books of an office: on the page, as XLSX without formulas, as PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pytest
from flask import Flask
from lxml import html
from pypdf import PdfReader
from sqlalchemy import select

from casework.adapters import sheets
from casework.bootstrap import App
from casework.models import Event
from casework.ports import Sheet
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.effects import drain
from casework.simulation.scene import BlankRenderer
from tests.staff import settle
from tests.web.reporting import receive
from tests.web.served import Served
from tests.web.steps import act, all_met, received
from tests.web.visitor import Visitor, errors, report, words

AsRole = Callable[[str], Visitor]


@pytest.fixture
def flask(app: App, served: Served) -> Flask:
    settle(app)
    settle(app, "07.05", "-kepahiang")
    return served(replace(app, renderer=BlankRenderer()))


@pytest.fixture
def letters(app: App, as_role: AsRole) -> None:
    """A report with a letter that asks for more, drafted; two more letters issued before it."""
    for _turn in range(3):
        received(as_role)
    for case in (1, 2, 3):
        lacking(app, as_role, case)
    drain(replace(app, renderer=BlankRenderer()))
    for case in (1, 2):
        act(as_role("chair"), f"/perkara/{case}/surat/terbitkan")
    drain(replace(app, renderer=BlankRenderer()))


def lacking(app: App, as_role: AsRole, case: int) -> None:
    typed = all_met(app)
    typed |= {"syarat-dua_alat_bukti": "tidak", "alasan-dua_alat_bukti": "Baru satu alat bukti."}
    act(as_role("case_officer"), f"/perkara/{case}/syarat", dict(typed))
    act(as_role("case_officer"), f"/perkara/{case}/minta-kelengkapan")


def test_the_list_holds_every_paper_and_its_filter_lives_in_the_address(
    letters: None, as_role: AsRole
) -> None:
    chair = as_role("chair")
    shown = words(chair.get("/dokumen"))
    assert shown.count("Tanda Bukti Penyampaian Laporan") >= 3
    only = words(chair.get("/dokumen?keadaan=draft"))
    assert "Pemberitahuan Kelengkapan" in only
    assert "1/PP.00.01" not in only
    assert "Tidak ada dokumen yang cocok" in words(chair.get("/dokumen?tahun=2019"))
    assert chair.get("/dokumen?tahun=x&halaman=-3&keadaan=%27").status_code == 200
    unsigned = words(chair.get("/dokumen?keadaan=unsigned&cari=2/PP.00.01"))
    assert "2/PP.00.01/K/09/2024" in unsigned


def test_another_office_sees_nothing_of_it(letters: None, flask: Flask) -> None:
    other = Visitor(flask, "chair-kepahiang")
    assert "Tidak ada dokumen yang cocok" in words(other.get("/dokumen"))
    for book in ("nomor", "agenda", "laporan"):
        assert "Tidak ada yang tercatat" in words(other.get(f"/dokumen/buku/{book}"))


def test_an_inserted_number_stands_at_its_place_with_its_reason(
    letters: None, as_role: AsRole
) -> None:
    chair = as_role("chair")
    refused = chair.submit("/perkara/3/surat/terbitkan", {"sisipan": "1"})
    assert refused.status_code == 422
    assert "Tulis mengapa" in errors(refused)["alasan_sisipan"]
    typed = {"sisipan": "1", "alasan_sisipan": "Terlewat dicatat."}
    assert chair.submit("/perkara/3/surat/terbitkan", typed).status_code == 303
    shown = words(chair.get("/dokumen/buku/nomor?seri=surat"))
    first, between, last = (
        shown.index(text) for text in ("1/PP.00.01", "1.1/PP.00.01", "2/PP.00.01")
    )
    assert first < between < last
    assert "Terlewat dicatat." in shown
    assert "2/PP.00.01" not in words(chair.get("/dokumen/buku/nomor?seri=surat&keadaan=sisipan"))


def test_the_books_are_files_too(letters: None, as_role: AsRole) -> None:
    secretariat = as_role("secretariat")
    for book, wanted in (
        ("nomor", "1/PP.00.01/K/09/2024"),
        ("agenda", "Pemberitahuan Kelengkapan"),
        ("laporan", "Kepala desa pada pertemuan bakal calon"),
    ):
        answer = secretariat.get(f"/dokumen/buku/{book}/unduh/xlsx?tahun=2024")
        rows = list(openpyxl.load_workbook(io.BytesIO(answer.data))["Register"].values)
        assert any(wanted in str(cell) for row in rows for cell in row), book
        assert "Budi Santoso" not in repr(rows)
    pdf = secretariat.get("/dokumen/buku/agenda/unduh/pdf?tahun=2024").data
    text = " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    assert "Buku agenda surat keluar tahun 2024" in text
    assert "Halaman 1 dari 1" in text
    assert secretariat.get("/dokumen/buku/agenda/unduh/exe").status_code == 404


@pytest.mark.parametrize("text", ["=1+1", "+628", "-2", "@SUM(A1)", "\tx", '=HYPERLINK("x")'])
def test_nothing_in_a_sheet_is_a_formula(text: str) -> None:
    sheet = Sheet("Judul", "Kantor", (("Isi", 20),), ((text,),))
    book = openpyxl.load_workbook(io.BytesIO(sheets.workbook(sheet)))
    cell = book["Register"]["A4"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix


def test_hostile_text_in_a_book_prints_literally() -> None:
    text = "<script>x</script> {{ 7*7 }} file:///etc/passwd"
    pdf = sheets.pdf(Sheet("Judul", "Kantor", (("Isi", 20),), ((text,),)))
    assert text in " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


def test_an_office_sets_its_own_pattern(letters: None, as_role: AsRole) -> None:
    chair = as_role("chair")
    page = chair.get("/dokumen/penomoran")
    assert "7/PP.00.01/K/09/2024" in words(page)
    wrong = chair.submit("/dokumen/penomoran", {"pola": "{nomor}/{yyyy}"})
    assert "tidak dikenal" in errors(wrong)["pola"]
    typed = {"pola": "{seq}/K.BE/PP/{roman}/{yyyy}", "lebar": "3"}
    assert chair.submit("/dokumen/penomoran", typed).status_code == 303
    assert "007/K.BE/PP/IX/2024" in words(chair.get("/dokumen/penomoran"))
    act(chair, "/perkara/3/surat/terbitkan")
    assert "003/K.BE/PP/IX/2024" in words(chair.get("/dokumen"))
    assert as_role("case_officer").get("/dokumen/penomoran").status_code == 403


def test_a_letter_is_voided_and_another_is_filed(app: App, letters: None, as_role: AsRole) -> None:
    chair = as_role("chair")
    listed = chair.get("/perkara/1/berkas/dokumen").text
    assert "/dokumen/" in listed
    papers = [
        one
        for one in range(1, 12)
        if "Pemberitahuan Kelengkapan" in words(chair.get(f"/dokumen/{one}"))
    ]
    issued = papers[0]
    page = chair.submit(f"/dokumen/{issued}/batal", {"alasan": "Salah alamat."})
    assert page.status_code == 303
    anew = words(chair.get(page.headers["Location"]))
    assert "Pengganti surat nomor" in anew
    assert "Alasan: Salah alamat." in anew
    shown = words(chair.get("/dokumen/buku/nomor?keadaan=batal"))
    assert "Salah alamat." in shown
    desk = as_role("secretariat")
    early = desk.submit(f"/dokumen/{papers[1]}/arsip", {"arsip": "PP.00.01/boks 3"})
    assert "sesudah disampaikan" in errors(early)["arsip"]
    typed = {
        "dokumen": str(papers[1]),
        "saluran": "pos",
        "alasan_belum_ttd": "Di atas kertas",
        "dikirim": "2024-09-19T09:00",
    }
    act(desk, "/perkara/2/surat/penyampaian", dict(typed))
    act(desk, f"/dokumen/{papers[1]}/arsip", {"arsip": "PP.00.01/boks 3"})
    assert "PP.00.01/boks 3" in words(desk.get(f"/dokumen/{papers[1]}"))
    assert "pos tercatat" in words(desk.get("/dokumen/buku/agenda"))


def test_a_draft_shows_its_way_of_initials(letters: None, as_role: AsRole) -> None:
    coordinator = as_role("coordinator")
    pages = [coordinator.get(f"/dokumen/{one}") for one in range(1, 20)]
    (draft,) = [one for one in pages if "masih KONSEP" in words(one)]
    assert "Urutan paraf" in words(draft)
    assert "/paraf/documents/" in draft.text


def test_reports_and_papers_of_many_pages_are_paged(as_role: AsRole, app: App) -> None:
    for turn in range(27):
        receive(as_role("intake_officer"), report(judul=f"Laporan {turn}"))
    first = words(as_role("chair").get("/dokumen"))
    assert "Berikutnya" in first
    assert "Sebelumnya" in words(as_role("chair").get("/dokumen?halaman=2"))


def test_a_draft_that_is_not_needed_is_discarded(app: App, as_role: AsRole) -> None:
    received(as_role)
    ended = {"penanganan_dihentikan": "2024-09-19T09:00", "alasan": "Bukan wewenang."}
    act(as_role("coordinator"), "/perkara/1/tindakan/hentikan_penanganan", dict(ended))
    act(as_role("secretariat"), "/perkara/1/pemberitahuan-status")
    drain(replace(app, renderer=BlankRenderer()))
    chair = as_role("chair")
    pages = {one: chair.get(f"/dokumen/{one}") for one in range(1, 8)}
    (draft,) = [one for one, page in pages.items() if f"/dokumen/{one}/buang" in page.text]
    assert "/buang" not in as_role("secretariat").get(f"/dokumen/{draft}").text
    assert as_role("secretariat").get(f"/dokumen/{draft}/buang").status_code == 403
    empty = chair.submit(f"/dokumen/{draft}/buang", {"alasan": ""})
    assert errors(empty)["alasan"]
    act(chair, f"/dokumen/{draft}/buang", {"alasan": "Pelapor diberi tahu langsung."})
    shown = chair.get(f"/dokumen/{draft}")
    assert "Konsep surat dibuang" in words(shown)
    assert "Pelapor diberi tahu langsung." in words(shown)
    assert f"/dokumen/{draft}/buang" not in shown.text


def test_the_list_says_for_whom_each_letter_is(letters: None, as_role: AsRole) -> None:
    page = html.fromstring(as_role("secretariat").get("/dokumen").text)
    to = {
        " ".join(row.xpath("./th")[0].text_content().split()): " ".join(
            row.xpath("./td[@data-label='Kepada']")[0].text_content().split()
        )
        for row in page.xpath("//table/tbody/tr")
    }
    assert to["Pemberitahuan Kelengkapan Laporan"] == "Pelapor"
    assert to["Tanda Bukti Penyampaian Laporan"] == "–"


def test_the_figures_of_an_election_are_read_taken_out_and_recorded(
    app: App, flask: Flask, as_role: AsRole
) -> None:
    """Nobody is named in them; who writes no report of it is refused."""
    for _turn in range(2):
        received(as_role)
    chair = as_role("chair")
    shown = words(chair.get("/dokumen/pemilihan"))
    assert "2 perkara, dihitung dari yang tercatat sekarang." in shown
    assert "Kajian awal 2 0 0 2" in shown
    asked = "?pemilihan=gubernur-bengkulu-2024"
    paper = chair.get(f"/dokumen/pemilihan/unduh/pdf{asked}")
    assert paper.data.startswith(b"%PDF")
    book = openpyxl.load_workbook(
        io.BytesIO(chair.get(f"/dokumen/pemilihan/unduh/xlsx{asked}").data)
    )
    assert book.sheetnames[:2] == ["Penerimaan menurut jenis", "Keadaan menurut tahap"]
    assert [cell.value for cell in book.worksheets[0][4]] == ["Laporan", "2", "0", "0", "2"]
    lines = chair.get(f"/dokumen/pemilihan/unduh/csv{asked}").data.decode("utf-8-sig").splitlines()
    assert "Keadaan menurut tahap;Kajian awal;Laporan;2" in lines
    assert chair.get("/dokumen/pemilihan/unduh/csv?pemilihan=lain").status_code == 404
    assert as_role("case_officer").get("/dokumen/pemilihan").status_code == 403
    with app.reading(Actor.system(NO_OFFICE)) as work:
        taken = work.session.scalars(
            select(Event.detail).where(Event.action == "laporan_pemilihan_diunduh")
        ).all()
    assert [one["as"] for one in taken] == ["pdf", "xlsx", "csv"]
    assert {one["cases"] for one in taken} == {2}
