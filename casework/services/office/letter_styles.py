"""How an office numbers its letters in a year: a pattern of its own instead of the rules' one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from string import Formatter
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine import numbering
from casework.errors import BadInput, NotPermitted
from casework.models import LetterStyle, Office
from casework.services.record import audit
from casework.services.unit.work import Work

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
        raise BadInput.one("lebar", f"Lebar nomor urut 0 sampai {WIDEST}.")
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
        raise BadInput.one("pola", f"Bagian {{{strange[0]}}} tidak dikenal. Yang ada: {known}.")
    if not plain or not all(_PLAIN.fullmatch(text) for text, *_rest in parts):
        raise BadInput.one("pola", "Pola hanya memuat huruf, angka, spasi, dan tanda . / - _")
    if not {"seq", "yyyy"} <= named or len(pattern) > 60:
        raise BadInput.one("pola", "Pola harus memuat {seq} dan {yyyy}, paling banyak 60 huruf.")
