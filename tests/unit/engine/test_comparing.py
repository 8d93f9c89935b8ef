"""What the editions say otherwise: the list as the regulations themselves give it."""

from __future__ import annotations

import pytest

from casework.engine.comparing import Comparison, Difference, State, compare
from casework.engine.law import Law
from casework.engine.revision import Overlay

# Perbawaslu 9/2024 over 8/2020, by hand from what was read of it and reported about it.
SINCE_2024 = {
    # Pasal 1 and the opening of Pasal 26, whose words differ
    "ketentuan/definisi": State.CHANGED,
    "ketentuan/pasal_klarifikasi": State.CHANGED,
    # Pasal 26 (2) to (8), and what of it was not readable
    "ketentuan/klarifikasi_teknologi": State.REMOVED,
    "ketentuan/klarifikasi_daring": State.ADDED,
    "ketentuan/klarifikasi_keadaan_tertentu": State.ADDED,
    "ketentuan/klarifikasi_kuasa_hukum": State.ADDED,
    "ketentuan/klarifikasi_berita_acara": State.ADDED,
    "ketentuan/klarifikasi_satu_rangkap": State.ADDED,
    "ketentuan/klarifikasi_pemberian_salinan": State.ADDED,
    "ketentuan/klarifikasi_menolak_tanda_tangan": State.ADDED,
    "ketentuan/pasal_26_lanjutan": State.ADDED,
    # Friday to 16.30 was published for 9/2024 alone
    "ketentuan/jam_penerimaan": State.CHANGED,
    # polling day: 08.00-16.00 before, round the clock since
    "ketentuan/jam_pemungutan_suara": State.CHANGED,
    # which articles it amends was not seen, so whether it left Pasal 33 is not known
    "ketentuan/pasal_diubah_9_2024": State.ADDED,
    "tujuan/etik_dkpp": State.CHANGED,
    "tujuan/etik_ppk_pusat": State.CHANGED,
    "tujuan/etik_ppk_kabkota": State.CHANGED,
    "tujuan/etik_pengawas": State.CHANGED,
    # SE MenPANRB 4/2024 moved the task to BKN, PKPU 13/2024 is about the campaign of that year
    "tujuan/lain_asn": State.CHANGED,
    "pasal/pkpu-13-57": State.ADDED,
    # what it amends, when it begins, its annex; transition unknown
    "ketentuan/perubahan_9_2024": State.ADDED,
    "ketentuan/mulai_berlaku_9_2024": State.ADDED,
    "ketentuan/peralihan_9_2024": State.ADDED,
    "ketentuan/lampiran_9_2024": State.ADDED,
    # Perbawaslu 6/2024 Pasal 9, PKPU 15/2024 Pasal 4-5: of the same year
    "ketentuan/provinsi_penanganan": State.ADDED,
    "ketentuan/supervisi_provinsi": State.ADDED,
    "ketentuan/pembinaan_provinsi": State.ADDED,
    "ketentuan/konsultasi_provinsi": State.ADDED,
    "ketentuan/pelaporan_provinsi": State.ADDED,
    "ketentuan/tugas_provinsi_lain": State.ADDED,
    "ketentuan/telaah_kpu": State.ADDED,
    # Perbawaslu 4/2020: clarification during the pandemic
    "ketentuan/covid_klarifikasi_cara": State.REMOVED,
    "ketentuan/covid_klarifikasi_tatap_muka": State.REMOVED,
    "ketentuan/covid_klarifikasi_daring": State.REMOVED,
}
# Putusan MK 104/PUU-XXIII/2025: "rekomendasi" is read "putusan", and KPU carries it out.
SINCE_2025 = {
    "batas/tindak_lanjut_kpu": State.CHANGED,
    "tahap/tindak_lanjut": State.CHANGED,
    "tujuan/administrasi_kpu_ri": State.CHANGED,
    "tujuan/administrasi_kpu_provinsi": State.CHANGED,
    "tujuan/administrasi_kpu_kabkota": State.CHANGED,
    "formulir/penerusan_administrasi": State.CHANGED,
    "ketentuan/uu_139_1": State.CHANGED,
    "ketentuan/kpu_wajib_menindaklanjuti": State.CHANGED,
    "ketentuan/kpu_menyelesaikan": State.CHANGED,
    "ketentuan/kpu_memeriksa_memutus": State.CHANGED,
    "ketentuan/mk_104_tidak_surut": State.ADDED,
    "ketentuan/mk_104_pelaksana": State.ADDED,
    "ketentuan/mk_104_persidangan": State.ADDED,
    "golongan/administrasi": State.CHANGED,
    "ketentuan/mk_121_2024": State.ADDED,
}


