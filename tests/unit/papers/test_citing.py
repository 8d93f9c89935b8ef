"""How a letter cites the law: in full, each instrument once, and only what the matter rests on."""

from __future__ import annotations

import re
from datetime import date

import pytest

from casework.engine.basis import Basis, Mark
from casework.engine.categories import told
from casework.engine.law import Law
from casework.services.documents.data import citing, wording
from tests.unit.papers.samples import expected

STATUTE = (
    "Undang-Undang Nomor 1 Tahun 2015 tentang Penetapan Peraturan Pemerintah Pengganti "
    "Undang-Undang Nomor 1 Tahun 2014 tentang Pemilihan Gubernur, Bupati, dan Walikota menjadi "
    "Undang-Undang sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 6 "
    "Tahun 2020"
)
HANDLING = (
    "Peraturan Badan Pengawas Pemilihan Umum Nomor 8 Tahun 2020 tentang Penanganan Pelanggaran "
    "Pemilihan Gubernur dan Wakil Gubernur, Bupati dan Wakil Bupati, serta Wali Kota dan Wakil "
    "Wali Kota sebagaimana telah diubah dengan Peraturan Badan Pengawas Pemilihan Umum Nomor 9 "
    "Tahun 2024"
)
VILLAGES = (
    "Undang-Undang Nomor 6 Tahun 2014 sebagaimana telah beberapa kali diubah, terakhir dengan "
    "Undang-Undang Nomor 3 Tahun 2024"
)
DAY = date(2024, 10, 14)
JUDGMENT = "Putusan Mahkamah Konstitusi Nomor 104/PUU-XXIII/2025"


def basis(citation: str, mark: Mark = Mark.CONFIRMED) -> Basis:
    return Basis(citation, "", mark, "")


def test_the_articles_of_one_law_stand_before_its_title_once(law: Law) -> None:
    cited = citing.legal(
        law,
        law.edition("pemilihan-2024"),
        DAY,
        basis("UU Pemilihan Pasal 135 ayat (2)"),
        basis("UU Pemilihan Pasal 135 ayat (1) huruf d; UU Pemilihan Pasal 135 ayat (2)"),
    )
    assert cited == (f"Pasal 135 ayat (1) huruf d dan ayat (2) {STATUTE}", HANDLING)


def test_an_article_of_the_regulation_or_its_amendment_is_one_of_it_as_amended(law: Law) -> None:
    edition = law.edition("pemilihan-2025")
    for one in ("Perbawaslu 8/2020 Pasal 33 ayat (1)", "Perbawaslu 9/2024 Pasal 26 ayat (1)"):
        place = one[one.index("Pasal") :]
        assert citing.legal(law, edition, DAY, basis(one)) == (f"{place} {HANDLING}",)


def test_the_judgment_on_administrative_matters_is_cited_only_there(law: Law) -> None:
    edition = law.edition("pemilihan-2025")
    [route] = {
        one.basis
        for one in edition.routes
        if one.violation_class == "administrasi" and "kpu_provinsi" in one.functions
    }
    assert citing.legal(law, edition, DAY, route).count(JUDGMENT) == 1
    for kind in ("kode_etik", "pidana", "hukum_lainnya"):
        passed_on = edition.violations.classes[kind].basis
        assert JUDGMENT not in " ".join(citing.legal(law, edition, DAY, passed_on))
    assert citing.legal(law, edition, DAY) == (HANDLING,)


def test_a_form_names_such_an_article_as_the_letter_beside_it_does(law: Law) -> None:
    """The sworn statement and the invitation of one case rest on the same article."""
    for name in ("pemilihan-2024", "pemilihan-2025"):
        edition = law.edition(name)
        said = citing.cited(law, edition.forms["keterangan_sumpah"].basis, DAY, edition)
        (letter,) = citing.legal(law, edition, DAY, edition.acts["undang_klarifikasi"].basis)
        number, _, amended = letter.partition(" tentang ")
        assert said == f"{number} {amended[amended.index('sebagaimana') :]}"
        assert said.startswith("Pasal 26 ayat (1) Peraturan Badan Pengawas Pemilihan Umum Nomor 8")


def test_minutes_of_a_pleno_rest_on_words_of_a_known_edition(law: Law) -> None:
    for name in ("pemilihan-2020", "pemilihan-2024", "pemilihan-2025"):
        edition = law.edition(name)
        first, *_ = citing.legal(law, edition, DAY, edition.acts["putuskan_pleno"].basis)
        assert first == f"Pasal 134 ayat (5) {STATUTE}"


PILKADA = ("Pemilihan Gubernur", "Bawaslu Nomor 8 Tahun 2020", "Bawaslu Nomor 9 Tahun 2024")


def test_letters_of_pemilu_cite_the_law_of_pemilu(law: Law) -> None:
    """Whatever a letter of that edition rests on, no law of regional elections stands in it."""
    edition = law.edition("pemilu-2022")
    bases = [
        *(one.basis for one in edition.routes),
        *(one.basis for one in edition.acts.values()),
        *(one.basis for one in edition.violations.classes.values()),
        *(one.basis for one in edition.articles.values() if one.violation_class == "pidana"),
    ]
    for one in bases:
        cited = " ".join(citing.legal(law, edition, DAY, one))
        assert "Nomor 7 Tahun 2022" in cited
        assert not [title for title in PILKADA if title in cited], one.citation


@pytest.mark.parametrize(
    "form",
    ["undangan_klarifikasi", "pemberitahuan_kelengkapan", "penerusan_pidana",
     "penerusan_kode_etik", "penerusan_hukum_lainnya"],
)  # fmt: skip
def test_specimens_of_pemilu_cite_it_too(form: str) -> None:
    text = " ".join(expected(form, "pemilu-2022").read_text("utf-8").split())
    assert "Nomor 7 Tahun 2017" in text or "Nomor 7 Tahun 2022" in text
    assert "Nomor 1 Tahun 2015" not in text
    assert "Nomor 8 Tahun 2020" not in text
    assert "UU 10/2016" not in text


