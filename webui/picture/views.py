"""The picture of the offices an officer sees, as it stands or as of a past day."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from casework.adapters import outlines
from casework.errors import NotFound
from casework.services.cases import picture
from casework.services.core.work import Work
from webui.cases.list_filters import day
from webui.core.access import requires
from webui.core.times import wall_now
from webui.core.transaction import house, me, reading
from webui.picture import page as shown

bp = Blueprint("picture", __name__, url_prefix="/gambaran")


@bp.get("/")
@requires("gambaran.lihat")
def show() -> ResponseReturnValue:
    """All offices the officer sees, or one of them (`kantor`), now or at the end of a day (`pada`).

    A day that is today, still to come or none at all is the present.
    """
    with reading() as work:
        seen = picture.places(work)
        chosen = _chosen(seen)
        on = day(request.args.get("pada", ""))
        past = on is not None and date(2020, 1, 1) <= on < wall_now().date()
        places = (chosen,) if chosen else seen
        found = (
            picture.as_of(work, places, on, me().zone)
            if past and on
            else picture.now(work, places, me().zone)
        )
        page = shown.page(work, found, seen, chosen, outlines.load(house().settings.var))
        stamp = _version(work)
    return render_template("picture/show.html", page=page, version=stamp, now=house().now())


@bp.get("/keadaan")
@requires("gambaran.lihat")
def state() -> ResponseReturnValue:
    """Whether there is something new: one small answer, 304 while there is not."""
    with reading() as work:
        stamp = _version(work)
    answer: Response = jsonify(version=stamp)
    answer.set_etag(stamp)
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer.make_conditional(request)


def _version(work: Work) -> str:
    # What is late changes with the clock alone.
    return f"{picture.version(work)}-{int(work.now.timestamp()) // 60}"


def _chosen(seen: tuple[picture.Place, ...]) -> picture.Place | None:
    asked = request.args.get("kantor", "")
    if not asked:
        return None
    for one in seen:
        if asked in (one.code, str(one.id)):
            return one
    raise NotFound("Kantor itu tidak ada atau bukan kantor yang Anda awasi.")
