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
    "undangan_klarifikasi",
    "penerusan_administrasi",
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


def test_the_draft_of_a_letter_has_room_for_initials_and_the_letter_none(
    renderer: Renderer,
) -> None:
    form, steps = "undangan_klarifikasi", ["Menyusun konsep", "Memeriksa"]
    values = sample(form) | {"initials": steps}
    drawn = {
        draft: words_of(renderer.render(form, "pemilihan-2020", values, draft=draft))
        for draft in (True, False)
    }
    assert "Paraf Menyusun konsep Memeriksa KONSEP" in drawn[True]
    assert "Paraf" not in drawn[False]


def test_a_later_edition_draws_what_it_amends(renderer: Renderer) -> None:
    form = "berita_acara_klarifikasi"
    text = words_of(renderer.render(form, "pemilihan-2024", sample(form), draft=False))
    assert "Formulir Model A.10 RAHASIA" in text
    assert "Perbawaslu" not in text
    form = "penerusan_administrasi"
    text = words_of(renderer.render(form, "pemilihan-2025", sample(form), draft=False))
    assert "kami sampaikan putusan atas pelanggaran administrasi" in text


INVITATION, MINUTES = "undangan_klarifikasi", "berita_acara_klarifikasi"


@pytest.mark.parametrize(
    ("edition", "said"),
    [("pemilihan-2020", 0), ("pemilihan-2024", 1), ("pemilihan-2025", 1), ("pemilu-2022", 0)],
)
def test_counsel_and_the_single_copy_are_said_where_the_article_is_read(
    renderer: Renderer, edition: str, said: int
) -> None:
    invited, minutes = (
        words_of(renderer.render(form, edition, sample(form), draft=False))
        for form in (INVITATION, MINUTES)
    )
    assert invited.count("didampingi oleh kuasa hukum") == said
    assert minutes.count("dibuat 1 (satu) rangkap untuk pemberkasan") == said


@pytest.mark.parametrize("lines", [1, 14, 60])
def test_whoever_signs_the_minutes_signs_beside_testimony(renderer: Renderer, lines: int) -> None:
    told = {"question": "Apa yang terjadi?", "answer": "\n".join(["Saya hadir di sana."] * lines)}
    values = sample(MINUTES) | {"answers": [told]}
    pages = text_of(renderer.render(MINUTES, "pemilihan-2024", values, draft=False)).split(NEW_PAGE)
    assert "Saya hadir di sana." in pages[-1].split("Setelah berita acara ini dibacakan")[0]
    for examiner in values["examiners"]:
        assert examiner["name"] in pages[-1]
    assert all("Paraf Pemeriksa 1 Pemeriksa 2 Yang diklarifikasi" in " ".join(one.split())
               for one in pages)  # fmt: skip


def test_no_expert_is_told_of_counsel(renderer: Renderer) -> None:
    expert = sample(INVITATION) | {"capacity": "Ahli"}
    text = words_of(renderer.render(INVITATION, "pemilihan-2024", expert, draft=False))
    assert "kuasa hukum" not in text


@pytest.mark.parametrize("form", ["keterangan_sumpah", "keterangan_sumpah_ahli"])
@pytest.mark.parametrize(
    ("edition", "basis"),
    [
        ("pemilihan-2020", ""),
        ("pemilihan-2024", ""),
        (
            "pemilu-2022",
            "Dasar: Pasal 30 ayat (3) Peraturan Badan Pengawas Pemilihan Umum Nomor 7 Tahun 2022.",
        ),
    ],
)
def test_who_refuses_the_oath_reads_what_the_law_says_of_it(
    renderer: Renderer, form: str, edition: str, basis: str
) -> None:
    text = words_of(renderer.render(form, edition, sample(form) | {"oath": "refused"}, draft=False))
    assert f"tetap dilaksanakan tanpa sumpah atau janji. {basis}" in text
    assert "Pasal 26 ayat (1) (terkonfirmasi). Bengkulu" not in text
    assert "(tanpa pengucapan sumpah atau janji)" in text


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


def test_an_unverified_code_is_on_no_paper(drawn: Drawn) -> None:
    assert "A.11" not in words_of(drawn("kajian"))
    assert "A.16" not in words_of(drawn("penerusan_hukum_lainnya"))
    assert "Formulir Model A.13" in words_of(drawn("penerusan_kode_etik"))
