"""The page that shows every component of the design system in its states; training only."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue

from webui.core.access import requires, with_files
from webui.core.sample_form import SampleForm
from webui.core.samples import samples
from webui.core.transaction import house

bp = Blueprint("components", __name__)


@bp.route("/komponen", methods=["GET", "POST"])
@requires("meja")
@with_files
def show() -> ResponseReturnValue:
    """All components; sending the sample form shows its refusals. 404 in production."""
    if not current_app.config["TRAINING"]:
        abort(404)
    form, order = SampleForm(), request.args.get("urut", "batas")
    status = 422 if request.method == "POST" and not form.validate() else 200
    shown = samples(house().now(), order)
    return render_template("core/components.html", form=form, page=shown, order=order), status
