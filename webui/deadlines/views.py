"""Limits by day, week and month."""

from __future__ import annotations

import re
from datetime import date

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from webui.core.access import requires
from webui.core.times import read_day, wall_now
from webui.core.transaction import me, reading
from webui.deadlines import page as agenda

bp = Blueprint("agenda", __name__, url_prefix="/tenggat")
CODE, NAME = re.compile(r"[0-9.]{1,20}"), re.compile(r"[a-z0-9_]{1,64}")
FIRST, LAST = date(1946, 1, 1), date(2199, 11, 30)


@bp.get("/")
@requires("tenggat.lihat")
def show() -> ResponseReturnValue:
    """What ends in the span the address names; anything unknown in it means "all" or today."""
    wanted = _wanted()
    with reading() as work:
        page = agenda.agenda(work, wanted, me().office_code, me().zone)
    return render_template("deadlines/show.html", page=page, wanted=wanted, today=wall_now().date())


def _wanted() -> agenda.Wanted:
    asked = request.args.get
    view, state = asked("lihat", ""), asked("keadaan", "")
    return agenda.Wanted(
        view if view in agenda.VIEWS else "minggu",
        _day(asked("pada", "")),
        _matching(CODE, asked("kantor", "")),
        _matching(NAME, asked("batas", "")),
        state if state in agenda.STATES else agenda.RUNNING,
    )


def _matching(shape: re.Pattern[str], text: str) -> str:
    return text if shape.fullmatch(text) else ""


def _day(text: str) -> date:
    try:
        found = read_day(text)
    except ValueError:
        return wall_now().date()
    return min(max(found, FIRST), LAST)
