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
from casework.errors import NotPermitted
from casework.models import Absence, Counter, Office, Officer, OfficerRole
from casework.services.core.outbox import real_now
from casework.services.core.work import Work
from casework.services.people import (
    absences,
    accounts,
    leaving,
    officers,
    offices,
    second_factor,
    sessions,
)
from casework.services.people.leaving import OpenCase
from webui.core import labels
from webui.core.language import refused


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
            Patterns(
                labels.law_title(one.title), one.numbering, tuple(one.numbering.letters.values())
            )
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


@dataclass(frozen=True)
class RoleRow:
    """A role from–until at an office; `mine` where this administrator may end it."""

    id: int
    role: str
    office: str
    starts: date
    until: date | None
    held: bool
    mine: bool


@dataclass(frozen=True)
class StaffRow:
    """An officer in the list."""

    id: int
    name: str
    login: str
    position: str
    active: bool
    roles: tuple[RoleRow, ...]


@dataclass(frozen=True)
class Card:
    """One account. `locked` says why it cannot be changed from here, "" where it can."""

    row: Officer
    roles: tuple[RoleRow, ...]
    factor: bool
    sessions: int
    absences: Sequence[tuple[Absence, Officer, Officer]]
    locked: str
    myself: bool


def staff(work: Work) -> list[StaffRow]:
    """Everybody, those who work here now first."""
    roles = _roles(work, [one.id for one in accounts.staff(work)])
    return [
        StaffRow(one.id, one.name, one.login, one.position, one.active,
                 tuple(role for role in roles.get(one.id, ()) if role.held))
        for one in accounts.staff(work)
    ]  # fmt: skip


def card(work: Work, officer_id: int) -> Card:
    """One account; raises NotFound."""
    row = accounts.officer(work, officer_id)
    locked = ""
    try:
        accounts.account(work, officer_id)
    except NotPermitted as refusal:
        locked = refused(refusal)
    return Card(
        row,
        tuple(_roles(work, [row.id]).get(row.id, ())),
        second_factor.in_force(work, row.id),
        len(sessions.living(work.session, row.id, real_now())),
        absences.concerning(work, row.id, officers.today(work.now)),
        locked,
        row.id == work.actor.officer_id,
    )


def office_choices(work: Work, *, by_code: bool = False) -> list[tuple[int | str, str]]:
    """The offices governed, as options."""
    return [(one.code if by_code else one.id, one.name) for one in offices.governed(work)]


def left_behind(work: Work, officer_id: int) -> list[OpenCase]:
    """The open cases an officer would leave behind."""
    return leaving.left_behind(work, officer_id)


def _roles(work: Work, officer_ids: list[int]) -> dict[int, list[RoleRow]]:
    today = officers.today(work.now)
    mine = {one.id for one in offices.governed(work)}
    found: dict[int, list[RoleRow]] = {}
    rows = work.session.execute(
        select(OfficerRole, Office.name)
        .join(Office, Office.id == OfficerRole.office_id)
        .where(OfficerRole.officer_id.in_(officer_ids))
        .order_by(OfficerRole.starts.desc(), OfficerRole.role)
    )
    for one, office in rows:
        held = one.starts <= today and (one.until is None or one.until > today)
        over = one.until is not None and one.until <= today
        found.setdefault(one.officer_id, []).append(
            RoleRow(one.id, one.role, office, one.starts, one.until, held,
                    one.office_id in mine and not over)
        )  # fmt: skip
    return found
