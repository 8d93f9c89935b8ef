"""Identities are sealed, open with this installation's key, and stand nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import select

from casework.errors import IntegrityFault
from casework.models import Delivery, Event, Identity, Notice, Outbox
from casework.services.work import Work

# Values that point to one person and are never a common word; names may be common words.
_TELLING = ("identity_number", "phone", "email")
_SHORTEST = 8


def faults(work: Work) -> Iterator[str]:
    """Each identity opens; none of its telling values stands in the record or in a message."""
    telling: dict[str, int] = {}
    for row in work.session.scalars(select(Identity)):
        try:
            plain = work.vault.open(row.sealed, f"identity:{row.handle}")
        except IntegrityFault as fault:
            yield f"identitas {row.id}: {fault}"
            continue
        if plain in row.sealed:
            yield f"identitas {row.id}: tersimpan tanpa segel"
        person = json.loads(plain)
        found = (str(person.get(name, "")) for name in _TELLING)
        telling |= {value: row.id for value in found if len(value) >= _SHORTEST}
    for place, text in _open_texts(work):
        for value, key in telling.items():
            if value in text:
                yield f"{place}: memuat data identitas {key}"


def _open_texts(work: Work) -> Iterator[tuple[str, str]]:
    for event in work.session.scalars(select(Event)):
        yield f"kejadian {event.id}", json.dumps(event.detail, ensure_ascii=False)
    for row in work.session.scalars(select(Outbox)):
        yield f"pekerjaan {row.id}", json.dumps(row.payload, ensure_ascii=False) + row.last_error
    for notice in work.session.scalars(select(Notice)):
        yield f"pemberitahuan {notice.id}", f"{notice.subject} {notice.body}"
    for delivery in work.session.scalars(select(Delivery)):
        yield f"pengiriman {delivery.id}", delivery.error
