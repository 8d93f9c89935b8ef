"""My desk: what I must do next, by when, and what others are doing meanwhile."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from webui.core.access import requires
from webui.core.keys import whole
from webui.core.transaction import acting, me, reading
from webui.desk import notices_page
from webui.desk import page as desk

bp = Blueprint("desk", __name__)


@bp.get("/")
@requires("meja")
def show() -> ResponseReturnValue:
    """Due now, today and this week; unread notices; waiting for others."""
    with reading() as work:
        page = desk.desk(work, me().zone, request.args.get("sebelum", type=whole))
    return render_template("desk/show.html", page=page)


@bp.post("/pemberitahuan/<int:notice_id>/dibaca")
@requires("meja")
def read_notice(notice_id: int) -> ResponseReturnValue:
    """Put a notice away; only one's own."""
    with acting() as work:
        notices_page.mark_read(work, notice_id)
    return redirect(url_for(".show"), code=303)


@bp.post("/pemberitahuan/dibaca")
@requires("meja")
def read_all() -> ResponseReturnValue:
    """Put away all notices up to the newest one the page showed."""
    with acting() as work:
        count = notices_page.mark_all_read(work, request.form.get("sampai", 0, type=whole))
    flash(
        ngettext(
            "%(num)d pemberitahuan ditandai sudah dibaca.",
            "%(num)d pemberitahuan ditandai sudah dibaca.",
            count,
        ),
        "done",
    )
    return redirect(url_for(".show"), code=303)
