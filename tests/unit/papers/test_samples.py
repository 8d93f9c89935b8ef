"""Every form draws its sample, and says exactly what its `expected.txt` says."""

from __future__ import annotations

import pytest

from casework.adapters.pdf import Renderer
from tests.unit.papers.conftest import Drawn
from tests.unit.papers.samples import (
    FOLDERS,
    LAYOUTS,
    NEW_PAGE,
    expected,
    sample,
    text_of,
    words_of,
)

ONE_PAGE = {
    "tanda_bukti",
    "pemberitahuan_kelengkapan",
    "undangan_klarifikasi",
    "penerusan_hukum_lainnya",
    "penerusan_administrasi",
    "penerusan_kode_etik",
    "penerusan_pidana",
    "pemberitahuan_status",
    "pemberitahuan_status_terlapor",
    "kutipan_kajian",
    "pelimpahan",
    "pengambilalihan",
    "keterangan_sumpah",
    "keterangan_sumpah_ahli",
}


@pytest.mark.parametrize(("edition", "form"), FOLDERS)
def test_the_sample_reads_as_expected(drawn: Drawn, edition: str, form: str) -> None:
    text = text_of(drawn(form, edition))
    assert text + "\n" == expected(form, edition).read_text("utf-8")


@pytest.mark.parametrize(("edition", "form"), FOLDERS)
def test_every_page_says_which_of_how_many_it_is(drawn: Drawn, edition: str, form: str) -> None:
    pages = text_of(drawn(form, edition)).split(NEW_PAGE)
    for number, page in enumerate(pages, start=1):
        assert f"Halaman {number} dari {len(pages)}" in page
    assert len(pages) == 1 or form not in ONE_PAGE


@pytest.mark.parametrize(("edition", "form"), LAYOUTS)
def test_a_draft_says_so_and_cannot_be_verified(
    renderer: Renderer, edition: str, form: str
) -> None:
    text = words_of(renderer.render(form, edition, sample(form, edition), draft=True))
    assert "KONSEP – belum ditetapkan" in text
    assert "verifikasi/" not in text


def test_a_later_edition_draws_what_it_amends(renderer: Renderer) -> None:
    form = "berita_acara_klarifikasi"
    text = words_of(renderer.render(form, "pemilihan-2024", sample(form), draft=False))
    assert "Formulir Model A.10 RAHASIA" in text
    assert "Perbawaslu 9/2024 Pasal 26 ayat (5) (terkonfirmasi)" in text
    form = "penerusan_administrasi"
    text = words_of(renderer.render(form, "pemilihan-2025", sample(form), draft=False))
    assert "kami sampaikan putusan atas pelanggaran administrasi" in text


def test_the_report_form_keeps_the_order_of_the_annex(drawn: Drawn) -> None:
    text = words_of(drawn("formulir_laporan"))
    order = [
        "Nomor:",
        "1. Identitas Pelapor",
        "Nama",
        "Tempat/Tgl Lahir",
        "Jenis Kelamin",
        "Pekerjaan",
        "Kewarganegaraan",
        "Alamat",
        "No. Telp/HP",
        "E-Mail",
        "2. Identitas Terlapor",
        "a. Nama",
        "b. Alamat",
        "c. No. Telp/HP",
        "3. Peristiwa yang dilaporkan",
        "Peristiwa :",
        "Tempat Kejadian",
        "Hari dan Tanggal Kejadian",
        "Hari dan Tanggal diketahui",
        "4. Saksi-saksi",
    ]
    at = 0
    for words in order:
        at = text.index(words, at) + len(words)


def test_an_unverified_code_is_flagged_inside_and_absent_outside(drawn: Drawn) -> None:
    inside = words_of(drawn("kajian"))
    assert "Formulir Model A.11 (kode: belum terverifikasi)" in inside
    assert "A.16" not in words_of(drawn("penerusan_hukum_lainnya"))
    assert "Formulir Model A.13" in words_of(drawn("penerusan_kode_etik"))
