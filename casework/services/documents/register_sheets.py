"""The books of an office as tables to print: the words and columns of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from casework.engine.words import long_date
from casework.models import Office
from casework.models.case import CaseKind
from casework.ports import Sheet
from casework.services.cases.record import audit
from casework.services.core.work import Work
from casework.services.documents import registers, report_register
from casework.services.documents.registers import Entry, Wanted

SERIES = {"surat": "surat keluar", "penerimaan": "penerimaan", "registrasi": "registrasi"}
KINDS = {
    CaseKind.REPORT: "laporan",
    CaseKind.FINDING: "temuan",
    CaseKind.INFORMATION: "informasi awal",
}


def sheet(work: Work, book: str, wanted: Wanted) -> Sheet:
    """Give a book as a table, and record that it was taken out. Raises KeyError for no book."""
    made = BOOKS[book](work, wanted)
    audit.record(
        work,
        "register_diunduh",
        detail={"register": book, "year": wanted.year, "rows": len(made.rows)},
    )
    return made


def _numbers(work: Work, wanted: Wanted) -> Sheet:
    columns = (("Nomor", 30), ("Seri", 14), ("Tanggal", 18), ("Untuk", 40), ("Perkara", 28),
               ("Keadaan", 12), ("Alasan", 34))  # fmt: skip
    rows = tuple(
        (
            one.number,
            SERIES.get(one.series, one.series),
            registers.day(one.taken_at, one.zone),
            one.title,
            one.case_number,
            _state(one),
            one.void_reason or one.insert_reason or one.skip_reason,
        )
        for one in registers.numbers(work, wanted)
    )
    return _made(work, wanted, "Register nomor", columns, rows)


def _state(one: Entry) -> str:
    if one.skip_reason:
        return "tidak diberikan"
    return "batal" if one.void_reason else "sisipan" if one.inserted else "berlaku"


def _agenda(work: Work, wanted: Wanted) -> Sheet:
    columns = (("No.", 6), ("Nomor surat", 28), ("Tanggal", 17), ("Kepada", 30), ("Perihal", 34),
               ("Perkara", 26), ("Dikirim", 17), ("Diterima", 17), ("Keterangan", 24))  # fmt: skip
    rows = tuple(
        (
            str(index),
            one.number,
            registers.day(one.dated, one.zone),
            one.to,
            one.title,
            one.case_number,
            " ".join(filter(None, (registers.day(one.sent_at, one.zone), one.channel))),
            registers.day(one.received_at, one.zone),
            one.note,
        )
        for index, one in enumerate(registers.letters(work, wanted), start=1)
    )
    return _made(work, wanted, "Buku agenda surat keluar", columns, rows)


def _reports(work: Work, wanted: Wanted) -> Sheet:
    columns = (("No.", 6), ("Jenis", 12), ("Nomor penerimaan", 28), ("Tanggal", 17),
               ("Nomor registrasi", 28), ("Tentang", 44), ("Tempat", 26), ("Tahap", 20),
               ("Edisi aturan", 18), ("Keterangan", 34))  # fmt: skip
    rows = tuple(
        (
            str(index),
            KINDS[one.kind],
            one.receipt_number,
            registers.day(one.received_at, one.zone),
            one.registration_number,
            one.title,
            one.place,
            one.stage_title,
            one.edition,
            one.note,
        )
        for index, one in enumerate(report_register.reports(work, wanted), start=1)
    )
    return _made(work, wanted, "Register laporan dan temuan", columns, rows)


BOOKS: Mapping[str, Callable[[Work, Wanted], Sheet]] = {
    "nomor": _numbers,
    "agenda": _agenda,
    "laporan": _reports,
}


def _made(
    work: Work,
    wanted: Wanted,
    title: str,
    columns: tuple[tuple[str, int], ...],
    rows: tuple[tuple[str, ...], ...],
) -> Sheet:
    office = work.session.get_one(Office, work.actor.office_id)
    chosen = next((one for one in registers.offices(work) if one.code == wanted.office), office)
    day = long_date(work.now.astimezone(ZoneInfo(office.zone)).date())
    return Sheet(
        title=f"{title} tahun {wanted.year}",
        under=chosen.name,
        columns=columns,
        rows=rows,
        foot=f"Dicetak {day} oleh {work.actor.name}. {len(rows)} baris.",
    )
