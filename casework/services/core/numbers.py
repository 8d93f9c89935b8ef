"""Takes receipt, registration and letter numbers from locked counter rows.

No number is used twice, and every gap is explained in the register.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.exc import IntegrityError

from casework.engine import numbering
from casework.errors import BadInput, wording
from casework.models import Case, Counter, Document, LetterStyle, Number, Office
from casework.services.core.work import Work

RECEIPT, REGISTRATION, LETTER = "penerimaan", "registrasi", "surat"


@dataclass(frozen=True)
class Insertion:
    """A letter that belongs between two numbers of this year: after which one, and why."""

    after: int
    reason: str


def take_receipt(work: Work, case: Case) -> Number:
    """Take the receipt number of a case (Tanda Bukti Penyampaian Laporan)."""
    return _take(work, case, f"{RECEIPT}:{case.kind}")


def take_registration(work: Work, case: Case) -> Number:
    """Take the registration number; its counter is not that of the receipts."""
    return _take(work, case, f"{REGISTRATION}:{case.kind}")


def take_letter(work: Work, case: Case, between: Insertion | None = None) -> Number:
    """Take the next outgoing-letter number of the case's office, or one put between two others.

    Raises BadInput when nothing can be put there.
    """
    return _insert(work, case, between) if between else _take(work, case, LETTER)


def void_letter(work: Work, case: Case, document: Document, reason: str) -> Number:
    """Say why the number of a letter is not used; it is never given out again.

    A letter that came with the case stands in the register of the office that numbered it.
    """
    number = work.session.scalars(
        select(Number).where(
            Number.office_id == (document.office_id or case.office_id),
            Number.series == LETTER,
            Number.case_id == case.id,
            Number.text == document.number,
        )
    ).one()
    number.void_reason = reason
    return number


def numbering_office() -> ColumnElement[int]:
    """Whose book the number of a paper stands in, over `Document` joined to `Case`.

    Two offices may write the same number; a paper that came with its case keeps the sender's.
    """
    return func.coalesce(Document.office_id, Case.office_id)


def open_counter(work: Work, office: Office, series: str, year: int, last: int) -> Counter:
    """Start a series at the last number used before the product came (opening balance)."""
    counter = locked_counter(work, office.id, series, year)
    if counter.value > counter.opening:
        raise BadInput.one("nomor", "Seri itu sudah dipakai; saldo awal tidak dapat diubah lagi.")
    counter.value = counter.opening = last
    work.session.flush()
    return counter


def _take(work: Work, case: Case, series: str) -> Number:
    office = case.office
    _check_code(work, office)
    on = work.now.astimezone(ZoneInfo(office.zone)).date()
    counter = locked_counter(work, office.id, series, on.year)
    counter.value += 1
    rules = work.law.edition(case.edition, case.revision).numbering
    kind = work.law.elections[case.election].kind
    if series == LETTER:
        text = letter_text(work, case, counter.value, on)
    else:
        make = numbering.receipt if series.startswith(RECEIPT) else numbering.registration
        text = make(rules, counter.value, case.kind, kind, office.level, office.region_code, on)
    number = Number(
        office_id=office.id,
        series=series,
        year=on.year,
        seq=counter.value,
        text=text,
        case_id=case.id,
        taken_at=work.now,
        taken_by=work.actor.officer_id,
    )
    work.session.add(number)
    return number


def _insert(work: Work, case: Case, between: Insertion) -> Number:
    office = case.office
    _check_code(work, office)
    year = work.now.astimezone(ZoneInfo(office.zone)).year
    # The counter's lock makes two insertions at the same place wait for each other.
    counter = locked_counter(work, office.id, LETTER, year)
    reason = " ".join(between.reason.split())
    if not reason:
        raise BadInput.one("alasan_sisipan", "Tulis mengapa surat ini perlu nomor sisipan.")
    if not 1 <= between.after < counter.value:
        raise BadInput.one(
            "sisipan",
            wording(
                "Nomor sisipan hanya di antara nomor 1 dan nomor terakhir tahun "
                "%(year)s (%(counter)s). Surat sesudah nomor terakhir mendapat nomor "
                "biasa.",
                year=year,
                counter=counter.value,
            ),
        )
    here = (Number.office_id == office.id, Number.series == LETTER, Number.year == year,
            Number.seq == between.after)  # fmt: skip
    before = work.session.scalar(select(func.max(Number.inserted)).where(*here)) or 0
    base = work.session.scalar(select(Number.taken_at).where(*here, Number.inserted.is_(None)))
    # The number reads like its neighbour; the letter bears the day on which it is issued.
    on = (base or work.now).astimezone(ZoneInfo(office.zone)).date()
    number = Number(
        office_id=office.id,
        series=LETTER,
        year=year,
        seq=between.after,
        inserted=before + 1,
        insert_reason=reason[:500],
        text=letter_text(work, case, between.after, on, inserted=before + 1),
        case_id=case.id,
        taken_at=work.now,
        taken_by=work.actor.officer_id,
    )
    work.session.add(number)
    return number


def letter_text(work: Work, case: Case, seq: int, on: date, *, inserted: int = 0) -> str:
    """A letter number as the office writes it that year: by its own style, else by the rules."""
    office = case.office
    pattern = work.law.edition(case.edition, case.revision).numbering.letter_pattern(office.code)
    own = work.session.scalar(
        select(LetterStyle).where(LetterStyle.office_id == office.id, LetterStyle.year == on.year)
    )
    if own is not None:
        pattern = replace(pattern, pattern=own.pattern, width=own.width)
    return numbering.letter(pattern, seq, on, region=office.region_code, inserted=inserted)


def _check_code(work: Work, office: Office) -> None:
    if office.code_is_training and not work.training:
        raise BadInput.one(
            "nomor",
            wording(
                "Kode wilayah %(code)s adalah kode latihan. Isi kode wilayah resmi "
                "kantor di Pengaturan sebelum memberi nomor.",
                code=office.region_code,
            ),
        )


def locked_counter(work: Work, office_id: int, series: str, year: int) -> Counter:
    """The counter of a series, locked until the transaction ends; made when it is asked first."""
    asked = {"office": office_id, "series": series, "year": year}
    counter = work.session.scalar(_COUNTER, asked)
    if counter is None:
        # The first of the year may be asked for twice at once; both then wait for the one row.
        with suppress(IntegrityError), work.session.begin_nested():
            row = Counter(office_id=office_id, series=series, year=year, value=0, opening=0)
            work.session.add(row)
        counter = work.session.scalars(_COUNTER, asked).one()
    return counter


_COUNTER = (
    select(Counter)
    .where(
        Counter.office_id == bindparam("office"),
        Counter.series == bindparam("series"),
        Counter.year == bindparam("year"),
    )
    .with_for_update()
    .execution_options(populate_existing=True)
)
