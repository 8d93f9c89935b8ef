"""Offices as tenants, officers, and the roles they hold from–until."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.engine.office import Level
from casework.engine.roles import Role
from casework.models.base import TRIES, Base, Code, Key, Text300


class Office(Base):
    """One Bawaslu office: level, parent, zone, region code and what its letterhead says."""

    __tablename__ = "offices"

    id: Mapped[Key]
    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Text300]
    level: Mapped[Level]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("offices.id"))
    zone: Mapped[Code]
    region_code: Mapped[Code]
    code_is_training: Mapped[bool] = mapped_column(default=False)
    city: Mapped[Text300]
    letterhead: Mapped[dict[str, Any]] = mapped_column(default=dict)

    parent: Mapped[Office | None] = relationship(remote_side="Office.id")


class Officer(Base):
    """A member of staff who can log in; the password is an Argon2 hash."""

    __tablename__ = "officers"

    id: Mapped[Key]
    login: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[Text300]
    email: Mapped[str] = mapped_column(String(320), default="")
    nip: Mapped[str] = mapped_column(String(32), default="")
    position: Mapped[str] = mapped_column(String(120), default="")
    password_hash: Mapped[str] = mapped_column(String(255), default="")
    active: Mapped[bool] = mapped_column(default=True)
    failed_logins: Mapped[int] = mapped_column(default=0, info=TRIES)
    locked_until: Mapped[datetime | None] = mapped_column(info=TRIES)

    roles: Mapped[list[OfficerRole]] = relationship(back_populates="officer")


class OfficerRole(Base):
    """A role held at one office; `until` is the first day it is no longer held."""

    __tablename__ = "officer_roles"
    __table_args__ = (UniqueConstraint("officer_id", "office_id", "role", "starts"),)

    id: Mapped[Key]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"), index=True)
    role: Mapped[Role]
    starts: Mapped[date]
    until: Mapped[date | None]

    officer: Mapped[Officer] = relationship(back_populates="roles")
    office: Mapped[Office] = relationship()
