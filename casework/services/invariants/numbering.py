"""Numbers are given once, in order, and every gap is explained."""

from __future__ import annotations

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select

from casework.models import Case, Counter, Document, Number, NumberOpening
from casework.services.number_openings import explained
from casework.services.numbers import LETTER
from casework.services.work import Work

_REGISTER = select(Number.text, Number.series)


def faults(work: Work) -> Iterator[str]:
    """Compare counters, register, cases and papers."""
    yield from _series(work)
    given: dict[str, str] = dict(work.session.execute(_REGISTER).all())
    used = Tally(work.session.scalars(select(Document.number).where(Document.number != "")))
    for text, count in used.items():
        # Form and receipt of a report carry the number of its case; a letter's number is its own.
        if count > 1 and given.get(text) == LETTER:
            yield f"nomor surat {text}: dipakai {count} surat"
        if text not in given:
            yield f"nomor surat {text}: tidak ada dalam register nomor"
    cases = select(Case.receipt_number, Case.registration_number)
    for text, count in Tally(n for row in work.session.execute(cases) for n in row if n).items():
        if count > 1:
            yield f"nomor perkara {text}: dipakai {count} perkara"


def _series(work: Work) -> Iterator[str]:
    taken: dict[tuple[int, str, int], set[int]] = defaultdict(set)
    inserted: dict[tuple[int, str, int], dict[int, set[int]]] = defaultdict(dict)
    for row in work.session.scalars(select(Number)):
        key = (row.office_id, row.series, row.year)
        if row.inserted is None:
            taken[key].add(row.seq)
        else:
            inserted[key].setdefault(row.seq, set()).add(row.inserted)
            if not row.insert_reason:
                yield f"nomor sisipan {row.text}: tanpa alasan"
    left_out = explained(work.session.scalars(select(NumberOpening)))
    for counter in work.session.scalars(select(Counter)):
        key = (counter.office_id, counter.series, counter.year)
        expected = set(range(counter.opening + 1, counter.value + 1)) - left_out.get(key, set())
        where = f"seri {counter.series} {counter.year} kantor {counter.office_id}"
        if gaps := expected - taken[key]:
            yield f"{where}: nomor {sorted(gaps)} hilang tanpa penjelasan"
        if strange := taken.pop(key) - expected:
            yield f"{where}: nomor {sorted(strange)} di luar pencacahnya"
        for seq, places in inserted.pop(key, {}).items():
            if seq > counter.value or places != set(range(1, len(places) + 1)):
                yield f"{where}: nomor sisipan sesudah {seq} tidak berurutan"
    for office, series, year in {*taken, *inserted}:
        yield f"seri {series} {year} kantor {office}: nomor tanpa pencacah"
