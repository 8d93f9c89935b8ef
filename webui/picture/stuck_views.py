"""Cases that stand still, each with what would move it and a nudge to who can."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from casework.errors import BadInput, NotFound
from casework.services.cases import picture
from casework.services.people import nudges
from webui.core.access import requires
from webui.core.transaction import acting, house, me, reading
from webui.picture import page as shown

bp = Blueprint("stuck", __name__, url_prefix="/gambaran/macet")


@bp.get("/")
@requires("gambaran.lihat")
def show() -> ResponseReturnValue:
    """Every stuck case of the offices the officer sees, or of one (`kantor`), the longest first."""
    with reading() as work:
        seen = picture.places(work)
        asked = request.args.get("kantor", "")
        chosen = next((one for one in seen if asked in (one.code, str(one.id))), None)
        if asked and chosen is None:
            raise NotFound("Kantor itu tidak ada atau bukan kantor yang Anda awasi.")
        places = (chosen,) if chosen else seen
        rows = nudges.stuck(work, chosen.id if chosen else None)
        found = picture.now(work, places, me().zone)
        page = shown.page(work, found, seen, chosen)
    return render_template("picture/stuck.html", rows=rows, page=page, now=house().now())


@bp.post("/<int:case_id>/ingatkan")
@requires("macet.ingatkan")
def nudge(case_id: int) -> ResponseReturnValue:
    """Remind those who can move a case."""
    try:
        with acting() as work:
            told = nudges.nudge(work, case_id)
        said = ngettext("%(num)d petugas diingatkan.", "%(num)d petugas diingatkan.", told)
        flash(said, "done")
    except BadInput as refusal:
        flash(str(refusal), "fault")
    kept = request.form.get("kantor") or None
    return redirect(url_for(".show", kantor=kept), code=303)
