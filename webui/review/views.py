"""The kajian: its workspace, its way to the pleno, and the two extra days."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import NotFound
from casework.services.acts.any_stage import extension
from casework.services.acts.review import review
from webui.core.access import act_page
from webui.core.acting import CasePage, confirm, perform
from webui.core.drafting import typed
from webui.core.transaction import acting
from webui.review.allegation_slots import Fields
from webui.review.forms import ReasonForm, ReviewForm, review_form
from webui.review.page import submitted, workspace
from webui.review.respondents_form import BUTTONS, rearranged

bp = Blueprint("review", __name__, url_prefix="/perkara/<int:case_id>")

HELPERS = BUTTONS | {"konsep_simpan", "matriks"}
"""Buttons of the workspace that make no version."""


@bp.route("/kajian", methods=["GET", "POST"])
@act_page("simpan_kajian")
def write(case_id: int) -> ResponseReturnValue:
    """Write the kajian; each saving is a version of its own, until then a draft."""
    page = CasePage(case_id, "simpan_kajian", workspace)
    shown = page.shown

    def build(fields: Fields | None = None) -> ReviewForm:
        return review_form(
            shown["parties"], shown["articles"], shown["before"], shown["of_article"], fields
        )

    if request.method == "POST" and BUTTONS & set(request.form):
        return render_template("review/review.html", form=rearranged(build), **shown)
    form = build()
    if request.method == "POST" and HELPERS & set(request.form):
        return _help(case_id, form)
    return perform(
        form,
        lambda work: review.save(work, case_id, form.seen, form.kajian()),
        template="review/review.html",
        page=page,
        done=page.back,
        said=lambda row: _("Kajian disimpan sebagai versi %(n)s.", n=row.revision),
    )


def _help(case_id: int, form: ReviewForm) -> ResponseReturnValue:
    here = url_for(".write", case_id=case_id)
    with acting() as work:
        review.keep(work, case_id, typed(), seen=form.seen)
    if "matriks" in request.form:
        party, _dash, number = request.form["matriks"].partition("-")
        if not party.isdecimal():
            raise NotFound(_("Terlapor itu tidak ada pada perkara ini."))
        place = int(number) if number.isdecimal() else 1
        here = url_for("matrix.edit", case_id=case_id, party_id=int(party), number=place)
    else:
        flash(_("Konsep disimpan. Belum menjadi versi kajian."), "done")
    return redirect(here, code=303)


@bp.route("/ajukan-pleno", methods=["GET", "POST"])
@act_page("ajukan_pleno")
def submit(case_id: int) -> ResponseReturnValue:
    """Bring the kajian to the pleno."""
    return confirm(
        case_id,
        "ajukan_pleno",
        lambda work, seen: review.submit(work, case_id, seen),
        said=_("Kajian diajukan ke pleno."),
        explain=_("Versi kajian yang terakhir dibuat sebagai dokumen dan dibawa ke pleno."),
        template="review/submit.html",
        more=submitted,
    )


@bp.route("/perpanjang", methods=["GET", "POST"])
@act_page("perpanjang_penanganan")
def extend(case_id: int) -> ResponseReturnValue:
    """Use the two days for additional information, with the recorded reason."""
    form, page = ReasonForm(), CasePage(case_id, "perpanjang_penanganan")
    return perform(
        form,
        lambda work: extension.extend(work, case_id, form.seen, form.alasan.data or ""),
        template="cases/reason.html",
        page=page,
        done=page.back,
        said=_("Waktu penanganan diperpanjang; pengingat dijadwalkan ulang."),
    )
