"""Every act in its plainest form, so that a feature can have any role try any of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from casework.services.acts.any_stage import extension, issuing, plain_acts
from casework.services.acts.clarification import sessions
from casework.services.acts.recommendation import crime_file, followup, referral
from casework.services.acts.recommendation.crime_file import Filled
from casework.services.acts.registration import completion, kajian_awal, withdrawal
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.acts.review import discussions, pleno, review
from casework.services.acts.review.pleno import Decision
from casework.services.acts.review.review import Kajian, Proposal
from tests.bureau import ARTICLE, Bureau


def _invite(office: Bureau, role: str) -> object:
    people = [one.id for one in office.parties("reporter")]
    at = office.app.now() + timedelta(hours=1)
    return office.act(role, sessions.invite, people, at, "Kantor")


def _issue(office: Bureau, role: str) -> object:
    waiting = [one.id for one in office.documents("pemberitahuan_kelengkapan")]
    return office.act(role, issuing.issue, waiting)


def _save(office: Bureau, role: str) -> object:
    proposals = {one.id: [Proposal("hukum_lainnya", ARTICLE)] for one in office.parties()}
    return office.act(role, review.save, Kajian("Fakta", "Analisis", "Kesimpulan", proposals))


def _decide(office: Bureau, role: str) -> object:
    decisions = {one.id: [Decision("hukum_lainnya", ARTICLE)] for one in office.parties()}
    return office.act(role, pleno.decide, office.meeting(), decisions)


def _file(office: Bureau, role: str) -> object:
    items = office.read(lambda work: tuple(work.law.edition(office.case(work).edition).file_items))
    return office.act(
        role, crime_file.settle, dict.fromkeys(items, Filled(reason="Diserahkan penyidik."))
    )


ACTS: dict[str, Callable[[Bureau, str], object]] = {
    "nilai_syarat": lambda o, r: o.act(r, kajian_awal.assess, {"bukti": Verdict(True, "Ada.")}),
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
    "tetapkan_temuan": lambda o, r: o.act(r, pleno.fix, o.meeting()),
    "tolak_temuan": lambda o, r: o.act(
        r, pleno.refuse, o.meeting(reason="Tidak ada dugaan pelanggaran.")
    ),
    "undang_klarifikasi": _invite,
    "tutup_klarifikasi": lambda o, r: o.act(r, sessions.close),
    "perpanjang_penanganan": lambda o, r: o.act(r, extension.extend, "Keterangan tambahan."),
    "simpan_kajian": _save,
    "ajukan_pleno": lambda o, r: o.act(r, review.submit),
    "putuskan_pleno": _decide,
    "catat_gakkumdu_1": lambda o, r: o.act(r, discussions.first, o.discussion()),
    "catat_gakkumdu_2": lambda o, r: o.act(r, discussions.second, o.discussion()),
    "susun_berkas_pidana": _file,
    "susun_penerusan": lambda o, r: o.act(r, referral.draft),
    "beritahukan_status": lambda o, r: o.act(r, referral.status_notice),
    "umumkan_status": lambda o, r: o.act(
        r,
        lambda work, case, version: plain_acts.perform(
            work, case, "umumkan_status", version, {}, ""
        ),
    ),
    "teruskan": lambda o, r: o.act(r, referral.forward),
    "hentikan": lambda o, r: o.act(r, referral.stop),
    "selesaikan": lambda o, r: o.act(r, followup.finish),
    "cabut_laporan": lambda o, r: o.act(r, withdrawal.withdraw, "Pelapor mencabut."),
}
