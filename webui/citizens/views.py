"""The first page of the citizens' door: am I in time?"""

from __future__ import annotations

from flask import Blueprint, abort, g, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.errors import BadInput
from casework.services.acts.registration import in_time
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from webui.citizens.forms import InTimeForm
from webui.core import qr
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


@bp.get("/poster")
@public
@limiter.limit("60/minute")
def posters() -> ResponseReturnValue:
    """The offices that have a poster to print."""
    with house().reading(STRANGER) as work:
        places = [(one.code, one.name) for one in in_time.offices(work)]
    return render_template("citizens/posters.html", offices=places)


@bp.get("/poster/<office>")
@public
@limiter.limit("60/minute")
def poster(office: str) -> ResponseReturnValue:
    """One sheet to hang up: how to report to an office, and the code to this door."""
    with house().reading(STRANGER) as work:
        place = next((one for one in in_time.offices(work) if one.code == office), None)
        if place is None:
            abort(404)
        name, lines = place.name, tuple(place.letterhead.get("address") or ())
    address = house().settings.base_url + url_for(".start")
    return render_template(
        "citizens/poster.html",
        office=name,
        lines=lines,
        address=address,
        qr=qr.picture(address, _("Kode QR ke halaman laporan")),
    )
