"""A corrected fact re-derives every open limit that hangs on it; nothing is deleted."""

from __future__ import annotations

from datetime import datetime

from casework.errors import BadInput
from casework.models import Deadline
from casework.services import acts, deadlines, facts
from casework.services.work import Work


def correct(
    work: Work, case_id: int, version: int, name: str, at: datetime, reason: str
) -> list[Deadline]:
    """Correct the time of a fact and derive anew the open limits that hang on it.

    Gives the deadlines that moved. Raises BadInput when the fact is unknown, lies in the
    future or no reason is given.
    """
    step = acts.begin(work, case_id, "koreksi_fakta", version)
    known = facts.times(work, step.case)
    if name not in known:
        raise BadInput.one("fakta", "Fakta itu belum tercatat pada perkara ini.")
    if at > work.now:
        raise BadInput.one("waktu", "Waktu yang dibetulkan tidak boleh di masa depan.")
    if len(reason.strip()) < 5:
        raise BadInput.one("alasan", "Tulis alasan pembetulan (paling sedikit 5 huruf).")
    facts.put(work, step.case, {name: at}, reason.strip())
    moved = deadlines.derive_again(work, step.case, name)
    acts.finish(
        work,
        step,
        detail={"fact": name, "from": known[name].isoformat(), "to": at.isoformat()},
        touched=moved,
    )
    return moved
