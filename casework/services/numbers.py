"""Numbers are taken from locked counter rows; none is used twice, every gap is explained."""

from __future__ import annotations

from contextlib import suppress
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from casework.engine import numbering
from casework.errors import BadInput
from casework.models import Case, Counter, Number, Office
from casework.services.work import Work

RECEIPT, REGISTRATION, LETTER = "penerimaan", "registrasi", "surat"


def take_receipt(work: Work, case: Case) -> Number:
    """Take the receipt number of a case (Tanda Bukti Penyampaian Laporan)."""
    return _take(work, case, f"{RECEIPT}:{case.kind}")


def take_registration(work: Work, case: Case) -> Number:
    """Take the registration number; its counter is not that of the receipts."""
    return _take(work, case, f"{REGISTRATION}:{case.kind}")


def take_letter(work: Work, case: Case) -> Number:
    """Take the next outgoing-letter number of the case's office."""
    return _take(work, case, LETTER)


def void_letter(work: Work, case: Case, text: str, reason: str) -> Number:
    """Say why a letter number that was given out is not used; it is never given out again."""
    number = work.session.scalars(
        select(Number).where(
            Number.office_id == case.office_id,
            Number.series == LETTER,
            Number.case_id == case.id,
            Number.text == text,
        )
    ).one()
    number.void_reason = reason
    return number


def open_counter(work: Work, office: Office, series: str, year: int, last: int) -> Counter:
    """Start a series at the last number used before the product came (opening balance)."""
    counter = _counter(work, office.id, series, year)
    if counter.value > counter.opening:
        raise BadInput.one("nomor", "Seri itu sudah dipakai; saldo awal tidak dapat diubah lagi.")
    counter.value = counter.opening = last
    work.session.flush()
    return counter


def _take(work: Work, case: Case, series: str) -> Number:
    office = case.office
    if office.code_is_training and not work.training:
        raise BadInput.one(
            "nomor",
            f"Kode wilayah {office.region_code} adalah kode latihan. Isi kode wilayah resmi "
            "kantor di Pengaturan sebelum memberi nomor.",
        )
    on = work.now.astimezone(ZoneInfo(office.zone)).date()
    counter = _counter(work, office.id, series, on.year)
    counter.value += 1
    rules = work.law.edition(case.edition, case.revision).numbering
    kind = work.law.elections[case.election].kind
    if series == LETTER:
        text = numbering.letter(rules.letter_pattern(office.code), counter.value, on)
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
    work.session.flush()
    return number


def _counter(work: Work, office_id: int, series: str, year: int) -> Counter:
    query = (
        select(Counter)
        .where(Counter.office_id == office_id, Counter.series == series, Counter.year == year)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    counter = work.session.scalar(query)
    if counter is None:
        # The first of the year may be asked for twice at once; both then wait for the one row.
        with suppress(IntegrityError), work.session.begin_nested():
            row = Counter(office_id=office_id, series=series, year=year, value=0, opening=0)
            work.session.add(row)
        counter = work.session.scalars(query).one()
    return counter
