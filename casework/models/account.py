"""How an officer comes in: sessions, the second factor, recovery codes, one-time links."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import TRIES, Base, Key


class LoginSession(Base):
    """One signed-in browser; the token itself is only in its cookie, here is its hash.

    `complete` is false while the second factor is still owed. `device` is browser and system in
    words, never an address. Times are the machine's. `sealed` holds what the pages remember.
    """

    __tablename__ = "sessions"

    id: Mapped[Key]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    office_id: Mapped[int | None] = mapped_column(ForeignKey("offices.id"))
    device: Mapped[str] = mapped_column(String(120))
    complete: Mapped[bool]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    handle: Mapped[str] = mapped_column(String(32))
    sealed: Mapped[bytes]


class SecondFactor(Base):
    """An officer's authenticator; in force once a first code was right (`confirmed_at`).

    `last_step` is the thirty-second step of the newest code that was accepted: no code twice.
    """

    __tablename__ = "second_factors"

    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), primary_key=True)
    handle: Mapped[str] = mapped_column(String(32))
    sealed: Mapped[bytes]
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    last_step: Mapped[int] = mapped_column(BigInteger, default=0, info=TRIES)
    failures: Mapped[int] = mapped_column(default=0, info=TRIES)
    locked_until: Mapped[datetime | None] = mapped_column(info=TRIES)


class RecoveryCode(Base):
    """One code for the day the telephone is lost, as a keyed digest; used once."""

    __tablename__ = "recovery_codes"

    id: Mapped[Key]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    mark: Mapped[str] = mapped_column(String(64), unique=True)
    used_at: Mapped[datetime | None]


class PasswordLink(Base):
    """A link by which an officer sets a password once; only its hash is kept."""

    __tablename__ = "password_links"

    id: Mapped[Key]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    made_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
