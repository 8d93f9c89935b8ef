"""How an office numbers its letters, and where its series begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from string import Formatter
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select

from casework.engine import numbering
from casework.errors import BadInput, NotFound, NotPermitted, wording
from casework.models import Counter, LetterStyle, NumberOpening, Office, Officer
from casework.services.cases.record import audit
from casework.services.core import numbers
from casework.services.core.numbers import LETTER, RECEIPT, REGISTRATION
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.people import offices

SETTERS = frozenset({"head_of_secretariat", "chair"})
WIDEST = 5
_PLAIN = re.compile(r"[A-Za-z0-9./ _-]*")


def change(work: Work, year: int, pattern: str, width: int) -> LetterStyle:
    """Set the pattern of the actor's office for this year or a later one.

    Numbers given before stay as they are. Raises NotPermitted or BadInput naming the field.
    """
    if not work.actor.roles & SETTERS:
        raise NotPermitted("Pola nomor diatur oleh kepala sekretariat atau ketua.")
    office = work.session.get_one(Office, work.actor.office_id)
    text = " ".join(pattern.split())
    if work.now.astimezone(ZoneInfo(office.zone)).year > year:
        raise BadInput.one("tahun", "Pola untuk tahun yang sudah lewat tidak dapat diubah.")
    if not 0 <= width <= WIDEST:
        raise BadInput.one("lebar", wording("Lebar nomor urut 0 sampai %(widest)s.", widest=WIDEST))
    _check(text)
    row = of_year(work, office.id, year)
    if row is None:
        row = LetterStyle(office_id=office.id, year=year)
        work.session.add(row)
    row.pattern, row.width = text, width
    row.changed_at, row.changed_by = work.now, work.actor.officer_id
    work.session.flush()
    audit.record(
        work,
        "pola_nomor_diubah",
        subject=f"letter_styles:{row.id}",
        detail={"year": year, "pattern": text, "width": width},
        touched=[row],
    )
    return row


def of_year(work: Work, office_id: int, year: int) -> LetterStyle | None:
    """The office's own style for a year, if it has one."""
    return work.session.scalar(
        select(LetterStyle).where(LetterStyle.office_id == office_id, LetterStyle.year == year)
    )


@dataclass(frozen=True)
class Style:
    """How a letter is numbered today, an example, and whether the office set it itself."""

    pattern: str
    width: int
    example: str
    own: bool


def now(work: Work, on: date) -> Style:
    """How the actor's office numbers its letters on a day."""
    office = work.session.get_one(Office, work.actor.office_id)
    own = of_year(work, office.id, on.year)
    # Editions agree on it: how letters are numbered is an office's practice.
    edition = next(one for one in work.law.editions.values() if not one.no_cases)
    pattern = edition.numbering.letter_pattern(office.code)
    if own is not None:
        pattern = replace(pattern, pattern=own.pattern, width=own.width)
    text = numbering.letter(pattern, 7, on, region=office.region_code)
    return Style(pattern.pattern, pattern.width, text, own is not None)


def _check(pattern: str) -> None:
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        raise BadInput.one("pola", "Tanda kurung kurawal pada pola tidak berpasangan.") from None
    named = {name for _text, name, _spec, _conversion in parts if name is not None}
    plain = all(not spec and not conversion for _text, _name, spec, conversion in parts)
    if strange := sorted(named - numbering.LETTER_FIELDS):
        known = ", ".join(f"{{{name}}}" for name in sorted(numbering.LETTER_FIELDS))
        raise BadInput.one(
            "pola",
            wording(
                "Bagian {%(strange)s} tidak dikenal. Yang ada: %(known)s.",
                strange=strange[0],
                known=known,
            ),
        )
    if not plain or not all(_PLAIN.fullmatch(text) for text, *_rest in parts):
        raise BadInput.one("pola", "Pola hanya memuat huruf, angka, spasi, dan tanda . / - _")
    if not {"seq", "yyyy"} <= named or len(pattern) > 60:
        raise BadInput.one("pola", "Pola harus memuat {seq} dan {yyyy}, paling banyak 60 huruf.")


ROLES = SETTERS | {"administrator"}
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
    found = offices.governed(work)
    if not found and work.actor.roles & SETTERS:
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
