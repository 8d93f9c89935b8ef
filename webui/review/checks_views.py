"""The kajian awal and the completion of a report."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.models import Case
from casework.services.acts.registration import comparison, completion, kajian_awal
from casework.services.core.work import Work
from webui.core.access import act_page, requires_act, with_files
from webui.core.acting import CasePage, confirm, perform
from webui.core.security import FILE_POLICY, PDF_POLICY
from webui.core.storing import uploads
from webui.core.times import aware, wall_now
from webui.core.transaction import acting
from webui.review.checks_page import PICTURES, checklist
from webui.review.forms import AssessForm, CompletionForm, ReasonForm, assess_form

SHOWN = frozenset({"application/pdf", *PICTURES})
"""Media types that a browser shows in its own window."""

bp = Blueprint("checks", __name__, url_prefix="/perkara/<int:case_id>")


@bp.route("/syarat", methods=["GET", "POST"])
@act_page("nilai_syarat")
def assess(case_id: int) -> ResponseReturnValue:
    """The requirement checklist of this round."""
    page = CasePage(case_id, "nilai_syarat", checklist)
    form = assess_form(page.shown["requirements"], page.shown["found"])
    return perform(
        form,
        lambda work: _assess(work, case_id, form),
        template="review/assess.html",
        page=page,
        done=lambda _case: _next(case_id) if form.accepts and form.left_open else page.back(),
        said=lambda _case: _said(form),
    )


def _assess(work: Work, case_id: int, form: AssessForm) -> Case:
    """Keep the verdicts; with its own button bring the report to the pleno too, both or neither."""
    case = kajian_awal.assess(work, case_id, form.seen, form.verdicts())
    if form.ajukan.data:
        kajian_awal.propose_registration(work, case_id, case.version)
    return case


@bp.get("/syarat/identitas/<kind>/<int:key>")
@requires_act("nilai_syarat")
def compare(case_id: int, kind: str, key: int) -> ResponseReturnValue:
    """The signed form or an identity card, for the comparison; the opening is recorded."""
    with acting() as work:
        sheet, content = comparison.open_sheet(work, case_id, kind, key)
    shown = sheet.media_type in SHOWN
    response = Response(content, mimetype=sheet.media_type)
    way = "inline" if shown else "attachment"
    response.headers["Content-Disposition"] = f'{way}; filename="{sheet.kind}-{sheet.id}"'
    pdf = sheet.media_type == "application/pdf"
    response.headers["Content-Security-Policy"] = PDF_POLICY if pdf else FILE_POLICY
    return response


def _next(case_id: int) -> str:
    return str(url_for(".assess", case_id=case_id))


def _said(form: AssessForm) -> str:
    said = _("Penilaian syarat disimpan.")
    if form.ajukan.data:
        said = _("Penilaian syarat disimpan dan laporan diajukan ke pleno registrasi.")
    if form.accepts and form.left_open:
        said = _(
            "Usulan diterima. %(n)s syarat lagi harus dilihat dan dijawab orang.",
            n=len(form.left_open),
        )
    return str(said)


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
    page = CasePage(case_id, "usul_tidak_registrasi", _refusal)
    form = ReasonForm(data={"alasan": page.shown["refusal"]})
    return perform(
        form,
        lambda work: kajian_awal.propose_refusal(work, case_id, form.seen, form.alasan.data or ""),
        template="cases/reason.html",
        page=page,
        done=page.back,
        said=_("Usul tidak diregistrasi diajukan ke pleno."),
    )


def _refusal(work: Work, case: Case) -> Mapping[str, object]:
    return {"refusal": kajian_awal.refusal_reason(work, case)}


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
