"""Staff: who they are, which roles they hold today, and whether a password is theirs."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import Date, Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from casework.errors import BadInput, wording
from casework.models import Absence, Exclusion, Office, Officer, OfficerRole
from casework.services.cases import conflict_of_interest
from casework.services.core.work import Actor
from casework.services.people import deputies
from casework.services.people.deputies import held
from casework.services.people.password_strength import is_weak

HASHER = PasswordHasher()
"""Argon2id at the cost that RFC 9106, section 4 recommends where memory is short."""
# Verified against when the login does not exist, so that both answers take as long.
_NOBODY = HASHER.hash(secrets.token_hex())
MOST_FAILURES, PAUSE = 5, timedelta(minutes=15)
_REFUSED = "Nama masuk atau kata sandi salah. Periksa lalu coba lagi."
NO_CASE = 0
"""No case has this key: nobody is kept away from it."""
SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 1024


def hash_password(password: str) -> str:
    """Argon2id hash (RFC 9106); raises BadInput for a password that is too short."""
    if len(password) < SHORTEST_PASSWORD:
        raise BadInput.one(
            "sandi",
            wording("Kata sandi paling sedikit %(shortest)s huruf.", shortest=SHORTEST_PASSWORD),
        )
    return HASHER.hash(password)


def check_password(login: str, password: str, name: str = "") -> None:
    """Refuse a password that is too short, too long, the officer's own name, or guessed first."""
    if password.strip().lower() in {login, login.partition(".")[0]}:
        raise BadInput.one("sandi", "Kata sandi tidak boleh sama dengan nama pengguna.")
    if len(password) > LONGEST_PASSWORD:
        raise BadInput.one(
            "sandi",
            wording("Kata sandi paling panjang %(longest)s huruf.", longest=LONGEST_PASSWORD),
        )
    if len(password) < SHORTEST_PASSWORD:
        raise BadInput.one(
            "sandi",
            wording("Kata sandi paling sedikit %(shortest)s huruf.", shortest=SHORTEST_PASSWORD),
        )
    if is_weak(password, login, name):
        raise BadInput.one(
            "sandi",
            "Kata sandi itu mudah ditebak: kata yang umum, nama Anda, tanggal, atau urutan. Pakai "
            "tiga kata atau lebih yang tidak berhubungan.",
        )


def fits(officer: Officer, password: str) -> bool:
    """Whether a password is the officer's."""
    return _fits(officer.password_hash or _NOBODY, password) and bool(officer.password_hash)


