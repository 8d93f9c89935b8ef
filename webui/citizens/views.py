"""The first page of the citizens' door: am I in time?"""

from __future__ import annotations

from flask import Blueprint, g, render_template, request, url_for
from flask.typing import ResponseReturnValue

from casework.errors import BadInput
from casework.services.acts.registration import in_time
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from webui.citizens.forms import InTimeForm
from webui.core.access import public
from webui.core.language import chosen
from webui.core.throttle import limiter
from webui.core.transaction import house

bp = Blueprint("citizens", __name__, url_prefix="/lapor")
STRANGER = Actor(None, in_time.PUBLIC, NO_OFFICE, frozenset())


def door_url(endpoint: str, **values: object) -> str:
    """The address of a page of this door, in the language that is read without a cookie."""
    if chosen() != "id":
        values["bahasa"] = chosen()
    return url_for(endpoint, **values)  # type: ignore[arg-type]  # Flask types the rest by name


def in_language(code: str) -> str:
    """The page that is read, in another language."""
    endpoint = request.endpoint if request.method == "GET" else None
    kept = {name: value for name, value in request.args.items() if name != "bahasa"}
    values = {**kept, **(request.view_args or {}), "bahasa": code}
    return url_for(endpoint or "citizens.start", **values)


@bp.app_context_processor
def _words() -> dict[str, object]:
    return {"door_url": door_url, "in_language": in_language}


@bp.get("")
@public
@limiter.limit("60/minute")
def start() -> ResponseReturnValue:
    """Two dates, and the last day with its article; what to prepare, and who may report."""
    asked = "diketahui" in request.args
    with house().reading(STRANGER) as work:
        elections = in_time.elections(work)
        typed = request.args.copy()
        if elections:
            typed.setdefault("pemilihan", elections[0].id)
        form = InTimeForm(typed if asked else None)
        form.pemilihan.choices = [(one.id, one.title) for one in elections]
        found = None
        if asked and form.validate():
            found = in_time.answer(
                work, form.pemilihan.data, form.kejadian.data, form.diketahui.data
            )
    if found:
        g.zone = found.zone
        if found.problems:
            form.refuse(BadInput(*found.problems))
    status = 422 if form.rejected else 200
    return render_template("citizens/start.html", form=form, found=found), status
