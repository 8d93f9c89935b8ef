"""Recovery codes for the day the telephone is lost: ten, kept as keyed digests, each used once."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

import pyotp
from sqlalchemy import func, select

from casework.errors import BadInput, NotFound, NotPermitted
from casework.models import Officer, RecoveryCode, SecondFactor
from casework.services.cases.record import audit
from casework.services.core.work import Work

HOW_MANY = 10
# Without letters and digits that look alike; ten of them are 49 bits.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_HALF = 5


def renew(work: Work, officer_id: int) -> list[str]:
    """Make ten new codes; all older ones are void. The codes are given this once."""
    remove_codes(work, officer_id)
    codes = [_code() for _ in range(HOW_MANY)]
    work.session.add_all(
        RecoveryCode(officer_id=officer_id, mark=_mark(work, officer_id, code)) for code in codes
    )
    work.session.flush()
    audit.record(work, "kode_cadangan_dibuat", subject=f"officers:{officer_id}")
    return codes


def spend(work: Work, officer_id: int, typed: str, now: datetime) -> bool:
    """Use a code up; False when it is none of the officer's or was used before."""
    # Locked: of two who use one code at once, the second finds it used.
    used = work.session.scalar(
        select(RecoveryCode)
        .where(
            RecoveryCode.officer_id == officer_id,
            RecoveryCode.mark == _mark(work, officer_id, typed),
            RecoveryCode.used_at.is_(None),
        )
        .with_for_update()
    )
    if used is not None:
        used.used_at = now
        audit.record(
            work,
            "kode_cadangan_dipakai",
            subject=f"officers:{officer_id}",
            detail={"left": left(work, officer_id)},
        )
    return used is not None


def remove_codes(work: Work, officer_id: int) -> None:
    """Let none of an officer's codes work any more."""
    codes = select(RecoveryCode).where(RecoveryCode.officer_id == officer_id)
    for row in work.session.scalars(codes):
        work.session.delete(row)
    work.session.flush()


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


ISSUER = "Casework Bawaslu"
STEP_SECONDS = 30
# One step either way, for a telephone whose clock is a little off.
_DRIFT = (0, -1, 1)
MOST_FAILURES, PAUSE = 5, timedelta(minutes=15)
_DIGITS = 6
_WRONG = (
    "Kode tidak cocok. Buka aplikasi autentikator, pilih entri sistem ini, lalu ketik enam angka "
    "yang sedang tampil. Pastikan jam telepon disetel otomatis."
)


def in_force(work: Work, officer_id: int) -> bool:
    """Whether the officer has a second factor that sign-in asks for."""
    row = work.session.get(SecondFactor, officer_id)
    return row is not None and row.confirmed_at is not None


def holders(work: Work, officers: Collection[int]) -> set[int]:
    """Those of these officers who sign in with a second factor."""
    query = select(SecondFactor.officer_id).where(
        SecondFactor.officer_id.in_(sorted(officers)), SecondFactor.confirmed_at.is_not(None)
    )
    return set(work.session.scalars(query))


def begin(work: Work, now: datetime) -> str:
    """Give the acting officer's secret that waits for its first code, making one where needed.

    `now` is the machine's time. Raises NotPermitted when a second factor is already in force.
    """
    officer_id = _me(work)
    row = work.session.get(SecondFactor, officer_id)
    if row is not None and row.confirmed_at is not None:
        raise NotPermitted("Faktor kedua sudah aktif. Matikan dahulu untuk memasang yang baru.")
    if row is None:
        handle = secrets.token_hex(16)
        sealed = work.vault.seal(pyotp.random_base32().encode(), _context(handle))
        row = SecondFactor(officer_id=officer_id, handle=handle, sealed=sealed, created_at=now)
        work.session.add(row)
        work.session.flush()
    return _secret(work, row)


def address(work: Work, secret: str) -> str:
    """The `otpauth://` address an authenticator reads from the QR code."""
    officer = work.session.get_one(Officer, _me(work))
    return pyotp.TOTP(secret).provisioning_uri(name=officer.login, issuer_name=ISSUER)


def confirm(work: Work, code: str, now: datetime) -> list[str]:
    """Put the waiting second factor in force; gives the recovery codes, shown this once.

    Raises BadInput for a wrong code, NotFound when none is waiting.
    """
    row = _locked(work, _me(work))
    if row is None or row.confirmed_at is not None:
        raise NotFound("Tidak ada faktor kedua yang menunggu. Buka lagi halaman pemasangannya.")
    step = _matching(work, row, code, now)
    if step is None:
        raise BadInput.one("kode", _WRONG)
    row.confirmed_at, row.last_step = now, step
    codes = renew(work, row.officer_id)
    _record(work, "faktor_kedua_aktif", row.officer_id)
    return codes


def check(work: Work, code: str, now: datetime) -> bool:
    """Whether a code, or a recovery code, is right; it is then used up.

    Failures are counted in the caller's transaction; after five the factor rests a quarter hour.
    """
    row = _locked(work, _me(work))
    if row is None or row.confirmed_at is None:
        return False
    if row.locked_until is not None and now < row.locked_until:
        return False
    step = _matching(work, row, code, now)
    if step is not None:
        row.last_step = step
    elif not spend(work, row.officer_id, code, now):
        row.failures += 1
        if row.failures >= MOST_FAILURES:
            row.locked_until, row.failures = now + PAUSE, 0
        return False
    row.failures, row.locked_until = 0, None
    return True


def switch_off(work: Work, code: str, now: datetime) -> bool:
    """Remove the acting officer's second factor when the code is right; in the record."""
    good = check(work, code, now)
    if good:
        _remove(work, _me(work))
        _record(work, "faktor_kedua_dimatikan", _me(work))
    return good


def reset(work: Work, officer: Officer) -> None:
    """Remove an officer's second factor, so that the next sign-in sets up a new one."""
    _remove(work, officer.id)
    _record(work, "faktor_kedua_direset", officer.id)


def _remove(work: Work, officer_id: int) -> None:
    remove_codes(work, officer_id)
    row = work.session.get(SecondFactor, officer_id)
    if row is not None:
        work.session.delete(row)
        work.session.flush()


def _matching(work: Work, row: SecondFactor, code: str, now: datetime) -> int | None:
    """The step of a code that fits and is newer than every code accepted before."""
    typed = "".join(code.split())
    if len(typed) != _DIGITS or not (typed.isascii() and typed.isdigit()):
        return None
    otp = pyotp.TOTP(_secret(work, row))
    here = int(now.timestamp()) // STEP_SECONDS
    for drift in _DRIFT:
        right = hmac.compare_digest(otp.generate_otp(here + drift), typed)
        if right and here + drift > row.last_step:
            return here + drift
    return None


def _locked(work: Work, officer_id: int) -> SecondFactor | None:
    # Two requests with one code: the second waits and finds the step taken.
    return work.session.scalar(
        select(SecondFactor)
        .where(SecondFactor.officer_id == officer_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def _secret(work: Work, row: SecondFactor) -> str:
    return work.vault.open(row.sealed, _context(row.handle)).decode()


def _me(work: Work) -> int:
    if work.actor.officer_id is None:
        raise NotPermitted("Faktor kedua hanya milik seorang petugas.")
    return work.actor.officer_id


def _record(work: Work, action: str, officer_id: int) -> None:
    audit.record(work, action, subject=f"officers:{officer_id}")


def _context(handle: str) -> str:
    return f"second-factor:{handle}"
