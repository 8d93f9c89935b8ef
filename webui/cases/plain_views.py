"""Every act of the law without a page of its own: one page, built from what the law says of it."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.acts.any_stage import plain_acts
from casework.services.acts.registration import merging
from casework.services.acts.registry import services
from casework.services.cases import access
from webui.cases.plain_form import plain_form
from webui.cases.plain_page import asked_of, consequences
from webui.core import labels
from webui.core.access import NAMED, requires_act
from webui.core.acting import CasePage, perform
from webui.core.transaction import reading

bp = Blueprint("plain", __name__, url_prefix="/perkara/<int:case_id>/tindakan")
TEMPLATE = "cases/plain.html"


@bp.route("/<act_id>", methods=["GET", "POST"])
@requires_act(NAMED)
def act(case_id: int, act_id: str) -> ResponseReturnValue:
    """Date what happened and say why; the button "hitung" only shows what would follow."""
    if act_id in services():
        abort(404)
    with reading() as work:
        asked = asked_of(work, access.readable(work, case_id), act_id)
    form = plain_form(asked)
    page = CasePage(
        case_id, act_id, lambda work, case: consequences(work, case, act_id, form.times())
    )
    if request.method == "POST" and "hitung" in request.form:
        return render_template(TEMPLATE, form=form, **page.shown)
    title = labels.act(act_id, page.shown["act"].label)
    return perform(
        form,
        lambda work: (
            plain_acts.perform(
                work, case_id, act_id, form.seen, form.times(), form.reason, form.office
            )
            if asked.cases is None
            else merging.merge(
                work, case_id, act_id, form.seen, form.times(), form.reason, form.other
            )
        ),
        template=TEMPLATE,
        page=page,
        done=page.back,
        said=_("%(act)s: tercatat.", act=title),
    )
