"""Who may see and change which case: offices are tenants, everything else is denied.

Beside its own cases an office reads those on their way to it and those it gave away (ADR 13). An
officer excluded from a case gets the same answers as for one that does not exist (ADR 18).
"""

from __future__ import annotations

from functools import cache
from typing import NoReturn, Protocol, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    false,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from casework.engine.between import READ, OfficeRelation
from casework.errors import Conflict, NotFound, NotPermitted, wording
from casework.models import Case, Event
from casework.services.cases import known, transfers
from casework.services.core.work import Work

CONTENT_ROLES = frozenset(
    {
        "intake_officer",
        "case_officer",
        "coordinator",
        "commissioner",
        "chair",
        "secretariat",
        "head_of_secretariat",
        "auditor",
        "sistem",
    }
)
"""Roles that see every case of their own office."""
_MISSING = "Perkara itu tidak ada atau bukan perkara kantor Anda."
_NO_CASE = 0
_Column = ColumnElement[int] | InstrumentedAttribute[int]
_Office = int | BindParameter[int]


class _OfCase(Protocol):
    @property
    def case_id(self) -> int | None: ...


_Row = TypeVar("_Row", bound=_OfCase)


def visible(work: Work, office: _Column = Case.office_id) -> ColumnElement[bool]:
    """The condition every list of cases carries: own office, or the offices one supervises.

    `office` is the column that tells the office of a case, where it is not read from the case.
    """
    return and_(seen_by(work, office), *not_kept_away(work))


def not_kept_away(
    work: Work, case: _Column | InstrumentedAttribute[int | None] = Case.id
) -> tuple[ColumnElement[bool], ...]:
    """The condition that a case does not keep the actor away; none where no case does.

    `case` is the column that holds the key of the case; a row of no case is kept.
    """
    if not work.actor.excluded:
        return ()
    return (or_(case.is_(None), case.not_in(sorted(work.actor.excluded))),)


def told(work: Work, row: _Row | None) -> _Row | None:
    """A row of a case that was found by its own key; None when its case keeps the actor away.

    Whoever then answers as for a row that is not there has done as much for it.
    """
    return None if row is None or row.case_id in work.actor.excluded else row


def seen_by(work: Work, office: _Column) -> ColumnElement[bool]:
    """The condition of `visible`, but for the cases that keep the actor away."""
    own, below = _sees(work)
    return _visible(work.actor.office_id, office, own=own, below=below)


def passed_by(work: Work, case: _Column, *, away: bool = True) -> ColumnElement[bool]:
    """The condition of `passing`, but for the cases that keep the actor away.

    Without those that the office gave `away` where they would be chosen by what came later.
    """
    if not sees_own(work):
        return false()
    mine = work.actor.office_id
    return _passing(mine, case) if away else case.in_(transfers.incoming(mine))


def sees_own(work: Work) -> bool:
    """Does the actor see every case of the own office?"""
    return _sees(work)[0]


def sees_below(work: Work) -> bool:
    """Does the actor see the cases of the offices below the own one?"""
    return _sees(work)[1]


def _sees(work: Work) -> tuple[bool, bool]:
    """Does the actor see the cases of the own office, and of those below?"""
    below = work.law.practice.lets(READ, OfficeRelation.ABOVE, work.actor.roles, ())
    return bool(work.actor.roles & CONTENT_ROLES), below


def _visible(mine: _Office, office: _Column, *, own: bool, below: bool) -> ColumnElement[bool]:
    allowed: list[ColumnElement[bool]] = []
    if own:
        allowed.append(office == mine)
    if below:
        allowed += [office == mine, office.in_(transfers.below(mine))]
    return or_(*allowed) if allowed else false()


def passing(work: Work, case: _Column = Case.id) -> ColumnElement[bool]:
    """The cases that are on their way to the actor's office, or that it gave away.

    `case` is the column that holds the key of the case.
    """
    return and_(passed_by(work, case), *not_kept_away(work, case))


def _passing(mine: _Office, case: _Column) -> ColumnElement[bool]:
    return or_(case.in_(transfers.incoming(mine)), case.in_(transfers.given_away(mine)))


def legible(work: Work) -> ColumnElement[bool]:
    """Every case the actor may read: those of every list, and those that pass between offices."""
    return or_(visible(work), passing(work))


def readable(work: Work, case_id: int) -> Case:
    """Load a case the actor may read as it is now.

    Raises NotFound, which does not tell whether it exists, or NotPermitted for a case that the
    office gave away: of those it reads what it knew, where a page asks for it (`remembered`).
    """
    case = remembered(work, case_id)
    if known.of(work, case) is not None:
        refuse_other(work, case)
    return case


