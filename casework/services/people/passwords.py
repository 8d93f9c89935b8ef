"""Passwords: changed by their officer, or set once through a link an administrator hands over."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import select

from casework.errors import BadInput, NotFound, NotPermitted
from casework.models import Officer, PasswordLink
from casework.services.cases.record import audit
from casework.services.core.work import Work
from casework.services.people import officers, sessions

LINK_LASTS = timedelta(days=3)
_DEAD = (
    "Tautan ini sudah dipakai, diganti tautan lain, atau lewat tiga hari. Minta tautan baru "
    "kepada administrator kantor Anda."
)


def change(work: Work, old: str, new: str, now: datetime, *, spare: int | None) -> None:
    """Change the acting officer's password; every session but `spare` ends at once.

    `now` is the machine's time. Raises BadInput naming the field.
    """
    officer = work.session.get_one(Officer, work.actor.officer_id)
    if not officers.fits(officer, old):
        raise BadInput.one("lama", "Kata sandi sekarang tidak cocok. Ketik ulang.")
    if old == new:
        raise BadInput.one("sandi", "Kata sandi baru sama dengan yang lama. Pilih yang lain.")
    _set(work, officer, new, now, spare)
    audit.record(work, "kata_sandi_diganti", subject=f"officers:{officer.id}")


def make_link(work: Work, officer: Officer, now: datetime) -> str:
    """Make a link by which an officer sets a password; gives its token, shown this once.

    Older links of the officer are void. Raises NotPermitted for a leaver.
    """
    if not officer.active:
        raise NotPermitted("Petugas itu sudah tidak aktif; aktifkan dahulu akunnya.")
    officers.lock(work.session, officer.id)
    close_links(work, officer.id, now)
    token = secrets.token_urlsafe(32)
    work.session.add(
        PasswordLink(
            token_hash=sessions.digest(token),
            officer_id=officer.id,
            made_by=work.actor.officer_id,
            expires_at=now + LINK_LASTS,
        )
    )
    audit.record(work, "tautan_sandi_dibuat", subject=f"officers:{officer.id}")
    return token


def owner_of(work: Work, token: str, now: datetime) -> Officer:
    """The active officer whose link this is; raises NotFound when it is no longer good."""
    officer = work.session.scalar(
        select(Officer)
        .join(PasswordLink, PasswordLink.officer_id == Officer.id)
        .where(
            PasswordLink.token_hash == sessions.digest(token),
            PasswordLink.used_at.is_(None),
            PasswordLink.expires_at > now,
            Officer.active,
        )
    )
    if officer is None:
        raise NotFound(_DEAD)
    return officer


def set_by_link(work: Work, token: str, new: str, now: datetime) -> None:
    """Set the password of the link's officer, who acts here; the link is then used up.

    Raises NotFound for a link that is no longer good, BadInput for a weak password.
    """
    # Asked again under the lock: a link works once, also when it is used twice at once.
    officers.lock(work.session, owner_of(work, token, now).id)
    officer = owner_of(work, token, now)
    _set(work, officer, new, now, None)
    close_links(work, officer.id, now)
    audit.record(work, "kata_sandi_ditetapkan", subject=f"officers:{officer.id}")


def _set(work: Work, officer: Officer, new: str, now: datetime, spare: int | None) -> None:
    officers.check_password(officer.login, new, officer.name)
    officer.password_hash = officers.hash_password(new)
    officer.failed_logins, officer.locked_until = 0, None
    sessions.end(work.session, officer.id, now, spare=spare)


def close_links(work: Work, officer_id: int, now: datetime) -> None:
    """Let no link work any more by which an officer could set a password."""
    open_ones = select(PasswordLink).where(
        PasswordLink.officer_id == officer_id, PasswordLink.used_at.is_(None)
    )
    for link in work.session.scalars(open_ones):
        link.used_at = now
