"""To whom a letter goes, as the lists and books of an office name it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from casework.models import Document, Office, Party, Referral
from casework.services.letters.paper_kinds import LETTERS
from casework.services.unit.work import Work

REPORTER = "Pelapor"
"""Whom a letter is for that names neither a party nor an office nor an agency."""


def of(work: Work, documents: Sequence[Document]) -> Mapping[int, str]:
    """The addressee of each letter by the key of its paper; papers that are no letters have none.

    A person whose identity is protected appears under the pseudonym of the case.
    """
    letters = {row.id: row for row in documents if row.kind in LETTERS}
    referred = select(Referral.document_id, Referral.addressee)
    agencies = dict(work.session.execute(referred.where(Referral.document_id.in_(letters))).all())
    people = _named(work, Party.id, Party.label, letters, "party_id")
    offices = _named(work, Office.id, Office.name, letters, "office_id")
    return {
        key: agencies.get(key) or people.get(key) or offices.get(key) or REPORTER for key in letters
    }


def _named(
    work: Work,
    key: InstrumentedAttribute[int],
    name: InstrumentedAttribute[str],
    letters: Mapping[int, Document],
    field: str,
) -> Mapping[int, str]:
    """What the context of a letter points to under a field, by the key of the letter."""
    wanted = {row.id: row.context[field] for row in letters.values() if row.context.get(field)}
    names = dict(work.session.execute(select(key, name).where(key.in_(set(wanted.values())))).all())
    return {letter: names[one] for letter, one in wanted.items() if one in names}
