"""Guidance: by role to print, and the tour in training mode."""

from __future__ import annotations

from flask import (
    Blueprint,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue

from webui.core import labels
from webui.core.access import requires
from webui.core.keys import whole
from webui.core.transaction import me
from webui.guide import page

bp = Blueprint("guide", __name__, url_prefix="/panduan")


@bp.get("/")
@requires("meja")
def index() -> ResponseReturnValue:
    """The guides of one's own roles first, then those of the others."""
    own = [role for role in labels.ROLES if role in me().roles]
    others = [role for role in labels.ROLES if role not in me().roles and role != "sistem"]
    return render_template("guide/index.html", own=own, others=others)


@bp.get("/<role>")
@requires("meja")
def role(role: str) -> ResponseReturnValue:
    """Everything a role needs to know, on paper if wanted."""
    if role not in labels.ROLES or role == "sistem":
        abort(404)
    return render_template("guide/role.html", role=role, parts=page.parts(role))


@bp.post("/tur")
@requires("meja")
def tour() -> ResponseReturnValue:
    """Go to a step of the tour; any other number ends it."""
    if not current_app.config["TRAINING"]:
        abort(404)
    steps = page.steps()
    number = request.form.get("langkah", 0, type=whole)
    if 1 <= number <= len(steps):
        session["tur"] = number
        return redirect(url_for(steps[number - 1].endpoints[0]), code=303)
    session.pop("tur", None)
    return redirect(url_for("desk.show"), code=303)


@bp.record_once
def _offer(state: object) -> None:
    app = state.app  # type: ignore[attr-defined]  # Flask's setup state, untyped in record_once
    app.jinja_env.globals.update(guidance=page.here, touring=page.touring)