# The hearing that an office may choose, borrowed from the Pemilu.
HEARING = dict.fromkeys(
    (
        "batas/panggilan_sidang",
        "batas/putusan_administrasi",
        "tahap/penetapan_majelis",
        "tahap/sidang",
        "tahap/musyawarah",
        "tahap/pembacaan_putusan",
        "tindakan/registrasi_sidang",
        "tindakan/alihkan_ke_sidang",
        "tindakan/tetapkan_majelis",
        "tindakan/panggil_sidang",
        "tindakan/catat_sidang",
        "tindakan/tunda_sidang",
        "tindakan/tutup_sidang",
        "tindakan/putuskan_majelis",
        "tindakan/bacakan_putusan",
        "formulir/penetapan_majelis",
        "formulir/panggilan_sidang",
        "formulir/berita_acara_sidang",
        "formulir/putusan_administrasi",
        "ketentuan/sidang_majelis",
        "ketentuan/sidang_isi_putusan",
        "ketentuan/sidang_acara_cepat",
        "ketentuan/sidang_upaya_hukum",
        "ketentuan/pembetulan_putusan",
    ),
    State.ADDED,
) | dict.fromkeys(
    ("tindakan/perpanjang_penanganan", "tindakan/ralat_pleno", "tindakan/catat_pihak"),
    State.CHANGED,
)


def between(law: Law, old: str, new: str) -> Comparison:
    """The difference of two pins."""
    return compare(law, law.pinned(old), law.pinned(new))


def named(found: Comparison) -> dict[str, Difference]:
    """Every difference by the name of its entry."""
    return {one.name: one for one in found.differences}


def substance(found: Comparison) -> dict[str, State]:
    """What itself says something else: another article or mark alone does not count."""
    return {
        one.name: one.state
        for one in found.differences
        if one.state is not State.CHANGED
        or any(not word.label.startswith("Dasar") for word in one.words)
    }


def words(one: Difference, label: str) -> tuple[str, str]:
    """Old and new value of one statement."""
    return next((word.old, word.new) for word in one.words if word.label == label)


def test_2024_differs_from_2020_in_what_the_amendment_says(law: Law) -> None:
    assert substance(between(law, "pemilihan-2020", "pemilihan-2024")) == SINCE_2024


def test_2025_differs_from_2024_in_what_the_court_decided(law: Law) -> None:
    assert substance(between(law, "pemilihan-2024", "pemilihan-2025")) == SINCE_2025 | HEARING


def test_every_form_rests_on_the_annex_of_2024_but_one(law: Law) -> None:
    found = between(law, "pemilihan-2020", "pemilihan-2024")
    forms = {name for name in named(found) if name.startswith("formulir/")}
    all_forms = {f"formulir/{name}" for name in law.edition("pemilihan-2024").forms}
    # A.13, Pasal 33 of 8/2020; what respondents are told and how a pleno corrects itself is settled
    # by the office, as are its small papers; those of the Sentra Gakkumdu rest on the joint
    # regulation.
    assert all_forms - forms == {
        "formulir/penerusan_kode_etik",
        "formulir/pemberitahuan_status_terlapor",
        "formulir/kutipan_kajian",
        "formulir/berita_acara_ralat",
        "formulir/berita_acara_gakkumdu_1",
        "formulir/berita_acara_gakkumdu_2",
        "formulir/surat_tugas",
        "formulir/daftar_isi_berkas",
        "formulir/daftar_saksi_ahli",
        "formulir/daftar_terlapor",
        "formulir/daftar_barang_bukti",
        "formulir/berita_acara_ketidakhadiran",
        "formulir/berita_acara_pencabutan",
        "formulir/tanda_terima_kelengkapan",
        "formulir/tanda_terima_surat",
        "formulir/pengumuman_status",
        "formulir/laporan_pemilihan",
        "formulir/buku_rakor",
    }
    elsewhere = {
        name for name in forms
        if (basis := named(found)[name].new) and "9/2024" not in basis.citation + basis.note
    }  # fmt: skip
    # Form A and the final report are the practice of offices.
    assert elsewhere == {"formulir/laporan_hasil_pengawasan", "formulir/laporan_akhir"}


