"""The matrix of one allegation: element by element, what each piece of evidence says."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import BadInput, Conflict
from casework.services.acts.registry import id_of
from casework.services.acts.review import review
from casework.services.core.drafts import Kept
from casework.services.core.work import Work
from webui.core.access import requires_act
from webui.core.acting import CasePage
from webui.core.options import options
from webui.core.transaction import acting
from webui.desk.drafts_views import told
from webui.review.matrix_form import MatrixForm, matrix_form
from webui.review.page import Sheet, sheet_page

ACT = id_of(review.save)

bp = Blueprint("matrix", __name__, url_prefix="/perkara/<int:case_id>/kajian/matriks")
OWN_ROWS, OWN_ROWS_WITHOUT_LAW = 1, 4


@bp.route("/<int:party_id>", defaults={"number": 1}, methods=["GET", "POST"])
@bp.route("/<int:party_id>/<int:number>", methods=["GET", "POST"])
@requires_act(ACT)
def edit(case_id: int, party_id: int, number: int) -> ResponseReturnValue:
    """Fill the matrix; it goes into the draft of the kajian, and to others with the article."""
    page = _page(case_id, party_id, number)
    form, sheet = _form(page), page.shown["sheet"]
    if request.method == "GET":
        form.konsep.data = sheet.revision
    elif form.validate():
        try:
            with acting() as work:
                _keep(work, case_id, sheet.slot, form)
        except (BadInput, Conflict) as refusal:
            form.refuse(refusal)
        else:
            flash(_("Matriks disimpan dalam konsep kajian."), "done")
            again = "tambah" in request.form
            where = url_for(".edit", case_id=case_id, party_id=party_id, number=number)
            back = url_for("review.write", case_id=case_id, _anchor=f"unsur-{sheet.slot}")
            return redirect(where if again else back, code=303)
    status = 422 if request.method == "POST" else 200
    return render_template("review/matrix.html", form=form, **page.shown), status


@bp.post("/<int:party_id>/draf", defaults={"number": 1})
@bp.post("/<int:party_id>/<int:number>/draf")
@requires_act(ACT)
def keep(case_id: int, party_id: int, number: int) -> ResponseReturnValue:
    """Keep the matrix as marked so far; copies are made only on purpose."""
    page = _page(case_id, party_id, number)
    form, slot = _form(page), page.shown["sheet"].slot
    if not form.validate():
        return {"text": _("Ada isian yang belum dapat diterima; simpan untuk melihatnya.")}, 422
    return told(
        review.page(case_id),
        lambda work: review.keep_matrix(
            work, case_id, {slot: form.elements()}, revision=form.konsep.data
        ),
    )


def _page(case_id: int, party_id: int, number: int) -> CasePage:
    everything = "semua" in request.args
    return CasePage(case_id, ACT, sheet_page(party_id, number, everything=everything))


def _form(page: CasePage) -> MatrixForm:
    sheet: Sheet = page.shown["sheet"]
    own = OWN_ROWS if sheet.fixed else OWN_ROWS_WITHOUT_LAW
    form = matrix_form(sheet.fixed, sheet.rows, page.shown["proofs"], own)
    form.salin.choices = options(sheet.twins)
    return form


def _keep(work: Work, case_id: int, slot: str, form: MatrixForm) -> Kept:
    places = (slot, *(form.salin.data or []))
    return review.keep_matrix(work, case_id, dict.fromkeys(places, form.elements()))
