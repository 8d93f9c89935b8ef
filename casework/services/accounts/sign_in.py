"""Who is behind a token, and as what today: asked by each request, mostly in one statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, exists, select

from casework.models import Absence, LoginSession, Office, Officer, OfficerRole
from casework.services.accounts import sessions
from casework.services.accounts.sessions import Held
from casework.services.staff import deputies, excluded, standing
from casework.services.staff.standing import Standing
from casework.services.unit.prepared import Prepared

_HELD = (
    LoginSession.id,
    LoginSession.officer_id,
    LoginSession.office_id,
    LoginSession.device,
    LoginSession.complete,
    LoginSession.seen_at,
    LoginSession.handle,
    LoginSession.sealed,
)
# Few stand in for somebody, and to ask for what passes to them costs as much as all the rest.
_STANDS_IN = exists().where(
    Absence.deputy_id == LoginSession.officer_id, deputies.away(standing.TODAY)
)
# Nearly nobody is kept away from a case; whoever is pays for the statement that tells which.
_KEPT_AWAY = excluded.any_of(LoginSession.officer_id)
_ASKED = Prepared(
    select(
        *_HELD,
        *standing.shown(OfficerRole.role),
        _STANDS_IN.label("stands_in"),
        _KEPT_AWAY.label("kept_away"),
    )
    .outerjoin(Officer, (Officer.id == LoginSession.officer_id) & Officer.active)
    .outerjoin(OfficerRole, (OfficerRole.officer_id == Officer.id) & deputies.held(standing.TODAY))
    .outerjoin(Office, Office.id == OfficerRole.office_id)
    .where(
        LoginSession.token_hash == bindparam("token"),
        sessions.alive(bindparam("idle"), bindparam("absolute")),
    )
    .order_by(Office.code)
)
_WITH_PASSED = Prepared(standing.STATEMENT)


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
    held = Held(*_ASKED.converted(connection, rows[0])[: len(_HELD)])
    away_from: frozenset[int] = frozenset()
    if rows[0].kept_away:
        away_from = excluded.known(connection, held.officer_id)
    if rows[0].stands_in:
        rows = _WITH_PASSED.rows(connection, {"officer": held.officer_id, "today": on})
    return SignIn(held, standing.chosen(rows, held.officer_id, held.office_id, away_from))
