"""Calendar feeds: the file a program reads by its secret, and where its address is made."""

from __future__ import annotations

from flask import Blueprint, Response, flash, redirect, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import feeds
from webui.core.access import public, requires
from webui.core.acting import perform
from webui.core.calendar_file import calendar_file
from webui.core.forms import TaskForm
from webui.core.throttle import limiter
from webui.core.transaction import acting, house, reading

bp = Blueprint("feeds", __name__)
PROGRAM = Actor(None, "Program kalender", NO_OFFICE, frozenset())
SHOWN_ONCE = "alamat_kalender"


@bp.get("/kalender/<token>.ics")
@public
@limiter.limit("60/minute")
def calendar(token: str) -> ResponseReturnValue:
    """The limits of whoever was given this address; any other is answered alike."""
    with house().reading(PROGRAM) as work:
        row = feeds.opened(work, token)
        if row is None:
            return Response("Tidak ada.\n", status=404, content_type="text/plain; charset=utf-8")
        feed_id, fresh = row.id, feeds.noted(work, row)
        content = calendar_file(feeds.entries(work, row), work.now, work.base_url)
    if not fresh:
        with house().unit_of_work(PROGRAM) as work:
            feeds.note(work, feed_id)
    answer = Response(content, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@bp.route("/akun/kalender", methods=["GET", "POST"])
@requires("kalender.langganan")
def manage() -> ResponseReturnValue:
    """My address: whether there is one, when it was last read; make a new one."""
    with reading() as work:
        row = feeds.current(work)
        shown = {
            "since": row.created_at if row else None,
            "read": row.read_at if row else None,
            "address": _shown_once(),
        }
    return perform(
        TaskForm(),
        feeds.renew,
        template="account/calendar.html",
        shown=shown,
        done=_keep,
        said=_("Alamat kalender dibuat. Alamat yang lama, bila ada, tidak berlaku lagi."),
    )


@bp.post("/akun/kalender/cabut")
@requires("kalender.langganan")
def revoke() -> ResponseReturnValue:
    """End my address."""
    form = TaskForm()
    if form.validate():
        with acting() as work:
            ended = feeds.revoke(work)
        flash(
            _("Alamat kalender dicabut.") if ended else _("Tidak ada alamat yang berlaku."), "done"
        )
    return redirect(url_for(".manage"), code=303)


def _keep(token: str) -> str:
    """Hold the secret for one page; gives where that is."""
    session[SHOWN_ONCE] = token
    return url_for(".manage")


def _shown_once() -> str:
    token = session.pop(SHOWN_ONCE, "")
    # Not the address this process was asked by: behind a web server that is another one.
    return house().settings.base_url + url_for(".calendar", token=token) if token else ""
