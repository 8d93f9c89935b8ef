"""The versions of a kajian beside each other, for those who may read it."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from webui.core.access import requires
from webui.core.acting import CasePage
from webui.core.keys import whole
from webui.review.versions_page import versions

bp = Blueprint("versions", __name__, url_prefix="/perkara/<int:case_id>/kajian")


@bp.get("/versi")
@requires("perkara.lihat")
def compare(case_id: int) -> ResponseReturnValue:
    """Two versions side by side; ``lama`` and ``baru`` say which."""
    old, new = (request.args.get(name, 0, type=whole) for name in ("lama", "baru"))
    page = CasePage(case_id, "", lambda work, case: versions(work, case, old, new))
    return render_template("review/versions.html", **page.shown)
