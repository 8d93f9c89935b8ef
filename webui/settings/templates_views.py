"""Settings: what an office writes every day, in its own words."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.people import offices, templates
from webui.core.access import requires
from webui.core.acting import perform
from webui.core.transaction import reading
from webui.settings.forms import TemplateForm

bp = Blueprint("templates", __name__, url_prefix="/pengaturan/templat")


@bp.get("")
@requires("pengaturan")
def index() -> ResponseReturnValue:
    """The templates of every office governed."""
    with reading() as work:
        rows = [
            (one.id, one.name, templates.standing(work, one)) for one in offices.governed(work)
        ]  # fmt: skip
    return render_template("settings/templates.html", rows=rows)


@bp.route("/<int:office_id>/<template>", methods=["GET", "POST"])
@requires("pengaturan")
def change(office_id: int, template: str) -> ResponseReturnValue:
    """Give one template the office's own lines, with the reason."""
    with reading() as work:
        office, now = templates.one(work, office_id, template)
        name = office.name
    form = TemplateForm(data={"baris": "\n".join(now.now.lines)})
    return perform(
        form,
        lambda work: templates.change(
            work,
            office_id,
            template,
            (form.baris.data or "").splitlines(),
            form.alasan.data or "",
        ),
        template="settings/template.html",
        shown={"now": now, "office": name},
        done=lambda _row: url_for(".index"),
        said=_("Templat kantor dicatat."),
    )
