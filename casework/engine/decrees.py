"""Holiday decrees entered on the running system, as they lie upon the calendars of the files.

A decree is one entry of the overlays of `CALENDAR` (`keputusan/<n>`); a later overlay may withdraw
it. Files win: a day they make free already stays as they have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from casework.engine.basis import Mark
from casework.engine.calendar import Calendar, Span
from casework.engine.holiday import Decree, Holiday, HolidayKind
from casework.engine.revision import Overlay, of_edition

CALENDAR = "kalender"
"""Stands where an edition is named: the calendars belong to every edition."""
BASE = "1"
ENTRY = "keputusan/"
BACK = "masuk_kerja"
"""The kind of a day that a decree takes back: it is a working day again."""
EVERYWHERE = (HolidayKind.NATIONAL, HolidayKind.JOINT_LEAVE)


@dataclass(frozen=True)
class Entered:
    """One decree of the running system.

    `days` are made free everywhere, `closures` close one office by its code, `back` are taken
    back. `settles` is the year whose calendar it settles as a whole, `until` the revision that
    withdrew it ("" while it stands).
    """

    name: str
    decree: Decree
    quote: str
    days: tuple[Holiday, ...] = ()
    closures: tuple[tuple[str, Holiday], ...] = ()
    back: tuple[tuple[date, str], ...] = ()
    settles: int | None = None
    until: str = ""

    @property
    def number(self) -> int:
        """Its number on the running system."""
        return int(self.name.removeprefix(ENTRY))


def entered(overlays: Iterable[Overlay]) -> tuple[Entered, ...]:
    """Every decree of the overlays, withdrawn ones too, in the order they were entered."""
    found: dict[str, tuple[dict[str, Any], str]] = {}
    for overlay in of_edition(overlays, CALENDAR, BASE):
        for name, keys in overlay.changes.items():
            values, until = found.get(name, ({}, ""))
            until = overlay.revision if keys.get("withdrawn") else until
            found[name] = {**values, **keys}, until
    return tuple(_read(name, values, until) for name, (values, until) in found.items())


def upon(
    calendar: Calendar, overlays: Iterable[Overlay]
) -> tuple[Calendar, Mapping[str, tuple[Holiday, ...]]]:
    """The calendar with the decrees that stand, and the closures by office."""
    days, withdrawn = dict(calendar.holidays), list(calendar.withdrawn)
    spans, until = list(calendar.spans), calendar.covers_until
    closures: dict[str, tuple[Holiday, ...]] = {}
    standing = [one for one in entered(overlays) if not one.until]
    for one in standing:
        # A year follows the last one settled, or it would leave a hole.
        if one.settles == until.year + 1:
            first, until = until + timedelta(days=1), date(one.settles, 12, 31)
            spans.append(Span(first, until, one.decree))
        for day in one.days:
            if freer(days.get(day.on), day.kind):
                days[day.on] = day
        for on, _name in one.back:
            gone = days.get(on)
            if gone is not None and gone.kind in EVERYWHERE:
                withdrawn.append(replace(days.pop(on), withdrawn_by=one.decree))
        for office, closure in one.closures:
            closures[office] = (*closures.get(office, ()), closure)
    if not standing:
        return calendar, {}
    return replace(
        calendar, holidays=days, withdrawn=tuple(withdrawn), spans=tuple(spans), covers_until=until
    ), closures


def freer(now: Holiday | None, kind: HolidayKind) -> bool:
    """Does a kind of free day change how a day counts? Joint leave yields to a holiday."""
    return now is None or (
        now.kind is HolidayKind.JOINT_LEAVE and kind is not HolidayKind.JOINT_LEAVE
    )


def _read(name: str, values: Mapping[str, Any], until: str) -> Entered:
    signed, settles = values.get("signed"), values.get("settles")
    decree = Decree(
        f"{CALENDAR}-{name.removeprefix(ENTRY)}",
        str(values["title"]),
        str(values["number"]) if values.get("known") else None,
        Mark(values["verification"]),
        str(values.get("source", "")),
        date.fromisoformat(signed) if signed else None,
        str(values.get("note") or ""),
    )
    days, closures, back = [], [], []
    for row in values["days"]:
        on, what, kind = date.fromisoformat(row["date"]), str(row["name"]), str(row["kind"])
        if kind == BACK:
            back.append((on, what))
        elif kind == HolidayKind.CLOSURE:
            closures.append((str(row["office"]), Holiday(on, what, HolidayKind.CLOSURE, decree)))
        else:
            days.append(Holiday(on, what, HolidayKind(kind), decree))
    return Entered(
        name, decree, str(values.get("quote") or ""), tuple(days), tuple(closures), tuple(back),
        int(settles) if settles else None, until,
    )  # fmt: skip
