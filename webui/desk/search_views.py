"""One field for cases, people, articles, letters and acts; its page works without a script."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from casework.services.cases.search.query import LONGEST_QUERY
from webui.core import sought
from webui.core.access import requires
from webui.core.transaction import me, reading
from webui.desk import search_page

bp = Blueprint("search", __name__)


@bp.route("/cari", methods=["GET", "POST"])
@requires("meja")
def show() -> ResponseReturnValue:
    """What a text finds; `di` names the one kind that is asked for.

    What is sent leads to its address, in which the text stands sealed.
    """
    if request.method == "POST":
        sealed = sought.seal(request.form.get(sought.TEXT, "").strip()[:LONGEST_QUERY])
        only = request.form.get("di", "")[:16]
        return redirect(url_for(".show", kata=sealed or None, di=only or None), code=303)
    asked = search_page.asked()
    with reading() as work:
        found = search_page.found(work, asked, me())
        return render_template("desk/search.html", asked=asked, found=found)