def test_the_court_made_the_recommendation_a_decision(law: Law) -> None:
    found = named(between(law, "pemilihan-2024", "pemilihan-2025"))
    old, new = words(found["batas/tindak_lanjut_kpu"], "Judul")
    assert "rekomendasi" in old
    assert "putusan" in new


def test_pemilu_counts_working_days_and_adjudicates(law: Law) -> None:
    found = named(between(law, "pemilihan-2024", "pemilu-2022"))
    assert words(found["batas/penyampaian_laporan"], "Lama") == ("7 hari kalender", "7 hari kerja")
    assert words(found["batas/penanganan"], "Lama") == ("3 hari kalender", "7 hari kerja")
    longer = words(found["batas/penanganan"], "Perpanjangan")[1]
    assert longer.startswith("menjadi 14 hari kerja seluruhnya dari awal yang sama")
    assert words(found["batas/putusan_administratif"], "Lama") == ("", "14 hari kerja")
    assert "PL" in words(found["nomor/perkara"], "Pemilihan")[1]
    assert "PP" in words(found["nomor/perkara"], "Pemilihan")[1]
    codes = {name: words(found[f"formulir/{name}"], "Kode")
             for name in ("formulir_laporan", "undangan_klarifikasi",
                          "berita_acara_klarifikasi")}  # fmt: skip
    assert codes == {
        "formulir_laporan": ("A.1", "B.1"),
        "undangan_klarifikasi": ("A.7", "B.9"),
        "berita_acara_klarifikasi": ("A.10", "B.12"),
    }


def test_tsm_is_the_province_s_alone_with_petitum_and_half_the_areas(law: Law) -> None:
    found = named(between(law, "pemilihan-2024", "pemilihan-tsm-2020"))
    assert words(found["batas/putusan_tsm"], "Lama") == ("", "14 hari kerja")
    assert words(found["batas/tindak_lanjut_kpu"], "Lama")[1] == "3 hari kerja"
    assert words(found["batas/permohonan_ma"], "Lama")[1] == "3 hari kerja"
    assert words(found["batas/putusan_ma"], "Lama")[1] == "14 hari kerja"
    assert found["syarat/petitum"].state is State.ADDED
    assert "50%" in words(found["syarat/bukti_lima_puluh_persen"], "Penjelasan")[1]
    assert words(found["formulir/formulir_laporan"], "Kode") == ("A.1", "TSM.GBW-1")
    assert words(found["tujuan/tsm_ke_bawaslu_provinsi"], "Dari tingkat") == ("", "kabupaten, kota")


@pytest.mark.parametrize("edition", ["pemilihan-2020", "pemilihan-2025", "pemilu-2022"])
def test_an_edition_does_not_differ_from_itself(law: Law, edition: str) -> None:
    found = between(law, edition, edition)
    assert (found.head, found.kinds) == ((), ())


def test_a_revision_differs_in_its_own_words_alone(law: Law) -> None:
    said = {"hitungan/first_day": {"verification": "confirmed", "quote": "tidak dihitung",
                                   "source": "JDIH"}}  # fmt: skip
    revised = law.revised([Overlay("pemilihan-2020", "1", 1, said)])
    found = between(revised, "pemilihan-2020@1", "pemilihan-2020@1.1")
    assert list(named(found)) == ["hitungan/first_day"]
    one = named(found)["hitungan/first_day"]
    assert one.old is not None
    assert one.new is not None
    assert (one.old.mark, one.new.mark) == ("unverified", "confirmed")
