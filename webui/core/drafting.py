"""Drafts of forms: what was typed and not sent is read into the form, and said above it.

A form class with ``drafted = True`` takes part (every form about a case does): its page keeps
itself while somebody types (``static/js/autosave.js``), is filled from the draft when it is opened
again, and drops the draft in the transaction of the act.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Flask, g, jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import MultiDict

from casework.services.cases import access
from casework.services.core import drafts
from webui.core.keys import whole
from webui.core.template_context import hour
from webui.core.transaction import reading

BESIDE = frozenset({"csrf_token", "version", "konsep", "halaman"})
"""Fields that belong to the page as it was shown, not to what was typed."""


@dataclass(frozen=True)
class Restored:
    """The draft this page was filled from; ``changes`` are acts on the case since it was begun."""

    saved_at: datetime
    revision: int
    changes: tuple[str, ...]


def typed() -> dict[str, list[str]]:
    """Every field of the form as it was sent."""
    return {name: request.form.getlist(name) for name in request.form if name not in BESIDE}


def as_sent(content: drafts.Content) -> MultiDict[str, str]:
    """The fields of a draft as a request would bring them, ready to fill a form."""
    return MultiDict((name, value) for name, values in content.items() for value in values)


def kept_answer(draft: drafts.Kept) -> ResponseReturnValue:
    """What the page's script is told when a draft was kept."""
    words = _("Konsep tersimpan pukul %(hour)s", hour=hour(draft.saved_at))
    return jsonify(text=words, revision=draft.revision)


def kept() -> drafts.Kept | None:
    """The officer's draft of the page that is asked for; read once a request."""
    if "kept" not in g:
        with reading() as work:
            g.kept = drafts.find(work, request.path)
    found: drafts.Kept | None = g.kept
    return found


def fill(form_options: dict[str, Any]) -> None:
    """Let a form that is opened, not sent, begin with the draft."""
    if request.method != "GET" or "formdata" in form_options or not current_user.is_authenticated:
        return
    if draft := kept():
        form_options["formdata"] = as_sent(draft.content)


def restored() -> Restored | None:
    """What to say above the form; None where it does not come from a draft."""
    draft = kept() if request.method == "GET" else None
    if draft is None:
        return None
    case_id = (request.view_args or {}).get("case_id")
    changes: tuple[str, ...] = ()
    if case_id and draft.seen:
        with reading() as work:
            changes = access.changes_since(work, access.readable(work, case_id), draft.seen)
    return Restored(draft.saved_at, draft.revision, changes)


def revision() -> int:
    """Which keeping of the draft this page knows of; 0 when it knows of none."""
    if request.method != "GET":
        return request.form.get("konsep", 0, type=whole)
    draft = kept()
    return draft.revision if draft else 0


def init(app: Flask) -> None:
    """Give the templates of ``app`` the restored draft and its revision."""
    app.jinja_env.globals.update(restored_draft=restored, draft_revision=revision)
