"""Dated facts of a case: what starts the clocks; the newest time of a name counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, select

from casework.models import Case, Fact
from casework.models.base import table
from casework.services.unit.prepared import Prepared
from casework.services.unit.work import Work
from casework.services.unit.writing import write_all

BEGINNINGS = ("laporan_diterima", "penelusuran_dimulai", "ditemukan")
"""The events a case can begin with: a report, a tracing, a finding."""


def put(work: Work, case: Case, times: Mapping[str, datetime], reason: str = "") -> list[Fact]:
    """Record the time of each named fact; the rows belong into the record of the act."""
    rows = (
        Fact(
            case_id=case.id,
            name=name,
            at=at,
            recorded_at=work.now,
            recorded_by=work.actor.officer_id,
            reason=reason,
        )
        for name, at in times.items()
    )
    return write_all(work, rows)


def times(work: Work, case: Case) -> dict[str, datetime]:
    """The newest time of every fact of a case."""
    connection = work.connection
    rows = _TIMES.rows(connection, {"case": case.id})
    return dict(_TIMES.converted(connection, row) for row in rows)


_columns = table(Fact).c
_TIMES = Prepared(
    select(_columns.name, _columns.at)
    .where(_columns.case_id == bindparam("case"))
    .order_by(_columns.id)
)
