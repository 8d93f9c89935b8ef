"""Recovery codes for the day the telephone is lost: ten, kept as keyed digests, each used once."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import delete, func, select, update

from casework.models import RecoveryCode
from casework.services.record import audit
from casework.services.unit.work import Work

HOW_MANY = 10
# Without letters and digits that look alike; ten of them are 49 bits.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_HALF = 5


def renew(work: Work, officer_id: int) -> list[str]:
    """Make ten new codes; all older ones are void. The codes are given this once."""
    work.session.execute(delete(RecoveryCode).where(RecoveryCode.officer_id == officer_id))
    codes = [_code() for _ in range(HOW_MANY)]
    work.session.add_all(
        RecoveryCode(officer_id=officer_id, mark=_mark(work, officer_id, code)) for code in codes
    )
    work.session.flush()
    audit.record(work, "kode_cadangan_dibuat", subject=f"officers:{officer_id}")
    return codes


def spend(work: Work, officer_id: int, typed: str, now: datetime) -> bool:
    """Use a code up; False when it is none of the officer's or was used before."""
    used = work.session.execute(
        update(RecoveryCode)
        .where(
            RecoveryCode.officer_id == officer_id,
            RecoveryCode.mark == _mark(work, officer_id, typed),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=now)
        .returning(RecoveryCode.id)
    ).all()
    if used:
        audit.record(
            work,
            "kode_cadangan_dipakai",
            subject=f"officers:{officer_id}",
            detail={"left": left(work, officer_id)},
        )
    return bool(used)


def left(work: Work, officer_id: int) -> int:
    """How many codes were not used yet."""
    return (
        work.session.scalar(
            select(func.count())
            .select_from(RecoveryCode)
            .where(RecoveryCode.officer_id == officer_id, RecoveryCode.used_at.is_(None))
        )
        or 0
    )


def _code() -> str:
    halves = ("".join(secrets.choice(_ALPHABET) for _ in range(_HALF)) for _ in range(2))
    return "-".join(halves)


def _mark(work: Work, officer_id: int, typed: str) -> str:
    plain = "".join(char for char in typed.lower() if char.isalnum())
    return work.vault.mark(plain.encode(), f"recovery:{officer_id}")
