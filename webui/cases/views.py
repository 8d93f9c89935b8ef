"""The list of cases, and the case file in its parts."""

from __future__ import annotations

from urllib.parse import parse_qsl

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from casework.services.cases.listing import views
from webui.cases import case_list, file_page, list_choices, list_page
from webui.cases import list_filters as filters
from webui.core import sought
from webui.core.access import requires
from webui.core.keys import whole
from webui.core.transaction import actor, glancing, me, reading

bp = Blueprint("cases", __name__, url_prefix="/perkara")


@bp.route("/", methods=["GET", "POST"])
@requires("perkara.lihat")
def index() -> ResponseReturnValue:
    """Cases by the time that is left, or those a text is found in; filters live in the address.

    What is sent leads to its address, in which the text that is searched for stands sealed.
    """
    if request.method == "POST":
        return redirect(url_for(".index", **filters.kept(request.form)), code=303)
    if view_id := request.args.get("tampilan", 0, type=whole):
        with reading() as work:
            query = views.query(work, view_id)
        return redirect(url_for(".index", **filters.kept(MultiDict(parse_qsl(query)))), code=303)
    asked = filters.wanted(sought.args().to_dict(), actor().officer_id)
    with glancing() as work:
        found = case_list.cases(work, asked, me().zone)
        return list_page.page(work, found, asked, views.choices(work))


@bp.context_processor
def words() -> dict[str, object]:
    """What filters and columns are called."""
    return {
        "names": list_choices.NAMES,
        "all_columns": list_choices.COLUMNS,
    }


@bp.get("/<int:case_id>")
@requires("perkara.lihat")
def show(case_id: int) -> ResponseReturnValue:
    """Where one case stands, and what can be done now."""
    with reading() as work:
        page = file_page.overview(work, case_id)
    return render_template("cases/show.html", page=page, file=page.file, head=page.file.head)


@bp.get("/<int:case_id>/berkas/<part>")
@requires("perkara.lihat")
def part(case_id: int, part: str) -> ResponseReturnValue:
    """One part of the case file."""
    if part not in file_page.PARTS:
        abort(404)
    number = max(1, min(10_000, request.args.get("halaman", 1, type=whole)))
    with reading() as work:
        file, page = file_page.part_of(work, case_id, part, number)
    return render_template(f"cases/{part}.html", page=page, file=file, head=file.head, part=part)
