"""The lifecycle: its vocabulary, its answers, and the complete list of what is missing."""

from __future__ import annotations

import pytest

from casework.engine.edition import Edition
from casework.engine.facts import Value
from casework.engine.law import Law
from casework.engine.lifecycle import Answer, Lifecycle
from casework.engine.observable_facts import of_kind
from casework.engine.refusals import RuleUnknown

STAGES = [
    "penyampaian", "penelusuran", "penetapan_temuan", "kajian_awal", "perbaikan",
    "pemeriksaan_kelengkapan", "pleno_registrasi", "klarifikasi", "kajian", "pleno", "penerusan",
    "tindak_lanjut", "selesai", "tidak_diregistrasi", "dicabut", "bukan_temuan", "dihentikan",
    "digabung",
]  # fmt: skip

# act: from, to, roles, flow
ACTS = {
    "terima_laporan": ("penyampaian", "kajian_awal", "intake_officer", "registration"),
    "nilai_syarat": ("kajian_awal pemeriksaan_kelengkapan", None, "case_officer", None),
    "minta_kelengkapan": ("kajian_awal", "perbaikan", "case_officer", "registration"),
    "ajukan_registrasi": (
        "kajian_awal pemeriksaan_kelengkapan", "pleno_registrasi", "case_officer", "registration",
    ),
    "usul_tidak_registrasi": (
        "kajian_awal pemeriksaan_kelengkapan", "pleno_registrasi", "case_officer", "registration",
    ),
    "terima_kelengkapan": (
        "perbaikan", "pemeriksaan_kelengkapan", "intake_officer", "registration",
    ),
    "nyatakan_gugur": ("perbaikan", "pleno_registrasi", "case_officer", None),
    "registrasi": ("pleno_registrasi", "klarifikasi", "commissioner chair", "clarification"),
    "tolak_registrasi": (
        "pleno_registrasi", "tidak_diregistrasi", "commissioner chair", "recommendation",
    ),
    "batalkan_gugur": ("pleno_registrasi", "perbaikan", "case_officer", None),
    "buka_penolakan": ("tidak_diregistrasi", "perbaikan", "commissioner chair", None),
    "kembalikan_kajian_awal": ("pleno_registrasi", "kajian_awal", "commissioner chair", None),
    "kembalikan_pemeriksaan": (
        "pleno_registrasi", "pemeriksaan_kelengkapan", "commissioner chair", None,
    ),
    "catat_pihak": (
        "kajian_awal perbaikan pemeriksaan_kelengkapan pleno_registrasi klarifikasi", None,
        "case_officer intake_officer", None,
    ),
    "undang_klarifikasi": ("klarifikasi", None, "case_officer", "clarification"),
    "catat_klarifikasi": ("klarifikasi", None, "case_officer", "clarification"),
    "catat_ketidakhadiran": ("klarifikasi", None, "case_officer", None),
    "perpanjang_penanganan": ("klarifikasi kajian", None, "coordinator", None),
    "tutup_klarifikasi": ("klarifikasi", "kajian", "case_officer", "review"),
    "simpan_kajian": ("kajian", None, "case_officer", None),
    "ajukan_pleno": ("kajian", "pleno", "coordinator", "review"),
    "putuskan_pleno": ("pleno", "penerusan", "commissioner chair", "recommendation"),
    "susun_penerusan": ("penerusan", None, "case_officer", "recommendation"),
    "beritahukan_status": (
        "penerusan tidak_diregistrasi tindak_lanjut dihentikan digabung dicabut", None,
        "secretariat", "recommendation",
    ),
    "umumkan_status": (
        "tidak_diregistrasi tindak_lanjut selesai dihentikan digabung dicabut", None,
        "secretariat", "recommendation",
    ),
    "teruskan": ("penerusan", "tindak_lanjut", "secretariat", None),
    "hentikan": ("penerusan", "selesai", "coordinator", None),
    "catat_tindak_lanjut": ("tindak_lanjut", None, "case_officer secretariat", None),
    "selesaikan": ("tindak_lanjut", "selesai", "coordinator", None),
    "cabut_laporan": (
        "kajian_awal perbaikan pemeriksaan_kelengkapan pleno_registrasi", "dicabut",
        "intake_officer", None,
    ),
    "catat_informasi_awal": ("penyampaian", "penelusuran", "intake_officer case_officer", None),
    "jadikan_informasi_awal": ("dicabut", "penelusuran", "case_officer coordinator", None),
    "catat_temuan": ("penyampaian", "penetapan_temuan", "case_officer", None),
    "jadikan_temuan": ("penelusuran", "penetapan_temuan", "case_officer", None),
    "hentikan_penelusuran": ("penelusuran", "bukan_temuan", "coordinator", None),
    "tetapkan_temuan": ("penetapan_temuan", "pleno_registrasi", "commissioner chair", None),
    "tolak_temuan": ("penetapan_temuan", "bukan_temuan", "commissioner chair", None),
    "catat_gakkumdu_1": (
        "klarifikasi kajian pleno penerusan tindak_lanjut", None, "case_officer coordinator", None,
    ),
    "catat_gakkumdu_2": (
        "kajian pleno penerusan tindak_lanjut", None, "case_officer coordinator", None,
    ),
    "tugaskan": (
        "klarifikasi kajian pleno penerusan", None, "coordinator case_officer", None,
    ),
    "susun_berkas_pidana": (
        "penerusan", None, "case_officer coordinator", "recommendation",
    ),
    "catat_gakkumdu_3": ("tindak_lanjut", None, "case_officer coordinator", None),
    "catat_diterima_penyidik": ("tindak_lanjut", None, "case_officer secretariat", None),
    "catat_berkas_ke_penuntut": ("tindak_lanjut", None, "case_officer secretariat", None),
    "catat_berkas_dikembalikan": ("tindak_lanjut", None, "case_officer secretariat", None),
    "catat_tersangka_diserahkan": ("tindak_lanjut", None, "case_officer secretariat", None),
    "catat_perkara_di_pengadilan": ("tindak_lanjut", None, "case_officer secretariat", None),
    "catat_putusan_pn": ("tindak_lanjut", None, "case_officer secretariat", None),
    "catat_banding": ("tindak_lanjut", None, "case_officer secretariat", None),
    "catat_banding_diterima": ("tindak_lanjut", None, "case_officer secretariat", None),
    "catat_putusan_pt": ("tindak_lanjut", None, "case_officer secretariat", None),
    "catat_perkara_gugur": ("tindak_lanjut", None, "case_officer coordinator", None),
    "ralat_pleno": (
        "penerusan tindak_lanjut selesai", "penerusan", "commissioner chair", "recommendation",
    ),
    "susun_ulang_penerusan": ("penerusan tindak_lanjut", None, "case_officer", "recommendation"),
    "buka_kembali": ("selesai", "tindak_lanjut", "chair", None),
}  # fmt: skip
ANYWHERE = {
    "terbitkan_surat", "catat_penyampaian_surat", "tautkan", "koreksi_fakta", "limpahkan",
    "terima_pelimpahan", "ambil_alih", "supervisi", "gabungkan", "hentikan_penanganan",
    "koreksi_terlapor", "kembalikan_pelimpahan",
}  # fmt: skip


