"""Stored cases under other law: what would differ, and moving a pending case to it."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import CaseworkError
from casework.services.acts.amendments import revisions
from webui.core.access import requires
from webui.core.acting import CasePage, perform
from webui.core.keys import whole
from webui.core.options import options
from webui.core.transaction import reading
from webui.law import cases_page
from webui.law.cases_form import RepinForm
from webui.law.views import looking

bp = Blueprint("law_cases", __name__)


@bp.get("/aturan/ulang")
@requires("perkara.lihat")
def replay() -> ResponseReturnValue:
    """What another edition or revision would have made of the stored cases, some at a time."""
    pin = request.args.get("ke", "")
    after = max(0, request.args.get("sesudah", 0, type=whole))
    with looking() as work:
        choices = cases_page.targets(work)
        page = cases_page.replayed(work, pin, after) if pin else None
    return render_template("law/replay.html", choices=choices, page=page, pin=pin)


@bp.route("/perkara/<int:case_id>/pindah-edisi", methods=["GET", "POST"])
@requires("perkara.pindahkan")
def repin(case_id: int) -> ResponseReturnValue:
    """Move a pending case to another revision; the button "lihat" only shows what would follow."""
    page = CasePage(case_id, "", cases_page.movable)
    form = RepinForm()
    form.edisi.choices = options([(one, one) for one in page.shown["targets"]], empty=True)
    if request.method == "POST" and "lihat" in request.form:
        told = None
        try:
            with reading() as work:
                told = revisions.preview(work, case_id, form.edisi.data or "")
        except CaseworkError as refusal:
            form.refuse(refusal)
        status = 422 if form.rejected else 200
        return render_template("law/repin.html", form=form, told=told, **page.shown), status
    return perform(
        form,
        lambda work: revisions.repin(
            work, case_id, form.seen, form.edisi.data, form.alasan.data or ""
        ),
        template="law/repin.html",
        page=page,
        done=page.back,
        said=_("Perkara dipindahkan; batas yang masih berjalan dihitung ulang."),
    )
