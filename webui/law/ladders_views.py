"""Settings: whom the limits of an office remind, beside what the law data give."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.deadlines import ladders
from casework.services.people import offices
from webui.core.access import requires
from webui.core.acting import perform
from webui.core.transaction import reading
from webui.law.ladders_form import LadderForm, RungRow, typed
from webui.settings.page import span

bp = Blueprint("ladders", __name__, url_prefix="/pengaturan/pengingat")


@bp.get("")
@requires("pengaturan")
def index() -> ResponseReturnValue:
    """The offices governed, each with its ladders."""
    with reading() as work:
        rows = [(one.id, one.name) for one in offices.governed(work)]
    return render_template("settings/ladder_offices.html", rows=rows)


@bp.get("/<int:office_id>")
@requires("pengaturan")
def show(office_id: int) -> ResponseReturnValue:
    """Every limit of an office that reminds, with both ladders."""
    with reading() as work:
        office = offices.office(work, office_id)
        page, name = ladders.standing(work, office), office.name
    return render_template(
        "settings/ladders.html", page=page, office=name, office_id=office_id, span=span
    )


@bp.route("/<int:office_id>/<rule>", methods=["GET", "POST"])
@requires("pengaturan")
def change(office_id: int, rule: str) -> ResponseReturnValue:
    """The rungs of one limit."""
    with reading() as work:
        office, now = ladders.of_rule(work, office_id, rule)
        name = office.name
    form = LadderForm(data={"tangga": typed(now.own or now.given)})
    shown = {"now": now, "office": name, "office_id": office_id, "span": span}
    if request.method == "POST" and "tambah" in request.form:
        for _row in range(2):
            form.tangga.append_entry(RungRow().data)
        return render_template("settings/ladder.html", form=form, **shown)
    return perform(
        form,
        lambda work: ladders.change(work, office_id, rule, form.rungs, form.alasan.data or ""),
        template="settings/ladder.html",
        shown=shown,
        done=lambda _row: url_for(".show", office_id=office_id),
        said=_("Tangga pengingat diubah; batas yang berjalan mengikutinya."),
    )
