"""Where an office's series begin: numbers used before this system, and those left out later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select

from casework.errors import NotFound, NotPermitted
from casework.models import Counter, NumberOpening, Office, Officer
from casework.services.office import letter_styles, office_settings, offices
from casework.services.unit import numbers
from casework.services.unit.numbers import LETTER, RECEIPT, REGISTRATION
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Work

ROLES = letter_styles.SETTERS | {"administrator"}
SERIES = (f"{RECEIPT}:LP", f"{REGISTRATION}:LP", f"{REGISTRATION}:TM", LETTER)
HIGHEST = 99_999


@dataclass(frozen=True)
class Standing:
    """How far one series is this year, and whether it was opened or used already."""

    series: str
    value: int
    opening: int

    @property
    def fresh(self) -> bool:
        """Neither opened nor used: its first own number would be 1."""
        return self.value == 0


@dataclass(frozen=True)
class Skipped:
    """Numbers nobody was given here: from–to, why, who said so and when."""

    office: Office
    series: str
    first: int
    last: int
    reason: str
    officer: str
    at: datetime


def reachable(work: Work) -> list[Office]:
    """The offices whose series the actor may open: those governed, or the own one."""
    found = office_settings.governed(work)
    if not found and work.actor.roles & letter_styles.SETTERS:
        found = [work.session.get_one(Office, work.actor.office_id)]
    return found


def office(work: Work, office_id: int) -> Office:
    """One of those offices; raises NotFound for every other."""
    for one in reachable(work):
        if one.id == office_id:
            return one
    raise NotFound("Kantor itu tidak ada atau nomornya tidak diatur oleh Anda.")


def year(work: Work, row: Office) -> int:
    """The year whose numbers the office gives out now."""
    return work.now.astimezone(ZoneInfo(row.zone)).year


def standing(work: Work, row: Office) -> tuple[Standing, ...]:
    """How far each series of the office is this year."""
    found = {
        one.series: one
        for one in work.session.scalars(
            select(Counter).where(Counter.office_id == row.id, Counter.year == year(work, row))
        )
    }
    return tuple(
        Standing(name, found[name].value, found[name].opening)
        if name in found
        else Standing(name, 0, 0)
        for name in SERIES
    )


def set_last(
    work: Work, office_id: int, last: Mapping[str, int | None], reason: str
) -> list[NumberOpening]:
    """Say up to which number each series of this year was used elsewhere; None leaves one alone.

    The first time it is the opening balance, before the series' own first number. Later only
    upward: the numbers left out stand in the register with the reason. Raises NotPermitted,
    NotFound or BadInput, each series a field.
    """
    if not work.actor.roles & ROLES or work.actor.officer_id is None:
        raise NotPermitted(
            "Nomor awal ditetapkan oleh administrator, ketua, atau kepala sekretariat."
        )
    row, check = office(work, office_id), TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    wanted = {name: value for name, value in last.items() if value is not None}
    if not wanted:
        check.refuse("terakhir", "Isi nomor terakhir paling sedikit satu seri.")
    for name in sorted(set(wanted) - set(SERIES)):
        check.refuse(name, f"Seri “{name}” tidak ada.")
    this_year, made = year(work, row), []
    # Always in one order: two who set several at once wait for each other, never in a ring.
    for name in (one for one in SERIES if one in wanted):
        counter = numbers.locked_counter(work, row.id, name, this_year)
        story = _unfit(counter, wanted[name])
        if story:
            check.refuse(name, story)
            continue
        made.append(_raise(work, row, counter, wanted[name], text))
    check.done()
    work.session.add_all(made)
    work.session.flush()
    offices.record(
        work, row, "nomor_awal_ditetapkan", f"number_openings:{made[0].id}",
        {"year": this_year, "series": {one.series: [one.after, one.last] for one in made}},
        touched=made,
    )  # fmt: skip
    return made


def skipped(work: Work, *where: ColumnElement[bool]) -> Sequence[Skipped]:
    """Ranges that were never given out here, by office, series and number."""
    rows = work.session.execute(
        select(NumberOpening, Office, Officer.name)
        .join(Office, Office.id == NumberOpening.office_id)
        .join(Officer, Officer.id == NumberOpening.officer_id)
        .where(*where)
        .order_by(Office.code, NumberOpening.series, NumberOpening.after)
    )
    return [
        Skipped(place, row.series, row.after + 1, row.last, row.reason, name, row.at)
        for row, place, name in rows
    ]


def explained(rows: Iterable[NumberOpening]) -> dict[tuple[int, str, int], set[int]]:
    """The numbers that such rows explain, by office, series and year."""
    found: dict[tuple[int, str, int], set[int]] = {}
    for row in rows:
        key = (row.office_id, row.series, row.year)
        found.setdefault(key, set()).update(range(row.after + 1, row.last + 1))
    return found


def _unfit(counter: Counter, last: int) -> str:
    if not 1 <= last <= HIGHEST:
        return f"Nomor terakhir 1 sampai {HIGHEST}."
    if last <= counter.value:
        return (
            f"Nomor terakhir seri ini sudah {counter.value}. Nomor hanya dapat maju: nomor yang "
            f"sudah diberikan tidak dipakai dua kali. Isi angka di atas {counter.value}, atau "
            "kosongkan."
        )
    return ""


def _raise(work: Work, row: Office, counter: Counter, last: int, reason: str) -> NumberOpening:
    before = counter.value
    if before == 0:
        counter.opening = last
    counter.value = last
    return NumberOpening(
        office_id=row.id,
        series=counter.series,
        year=counter.year,
        after=before,
        last=last,
        reason=reason,
        officer_id=work.actor.officer_id,
        at=work.now,
    )
