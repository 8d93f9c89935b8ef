"""Somebody who became known after the case began is added to it."""

from __future__ import annotations

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.models import Party
from casework.services.acts.registration import further_parties
from casework.services.core.work import Work
from webui.cases.left_behind_page import still_to_name
from webui.cases.party_form import RESPONDENT, party_form
from webui.core import choices
from webui.core.access import act_page
from webui.core.acting import CasePage, perform
from webui.core.transaction import house

bp = Blueprint("parties", __name__, url_prefix="/perkara/<int:case_id>/pihak")


@bp.route("/tambah", methods=["GET", "POST"])
@act_page("catat_pihak")
def add(case_id: int) -> ResponseReturnValue:
    """Add a witness, an expert or a respondent; the first two under a pseudonym."""
    page = CasePage(case_id, "catat_pihak", still_to_name)
    wanted = request.args.get("dari", 0, type=int)
    known = next((one for one in page.shown["left"].people if one.id == wanted), None)
    form = party_form(
        choices.regions(house().rulebook.latest), request.args.get("sebagai", ""), known
    )

    def act(work: Work) -> Party:
        reason = form.alasan.data or ""
        if form.kedudukan.data == RESPONDENT:
            return further_parties.add_respondent(
                work, case_id, form.seen, form.respondent(), reason
            )
        role = form.kedudukan.data or ""
        return further_parties.add_protected(work, case_id, form.seen, role, form.person(), reason)

    return perform(
        form,
        act,
        template="cases/party.html",
        page=page,
        done=lambda _party: url_for("cases.part", case_id=case_id, part="pihak"),
        said=lambda party: _("%(who)s dicatat pada perkara ini.", who=party.label),
    )
