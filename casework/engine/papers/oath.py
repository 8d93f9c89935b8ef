"""The sworn statement before a clarification: of parties and witnesses, and of experts."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.papers.parts import LegalBasis, Paper, Person, Signatory


@dataclass(frozen=True, kw_only=True)
class KeteranganSumpah(Paper):
    """Keterangan di Bawah Sumpah; `oath` names the wording among those the form keeps.

    `opened` is the day and hour in words. `oath` is "refused" where the person was asked and took
    none, empty where older minutes do not say.
    """

    case_number: str
    matter: str
    opened: str
    venue: str
    capacity: str
    person: Person
    oath: str
    examiner: Signatory
    signed: bool
    note: str
    bases: tuple[LegalBasis, ...]
    place: str
    date: str
