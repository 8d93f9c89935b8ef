"""Every act in its plainest form, so that a feature can have any role try any of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from casework.services.any_stage import handling
from casework.services.hearing import clarification
from casework.services.judgment import finding_pleno, pleno, review
from casework.services.judgment.pleno import Decision
from casework.services.judgment.review import Kajian, Proposal
from casework.services.letters import papers
from casework.services.recommendation import followup, referral
from casework.services.registration import completion, kajian_awal, withdrawal
from casework.services.registration.kajian_awal import Verdict
from tests.bureau import ARTICLE, Bureau


def _invite(office: Bureau, role: str) -> object:
    people = [one.id for one in office.parties("reporter")]
    at = office.app.now() + timedelta(hours=1)
    return office.act(role, clarification.invite, people, at, "Kantor")


def _issue(office: Bureau, role: str) -> object:
    waiting = [one.id for one in office.documents("pemberitahuan_kelengkapan")]
    return office.act(role, papers.issue, waiting)


def _save(office: Bureau, role: str) -> object:
    proposals = {one.id: [Proposal("hukum_lainnya", ARTICLE)] for one in office.parties()}
    return office.act(role, review.save, Kajian("Fakta", "Analisis", "Kesimpulan", proposals))


def _decide(office: Bureau, role: str) -> object:
    decisions = {one.id: [Decision("hukum_lainnya", ARTICLE)] for one in office.parties()}
    return office.act(role, pleno.decide, office.meeting(), decisions)


ACTS: dict[str, Callable[[Bureau, str], object]] = {
    "nilai_syarat": lambda o, r: o.act(r, kajian_awal.assess, {"bukti": Verdict(met=True)}),
    "minta_kelengkapan": lambda o, r: o.act(r, kajian_awal.ask_to_complete),
    "ajukan_registrasi": lambda o, r: o.act(r, kajian_awal.propose_registration),
    "usul_tidak_registrasi": lambda o, r: o.act(r, kajian_awal.propose_refusal, "Alasan."),
    "terbitkan_surat": _issue,
    "terima_kelengkapan": lambda o, r: o.act(r, completion.receive, o.app.now(), "Lengkap."),
    "nyatakan_gugur": lambda o, r: o.act(r, completion.lapse),
    "registrasi": lambda o, r: o.act(r, pleno.register, o.meeting()),
    "tolak_registrasi": lambda o, r: o.act(
        r, pleno.refuse_registration, o.meeting(reason="Syarat tidak terpenuhi.")
    ),
    "tetapkan_temuan": lambda o, r: o.act(r, finding_pleno.fix, o.meeting()),
    "tolak_temuan": lambda o, r: o.act(
        r, finding_pleno.refuse, o.meeting(reason="Tidak ada dugaan pelanggaran.")
    ),
    "undang_klarifikasi": _invite,
    "tutup_klarifikasi": lambda o, r: o.act(r, clarification.close),
    "perpanjang_penanganan": lambda o, r: o.act(r, handling.extend, "Keterangan tambahan."),
    "simpan_kajian": _save,
    "ajukan_pleno": lambda o, r: o.act(r, review.submit),
    "putuskan_pleno": _decide,
    "susun_penerusan": lambda o, r: o.act(r, referral.draft),
    "beritahukan_status": lambda o, r: o.act(r, referral.status_notice),
    "teruskan": lambda o, r: o.act(r, referral.forward),
    "hentikan": lambda o, r: o.act(r, referral.stop),
    "selesaikan": lambda o, r: o.act(r, followup.finish),
    "cabut_laporan": lambda o, r: o.act(r, withdrawal.withdraw, "Pelapor mencabut."),
}
