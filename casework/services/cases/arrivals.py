"""When a case arrived at an office, with what was put right since.

A step of a transfer is never changed; a corrected receipt stands in the record of the correction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select

from casework.models import Event, TransferStep
from casework.services.unit.work import Work

# The facts by which a case arrives: it is received, or taken.
_ARRIVES = frozenset({"pelimpahan_diterima", "diambil_alih"})


class Days:
    """The corrected arrivals of all cases, or of some, read at once."""

    def __init__(self, work: Work, cases: Collection[int] | None = None) -> None:
        query = select(Event.case_id, Event.detail).where(Event.action == "koreksi_fakta")
        if cases is not None:
            query = query.where(Event.case_id.in_(cases))
        self._moved: dict[int | None, list[tuple[datetime, datetime]]] = defaultdict(list)
        for case_id, detail in work.session.execute(query.order_by(Event.id)):
            if detail["fact"] in _ARRIVES:
                was, now = (datetime.fromisoformat(detail[one]) for one in ("was", "is"))
                self._moved[case_id].append((was, now))

    def of(self, case_id: int, step: TransferStep) -> datetime:
        """When a step happened, as it is known now."""
        at = step.at
        for was, now in self._moved[case_id]:
            at = now if at == was else at
        return at
