"""Officers kept away from a case: who they are, one more by hand, one let in again."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.people import exclusions
from webui.cases import exclusions_page as pages
from webui.cases.exclusions_form import ExclusionForm, LiftForm
from webui.core.access import requires
from webui.core.acting import CasePage, perform
from webui.core.options import options

bp = Blueprint("exclusions", __name__, url_prefix="/perkara/<int:case_id>/pengecualian")


@bp.route("", methods=["GET", "POST"])
@requires("pengecualian.atur")
def show(case_id: int) -> ResponseReturnValue:
    """Everybody who is kept away, and a form for one more."""
    page = CasePage(case_id, "", pages.listed)
    form = ExclusionForm()
    form.petugas.choices = options(page.shown["people"], empty=True)
    return perform(
        form,
        lambda work: exclusions.keep_away_by_hand(
            work, case_id, int(form.petugas.data), form.alasan.data or ""
        ),
        template="cases/exclusions.html",
        page=page,
        done=lambda _row: url_for(".show", case_id=case_id),
        said=_("Petugas dikecualikan; mulai sekarang perkara ini tidak ada baginya."),
    )


@bp.route("/<int:exclusion_id>/cabut", methods=["GET", "POST"])
@requires("pengecualian.atur")
def lift(case_id: int, exclusion_id: int) -> ResponseReturnValue:
    """Let one officer in again."""
    page = CasePage(case_id, "", pages.of_one(exclusion_id))
    form = LiftForm()
    return perform(
        form,
        lambda work: exclusions.lift(work, case_id, exclusion_id, form.alasan.data or ""),
        template="cases/exclusion_lift.html",
        page=page,
        done=lambda _row: url_for(".show", case_id=case_id),
        said=_("Pengecualian dicabut; petugas itu dapat melihat perkara ini lagi."),
    )