def test_the_stages(pemilihan: Edition) -> None:
    assert list(pemilihan.stages) == STAGES
    assert pemilihan.start_stage.id == "penyampaian"
    finals = {one.id for one in pemilihan.stages.values() if one.final}
    assert finals == {
        "selesai", "tidak_diregistrasi", "dicabut", "bukan_temuan", "dihentikan", "digabung",
    }  # fmt: skip


def test_there_is_no_other_act(pemilihan: Edition) -> None:
    assert set(pemilihan.acts) == ACTS.keys() | ANYWHERE


@pytest.mark.parametrize("name", ACTS)
def test_an_act_goes_where_it_should(pemilihan: Edition, name: str) -> None:
    stages, target, roles, flow = ACTS[name]
    act = pemilihan.acts[name]
    assert act.from_stages == tuple(stages.split())
    assert act.to_stage == target
    assert act.roles == tuple(roles.split())
    assert act.flow == flow


def test_acts_of_any_stage(pemilihan: Edition) -> None:
    every = tuple(stage for stage in STAGES if stage != "penyampaian")
    still_open = tuple(stage for stage in every if not pemilihan.stages[stage].final)
    assert pemilihan.acts["terbitkan_surat"].from_stages == every
    assert pemilihan.acts["tautkan"].from_stages == still_open


