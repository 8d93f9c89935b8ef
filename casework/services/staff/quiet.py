"""Quiet hours: when an officer wants to be left alone, by the clock of an office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
LAST_CALL = timedelta(hours=1)
"""A reminder of a limit that has not ended leaves its reader at least this much time."""


@dataclass(frozen=True)
class Quiet:
    """Hours from `since` up to `until`; over midnight when `until` is the earlier one."""

    since: time
    until: time

    def window(self, at: datetime, zone: str) -> tuple[datetime, datetime] | None:
        """The quiet span that holds `at` (aware), or None; its end is no longer in it."""
        local = at.astimezone(ZoneInfo(zone))
        for day in (local.date() - _DAY, local.date()):
            begins = datetime.combine(day, self.since, ZoneInfo(zone))
            over = day if self.since < self.until else day + _DAY
            ends = datetime.combine(over, self.until, ZoneInfo(zone))
            if begins <= at < ends:
                return begins, ends
        return None

    def holds_back(self, at: datetime, zone: str, ends_at: datetime | None) -> datetime | None:
        """Until when a message must wait; None when it may go now.

        A reminder of a limit that ends (`ends_at`) within the same quiet span, or less than an hour
        after it, does not wait: it would come too late.
        """
        span = self.window(at, zone)
        if span is None or (ends_at is not None and span[0] <= ends_at < span[1] + LAST_CALL):
            return None
        return span[1]
