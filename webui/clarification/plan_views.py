"""The plan of the clarification: proposed, corrected where needed, and made true in one act."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from casework.services.acts.clarification import planning, sessions
from casework.services.acts.registry import id_of
from webui.clarification.forms import plan_form
from webui.clarification.page import PlanPage, plan_page
from webui.core.access import requires_act
from webui.core.acting import CasePage, perform

ACT = id_of(sessions.invite_each)

bp = Blueprint("plan", __name__, url_prefix="/perkara/<int:case_id>/klarifikasi")


@bp.route("/rencana", methods=["GET", "POST"])
@requires_act(ACT)
def propose(case_id: int) -> ResponseReturnValue:
    """Sessions for everybody inside the window; each can be changed before it is accepted."""
    page = CasePage(case_id, ACT, plan_page)
    plan: PlanPage = page.shown["plan"]
    form = plan_form(
        [one.party_id for one in plan.lines],
        plan.wanted.rooms,
        plan.officers,
        plan.filled,
        video=plan.proposal.video is not None,
    )
    return perform(
        form,
        lambda work: planning.accept(
            work, case_id, form.seen, form.chosen(), plan.wanted, form.keadaan.data or ""
        ),
        template="clarification/plan.html",
        page=page,
        done=page.back,
        said=lambda sessions: ngettext(
            "%(num)d undangan disiapkan sebagai konsep untuk ketua.",
            "%(num)d undangan disiapkan sebagai konsep untuk ketua.",
            len(sessions),
        ),
    )
