"""The calculator: if received then, what follows, and until when."""

from __future__ import annotations

from flask import Blueprint, g, render_template, request
from flask.typing import ResponseReturnValue

from casework.errors import LawError
from webui.core.access import requires
from webui.core.times import wall_now
from webui.core.transaction import me, reading
from webui.deadlines import forecast_page
from webui.deadlines.forms import forecast_form

bp = Blueprint("forecast", __name__, url_prefix="/kalkulator")


@bp.get("/")
@requires("aturan.hitung")
def show() -> ResponseReturnValue:
    """The question in the address, and its answer; 422 when it cannot be answered."""
    with reading() as work:
        law = work.law
    form, page = forecast_form(law, request.args, me().office_code, wall_now()), None
    try:
        if form.validate():
            edition = law.edition_on(form.rezim.data, form.at.date())
            form.offer(edition)
            page = forecast_page.answer(
                law, edition, form.pintu.data or "", form.at, form.kantor.data, form.chosen
            )
            # Dates are told by the clock of the office that was asked about.
            g.zone = page.zone
    except LawError as refusal:
        form.refuse(refusal)
    return render_template("law/forecast.html", form=form, page=page), 422 if page is None else 200
