"""The kajian awal and the completion of a report."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.acts.registration import completion, kajian_awal
from webui.core.access import act_page, with_files
from webui.core.acting import CasePage, confirm, perform
from webui.core.storing import uploads
from webui.core.times import aware, wall_now
from webui.review.checks_page import checklist
from webui.review.forms import CompletionForm, ReasonForm, assess_form

bp = Blueprint("checks", __name__, url_prefix="/perkara/<int:case_id>")


@bp.route("/syarat", methods=["GET", "POST"])
@act_page("nilai_syarat")
def assess(case_id: int) -> ResponseReturnValue:
    """The requirement checklist of this round."""
    page = CasePage(case_id, "nilai_syarat", checklist)
    form = assess_form(page.shown["requirements"], page.shown["found"])
    return perform(
        form,
        lambda work: kajian_awal.assess(work, case_id, form.seen, form.verdicts()),
        template="review/assess.html",
        page=page,
        done=page.back,
        said=_("Penilaian syarat disimpan."),
    )


@bp.route("/minta-kelengkapan", methods=["GET", "POST"])
@act_page("minta_kelengkapan")
def ask(case_id: int) -> ResponseReturnValue:
    """Ask the reporter to complete the report."""
    return confirm(
        case_id,
        "minta_kelengkapan",
        lambda work, seen: kajian_awal.ask_to_complete(work, case_id, seen),
        said=_("Surat pemberitahuan kelengkapan disiapkan sebagai konsep untuk ketua."),
        explain=_(
            "Kajian awal ditutup dan surat kepada pelapor disiapkan sebagai konsep, berisi "
            "setiap syarat yang belum terpenuhi beserta alasannya. Ketua menerbitkannya."
        ),
        template="review/ask_act.html",
        more=checklist,
    )


@bp.route("/ajukan-registrasi", methods=["GET", "POST"])
@act_page("ajukan_registrasi")
def propose(case_id: int) -> ResponseReturnValue:
    """Bring a complete report to the pleno."""
    return confirm(
        case_id,
        "ajukan_registrasi",
        lambda work, seen: kajian_awal.propose_registration(work, case_id, seen),
        said=_("Laporan diajukan ke pleno registrasi."),
        explain=_(
            "Semua syarat terpenuhi. Kajian awal dibuat sebagai dokumen dan perkara masuk ke "
            "pleno registrasi."
        ),
    )


@bp.route("/usul-tidak-registrasi", methods=["GET", "POST"])
@act_page("usul_tidak_registrasi")
def propose_refusal(case_id: int) -> ResponseReturnValue:
    """Bring a report that cannot be registered to the pleno."""
    form, page = ReasonForm(), CasePage(case_id, "usul_tidak_registrasi")
    return perform(
        form,
        lambda work: kajian_awal.propose_refusal(work, case_id, form.seen, form.alasan.data or ""),
        template="cases/reason.html",
        page=page,
        done=page.back,
        said=_("Usul tidak diregistrasi diajukan ke pleno."),
    )


@bp.route("/kelengkapan", methods=["GET", "POST"])
@act_page("terima_kelengkapan")
@with_files
def complete(case_id: int) -> ResponseReturnValue:
    """Record what the reporter brought, and the hour."""
    form, page = CompletionForm(data={"waktu": wall_now()}), CasePage(case_id, "terima_kelengkapan")
    return perform(
        form,
        lambda work: completion.receive(
            work, case_id, form.seen, aware(form.waktu.data), form.uraian.data or "", form.kept
        ),
        template="review/complete.html",
        page=page,
        done=page.back,
        said=lambda row: (
            _("Kelengkapan dicatat. Terlambat: pleno yang menilai akibatnya.")
            if row.late
            else _("Kelengkapan dicatat dalam batas waktu.")
        ),
        before=lambda: form.keep(uploads(form.bukti)),
    )


@bp.route("/gugur", methods=["GET", "POST"])
@act_page("nyatakan_gugur")
def lapse(case_id: int) -> ResponseReturnValue:
    """Declare that the term to complete has passed."""
    return confirm(
        case_id,
        "nyatakan_gugur",
        lambda work, seen: completion.lapse(work, case_id, seen),
        said=_("Batas perbaikan dinyatakan lewat; perkara masuk ke pleno registrasi."),
        explain=_(
            "Pelapor tidak melengkapi laporan dalam batas waktu. Pleno memutuskan akibatnya."
        ),
    )
