"""The region of cases that have none yet: proposed from the text, set by a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from casework.errors import BadInput, NotPermitted, wording
from casework.models import Case, Office, Region
from casework.services.acts.corrections import clerical
from casework.services.cases import access, lines
from casework.services.cases.record import audit
from casework.services.core.work import Work
from casework.services.law import regions
from casework.services.law.regions import Proposal

ACTION = "wilayah_ditetapkan"
A_PAGE = 50


@dataclass(frozen=True)
class Waiting:
    """A case without a region, and what its text proposes."""

    case_id: int
    number: str
    title: str
    place: str
    proposal: Proposal


def waiting(work: Work, after: int = 0) -> tuple[Waiting, ...]:
    """Cases of the own office without a region, by key beyond `after`, at most `A_PAGE`."""
    rows = work.session.scalars(
        select(Case)
        .where(Case.office_id == work.actor.office_id, access.visible(work))
        .where(Case.event_region.is_(None), Case.id > after)
        .order_by(Case.id)
        .limit(A_PAGE)
    ).all()
    office = work.session.get_one(Office, work.actor.office_id)
    proposed = regions.propose(work, [one.event_place for one in rows], office.code)
    return tuple(
        Waiting(one.id, one.number, one.title, one.event_place, found)
        for one, found in zip(rows, proposed, strict=True)
    )


def count(work: Work) -> int:
    """How many cases of the own office have no region."""
    return work.session.scalars(
        select(func.count(Case.id))
        .where(Case.office_id == work.actor.office_id, access.visible(work))
        .where(Case.event_region.is_(None))
    ).one()


def settle(work: Work, chosen: Mapping[int, str]) -> int:
    """Set the region of each case that a person confirmed, each recorded; gives how many.

    One that has a region meanwhile is left as it is. Raises NotPermitted, NotFound, or BadInput
    where nothing is chosen or a region is not there: nothing is set then.
    """
    if not work.actor.roles & clerical.WRITERS:
        raise NotPermitted("Wilayah perkara ditetapkan oleh petugas yang menanganinya.")
    if not chosen:
        raise BadInput.one("perkara", "Pilih paling sedikit satu usulan.")
    done = 0
    for case_id, code in sorted(chosen.items()):
        case = access.changeable(work, case_id)
        if work.session.get(Region, code) is None:
            raise BadInput.one("perkara", wording("Wilayah %(code)s tidak ada.", code=code[:20]))
        if case.event_region is None:
            case.event_region = code
            case.version += 1
            lines.retell(work, case)
            detail = {"region": code, "version": case.version}
            audit.record(work, ACTION, case=case, detail=detail, touched=[case])
            done += 1
    return done
