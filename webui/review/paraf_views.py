"""Initials on a kajian or a letter: begin the way, initial, or return with a note."""

from __future__ import annotations

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.acts.review import paraf
from casework.services.acts.review.paraf import Standing
from casework.services.core.work import Work
from webui.core.access import requires
from webui.core.acting import CasePage, perform
from webui.review.forms import InitialForm
from webui.review.paraf_page import of_case

bp = Blueprint("paraf", __name__, url_prefix="/perkara/<int:case_id>/paraf")


@bp.route("/<table>/<int:subject_id>", methods=["GET", "POST"])
@requires("paraf")
def show(case_id: int, table: str, subject_id: int) -> ResponseReturnValue:
    """The steps with who and when; one button for what is the officer's to do."""
    page = CasePage(case_id, "", lambda work, case: of_case(work, case, table, subject_id))
    form = InitialForm(data={"isi": page.shown["way"].content})
    step = request.form.get("langkah", "")

    def act(work: Work) -> Standing:
        seen, note = form.isi.data or "", form.catatan.data or ""
        if step == "kembalikan":
            return paraf.give_back(work, table, subject_id, seen, note)
        if step == "ajukan":
            return paraf.propose(work, table, subject_id)
        return paraf.initial(work, table, subject_id, seen, note)

    return perform(
        form,
        act,
        template="review/paraf.html",
        page=page,
        done=lambda _result: url_for(
            "paraf.show", case_id=case_id, table=table, subject_id=subject_id
        ),
        said={
            "kembalikan": _("Dikembalikan kepada penulis dengan catatan."),
            "ajukan": _("Paraf diajukan; pemeriksa berikutnya diberi tahu."),
        }.get(step, _("Paraf dibubuhkan.")),
    )
