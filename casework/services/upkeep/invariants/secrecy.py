"""Identities are sealed, open with this installation's key, and stand nowhere else."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TypeVar

from sqlalchemy import select

from casework.errors import IntegrityFault
from casework.models import Base, Delivery, Event, Identity, Notice, Outbox
from casework.services.cases.record.audit_check import AT_A_TIME
from casework.services.core.work import Work

# Values that point to one person and are never a common word; names may be common words.
_TELLING = ("identity_number", "phone", "email")
_SHORTEST = 8
# People whose values are held at a time; every open text is read once for so many.
AT_ONCE = 20_000
_Row = TypeVar("_Row", bound=Base)


def faults(work: Work) -> Iterator[str]:
    """Each identity opens; none of its telling values stands in the record or in a message."""
    rows = _all(work, Identity)
    while some := list(islice(rows, AT_ONCE)):
        telling: dict[str, int] = {}
        for row in some:
            yield from _opened(work, row, telling)
        yield from _told(work, telling)


def _opened(work: Work, row: Identity, telling: dict[str, int]) -> Iterator[str]:
    try:
        plain = work.vault.open(row.sealed, f"identity:{row.handle}")
    except IntegrityFault as fault:
        yield f"identitas {row.id}: {fault}"
        return
    if plain in row.sealed:
        yield f"identitas {row.id}: tersimpan tanpa segel"
    person = json.loads(plain)
    found = (str(person.get(name, "")) for name in _TELLING)
    telling |= {value: row.id for value in found if len(value) >= _SHORTEST}


def _told(work: Work, telling: Mapping[str, int]) -> Iterator[str]:
    """One look a place of a text, however many values there are: they are known by their start."""
    by_start: dict[str, list[str]] = defaultdict(list)
    for value in telling:
        by_start[value[:_SHORTEST]].append(value)
    for place, text in _open_texts(work) if by_start else ():
        starts = range(len(text) - _SHORTEST + 1)
        near = {text[at : at + _SHORTEST] for at in starts} & by_start.keys()
        for value in (value for start in sorted(near) for value in by_start[start]):
            if value in text:
                yield f"{place}: memuat data identitas {telling[value]}"


def _all(work: Work, table: type[_Row]) -> Iterator[_Row]:
    return iter(work.session.scalars(select(table).execution_options(yield_per=AT_A_TIME)))


def _open_texts(work: Work) -> Iterator[tuple[str, str]]:
    for event in _all(work, Event):
        yield f"kejadian {event.id}", json.dumps(event.detail, ensure_ascii=False)
    for row in _all(work, Outbox):
        yield f"pekerjaan {row.id}", json.dumps(row.payload, ensure_ascii=False) + row.last_error
    for notice in _all(work, Notice):
        yield f"pemberitahuan {notice.id}", f"{notice.subject} {notice.body}"
    for delivery in _all(work, Delivery):
        yield f"pengiriman {delivery.id}", delivery.error
