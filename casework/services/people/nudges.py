"""Cases that stand still: what would move them, a nudge to who can do it, and what follows it.

When a case counts as stuck is practice (`rules/practice/macet.yaml`); the line of each case keeps
the moment. A nudge is a message and an event of the record. It is no act of the law and moves no
deadline. Who was nudged and did nothing is told to the office above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from casework.engine.act import Act
from casework.engine.roles import titles
from casework.errors import BadInput, NotPermitted
from casework.failpoint import failpoint
from casework.models import Case, CaseLine, Event, Office
from casework.services.cases import access
from casework.services.cases.record import audit
from casework.services.core import outbox
from casework.services.core.batches import SWEPT
from casework.services.core.outbox import Job
from casework.services.core.runtime import Door
from casework.services.core.work import Actor, Work
from casework.services.people import notices

NUDGED, ESCALATED = "macet_diingatkan", "macet_dinaikkan"
WRITERS = frozenset({"coordinator", "commissioner", "chair", "head_of_secretariat", "supervisor"})
KIND = "nudge"
MOST = 100


@dataclass(frozen=True)
class Stuck:
    """A case that stands still, since when, the acts that lead on, and when it was nudged last."""

    case: Case
    since: datetime
    acts: tuple[Act, ...]
    nudged: datetime | None

    @property
    def roles(self) -> str:
        """Who may do the first of these acts."""
        return titles(self.acts[0].roles) if self.acts else ""


def stuck(work: Work, office: int | None = None) -> list[Stuck]:
    """The cases the actor sees that stand still, the longest first, at most `MOST`."""
    query = (
        select(Case, CaseLine.stalled)
        .join(CaseLine, CaseLine.case_id == Case.id)
        .options(joinedload(Case.office, innerjoin=True))
        .where(
            CaseLine.stalled <= int(work.now.timestamp()),
            CaseLine.office_id.in_(access.offices(work) if office is None else [office]),
            CaseLine.office_id.in_(access.offices(work)),
            *access.not_kept_away(work, CaseLine.case_id),
        )
        .order_by(CaseLine.stalled, CaseLine.case_id)
        .limit(MOST)
    )
    rows = work.session.execute(query).all()
    nudged = _nudged(work, [row.Case.id for row in rows])
    return [
        Stuck(
            row.Case,
            datetime.fromtimestamp(row.stalled, UTC),
            onward(work, row.Case),
            nudged.get(row.Case.id),
        )
        for row in rows
    ]


def onward(work: Work, case: Case) -> tuple[Act, ...]:
    """The acts that lead on from the stage of a case, in the order of its edition."""
    edition = work.law.edition(case.edition, case.revision)
    return tuple(
        act
        for act in edition.acts.values()
        if act.to_stage and case.stage in act.from_stages and not act.reasoned
    )


def nudge(work: Work, case_id: int) -> int:
    """Remind those who can move a stuck case, once a day; gives how many were told.

    Raises NotFound, NotPermitted, or BadInput for a case that moved meanwhile or was nudged today.
    """
    if not work.actor.roles & WRITERS or work.actor.officer_id is None:
        raise NotPermitted(f"Yang mengingatkan perkara macet: {titles(sorted(WRITERS))}.")
    case = access.attempted(work, case_id)
    line = work.session.get_one(CaseLine, case.id)
    if case.office_id not in access.offices(work):
        access.refuse_other(work, case)
    if line.stalled is None or line.stalled > int(work.now.timestamp()):
        raise BadInput.one("perkara", f"Perkara {case.number} sudah bergerak; muat ulang halaman.")
    day = work.now.astimezone(ZoneInfo(case.office.zone)).date().isoformat()
    acts = onward(work, case)
    told = notices.tell(
        work,
        case,
        notices.next_roles(work, case, case.stage),
        key=f"{case.id}:nudge-{day}",
        subject=f"{case.number}: diingatkan karena macet",
        body=(
            f"Perkara {case.number} tidak bergerak. Tindakan berikutnya: "
            f"{' atau '.join(act.title for act in acts[:3]) or 'lihat perkaranya'}."
        ),
        leave_out=work.actor.officer_id,
    )
    if not told:
        raise BadInput.one(
            "perkara", f"Perkara {case.number} sudah diingatkan hari ini, atau tidak ada yang lain."
        )
    audit.record(
        work,
        NUDGED,
        case=case,
        subject=f"cases:{case.id}",
        detail={"stalled": line.stalled, "officers": sorted(one.officer_id for one in told)},
    )
    outbox.put(
        work,
        key=f"{case.id}:nudge-{day}:upper",
        kind="nudge",
        flow=SWEPT,
        case_id=case.id,
        payload={"case_id": case.id, "stalled": line.stalled},
        not_before=work.now + work.law.practice.standstill.escalate,
    )
    return len(told)


def escalate(door: Door, job: Job) -> None:
    """Tell the office above of a case that was nudged in vain (`nudge {case_id, stalled}`).

    One that moved, or is over, or whose office has none above, is let be.
    """
    with door.unit_of_work(Actor.system(job.office_id)) as work:
        case = access.locked(work, int(job.payload["case_id"]))
        line = work.session.get_one(CaseLine, case.id)
        upper = work.session.get(Office, case.office.parent_id) if case.office.parent_id else None
        if line.stalled == job.payload["stalled"] and upper is not None:
            told = notices.tell(
                work,
                case,
                (notices.UPPER, *notices.WHEN_STUCK),
                office=upper,
                key=job.key,
                subject=f"{case.number}: tetap macet sesudah diingatkan",
                body=(
                    f"Perkara {case.number} di {case.office.name} sudah diingatkan dan belum "
                    "bergerak. Lihat Gambaran → Macet."
                ),
            )
            audit.record(
                work,
                ESCALATED,
                case=case,
                subject=f"cases:{case.id}",
                detail={"officers": sorted(one.officer_id for one in told)},
            )
        outbox.done(work, job)
        failpoint("nudge.before-commit")
    failpoint("nudge.after-commit")


def _nudged(work: Work, cases: Sequence[int]) -> dict[int, datetime]:
    rows = work.session.execute(
        select(Event.case_id, Event.at)
        .where(Event.case_id.in_(cases), Event.action == NUDGED)
        .order_by(Event.id)
    )
    return {key: at for key, at in rows if key is not None}
