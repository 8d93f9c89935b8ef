"""Settings: what an office chooses knowingly where the law in hand leaves a gap."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.people import choices, offices
from webui.core.access import requires
from webui.core.acting import perform
from webui.core.transaction import reading
from webui.settings.forms import ChoiceForm

bp = Blueprint("choices", __name__, url_prefix="/pengaturan/pilihan")


@bp.get("")
@requires("pengaturan")
def index() -> ResponseReturnValue:
    """The choices of every office governed."""
    with reading() as work:
        rows = [
            (one.id, one.name, choices.standing(work, one)) for one in offices.governed(work)
        ]  # fmt: skip
    return render_template("settings/choices.html", rows=rows)


@bp.route("/<int:office_id>/<choice>", methods=["GET", "POST"])
@requires("pengaturan")
def change(office_id: int, choice: str) -> ResponseReturnValue:
    """Make one choice of an office or take it back, with the reason."""
    with reading() as work:
        office, now = choices.one(work, office_id, choice)
        name = office.name
    form = ChoiceForm()
    return perform(
        form,
        lambda work: choices.change(work, office_id, choice, not now.on, form.alasan.data or ""),
        template="settings/choice.html",
        shown={"now": now, "office": name, "office_id": office_id},
        done=lambda _row: url_for(".index"),
        said=_("Pilihan kantor dicatat dengan alasannya."),
    )
