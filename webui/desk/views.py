"""My desk: what I must do next, by when, what others do meanwhile, and what I was told."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from webui.core.access import requires
from webui.core.keys import whole
from webui.core.transaction import acting, house, me, reading
from webui.desk import notices_page, role_page
from webui.desk import page as desk

bp = Blueprint("desk", __name__)


@bp.get("/")
@requires("meja")
def show() -> ResponseReturnValue:
    """What waits for the officer by the time that is left, and what waits for others."""
    with reading() as work:
        page = desk.desk(work, me().zone, me().office_code)
    # What the checks find is for whoever looks after the machine.
    checks = role_page.complaints(house()) if "administrator" in me().roles else []
    return render_template("desk/show.html", page=page, checks=checks)


@bp.get("/pemberitahuan")
@requires("meja")
def notices() -> ResponseReturnValue:
    """The officer's messages by day and case; `belum` asks for those not read yet."""
    only, before = "belum" in request.args, request.args.get("sebelum", type=whole)
    with reading() as work:
        page = notices_page.page(work, me().zone, before, unread=only)
    return render_template("desk/notices.html", page=page, only_unread=only)


@bp.post("/pemberitahuan/<int:notice_id>/dibaca")
@requires("meja")
def read_notice(notice_id: int) -> ResponseReturnValue:
    """Put a notice away; only one's own."""
    with acting() as work:
        notices_page.mark_read(work, notice_id)
    return redirect(url_for(".notices"), code=303)


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
    return redirect(url_for(".notices"), code=303)
