"""Says that a page of an act is still open; called by the page itself each minute."""

from __future__ import annotations

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue

from casework.services.cases import access
from webui.core import editing_mark
from webui.core.access import may, requires
from webui.core.transaction import house, reading

bp = Blueprint("presence", __name__)


@bp.post("/perkara/<int:case_id>/sedang-dikerjakan")
@requires("perkara.lihat")
def renew(case_id: int) -> ResponseReturnValue:
    """Renew the mark of an open page of an act, or end it; answer with who else is there.

    The header `X-Case-Version` tells a case file that is only read when to show itself anew.
    """
    with reading() as work:
        version = access.readable(work, case_id).version
    act_id = request.form.get("tindakan", "")
    if "selesai" in request.form:
        editing_mark.leave(case_id, act_id)
        return "", 204
    if act_id in house().rulebook.latest.acts and may(f"tindakan:{act_id}"):
        editing_mark.arrive(case_id, act_id)
    answer = make_response(render_template("core/parts/at_work.html", case_id=case_id))
    answer.headers["X-Case-Version"] = str(version)
    return answer
