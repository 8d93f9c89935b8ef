"""The people of a case, and the encrypted home of those whose identity is protected."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import LATER, Base, Code, Key, Text300


class PartyRole(StrEnum):
    """What somebody is in a case; a matter (`objek`) is no person."""

    REPORTER = "reporter"
    RESPONDENT = "respondent"
    WITNESS = "witness"
    EXPERT = "expert"
    MATTER = "matter"


RESPONDENTS = (PartyRole.RESPONDENT, PartyRole.MATTER)
"""The roles of parties an outcome is due for: respondents and matters without a person."""


class Party(Base):
    """A reporter, respondent, witness, expert, or a matter without a person (`objek`).

    Reporter and witness rows carry a pseudonym only; their identity is in `identities`. `phone` is
    what was typed, `phone_e164` the number it is, None where it is none or from before.
    """

    __tablename__ = "parties"
    __table_args__ = (Index("ix_parties_case_role", "case_id", "role"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    role: Mapped[PartyRole]
    ordinal: Mapped[int]
    label: Mapped[Text300]
    category: Mapped[Code] = mapped_column(default="")
    position: Mapped[Text300] = mapped_column(default="")
    address: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[Code] = mapped_column(default="")
    phone_e164: Mapped[str | None] = mapped_column(String(20), info=LATER)
    region: Mapped[Code] = mapped_column(default="")
    identity_id: Mapped[int | None] = mapped_column(ForeignKey("identities.id"))


class Identity(Base):
    """A protected person, sealed with a key of its own that the master key wraps (AES-GCM)."""

    __tablename__ = "identities"

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    handle: Mapped[str] = mapped_column(String(64), unique=True)
    sealed: Mapped[bytes]
    created_at: Mapped[datetime]
