"""Correcting a recorded act: the ways the law has, and a correction that stands beside it."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.cases.record import remark
from webui.cases.corrections_form import RemarkForm
from webui.cases.corrections_page import correctable
from webui.core.access import requires
from webui.core.acting import CasePage, perform

bp = Blueprint("corrections", __name__, url_prefix="/perkara/<int:case_id>/jejak")


@bp.route("/<int:event_id>/koreksi", methods=["GET", "POST"])
@requires("jejak.koreksi")
def correct(case_id: int, event_id: int) -> ResponseReturnValue:
    """What was recorded stays; what is right is recorded beside it."""
    form, page = RemarkForm(), CasePage(case_id, "", correctable(event_id))
    return perform(
        form,
        lambda work: remark.correct(work, case_id, event_id, form.koreksi.data or ""),
        template="cases/remark.html",
        page=page,
        done=lambda event: url_for("cases.part", case_id=case_id, part="jejak"),
        said=_("Koreksi dicatat di samping catatan semula."),
    )
