"""Taking a list out of the house: recorded, because it leaves with what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from casework.services.record import audit
from casework.services.unit.work import Work

ACTION = "daftar_diekspor"


def note(work: Work, form: str, filters: Sequence[str]) -> None:
    """Record that the actor takes a list along, as which kind of file and by which filters.

    Only the names of the filters: what was searched for may be a person's name.
    """
    audit.record(work, ACTION, detail={"format": form, "filters": sorted(filters)})
