"""Shows officers who else has a page of an act on the same case open."""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from flask import Flask

from casework.errors import Unavailable
from casework.services.cases import active_editors
from casework.services.cases.active_editors import Presence
from casework.services.core.outbox import real_now
from webui.core.transaction import acting, reading

log = structlog.get_logger(__name__)


def arrive(case_id: int, act_id: str) -> None:
    """Leave or renew the mark of this page; a page opens also when nothing can be written."""
    try:
        with acting() as work:
            active_editors.mark(work, case_id, act_id, real_now())
    except Unavailable:
        log.warning("presence_not_marked")


def leave(case_id: int, act_id: str) -> None:
    """Take away the mark of a page that was closed; that of another act stays."""
    try:
        with acting() as work:
            active_editors.clear(work, case_id, act_id)
    except Unavailable:
        log.warning("presence_not_ended")


def others(case_id: int) -> Sequence[Presence]:
    """Who else has a page of an act of this case open."""
    with reading() as work:
        return active_editors.others(work, case_id, real_now())


def init(app: Flask) -> None:
    """Let the templates of ``app`` show it."""
    app.jinja_env.globals["others_at_work"] = others
