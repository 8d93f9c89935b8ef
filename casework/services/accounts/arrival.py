"""A new account: from its first moment it is kept away from cases that name its officer."""

from __future__ import annotations

from casework.models import Officer
from casework.services.acting import exclusions
from casework.services.office import offices
from casework.services.office.offices import NewOfficer
from casework.services.unit.work import Work


def add(work: Work, new: NewOfficer) -> Officer:
    """Add an officer with roles; raises BadInput naming each field, NotFound for the office."""
    found = exclusions.foreseen(work, new.name, new.nip)
    row = offices.add_officer(work, new)
    exclusions.keep_newcomer_away(work, row.id, found)
    return row
