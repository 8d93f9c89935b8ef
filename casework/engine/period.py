"""A half-open span of dates during which something is in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.engine.basis import Basis


@dataclass(frozen=True)
class Period:
    """In force from `since` (None: since before our data) up to, not including, `until`.

    >>> kasn = Period(None, date(2024, 8, 24))
    >>> kasn.covers(date(2024, 8, 23)), kasn.covers(date(2024, 8, 24))
    (True, False)
    """

    since: date | None = None
    until: date | None = None
    since_basis: Basis | None = None
    until_basis: Basis | None = None
    since_known: bool = True

    @property
    def bases(self) -> tuple[Basis, ...]:
        """On what its ends rest, where they have bases of their own."""
        return tuple(one for one in (self.since_basis, self.until_basis) if one is not None)

    def covers(self, day: date) -> bool:
        """Is `day` inside the span?"""
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )

    def overlaps(self, other: Period) -> bool:
        """Is there a day inside both spans?

        >>> bkn = Period(date(2024, 8, 24), None)
        >>> Period(None, date(2024, 8, 24)).overlaps(bkn)
        False
        """
        starts = [day for day in (self.since, other.since) if day is not None]
        ends = [day for day in (self.until, other.until) if day is not None]
        return not starts or not ends or max(starts) < min(ends)