def remembered(work: Work, case_id: int) -> Case:
    """Load a case the actor may read, or knows from before his office gave it away.

    Whoever loads it so tells no more of it than `known` allows. Raises NotFound.
    """
    case = work.session.scalar(_one(*_sees(work)), _asked(work, case_id))
    if case is None:
        raise NotFound(_MISSING)
    return case


def _asked(work: Work, case_id: int) -> dict[str, int]:
    # Asked for a case that is nowhere: the same statement, and the same work for the database.
    case_id = _NO_CASE if case_id in work.actor.excluded else case_id
    return {"case": case_id, "office": work.actor.office_id}


@cache
def _one(own: bool, below: bool) -> Select[Case]:
    """One legible case with its office: built once for each kind of actor."""
    mine = bindparam("office", type_=Integer)
    seen = _visible(mine, Case.office_id, own=own, below=below)
    also = _passing(mine, Case.id) if own else false()
    return (
        select(Case)
        .where(Case.id == bindparam("case"), or_(seen, also))
        .options(joinedload(Case.office, innerjoin=True))
    )


@cache
def _one_locked(own: bool, below: bool) -> Select[Case]:
    # The key stays, so rows that refer to the case may be written meanwhile.
    query = _one(own, below).with_for_update(key_share=True, of=Case)
    return query.execution_options(populate_existing=True)


def attempted(work: Work, case_id: int) -> Case:
    """Load and lock a case the actor may read, for an act; raises NotFound.

    Whose turn it is, `whose` says: a case that waits to be received is not of the own office yet.
    """
    query, asked = _one_locked(*_sees(work)), _asked(work, case_id)
    # Whoever waited while the case went to another office asks once more, as it is now.
    case = work.session.scalar(query, asked) or work.session.scalar(query, asked)
    if case is None:
        raise NotFound(_MISSING)
    return case


def changeable(work: Work, case_id: int) -> Case:
    """Load and lock a case of the actor's own office; raises NotFound.

    Raises NotPermitted for a case that passes between offices: those may know that it exists.
    """
    case = attempted(work, case_id)
    if case.office_id != work.actor.office_id:
        refuse_other(work, case)
    return case


def refuse_other(work: Work, case: Case) -> NoReturn:
    """Refuse a change to a case of another office, without telling more than may be known."""
    check_known(work, case)
    raise NotPermitted(
        wording(
            "Perkara ini ditangani %(office)s; kantor Anda hanya dapat membacanya.",
            office=case.office.name,
        )
    )


def check_known(work: Work, case: Case) -> None:
    """Raise NotFound for a case of which the actor may not even know that it exists."""
    if work.session.scalar(select(Case.id).where(Case.id == case.id, legible(work))) is None:
        raise NotFound(_MISSING)


def at_version(work: Work, case: Case, version: int) -> None:
    """Refuse what an old page sends. Raises Conflict with the acts that were recorded since."""
    if case.version != version:
        raise Conflict(
            "Perkara ini sudah berubah sejak halaman dibuka. Isian Anda belum disimpan; periksa "
            "perubahannya, lalu kirim kembali bila masih perlu.",
            changes_since(work, case, version),
        )


def changes_since(work: Work, case: Case, version: int) -> tuple[str, ...]:
    """Acts recorded after a version of the case, for the officer whose page is old."""
    # A case may stand in the chains of several offices; its versions count through all of them.
    events = work.session.scalars(select(Event).where(Event.case_id == case.id))
    acts = work.law.edition(case.edition, case.revision).acts
    since = sorted(
        (int(event.detail.get("version", 0)), event.action)
        for event in events
        if event.detail.get("version", 0) > version
    )
    return tuple(acts[action].title if action in acts else action for _, action in since)


def locked(work: Work, case_id: int) -> Case:
    """Lock a case for an effect of the system.

    Acts lock the case before any of its rows; effects that did it the other way round would
    wait for an act that waits for them.
    """
    return work.session.scalars(_LOCKED, {"case": case_id}).one()


_LOCKED = (
    select(Case)
    .where(Case.id == bindparam("case"))
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)


def offices(work: Work) -> list[int]:
    """The offices whose books the actor may read: the own one, and those one supervises."""
    found = [work.actor.office_id] if work.actor.roles & CONTENT_ROLES else []
    if sees_below(work):
        below = work.session.scalars(transfers.below(work.actor.office_id))
        found = [work.actor.office_id, *sorted(below)]
    return found
