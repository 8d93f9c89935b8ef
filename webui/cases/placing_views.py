"""Cases without a region: what their text proposes, confirmed one by one or all of a page."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import BadInput
from casework.services.acts.corrections import placing
from webui.core.access import requires
from webui.core.forms import TaskForm
from webui.core.transaction import acting, reading

bp = Blueprint("placing", __name__, url_prefix="/perkara/wilayah")


class PlacingForm(TaskForm):
    """Which proposals are confirmed; the cases are fields by their key."""


@bp.route("", methods=["GET", "POST"])
@requires("data.betulkan")
def show() -> ResponseReturnValue:
    """The list, and what was chosen in it."""
    form, after = PlacingForm(), request.args.get("sesudah", 0, type=int)
    if request.method == "POST" and form.validate():
        chosen = request.form.getlist("usulan" if "semua" in request.form else "perkara")
        pairs = (one.partition(":") for one in chosen)
        told = {int(case): code for case, _colon, code in pairs if case.isdecimal()}
        try:
            with acting() as work:
                done = placing.settle(work, told)
        except BadInput as refusal:
            form.refuse(refusal)
        else:
            flash(_("Wilayah %(n)s perkara ditetapkan.", n=done), "done")
            return redirect(url_for(".show", sesudah=after or None), code=303)
    with reading() as work:
        rows, every = placing.waiting(work, after), placing.count(work)
    more = rows[-1].case_id if len(rows) == placing.A_PAGE else 0
    page = render_template("cases/placing.html", form=form, rows=rows, every=every, more=more)
    return page, 422 if form.rejected else 200
