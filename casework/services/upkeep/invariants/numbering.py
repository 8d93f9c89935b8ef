"""Numbers are given once, in order, and every gap is explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import and_, func, select, union_all

from casework.models import Case, Counter, Document, Number, NumberOpening
from casework.services.cases.record.audit_check import AT_A_TIME
from casework.services.core.numbers import LETTER, numbering_office
from casework.services.core.work import Work
from casework.services.people.numbering import explained


def faults(work: Work) -> Iterator[str]:
    """Compare counters, register, cases and papers."""
    yield from _series(work)
    yield from _letters(work)
    yield from _cases(work)


def _letters(work: Work) -> Iterator[str]:
    """What papers bear stands in the book of the office that numbered them, each letter once."""
    office = numbering_office()
    numbered = (
        select(office, Document.number)
        .join(Case, Case.id == Document.case_id)
        .where(Document.number != "")
    )
    given = select(Number.id).where(Number.text == Document.number)
    # Form and receipt of a report carry the number of its case; a letter's number is its own.
    letter = given.where(Number.series == LETTER, Number.office_id == office).exists()
    letters = numbered.where(letter).group_by(office, Document.number)
    for at, text, count in work.session.execute(
        letters.add_columns(func.count()).having(func.count() > 1)
    ):
        yield f"nomor surat {text}: dipakai {count} surat kantor {at}"
    own = given.where(Number.case_id == Document.case_id).exists()
    for _at, text in work.session.execute(numbered.where(~own).distinct()):
        yield f"nomor surat {text}: tidak ada dalam register nomor"


def _cases(work: Work) -> Iterator[str]:
    """No number of one office's book belongs to two cases, also after one of them went over."""
    columns = (Case.receipt_number, Case.registration_number)
    used = union_all(
        *(
            select(
                func.coalesce(Number.office_id, Case.office_id).label("office"), one.label("text")
            )
            .outerjoin(Number, and_(Number.case_id == Case.id, Number.text == one))
            .where(one != "")
            for one in columns
        )
    ).subquery()
    often = select(used.c.office, used.c.text, func.count()).group_by(used.c.office, used.c.text)
    for at, text, count in work.session.execute(often.having(func.count() > 1)):
        yield f"nomor perkara {text}: dipakai {count} perkara kantor {at}"


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
