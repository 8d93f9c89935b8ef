"""The allegations of a page: a respondent has one, and as many further ones as were added.

Adding and taking away is done on the fields as they were sent, so that it needs no script.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import request
from werkzeug.datastructures import MultiDict

from casework.services.acts.review import allegations
from webui.cases.people_page import PartyLine
from webui.core import drafting

Fields = MultiDict[str, str]
PARTS = ("hasil", "pasal", "alasan", "unsur")


@dataclass(frozen=True)
class Slot:
    """One allegation on a page; ``key`` ends the names of its fields."""

    party: PartyLine
    number: int

    @property
    def key(self) -> str:
        """As services call it."""
        return allegations.slot(self.party.id, self.number)


def slots(
    parties: Sequence[PartyLine], before: Mapping[str, str], sent: Fields | None
) -> tuple[Slot, ...]:
    """The allegations of a form: as sent, else as drafted, else as they were before."""
    counts = allegations.counted(_names(before, sent))
    return tuple(
        Slot(party, number) for party in parties for number in range(1, counts.get(party.id, 1) + 1)
    )


def _names(before: Mapping[str, str], sent: Fields | None) -> Sequence[str]:
    if sent is not None:
        return tuple(sent)
    if request.method == "POST":
        return tuple(request.form)
    draft = drafting.kept()
    return tuple(draft.content if draft else before)


def one_more(fields: Fields, party_id: int) -> Fields:
    """The fields with a further, empty allegation against a respondent."""
    number = allegations.counted(fields).get(party_id, 1) + 1
    return filled(fields, {f"hasil-{allegations.slot(party_id, number)}": ""})


def filled(fields: Fields, values: Mapping[str, str]) -> Fields:
    """The fields with other values of some."""
    found = fields.copy()
    for name, value in values.items():
        found.setlist(name, [value])
    return found


def one_less(fields: Fields, key: str) -> Fields:
    """The fields without one allegation; those after it move up. The only one stays."""
    party, _dash, place = key.partition("-")
    party_id, gone = (int(text) if text.isdecimal() else 0 for text in (party, place or "1"))
    last = allegations.counted(fields).get(party_id, 1)
    if last == 1 or not 1 <= gone <= last:
        return fields
    found = fields.copy()
    for part in PARTS:
        for number in range(gone, last):
            after = f"{part}-{allegations.slot(party_id, number + 1)}"
            found.setlist(f"{part}-{allegations.slot(party_id, number)}", fields.getlist(after))
        found.poplist(f"{part}-{allegations.slot(party_id, last)}")
    return found