@pytest.mark.parametrize(
    ("act", "facts", "opened"),
    [
        ("terima_laporan", {}, ("kajian_awal",)),
        ("registrasi", {}, ("penanganan",)),
        ("registrasi", {"ada_dugaan_pidana": True}, ("penanganan", "gakkumdu_1")),
        ("catat_penyampaian_surat", {}, ()),
        ("catat_penyampaian_surat", {"surat_kelengkapan_diterima": True}, ("perbaikan",)),
        ("catat_penyampaian_surat", {"rekomendasi_kpu_diterima": True}, ("tindak_lanjut_kpu",)),
        ("putuskan_pleno", {"ada_pidana": True}, ("penerusan_pidana",)),
    ],
)
def test_acts_open_limits(
    pemilihan: Edition, act: str, facts: dict[str, Value], opened: tuple[str, ...]
) -> None:
    assert pemilihan.acts[act].opened(facts) == opened


@pytest.mark.parametrize(
    ("act", "facts", "met"),
    [
        ("ajukan_registrasi", {}, ("kajian_awal",)),
        ("minta_kelengkapan", {}, ("kajian_awal",)),
        ("terima_kelengkapan", {}, ("perbaikan",)),
        ("teruskan", {}, ("penanganan", "penerusan_pidana")),
        ("putuskan_pleno", {}, ()),
        ("putuskan_pleno", {"tanpa_penerusan": True}, ("penanganan",)),
    ],
)
def test_acts_meet_limits(
    pemilihan: Edition, act: str, facts: dict[str, Value], met: tuple[str, ...]
) -> None:
    assert pemilihan.acts[act].met(facts) == met


def _at(edition: Edition, stage: str, facts: dict[str, Value], *roles: str) -> dict[str, Answer]:
    return {one.act.id: one for one in Lifecycle(edition).ask(stage, facts, roles)}


def test_every_act_is_answered(pemilihan: Edition) -> None:
    answers = _at(pemilihan, "kajian_awal", {"syarat_dinilai_semua": True}, "case_officer")
    assert list(answers) == list(pemilihan.acts)
    allowed = {name for name, one in answers.items() if one.allowed}
    assert allowed == {"nilai_syarat", "tautkan", "catat_pihak"}


def test_what_is_missing_is_complete_and_curable(pemilihan: Edition) -> None:
    found = Lifecycle(pemilihan).answer("registrasi", "kajian_awal", {}, ["case_officer"])
    assert not found.allowed
    assert [one.kind for one in found.missing] == ["stage", "role", "need", "need"]
    assert all(one.what and one.why and one.cure and one.basis.citation for one in found.missing)
    stage, role, *needs = found.missing
    assert "Kajian awal" in stage.what
    assert "anggota (komisioner) atau ketua" in role.why
    assert needs[0].what == "Rapat pleno mencapai kuorum"
    assert "ayat (6)" in needs[1].basis.citation


def test_nothing_is_missing_when_all_is_there(pemilihan: Edition) -> None:
    facts: dict[str, Value] = {"pleno_kuorum": True, "syarat_terpenuhi": True}
    found = Lifecycle(pemilihan).answer("registrasi", "pleno_registrasi", facts, ["chair"])
    assert found.allowed
    assert found.missing == ()


def test_after_registration_a_report_cannot_be_withdrawn(pemilihan: Edition) -> None:
    found = Lifecycle(pemilihan).answer(
        "cabut_laporan", "klarifikasi", of_kind("LP"), ["intake_officer"]
    )
    assert [one.kind for one in found.missing] == ["stage"]
    assert "tidak dapat mencabut" in found.missing[0].why
    assert "ayat (8)" in found.missing[0].basis.citation


def test_an_unknown_act_is_refused(pemilihan: Edition) -> None:
    with pytest.raises(RuleUnknown, match="Pilih salah satu"):
        Lifecycle(pemilihan).answer("menari", "kajian", {}, [])


def test_conditions_of_a_small_law(small: Law) -> None:
    act = small.edition("uji-1").acts["putuskan"]
    assert act.met({"lengkap": True, "jumlah": 1}) == ("dua_hari",)
    assert act.met({"lengkap": True, "jumlah": 0}) == ()
    assert act.met({"lengkap": True, "jumlah": 1, "diregister": True}) == ()
    assert act.basis.citation == "UU Uji Pasal 2 ayat (3) huruf a"
