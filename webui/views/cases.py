"""The list of cases, and the case file."""

from __future__ import annotations

from flask import Blueprint, render_template, request
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
    """Everything about one case, and what can be done now."""
    with reading() as work:
        page = casefile.case_file(work, case_id)
    return render_template("cases/show.html", page=page, head=page.head)
