"""Settings: where an office's numbers of the year begin, and gaps with their reason."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.models import NumberOpening
from casework.services.people import numbering
from webui.core.access import requires
from webui.core.acting import perform
from webui.core.transaction import reading
from webui.settings.forms import FIELDS, OpeningForm

bp = Blueprint("number_openings", __name__, url_prefix="/pengaturan/nomor")


@bp.get("/awal")
@requires("nomor.awal")
def index() -> ResponseReturnValue:
    """The offices whose numbers one may open."""
    with reading() as work:
        rows = [(one.id, one.name) for one in numbering.reachable(work)]
    return render_template("settings/opening_offices.html", rows=rows)


@bp.route("/awal/<int:office_id>", methods=["GET", "POST"])
@requires("nomor.awal")
def change(office_id: int) -> ResponseReturnValue:
    """The last numbers used of an office, series by series."""
    with reading() as work:
        office = numbering.office(work, office_id)
        year = numbering.year(work, office)
        standing = numbering.standing(work, office)
        told = numbering.skipped(
            work, NumberOpening.office_id == office.id, NumberOpening.year == year
        )
        name = office.name
    form = OpeningForm()
    return perform(
        form,
        lambda work: numbering.set_last(work, office_id, form.last, form.alasan.data or ""),
        template="settings/opening.html",
        shown={"office": name, "year": year, "standing": standing, "told": told, "fields": FIELDS},
        done=lambda _rows: url_for(".change", office_id=office_id),
        said=_("Nomor terakhir dicatat; nomor berikutnya melanjutkannya."),
    )
