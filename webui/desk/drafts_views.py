"""Keeping what is being typed, and throwing it away on purpose."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, abort, current_app, flash, jsonify, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import RequestRedirect

from casework.errors import BadInput, Conflict
from casework.services.core import drafts
from casework.services.core.drafts import Kept
from casework.services.core.work import Work
from webui.core.access import OPEN, may, permission_of, requires
from webui.core.drafting import kept_answer, typed
from webui.core.keys import whole
from webui.core.language import refused
from webui.core.transaction import acting

bp = Blueprint("drafts", __name__, url_prefix="/konsep")


@bp.post("/simpan")
@requires("meja")
def keep() -> ResponseReturnValue:
    """Keep the fields of one page; 409 with the names of what another window changed."""
    page = _page()
    seen = request.form.get("version", 0, type=whole)
    revision = request.form.get("konsep", 0, type=whole)
    return told(page, lambda work: drafts.keep(work, page, typed(), seen=seen, revision=revision))


def told(page: str, keep_it: Callable[[Work], Kept]) -> ResponseReturnValue:
    """Keep the draft of a page; tell the script when it was, or why it was not."""
    try:
        with acting() as work:
            kept = keep_it(work)
    except Conflict as clash:
        with acting() as work:
            there = drafts.find(work, page)
        now = there.revision if there else 0
        return jsonify(text=str(clash), changes=clash.changes, revision=now), 409
    except BadInput as refusal:
        return jsonify(text=refused(refusal)), 422
    return kept_answer(kept)


@bp.get("/tanda")
@requires("meja")
def token() -> ResponseReturnValue:
    """A fresh token for a page that outlived its session; only who signed in again gets one."""
    return jsonify(token=generate_csrf())


@bp.post("/buang")
@requires("meja")
def drop() -> ResponseReturnValue:
    """Throw a draft away and open its page anew."""
    page = _page()
    with acting() as work:
        dropped = drafts.drop(work, page)
    if dropped:
        flash(_("Konsep dibuang."), "done")
    return redirect(page, code=303)


def _page() -> str:
    """The page a draft belongs to: one of ours that the officer may open."""
    page = request.form.get("halaman", "")
    try:
        endpoint, _values = current_app.create_url_adapter(request).match(page, method="GET")  # type: ignore[union-attr]  # there is one inside a request
    except (NotFound, MethodNotAllowed, RequestRedirect):
        abort(404)
    if len(page) > 200 or not _opens(endpoint):
        abort(404)
    return page


def _opens(endpoint: str) -> bool:
    permission = permission_of(endpoint)
    return permission not in (None, OPEN) and "<" not in str(permission) and may(str(permission))