def authenticate(
    session: Session,
    login: str,
    password: str,
    now: datetime,
    *,
    apart: Callable[[Officer], bool] = lambda _officer: False,
) -> Officer | None:
    """Give the officer, or None; the failure is counted in the caller's transaction.

    After five failures a login rests for fifteen minutes. `apart` tells of a try that is counted
    elsewhere: that rest does not hold it up, and it neither adds to the count nor ends it.
    """
    # Locked while Argon2 reckons: whoever tries many passwords at once waits for each of them, or
    # failures would overwrite each other. That holds up only what this officer does once.
    officer = session.scalar(
        select(Officer)
        .where(Officer.login == login.strip().lower()[:64])
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    resting = officer is not None and officer.locked_until is not None
    stored = officer.password_hash if officer and officer.password_hash else _NOBODY
    good = _fits(stored, password)
    if officer is None or not officer.active or not officer.password_hash:
        return None
    counted_apart = apart(officer)
    if resting and officer.locked_until and now < officer.locked_until and not counted_apart:
        return None
    if not good and counted_apart:
        return None
    if not good:
        officer.failed_logins += 1
        if officer.failed_logins >= MOST_FAILURES:
            officer.locked_until, officer.failed_logins = now + PAUSE, 0
        return None
    if not counted_apart:
        officer.failed_logins, officer.locked_until = 0, None
    if HASHER.check_needs_rehash(officer.password_hash):
        officer.password_hash = HASHER.hash(password)
    return officer


def lock(session: Session, officer_id: int | None) -> None:
    """Lock the row of an officer: what there may be once for each officer is done one by one."""
    session.scalar(
        select(Officer)
        .where(Officer.id == officer_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


def _fits(stored: str, password: str) -> bool:
    try:
        return HASHER.verify(stored, password[:1024])
    except (VerifyMismatchError, InvalidHashError):
        return False


def refusal() -> str:
    """The one text for every failed login; it does not tell which part was wrong."""
    return _REFUSED


def claimed(session: Session, claim: str, value: str) -> Officer | None:
    """The one active officer an identity provider speaks of; None where none or several fit.

    The claim `email` is compared with the officers' mail addresses, any other with login names.
    """
    wanted = value.strip().lower()
    if not wanted:
        return None
    column = func.lower(Officer.email) if claim == "email" else Officer.login
    found = session.scalars(select(Officer).where(Officer.active, column == wanted).limit(2)).all()
    return found[0] if len(found) == 1 else None


def offices_of(session: Session, officer: Officer, on: date) -> list[Office]:
    """Offices at which the officer holds a role on a day."""
    return list(
        session.scalars(
            select(Office)
            .where(
                # Not DISTINCT: PostgreSQL cannot compare the letterhead's JSON.
                Office.id.in_(
                    select(OfficerRole.office_id).where(
                        OfficerRole.officer_id == officer.id, held(on)
                    )
                )
            )
            .order_by(Office.code)
        )
    )


def actor(session: Session, officer: Officer, office: Office, on: date) -> Actor:
    """The officer acting for an office with the roles held there on a day.

    Roles of officers away whose deputy this is come with them.
    """
    asked = {"officer": officer.id, "office": office.id, "day": on}
    roles = session.scalars(_ROLES, asked).all()
    stood_in = session.execute(_STOOD_IN, asked).all()
    return Actor(
        officer.id,
        officer.name,
        office.id,
        frozenset(roles) | {row.role for row in stood_in},
        deputy_for=tuple(sorted({row.officer_id for row in stood_in})),
        excluded=conflict_of_interest.of_officer(session, officer.id),
    )


_OFFICER = bindparam("officer", type_=OfficerRole.officer_id.type)
_OFFICE = bindparam("office", type_=OfficerRole.office_id.type)
_DAY = bindparam("day", type_=Date)
_CASE = bindparam("case", type_=Exclusion.case_id.type)
_ROLES = select(OfficerRole.role).where(
    OfficerRole.officer_id == _OFFICER, OfficerRole.office_id == _OFFICE, held(_DAY)
)
_STOOD_IN = deputies.passed(_OFFICE, _DAY).where(Absence.deputy_id == _OFFICER)


def holders(
    session: Session, office_id: int, roles: tuple[str, ...], on: date, *, case_id: int = NO_CASE
) -> list[Officer]:
    """Active officers who hold one of the roles at an office on a day, and their deputies.

    With `case_id` without those whom that case keeps away; a deputy of one of them is not.
    """
    asked = {"office": office_id, "day": on, "case": case_id}
    return list(session.scalars(_holding(frozenset(roles)), asked))


@lru_cache(maxsize=256)
def _holding(roles: frozenset[str]) -> Select[Officer]:
    """Built once for each set of roles, of which the law has a few dozen."""
    own = select(OfficerRole.officer_id).where(
        OfficerRole.office_id == _OFFICE, OfficerRole.role.in_(sorted(roles)), held(_DAY)
    )
    standing_in = deputies.passed(_OFFICE, _DAY, roles=roles).with_only_columns(Absence.deputy_id)
    return (
        select(Officer)
        .where(
            Officer.active,
            or_(Officer.id.in_(own), Officer.id.in_(standing_in)),
            Officer.id.not_in(conflict_of_interest.officers(_CASE)),
        )
        .order_by(Officer.id)
    )


def names(session: Session, officer_ids: Collection[int]) -> list[str]:
    """The names of some officers, in order."""
    rows = session.scalars(
        select(Officer.name).where(Officer.id.in_(officer_ids)).order_by(Officer.name)
    )
    return list(rows)


def today(now: datetime) -> date:
    """The day on which roles are judged when no office is chosen yet (UTC+7 is the seat)."""
    return (now.astimezone(UTC) + timedelta(hours=7)).date()
