"""Who may not know of a case although the office has it: named in it, or kept away by hand."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Key


class Reason(StrEnum):
    """Why an officer is kept away: the role in which the case names them, or by hand."""

    RESPONDENT = "respondent"
    REPORTER = "reporter"
    WITNESS = "witness"
    HAND = "hand"


class Exclusion(Base):
    """One officer kept away from one case, and how that ended.

    `party_id` is the person whose name is the officer's. `set_by` is empty for the system. While
    `lifted_at` is empty it is in force; a pair has at most one such row.
    """

    __tablename__ = "exclusions"
    __table_args__ = (
        Index(
            "uq_exclusions_in_force",
            "officer_id",
            "case_id",
            unique=True,
            sqlite_where=text("lifted_at IS NULL"),
            postgresql_where=text("lifted_at IS NULL"),
        ),
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    why: Mapped[Reason]
    party_id: Mapped[int | None] = mapped_column(ForeignKey("parties.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    since: Mapped[datetime]
    set_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    lifted_at: Mapped[datetime | None]
    lifted_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    lift_reason: Mapped[str] = mapped_column(Text, default="")
