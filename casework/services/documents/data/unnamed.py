"""Holds a paper for a respondent or for all back when it would name somebody protected.

The builders of these papers read no identity; but officers type titles and positions, and a name
typed there would leave the office. So the finished values are compared with the sealed identities.
"""

from __future__ import annotations

from collections.abc import Iterator

from casework.document_data import to_plain
from casework.engine.papers import Paper
from casework.errors import RenderFailed, wording
from casework.models import Party
from casework.services.cases.record import identity, naming
from casework.services.documents.data import people
from casework.services.documents.data.source import Source


def checked(source: Source, paper: Paper) -> Paper:
    """Give the paper back when nobody protected stands in it; else raise RenderFailed."""
    texts = list(_strings(to_plain(paper)))
    key = source.document.context.get("party_id")
    whom = source.work.session.get_one(Party, key) if key else None
    known = (source.place, *((whom.address, whom.position) if whom else ()))
    for party in people.parties(source, "reporter", "witness", "expert"):
        if party.identity_id is None:
            continue
        person = naming.hidden(identity.unseal(source.work, party), *known)
        if naming.tells(person, texts):
            raise RenderFailed(
                wording(
                    "%(document)s memuat identitas %(party)s yang dirahasiakan. Betulkan "
                    "judul perkara atau data terlapor, lalu buat ulang konsepnya.",
                    document=source.document.title,
                    party=party.label,
                )
            )
    return paper


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
