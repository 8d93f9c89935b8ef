"""An officer leaves: what is open is found and handed over in the act that closes the account.

Whoever moved may still have cases at an office the administrator does not govern. Those are not
shown, counted or changed: they keep their owner, who counts as nobody once the account is closed,
and the coordinators there are told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select

from casework.errors import BadInput, NotPermitted
from casework.models import Absence, Case, Deadline, Event, Officer, OfficerRole
from casework.models.deadline import UNMET
from casework.services.cases import access, conflict_of_interest
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.people import (
    accounts,
    case_owner,
    notices,
    officers,
    offices,
    passwords,
    sessions,
)


@dataclass(frozen=True)
class OpenCase:
    """A case that would be left behind, without its content.

    `owned` tells a case that was given to the officer from one only worked on last.
    """

    id: int
    number: str
    office_id: int
    stage: str
    due: str
    owned: bool


def left_behind(work: Work, officer_id: int) -> list[OpenCase]:
    """Open cases that are the officer's: owned, or with nobody's name and worked on last.

    Only of the offices that the acting administrator governs, and none that keeps him away.
    """
    inside = _governed(work)
    rows = _open(work, officer_id)
    return [_told(work, case, officer_id) for case in rows if _reaches(work, case, inside)]


def _reaches(work: Work, case: Case, inside: set[int]) -> bool:
    return case.office_id in inside and case.id not in work.actor.excluded


def _governed(work: Work) -> set[int]:
    return {one.id for one in offices.governed(work)}


def _open(work: Work, officer_id: int) -> list[Case]:
    """Open cases that are the officer's, of every office: owned, or nobody's and worked on last."""
    newest = (
        select(Event.case_id, func.max(Event.id).label("event_id"))
        .where(Event.case_id.is_not(None), Event.actor_id.is_not(None))
        .group_by(Event.case_id)
        .subquery()
    )
    worked_last = select(newest.c.case_id).join(
        Event, (Event.id == newest.c.event_id) & (Event.actor_id == officer_id)
    )
    rows = work.session.scalars(
        select(Case)
        .where(
            or_(
                Case.owner_id == officer_id,
                Case.owner_id.is_(None) & Case.id.in_(worked_last),
            )
        )
        .order_by(Case.id)
    ).all()
    return [case for case in rows if not _over(work, case)]


def successors(work: Work, officer_id: int) -> list[Officer]:
    """Active officers who could take the cases over: all offices concerned, today."""
    cases = left_behind(work, officer_id)
    wanted = {one.office_id for one in cases}
    today = officers.today(work.now)
    found = [
        {
            one.id: one
            for one in officers.holders(work.session, office_id, tuple(case_owner.OWNERS), today)
        }
        for office_id in sorted(wanted)
    ]
    if not found:
        return []
    kept_away = (conflict_of_interest.from_case(work.session, one.id) for one in cases)
    common = set(found[0]).intersection(*found[1:]).difference({officer_id}, *kept_away)
    return [found[0][key] for key in sorted(common)]


def leave(
    work: Work, officer_id: int, successor_id: int | None, reason: str, now: datetime
) -> Sequence[OpenCase]:
    """Close an account and hand its open cases to a successor; gives the cases.

    Roles and sessions end at once. `now` is the machine's time. Raises BadInput naming the
    field, NotPermitted for oneself.
    """
    row = accounts.account(work, officer_id)
    if row.id == work.actor.officer_id:
        raise NotPermitted("Akun sendiri tidak dapat ditutup. Minta administrator lain.")
    if not row.active:
        raise BadInput.one("alasan", "Akun itu sudah tidak aktif.")
    check = TextChecker()
    reason = check.text("alasan", "Alasan", reason, limit=500, required=True)
    check.done()
    cases = left_behind(work, row.id)
    successor = _successor(work, row.id, successor_id) if cases else None
    inside = _governed(work)
    elsewhere = [case for case in _open(work, row.id) if not _reaches(work, case, inside)]
    for one in cases:
        _hand_over(work, one, row, successor)
    _close(work, row, now)
    for case in elsewhere:
        _tell(work, case, row)
    detail: dict[str, object] = {
        "reason": reason,
        "cases": [one.id for one in cases],
        "successor": successor.id if successor else None,
    }
    accounts.record(work, row, "petugas_keluar", detail)
    return cases


def return_to_work(work: Work, officer_id: int) -> None:
    """Open a closed account again; roles are given anew, the password is set by a new link."""
    row = accounts.account(work, officer_id)
    row.active = True
    row.password_hash = ""
    accounts.record(work, row, "petugas_diaktifkan", {})


def _successor(work: Work, officer_id: int, successor_id: int | None) -> Officer:
    for one in successors(work, officer_id):
        if one.id == successor_id:
            return one
    raise BadInput.one(
        "pengganti",
        "Pilih petugas aktif yang menangani laporan di kantor perkara-perkara itu sebagai penerus.",
    )


def _hand_over(work: Work, one: OpenCase, away: Officer, successor: Officer | None) -> None:
    # Who leaves may only have worked on it last; the record says whose it was all the same.
    case_owner.hand(work, access.locked(work, one.id), away.id, successor.id if successor else None)


def _tell(work: Work, case: Case, away: Officer) -> None:
    notices.tell(
        work,
        case,
        ("coordinator",),
        key=f"{case.id}:left-{away.id}-{officers.today(work.now)}",
        subject=f"{case.number}: penanggung jawab keluar",
        body=(
            f"Perkara {case.number}. Akun petugas yang memegang atau terakhir mengerjakannya "
            "ditutup; tidak ada penerus yang ditunjuk. Tentukan siapa yang melanjutkan."
        ),
        leave_out=away.id,
    )


def _close(work: Work, row: Officer, now: datetime) -> None:
    today = officers.today(work.now)
    row.active = False
    sessions.end(work.session, row.id, now)
    passwords.close_links(work, row.id, now)
    for role in work.session.scalars(
        select(OfficerRole).where(
            OfficerRole.officer_id == row.id,
            or_(OfficerRole.until.is_(None), OfficerRole.until > today),
        )
    ):
        role.until = max(today, role.starts)
    for absence in work.session.scalars(
        select(Absence).where(
            or_(Absence.officer_id == row.id, Absence.deputy_id == row.id),
            Absence.cancelled_at.is_(None),
            Absence.until > today,
        )
    ):
        absence.cancelled_at = work.now


def _told(work: Work, case: Case, officer_id: int) -> OpenCase:
    due = work.session.scalar(
        select(Deadline.due)
        .where(Deadline.case_id == case.id, Deadline.state.in_(UNMET))
        .order_by(Deadline.due_at)
        .limit(1)
    )
    owned = case.owner_id == officer_id
    return OpenCase(case.id, case.number, case.office_id, case.stage, due or "", owned)


def _over(work: Work, case: Case) -> bool:
    return work.law.edition(case.edition, case.revision).stages[case.stage].final
