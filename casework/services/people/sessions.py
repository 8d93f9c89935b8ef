"""Who is behind a token, and as what today: asked by each request, mostly in one statement."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    bindparam,
    delete,
    exists,
    select,
    update,
)
from sqlalchemy.orm import Session

from casework.errors import NotFound
from casework.models import Absence, LoginSession, Office, Officer, OfficerRole
from casework.ports import Vault
from casework.services.cases import conflict_of_interest
from casework.services.cases.record import audit
from casework.services.core.work import Work
from casework.services.people import deputies, standing
from casework.services.people.standing import Standing

IDLE, ABSOLUTE = timedelta(hours=1), timedelta(hours=12)
# Noting each request would make a writer of every reader.
SEEN_EVERY = timedelta(minutes=1)
KEPT = timedelta(days=30)
_TOKEN_BYTES = 32
Moment = datetime | BindParameter[datetime]


@dataclass(frozen=True, slots=True)
class Held:
    """What a request knows of its session; `complete` is false while a second factor is owed."""

    id: int
    officer_id: int
    office_id: int | None
    device: str
    complete: bool
    seen_at: datetime
    handle: str
    sealed: bytes


def begin(
    session: Session,
    vault: Vault,
    officer_id: int,
    *,
    office_id: int | None,
    device: str,
    complete: bool,
    now: datetime,
) -> tuple[Held, str]:
    """Open a session; gives what is kept of it and the token for the cookie, which is kept nowhere.

    `complete` is false while a second factor is owed. Rows that ended long ago are removed.
    """
    token, handle = secrets.token_urlsafe(_TOKEN_BYTES), secrets.token_hex(16)
    session.execute(
        delete(LoginSession).where(
            LoginSession.officer_id == officer_id, LoginSession.seen_at < now - KEPT
        )
    )
    row = LoginSession(
        token_hash=digest(token),
        officer_id=officer_id,
        office_id=office_id,
        device=device[:120],
        complete=complete,
        created_at=now,
        seen_at=now,
        handle=handle,
        sealed=vault.seal(b"{}", _context(handle)),
    )
    session.add(row)
    session.flush()
    kept = Held(row.id, officer_id, office_id, row.device, complete, now, handle, row.sealed)
    return kept, token


def digest(token: str) -> str:
    """What is kept of a token: SHA-256 is enough for 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def content(vault: Vault, row: Held) -> bytes:
    """What the pages remember in a session; raises IntegrityFault."""
    return vault.open(row.sealed, _context(row.handle))


def keep(session: Session, vault: Vault, row: Held, plain: bytes) -> None:
    """Store what the pages remember."""
    session.execute(
        update(LoginSession)
        .where(LoginSession.id == row.id)
        .values(sealed=vault.seal(plain, _context(row.handle)))
    )


def seen(session: Session, row: Held, now: datetime) -> None:
    """Note that a session is in use."""
    session.execute(update(LoginSession).where(LoginSession.id == row.id).values(seen_at=now))


def choose_office(session: Session, row: Held, office_id: int) -> None:
    """Remember at which office the officer works in this session."""
    session.execute(
        update(LoginSession).where(LoginSession.id == row.id).values(office_id=office_id)
    )


def living(session: Session, officer_id: int, now: datetime) -> Sequence[LoginSession]:
    """An officer's sessions that have not ended, the newest first."""
    return session.scalars(
        select(LoginSession)
        .where(
            LoginSession.officer_id == officer_id,
            LoginSession.complete,
            alive(now - IDLE, now - ABSOLUTE),
        )
        .order_by(LoginSession.seen_at.desc(), LoginSession.id.desc())
    ).all()


def end(
    session: Session,
    officer_id: int,
    now: datetime,
    *,
    only: int | None = None,
    spare: int | None = None,
) -> int:
    """End sessions of an officer: all, `only` one, or all but `spare`; gives how many."""
    which = LoginSession.id == only if only is not None else LoginSession.id != (spare or 0)
    ended = session.execute(
        update(LoginSession)
        .where(LoginSession.officer_id == officer_id, LoginSession.ended_at.is_(None), which)
        .values(ended_at=now)
        .returning(LoginSession.id)
    )
    return len(ended.all())


def end_own(work: Work, now: datetime, *, only: int | None = None, spare: int | None = None) -> int:
    """End sessions of the acting officer, in the record; raises NotFound for one of another."""
    officer_id = work.actor.officer_id or 0
    ended = end(work.session, officer_id, now, only=only, spare=spare)
    if only is not None and not ended:
        raise NotFound("Sesi itu sudah berakhir atau bukan sesi Anda.")
    audit.record(work, "sesi_diakhiri", subject=f"officers:{officer_id}", detail={"count": ended})
    return ended


def alive(idle: Moment, absolute: Moment) -> ColumnElement[bool]:
    """The condition that a session has not ended and was not forgotten too long."""
    return (
        LoginSession.ended_at.is_(None)
        & (LoginSession.seen_at > idle)
        & (LoginSession.created_at > absolute)
    )


def _context(handle: str) -> str:
    return f"session:{handle}"


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
_KEPT_AWAY = conflict_of_interest.any_of(LoginSession.officer_id)
_ASKED = (
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
        alive(bindparam("idle"), bindparam("absolute")),
    )
    .order_by(Office.code)
)


@dataclass(frozen=True)
class SignIn:
    """A session, and as what its officer works; None for an officer without a role today."""

    held: Held
    standing: Standing | None


def find(connection: Connection, token: str, now: datetime, on: date) -> SignIn | None:
    """The session of a token while it lasts; None when it ended or was forgotten too long."""
    asked = {
        "token": digest(token),
        "idle": now - IDLE,
        "absolute": now - ABSOLUTE,
        "today": on,
    }
    rows = connection.execute(_ASKED, asked).all()
    if not rows:
        return None
    held = Held(*rows[0][: len(_HELD)])
    away_from: frozenset[int] = frozenset()
    if rows[0].kept_away:
        away_from = conflict_of_interest.known(connection, held.officer_id)
    if rows[0].stands_in:
        passed = {"officer": held.officer_id, "today": on}
        rows = connection.execute(standing.STATEMENT, passed).all()
    return SignIn(held, standing.chosen(rows, held.officer_id, held.office_id, away_from))
