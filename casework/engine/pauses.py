"""Pauses: what stops the clock of a limit, and the days on which it stood still."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from casework.engine.basis import Basis
from casework.engine.refusals import DeadlineRefused

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Pause:
    """A pause the law grants a limit: from one dated fact until another, on its own basis.

    The titles are those facts as an officer reads them.
    """

    begins: str
    ends: str
    basis: Basis
    begins_title: str = ""
    ends_title: str = ""

    @property
    def title(self) -> str:
        """The pause in words."""
        return f"{self.begins_title or self.begins} sampai {self.ends_title or self.ends}"


@dataclass(frozen=True)
class Stop:
    """One time the clock stood still: the aware moments `since` and `until`, and by what pause."""

    pause: Pause
    since: datetime
    until: datetime


def named(allowed: Sequence[Pause], name: str = "") -> Pause:
    """The pause that begins with the fact `name`; without a name the only one there is.

    Raises DeadlineRefused, naming the pauses there are.
    """
    found = [one for one in allowed if name in ("", one.begins)]
    if len(found) == 1:
        return found[0]
    if not allowed:
        raise DeadlineRefused(
            "Batas ini tidak mengenal jeda: tidak ada pasal yang menghentikan hitungannya."
        )
    there = "; ".join(f"{one.begins} ({one.title})" for one in allowed)
    asked = f'Jeda "{name}" tidak ada pada batas ini' if name else "Sebutkan jeda yang mana"
    raise DeadlineRefused(f"{asked}. Yang ada: {there}.")


def in_order(
    stops: Iterable[Stop], allowed: Sequence[Pause], zone: str, *, since: datetime
) -> tuple[Stop, ...]:
    """The stops that were not over before `since`, as the office's zone has them, earliest first.

    Raises DeadlineRefused for a stop that no pause of the rule allows, that ends before it
    begins, or that names no zone.
    """
    found = []
    for stop in stops:
        if stop.pause not in allowed:
            raise DeadlineRefused(
                f"Batas ini tidak mengenal jeda {stop.pause.title} ({stop.pause.basis.citation})."
            )
        if stop.since.tzinfo is None or stop.until.tzinfo is None:
            raise DeadlineRefused("Waktu jeda harus menyebut zona waktunya (mis. +07:00).")
        if stop.until < stop.since:
            raise DeadlineRefused(
                f"Jeda {stop.pause.title} berakhir ({stop.until.isoformat()}) sebelum dimulai "
                f"({stop.since.isoformat()}); periksa kedua waktunya."
            )
        if stop.until >= since:
            found.append(Stop(stop.pause, _local(stop.since, zone), _local(stop.until, zone)))
    return tuple(sorted(found, key=lambda stop: (stop.since, stop.until)))


def days_of(stops: Iterable[Stop], *, whole: bool) -> tuple[tuple[date, date], ...]:
    """First and last day of each stretch of days on which the clock stood still, in order.

    A day on which it stopped or went on again is one of them; with `whole` (the stricter reading)
    only the days between are.
    """
    spans: list[tuple[date, date]] = []
    for stop in stops:
        edge = _DAY if whole else timedelta(0)
        since, until = stop.since.date() + edge, stop.until.date() - edge
        if since > until:
            continue
        if spans and since <= spans[-1][1] + _DAY:
            spans[-1] = (spans[-1][0], max(spans[-1][1], until))
        else:
            spans.append((since, until))
    return tuple(spans)


def _local(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone)).replace(microsecond=0)


def spans(events: Iterable[tuple[bool, datetime]]) -> tuple[tuple[datetime, datetime | None], ...]:
    """The times a clock stood still, from its stops (True) and starts in the order recorded.

    A stop recorded after the clock had gone on begins a new time when it lies later, and corrects
    the last one when it lies earlier; the newest record of the same thing counts. The last time
    has no end while the clock stands still.

    >>> day = lambda n: datetime(2024, 9, n)
    >>> [(a.day, b and b.day) for a, b in spans([(True, day(2)), (False, day(4)), (True, day(9))])]
    [(2, 4), (9, None)]
    >>> [(a.day, b and b.day) for a, b in spans([(True, day(2)), (False, day(4)), (True, day(3))])]
    [(3, 4)]
    """
    found: list[tuple[datetime, datetime | None]] = []
    for stopped, at in events:
        since, until = found[-1] if found else (None, None)
        if not stopped:
            if since is not None:
                found[-1] = (since, at)
        elif since is None or (until is not None and at >= until):
            found.append((at, None))
        else:
            found[-1] = (at, until)
    return tuple(found)
