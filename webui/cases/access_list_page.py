"""Who may see a case today, as what, and who opened what is protected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.models import Case, Event, Office, Officer
from casework.services.acts.registration import comparison
from casework.services.cases import access, known, transfers
from casework.services.cases.record import attempts, identity, remark
from casework.services.core.work import Actor, Work
from casework.services.people import officers
from casework.services.people.notices import UPPER
from webui.cases.history_page import EventLine, line_of

MOST_OPENINGS = 40
OPENINGS = ("identitas_dibuka", "dokumen_dibuka", "bukti_dibuka", attempts.NAMED)


@dataclass(frozen=True)
class AccessLine:
    """One officer who may see the case: roles, and what they allow."""

    name: str
    roles: tuple[str, ...]
    acts: bool
    opens_identity: bool
    compares: bool = False
    """May the officer open signature and identity card, as long as the requirements are judged?"""


@dataclass(frozen=True)
class AccessList:
    """Everybody with access, those of the upper office apart, and the newest openings."""

    here: tuple[AccessLine, ...]
    above: tuple[AccessLine, ...]
    openings: tuple[EventLine, ...]
    reading: tuple[str, ...] = ()
    """Offices that only read: they gave the case away, or it is on its way to them."""


def access_list(work: Work, case: Case) -> AccessList:
    """Who may read a case, and who opened what of it; the officer must be allowed to see it."""
    here = tuple(_line(work, case, one) for one in _holders(work, case))
    reading = tuple(
        work.session.get_one(Office, key).name for key in transfers.readers(work, case.id)
    )
    return AccessList(here, tuple(_above(work, case)), tuple(_openings(work, case)), reading)


def _holders(work: Work, case: Case) -> Iterator[Actor]:
    today = work.now.astimezone(ZoneInfo(case.office.zone)).date()
    wanted = (*sorted(access.CONTENT_ROLES), "supervisor")
    for one in officers.holders(work.session, case.office_id, wanted, today, case_id=case.id):
        yield officers.actor(work.session, one, case.office, today)


def _above(work: Work, case: Case) -> Iterator[AccessLine]:
    upper = case.office.parent
    while upper is not None:
        today = work.now.astimezone(ZoneInfo(upper.zone)).date()
        for one in officers.holders(work.session, upper.id, (UPPER,), today, case_id=case.id):
            yield AccessLine(one.name, (UPPER,), acts=False, opens_identity=False)
        upper = upper.parent


def _line(work: Work, case: Case, actor: Actor) -> AccessLine:
    took_it = actor.officer_id == case.received_by
    return AccessLine(
        actor.name,
        tuple(sorted(actor.roles)),
        acts=bool(actor.roles & remark.WRITERS),
        opens_identity=bool(actor.roles & identity.READERS) or took_it,
        compares=comparison.may_compare(work, case, actor),
    )


def _openings(work: Work, case: Case) -> Iterator[EventLine]:
    rows = work.session.execute(
        select(Event, Officer.name)
        .outerjoin(Officer, Officer.id == Event.actor_id)
        .where(
            Event.case_id == case.id,
            Event.action.in_(OPENINGS),
            *known.within(known.of(work, case), Event),
        )
        .order_by(Event.id.desc())
        .limit(MOST_OPENINGS)
    )
    for row, name in rows.all():
        yield line_of(work, case, row, name)
