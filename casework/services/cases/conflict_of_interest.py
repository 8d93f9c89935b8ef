"""Which cases an officer is kept away from, and which officers a case keeps away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BindParameter, Connection, Exists, Select, bindparam, exists, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from casework.models import Exclusion

_Officer = int | BindParameter[int] | InstrumentedAttribute[int]


def cases(officer: _Officer) -> Select[int]:
    """The cases an officer is kept away from."""
    return select(Exclusion.case_id).where(
        Exclusion.officer_id == officer, Exclusion.lifted_at.is_(None)
    )


def officers(case: int | BindParameter[int]) -> Select[int]:
    """The officers a case keeps away."""
    return select(Exclusion.officer_id).where(
        Exclusion.case_id == case, Exclusion.lifted_at.is_(None)
    )


def any_of(officer: _Officer) -> Exists:
    """Whether there is such a case: nearly no officer has one, so it is asked along with others."""
    return exists().where(Exclusion.officer_id == officer, Exclusion.lifted_at.is_(None))


_OFFICERS = officers(bindparam("case", type_=Exclusion.case_id.type))


def known(connection: Connection, officer_id: int) -> frozenset[int]:
    """The cases of an officer."""
    return frozenset(connection.scalars(cases(officer_id)))


def of_officer(session: Session, officer_id: int | None) -> frozenset[int]:
    """The cases an officer is kept away from, for use inside a transaction; none for no officer."""
    if officer_id is None:
        return frozenset()
    return frozenset(session.scalars(cases(officer_id)))


def from_case(session: Session, case_id: int) -> frozenset[int]:
    """The officers a case keeps away now."""
    return frozenset(session.scalars(_OFFICERS, {"case": case_id}))


def everybody(session: Session) -> Mapping[int, frozenset[int]]:
    """The cases of every officer who is kept away from one: a handful of rows."""
    found: dict[int, set[int]] = {}
    rows: Any = session.execute(
        select(Exclusion.officer_id, Exclusion.case_id).where(Exclusion.lifted_at.is_(None))
    )
    for officer_id, case_id in rows:
        found.setdefault(officer_id, set()).add(case_id)
    return {key: frozenset(keys) for key, keys in found.items()}
