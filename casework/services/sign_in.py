"""Who is behind a token, and as what today: asked by each request, so it is one statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, select, true

from casework.models import LoginSession
from casework.services import sessions, standing
from casework.services.prepared import Prepared
from casework.services.sessions import Held
from casework.services.standing import Standing

_HERE = (
    select(
        LoginSession.id,
        LoginSession.officer_id,
        LoginSession.office_id,
        LoginSession.device,
        LoginSession.complete,
        LoginSession.seen_at,
        LoginSession.handle,
        LoginSession.sealed,
    )
    .where(
        LoginSession.token_hash == bindparam("token"),
        sessions.alive(bindparam("idle"), bindparam("absolute")),
    )
    .cte("here")
)
_MANY = len(_HERE.c)
_ROLES = standing.statement(select(_HERE.c.officer_id).scalar_subquery()).subquery("standing")
_STATEMENT = (
    select(*_HERE.c, *_ROLES.c)
    .join_from(_HERE, _ROLES, true(), isouter=True)
    .order_by(_ROLES.c.code)
)
_ASKED = Prepared(_STATEMENT)


@dataclass(frozen=True)
class SignIn:
    """A session, and as what its officer works; None for an officer without a role today."""

    held: Held
    standing: Standing | None


def find(connection: Connection, token: str, now: datetime, on: date) -> SignIn | None:
    """The session of a token while it lasts; None when it ended or was forgotten too long."""
    rows = _ASKED.rows(
        connection,
        {
            "token": sessions.digest(token),
            "idle": now - sessions.IDLE,
            "absolute": now - sessions.ABSOLUTE,
            "today": on,
        },
    )
    if not rows:
        return None
    held = Held(*_ASKED.converted(connection, rows[0])[:_MANY])
    return SignIn(held, standing.chosen(rows, held.officer_id, held.office_id))
