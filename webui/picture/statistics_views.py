"""The statistics of the cases an officer sees, by office, election and days of receipt."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from casework.services.cases import picture, statistics
from webui.cases import list_filters as filters
from webui.core.access import requires
from webui.core.transaction import actor, house, me, reading
from webui.picture import statistics_page as shown

bp = Blueprint("statistics", __name__, url_prefix="/statistik")


@bp.get("/")
@requires("statistik.lihat")
def show() -> str:
    """All figures of the cases that the filters leave; each leads to its list."""
    asked = {name: request.args.get(name, "").strip() for name in shown.FILTERS}
    wanted = filters.wanted(asked, actor().officer_id)
    with reading() as work:
        found = statistics.of(work, wanted, me().zone)
        page = shown.page(work, found, picture.places(work), asked)
    unread = filters.unread(asked)
    return render_template("picture/statistics.html", page=page, unread=unread, now=house().now())
