"""Numbers are given once, in order, and every gap is explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import func, select, union_all

from casework.models import Case, Counter, Document, Number, NumberOpening
from casework.services.office.number_openings import explained
from casework.services.record.audit_check import AT_A_TIME
from casework.services.unit.numbers import LETTER
from casework.services.unit.work import Work


def faults(work: Work) -> Iterator[str]:
    """Compare counters, register, cases and papers."""
    yield from _series(work)
    numbered = select(Document.number).where(Document.number != "")
    # Form and receipt of a report carry the number of its case; a letter's number is its own.
    letters = numbered.add_columns(func.count()).where(
        Document.number.in_(select(Number.text).where(Number.series == LETTER))
    )
    twice = letters.group_by(Document.number).having(func.count() > 1)
    for text, count in work.session.execute(twice):
        yield f"nomor surat {text}: dipakai {count} surat"
    unknown = numbered.outerjoin(Number, Number.text == Document.number).where(Number.id.is_(None))
    for text in work.session.scalars(unknown.distinct()):
        yield f"nomor surat {text}: tidak ada dalam register nomor"
    columns = (Case.receipt_number, Case.registration_number)
    used = union_all(*(select(one.label("text")).where(one != "") for one in columns)).subquery()
    often = select(used.c.text, func.count()).group_by(used.c.text).having(func.count() > 1)
    for text, count in work.session.execute(often):
        yield f"nomor perkara {text}: dipakai {count} perkara"


def _series(work: Work) -> Iterator[str]:
    counters = {
        (one.office_id, one.series, one.year): (one.opening, one.value)
        for one in work.session.scalars(select(Counter))
    }
    left_out = explained(work.session.scalars(select(NumberOpening)))
    query = select(Number).order_by(Number.office_id, Number.series, Number.year)
    rows = work.session.scalars(query.execution_options(yield_per=AT_A_TIME))
    for key, numbers in groupby(rows, key=lambda row: (row.office_id, row.series, row.year)):
        yield from _of_series(key, numbers, counters.pop(key, None), left_out.get(key, set()))
    for key, counter in counters.items():
        yield from _of_series(key, iter(()), counter, left_out.get(key, set()))


def _of_series(
    key: tuple[int, str, int],
    numbers: Iterator[Number],
    counter: tuple[int, int] | None,
    left_out: set[int],
) -> Iterator[str]:
    taken: set[int] = set()
    inserted: dict[int, set[int]] = defaultdict(set)
    for row in numbers:
        if row.inserted is None:
            taken.add(row.seq)
            continue
        inserted[row.seq].add(row.inserted)
        if not row.insert_reason:
            yield f"nomor sisipan {row.text}: tanpa alasan"
    office, series, year = key
    if counter is None:
        yield f"seri {series} {year} kantor {office}: nomor tanpa pencacah"
        return
    opening, last = counter
    expected = set(range(opening + 1, last + 1)) - left_out
    where = f"seri {series} {year} kantor {office}"
    if gaps := expected - taken:
        yield f"{where}: nomor {sorted(gaps)} hilang tanpa penjelasan"
    if strange := taken - expected:
        yield f"{where}: nomor {sorted(strange)} di luar pencacahnya"
    for seq, places in inserted.items():
        if seq > last or places != set(range(1, len(places) + 1)):
            yield f"{where}: nomor sisipan sesudah {seq} tidak berurutan"