def test_what_is_unverified_or_practice_is_not_cited(law: Law) -> None:
    edition = law.edition("pemilihan-2020")
    doubtful = basis("UU Pemilihan Pasal 135 ayat (2)", Mark.UNVERIFIED)
    assert len(citing.legal(law, edition, DAY, doubtful, basis("Praktik kantor"))) == 1
    assert citing.cited(law, doubtful, DAY) == citing.cited(law, basis("Praktik kantor"), DAY) == ""


@pytest.mark.parametrize(
    ("label", "named"),
    [
        (
            "UU 6/2014 Pasal 29 huruf b, g, dan j",
            f"Pasal 29 huruf b, g, dan j {VILLAGES}",
        ),
        (
            "Perbawaslu 8/2020 Pasal 9 ayat (4) huruf b, pasal kajian awal",
            "Pasal 9 ayat (4) huruf b Peraturan Badan Pengawas Pemilihan Umum Nomor 8 Tahun 2020",
        ),
        ("Peraturan daerah", "Peraturan daerah"),
        ("", ""),
    ],
)
def test_a_table_names_the_article_before_its_law(law: Law, label: str, named: str) -> None:
    assert citing.named(law, label, DAY) == named


@pytest.mark.parametrize(
    ("law_id", "day", "how"),
    [
        ("uu-6-2014", date(2020, 11, 30), ""),
        (
            "uu-6-2014",
            date(2024, 4, 24),
            " sebagaimana telah diubah dengan Undang-Undang Nomor 6 Tahun 2023",
        ),
        (
            "uu-6-2014",
            date(2024, 4, 25),
            (
                " sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 3 "
                "Tahun 2024"
            ),
        ),
        (
            "uu-7-2017",
            date(2023, 5, 3),
            (
                " sebagaimana telah diubah dengan Peraturan Pemerintah Pengganti Undang-Undang "
                "Nomor 1 Tahun 2022"
            ),
        ),
        (
            "uu-7-2017",
            date(2023, 5, 4),
            " sebagaimana telah diubah dengan Undang-Undang Nomor 7 Tahun 2023",
        ),
    ],
)
def test_a_law_is_cited_as_it_stood_on_the_day(law: Law, law_id: str, day: date, how: str) -> None:
    one = law.instruments[law_id]
    assert one.titled(day) == f"{one.name}{how}"
    number = one.name.partition(" tentang ")[0]
    assert citing.named(law, f"{one.short} Pasal 29", day) == f"Pasal 29 {number}{how}"


def test_no_article_goes_out_under_a_short_name_of_ours(law: Law) -> None:
    for edition in ("pemilihan-2020", "pemilihan-2024", "pemilihan-2025"):
        for article in law.edition(edition).violations.articles.values():
            named = citing.named(law, article.article, DAY)
            assert not named.startswith(("UU ", "SKB", "PKPU", "Perbawaslu")), article.id


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("pidana", "Dugaan tindak pidana Pemilihan"),
        ("kode_etik", "Dugaan pelanggaran kode etik penyelenggara"),
        ("hukum_lainnya", "Dugaan pelanggaran peraturan perundang-undangan lainnya"),
        ("administrasi", "Pelanggaran administrasi Pemilihan"),
        ("bukan_pelanggaran", "Bukan pelanggaran"),
    ],
)
def test_what_others_decide_is_told_as_suspected(kind: str, words: str) -> None:
    assert told(kind) == words


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Dugaan netralitas ASN", "dugaan netralitas ASN"),
        ("Netralitas ASN", "netralitas ASN"),
        ("ASN hadir", "ASN hadir"),
        ("Budi Santoso membagikan uang", "Budi Santoso membagikan uang"),
        ("Yanti membagikan uang", "Yanti membagikan uang"),
        ("", ""),
    ],
)
def test_names_keep_their_capital_inside_a_sentence(title: str, inside: str) -> None:
    assert wording.inside(title, ["Yanti"]) == inside


# What the law data call by a short name, and what was only said of an instrument.
SHORT = re.compile(
    r"(?<![/\d])\b(UU|Perbawaslu|PKPU|Perma|SKB|Pemilu|Gakkumdu|Perppu?|\d+/\d{4})\b|[(;]"
)
UNREAD = "Judul lengkapnya belum terbaca."


def test_the_title_of_a_law_is_the_one_it_bears_or_is_marked(law: Law) -> None:
    for one in law.instruments.values():
        if not one.title.startswith(citing.LAWS) or one.title.startswith("Putusan"):
            continue
        assert not SHORT.search(one.title), one.id
        assert "telah" in one.title or "sebagaimana" not in one.title, one.id
        if " tentang " not in one.title:
            assert UNREAD in one.basis.note, one.id
        if one.title.startswith("Undang-Undang Nomor 1 Tahun 2015"):
            assert "Wali Kota" not in one.title


def test_the_joint_decisions_name_their_five_makers(law: Law) -> None:
    for one in ("skb-netralitas-2020", "skb-netralitas-2022"):
        makers, _, rest = law.instruments[one].title.partition(" Nomor ")
        assert makers == (
            "Keputusan Bersama Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi, "
            "Menteri Dalam Negeri, Kepala Badan Kepegawaian Negara, Ketua Komisi Aparatur Sipil "
            "Negara, dan Ketua Badan Pengawas Pemilihan Umum"
        )
        assert rest.partition(" tentang ")[0].count("Nomor") == 4
