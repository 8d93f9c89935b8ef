"""Converts times typed on a page, in the office's zone, to aware times for the services."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from webui.core import clock
from webui.core.transaction import house, me


def aware(typed: datetime | None) -> datetime:
    """What was typed, in the zone of the officer's office; only after validation."""
    if typed is None:
        raise TypeError("an hour field was read before it was validated")
    return typed.replace(tzinfo=ZoneInfo(me().zone))


def maybe(typed: datetime | None) -> datetime | None:
    """What was typed, in the zone of the officer's office; None for an hour that was left open."""
    return None if typed is None else aware(typed)


def wall_now() -> datetime:
    """The present minute on the office's wall, to begin an hour field with."""
    return wall(house().now())


def wall(moment: datetime) -> datetime:
    """The minute of a moment on the office's wall."""
    return clock.local(moment, me().zone).replace(second=0, microsecond=0, tzinfo=None)
