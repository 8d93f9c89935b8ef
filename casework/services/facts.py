"""Dated facts of a case: what starts the clocks; the newest time of a name counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import select

from casework.models import Case, Fact
from casework.services.work import Work

BEGINNINGS = ("laporan_diterima", "penelusuran_dimulai", "ditemukan")
"""The events a case can begin with: a report, a tracing, a finding."""


def put(work: Work, case: Case, times: Mapping[str, datetime], reason: str = "") -> list[Fact]:
    """Record the time of each named fact; the rows belong into the record of the act."""
    rows = [
        Fact(
            case_id=case.id,
            name=name,
            at=at,
            recorded_at=work.now,
            recorded_by=work.actor.officer_id,
            reason=reason,
        )
        for name, at in times.items()
    ]
    work.session.add_all(rows)
    work.session.flush()
    return rows


def times(work: Work, case: Case) -> dict[str, datetime]:
    """The newest time of every fact of a case."""
    rows = work.session.scalars(select(Fact).where(Fact.case_id == case.id).order_by(Fact.id))
    return {fact.name: fact.at for fact in rows}


def names(work: Work, case_ids: Collection[int]) -> Mapping[int, set[str]]:
    """The names of the dated facts of many cases, by case."""
    found: dict[int, set[str]] = defaultdict(set)
    rows = select(Fact.case_id, Fact.name).where(Fact.case_id.in_(case_ids))
    for key, name in work.session.execute(rows):
        found[key].add(name)
    return found
