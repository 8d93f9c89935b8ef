"""Who works on the map of vulnerability, whose rounds one sees, and where their record stands.

A round is seen by the office that opened it and, but for the answers of the others, by those it
asks. Rows of several offices change in one transaction, so each is told in the chain of the office
it belongs to, whoever changed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine.kerawanan import IndexEdition
from casework.errors import NotFound, NotPermitted
from casework.models import (
    Base,
    Office,
    PreventionTask,
    VulnerabilityAnswer,
    VulnerabilityEvent,
    VulnerabilityRound,
    VulnerabilitySheet,
)
from casework.services.cases.record import audit
from casework.services.core.work import Work

LEADERS = frozenset({"coordinator", "commissioner", "chair"})
"""Roles that open, review and close a round, and settle what happened."""
WRITERS = LEADERS | {"case_officer", "secretariat", "intake_officer", "head_of_secretariat"}
"""Roles that answer, enter events, and plan and finish tasks."""
READERS = WRITERS | {"supervisor", "auditor"}

Row = (
    VulnerabilityRound | VulnerabilitySheet | VulnerabilityAnswer | VulnerabilityEvent
    | PreventionTask
)  # fmt: skip
_NO_ROUND = "Putaran itu tidak ada atau tidak menyangkut kantor Anda."


def demand(work: Work, roles: frozenset[str], what: str) -> None:
    """Refuse whoever holds none of the roles; the system may do what training plays."""
    if not work.actor.is_system and not work.actor.roles & roles:
        raise NotPermitted(what)


def lead(work: Work) -> None:
    """Refuse whoever does not lead. Raises NotPermitted."""
    demand(
        work,
        LEADERS,
        "Putaran dibuka, diperiksa, dan ditutup oleh koordinator divisi, anggota, atau ketua.",
    )


def write(work: Work) -> None:
    """Refuse whoever only reads. Raises NotPermitted."""
    demand(
        work,
        WRITERS,
        "Pemetaan diisi oleh staf penanganan, sekretariat, koordinator, anggota, atau ketua.",
    )


def today(work: Work, office_id: int | None = None) -> date:
    """The day at an office, the actor's own where none is given."""
    office = work.session.get_one(Office, office_id or work.actor.office_id)
    return work.now.astimezone(ZoneInfo(office.zone)).date()


def edition(work: Work, row: VulnerabilityRound) -> IndexEdition:
    """The edition of a round."""
    return work.law.kerawanan.edition(row.edition)


def round_of(work: Work, round_id: int) -> VulnerabilityRound:
    """A round the own office opened, or is asked in. Raises NotFound."""
    row = work.session.get(VulnerabilityRound, round_id)
    if row is None or not (opened(work, row) or own_sheet(work, row)):
        raise NotFound(_NO_ROUND)
    return row


def opened_round(work: Work, round_id: int) -> VulnerabilityRound:
    """A round the own office opened. Raises NotFound."""
    row = work.session.get(VulnerabilityRound, round_id)
    if row is None or not opened(work, row):
        raise NotFound(_NO_ROUND)
    return row


def opened(work: Work, row: VulnerabilityRound) -> bool:
    """Is the round the own office's?"""
    return row.office_id == work.actor.office_id


def own_sheet(work: Work, row: VulnerabilityRound) -> VulnerabilitySheet | None:
    """The sheet of the own office in a round, if it is asked."""
    return work.session.scalar(
        select(VulnerabilitySheet).where(
            VulnerabilitySheet.round_id == row.id,
            VulnerabilitySheet.office_id == work.actor.office_id,
        )
    )


def below(work: Work, office_id: int) -> list[Office]:
    """An office and all below it, by code."""
    offices = work.session.scalars(select(Office).order_by(Office.code)).all()
    inside = {office_id}
    for _level in range(3):
        inside |= {one.id for one in offices if one.parent_id in inside}
    return [one for one in offices if one.id in inside]


def region_of(work: Work, office: Office) -> str:
    """The region of an office by the law data, "" where they know none."""
    entry = work.law.offices.get(office.code)
    return (entry.region or "") if entry else ""


def own_region(work: Work) -> str:
    """The region of the actor's office, "" where the law data know none."""
    return region_of(work, work.session.get_one(Office, work.actor.office_id))


def tell(
    work: Work, action: str, rows: Iterable[Row], detail: Mapping[str, Any] | None = None
) -> None:
    """Tell of rows in the chains of their offices, always in the same order."""
    work.session.flush()
    places: dict[int, list[Base]] = {}
    for row in rows:
        places.setdefault(row.office_id, []).append(row)
    audit.lock_heads(work, places)
    for office_id, told in sorted(places.items()):
        audit.tell(work, office_id, action, told, detail)
