"""What the settings pages show of rules and counters; nothing of any case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from flask_babel import gettext as _
from sqlalchemy import select

from casework.engine.agency import Agency
from casework.engine.edition import Edition
from casework.engine.holiday import Decree, Holiday
from casework.engine.numbering import LetterPattern, Numbering
from casework.models import Counter, Office
from casework.services.core.work import Work
from casework.services.people import offices


@dataclass(frozen=True)
class Patterns:
    """How an edition writes numbers."""

    title: str
    numbering: Numbering
    letters: tuple[LetterPattern, ...]


@dataclass(frozen=True)
class NumberPage:
    """Patterns by edition, and counters by office, both as they stand now."""

    patterns: tuple[Patterns, ...]
    counters: tuple[tuple[str, tuple[Counter, ...]], ...]


@dataclass(frozen=True)
class CalendarPage:
    """Free days by year, decrees, and until when the calendar is settled."""

    years: tuple[tuple[int, tuple[Holiday, ...]], ...]
    decrees: tuple[Decree, ...]
    withdrawn: tuple[Holiday, ...]
    since: date
    until: date


def numbering(work: Work) -> NumberPage:
    """Patterns of each edition that takes cases, and counters of the offices governed."""
    names = {one.id: one.name for one in offices.governed(work)}
    rows = work.session.scalars(
        select(Counter)
        .join(Office, Office.id == Counter.office_id)
        .where(Counter.office_id.in_(names))
        .order_by(Office.code, Counter.year.desc(), Counter.series)
    ).all()
    return NumberPage(
        tuple(
            Patterns(one.title, one.numbering, tuple(one.numbering.letters.values()))
            for one in _editions(work)
        ),
        tuple(
            (names[key], tuple(group))
            for key, group in groupby(rows, key=lambda row: row.office_id)
        ),
    )


def agencies(work: Work) -> Sequence[Agency]:
    """Every body of the rules, by its function and time."""
    return sorted(
        work.law.agencies.values(), key=lambda one: (one.function, one.in_force.since or date.min)
    )


def calendar(work: Work) -> CalendarPage:
    """The calendar of the rules."""
    found = work.law.calendar
    days = sorted([*found.holidays.values(), *found.local], key=lambda one: one.on)
    years = tuple(
        (year, tuple(group)) for year, group in groupby(days, key=lambda one: one.on.year)
    )
    known = {one.decree.id + str(one.decree.signed): one.decree for one in days}
    return CalendarPage(
        tuple(reversed(years)),
        tuple(sorted(known.values(), key=lambda one: one.signed or date.min, reverse=True)),
        found.withdrawn,
        found.covers_from,
        found.covers_until,
    )


def span(before: timedelta) -> str:
    """How long before or after a limit a reminder comes, in words."""
    if not before:
        return str(_("pada batas"))
    hours = int(abs(before).total_seconds()) // 3600
    if before > timedelta(0):
        return str(_("%(hours)s jam sebelumnya", hours=hours))
    return str(_("%(hours)s jam sesudahnya", hours=hours))


def _editions(work: Work) -> list[Edition]:
    return [one for one in work.law.editions.values() if not one.no_cases]
