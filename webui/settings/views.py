"""Settings: the index, and the pages that show what the rules and the database settle."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.acts.amendments import decree_view
from casework.services.deadlines import moves
from webui.core.access import requires
from webui.core.transaction import reading
from webui.law.decrees_views import derived_anew
from webui.settings import page as settings

bp = Blueprint("settings", __name__, url_prefix="/pengaturan")


@bp.get("/")
@requires("pengaturan")
def index() -> ResponseReturnValue:
    """Everything an administrator keeps."""
    return render_template("settings/index.html")


@bp.get("/nomor")
@requires("pengaturan")
def numbers() -> ResponseReturnValue:
    """How numbers look, and how far each counter is."""
    with reading() as work:
        page = settings.numbering(work)
    return render_template("settings/numbers.html", page=page)


@bp.get("/lembaga")
@requires("pengaturan")
def agencies() -> ResponseReturnValue:
    """Who a matter can be forwarded to, and from when until when."""
    with reading() as work:
        page = settings.agencies(work)
    return render_template("settings/agencies.html", page=page)


@bp.get("/kalender")
@requires("kalender.tetapkan")
def calendars() -> ResponseReturnValue:
    """Free days and their decrees, and the limits that they move."""
    with reading() as work:
        page, entered = settings.calendar(work), decree_view.every(work)
        moved = decree_view.foreseen(work, moves.moved(work))
    return render_template("settings/calendars.html", page=page, moved=moved, entered=entered)


@bp.post("/kalender/hitung-ulang")
@requires("kalender.tetapkan")
def rederive() -> ResponseReturnValue:
    """Derive the limits anew that the calendar moves: one transaction a case."""
    flash(_("%(count)s batas waktu dihitung ulang.", count=derived_anew()), "done")
    return redirect(url_for(".calendars"), code=303)
