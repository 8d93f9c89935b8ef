"""One field for cases, people, articles, letters and acts; its page works without a script."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from webui.core.access import requires
from webui.core.transaction import me, reading
from webui.desk import search_page

bp = Blueprint("search", __name__)


@bp.get("/cari")
@requires("meja")
def show() -> ResponseReturnValue:
    """What a text finds; `di` names the one kind that is asked for."""
    asked = search_page.asked()
    with reading() as work:
        found = search_page.found(work, asked, me())
        return render_template("desk/search.html", asked=asked, found=found)
