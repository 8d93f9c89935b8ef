"""Regions from the province down to the polling station, by the codes of the ministry."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from casework.engine.region import LONGEST_NAME, Node, RegionLevel
from casework.models.base import Base


class Region(Base):
    """One region. `key` is what it is found by, `regency_code` the kabupaten or kota around it.

    Rows are added and renamed by imports and never go: cases name them.
    """

    __tablename__ = "regions"

    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    parent_code: Mapped[str | None] = mapped_column(
        String(20), ForeignKey("regions.code"), index=True
    )
    regency_code: Mapped[str | None] = mapped_column(String(20), index=True)
    level: Mapped[RegionLevel]
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    key: Mapped[str] = mapped_column(String(LONGEST_NAME), index=True)
    bawaslu_code: Mapped[str] = mapped_column(String(20))

    @property
    def node(self) -> Node:
        """The region as the engine knows it."""
        return Node(self.code, self.level, self.name, self.bawaslu_code)
