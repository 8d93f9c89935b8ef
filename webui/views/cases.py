"""The list of cases, and the case file in its parts."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from webui.access import requires
from webui.door import reading
from webui.pages import casefile, caselist

bp = Blueprint("cases", __name__, url_prefix="/perkara")


@bp.get("/")
@requires("perkara.lihat")
def index() -> ResponseReturnValue:
    """Cases by the time that is left; filters live in the address."""
    wanted = caselist.Wanted(
        text=request.args.get("cari", "")[:100],
        stage=request.args.get("tahap", ""),
        page=max(1, request.args.get("halaman", 1, type=int)),
    )
    with reading() as work:
        page = caselist.cases(work, wanted)
    return render_template("cases/index.html", page=page, wanted=wanted)


@bp.get("/<int:case_id>")
@requires("perkara.lihat")
def show(case_id: int) -> ResponseReturnValue:
    """Where one case stands, and what can be done now."""
    with reading() as work:
        page = casefile.overview(work, case_id)
    return render_template("cases/show.html", page=page, head=page.head)


@bp.get("/<int:case_id>/berkas/<part>")
@requires("perkara.lihat")
def part(case_id: int, part: str) -> ResponseReturnValue:
    """One part of the case file."""
    if part not in casefile.PARTS:
        abort(404)
    number = max(1, min(10_000, request.args.get("halaman", 1, type=int)))
    with reading() as work:
        head, page = casefile.part_of(work, case_id, part, number)
    return render_template(f"cases/{part}.html", page=page, head=head, part=part)
