"""The kajian, its way to the pleno, and the two extra days."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services import handling, review
from webui.access import requires_act
from webui.acting import CasePage, confirm, perform
from webui.forms.checks import ReasonForm
from webui.forms.review import review_form
from webui.pages.meeting import results

bp = Blueprint("review", __name__, url_prefix="/perkara/<int:case_id>")


@bp.route("/kajian", methods=["GET", "POST"])
@requires_act("simpan_kajian")
def write(case_id: int) -> ResponseReturnValue:
    """Write the kajian; each saving is a version of its own."""
    page = CasePage(case_id, "simpan_kajian", results)
    shown = page.shown
    form = review_form(shown["parties"], shown["articles"], shown["before"])
    if request.method == "POST" and {"terapkan", "isi_unsur"} & set(request.form):
        if "terapkan" in request.form:
            form.apply_to_chosen()
        else:
            form.fill_elements(shown["elements"])
        return render_template("acts/review.html", form=form, **shown)
    return perform(
        form,
        lambda work: review.save(work, case_id, form.seen, form.kajian()),
        template="acts/review.html",
        page=page,
        done=page.back,
        said=lambda row: _("Kajian disimpan sebagai versi %(n)s.", n=row.revision),
    )


@bp.route("/ajukan-pleno", methods=["GET", "POST"])
@requires_act("ajukan_pleno")
def submit(case_id: int) -> ResponseReturnValue:
    """Bring the kajian to the pleno."""
    return confirm(
        case_id,
        "ajukan_pleno",
        lambda work, seen: review.submit(work, case_id, seen),
        said=_("Kajian diajukan ke pleno."),
        explain=_("Versi kajian yang terakhir dibuat sebagai dokumen dan dibawa ke pleno."),
    )


@bp.route("/perpanjang", methods=["GET", "POST"])
@requires_act("perpanjang_penanganan")
def extend(case_id: int) -> ResponseReturnValue:
    """Use the two days for additional information, with the recorded reason."""
    form, page = ReasonForm(), CasePage(case_id, "perpanjang_penanganan")
    return perform(
        form,
        lambda work: handling.extend(work, case_id, form.seen, form.alasan.data or ""),
        template="acts/reason.html",
        page=page,
        done=page.back,
        said=_("Waktu penanganan diperpanjang; pengingat dijadwalkan ulang."),
    )
