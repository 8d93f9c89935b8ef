"""What officers say to each other about a case; no part of the record, of a paper or an export."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Key

LONGEST_COMMENT = 2000
"""In characters."""


class Comment(Base):
    """A comment of one officer for those of the same office who may see the case.

    `office_id` is the office it was written at: it does not go along when the case moves. A
    comment that its author took back keeps when, and nothing of what it said.
    """

    __tablename__ = "comments"
    __table_args__ = (
        CheckConstraint("(removed_at IS NULL) = (text <> '')", name="removed_is_empty"),
        CheckConstraint(f"length(text) <= {LONGEST_COMMENT}", name="length"),
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    text: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class CommentMention(Base):
    """An officer who was told of a comment."""

    __tablename__ = "comment_mentions"
    __table_args__ = (UniqueConstraint("comment_id", "officer_id"),)

    id: Mapped[Key]
    comment_id: Mapped[int] = mapped_column(ForeignKey("comments.id"))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
