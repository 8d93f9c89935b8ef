"""An officer is kept away from a case by hand, or let in again because it is a mere namesake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.errors import NotFound, NotPermitted
from casework.models import Case, Exclusion, Office, Officer
from casework.models.exclusion import HAND
from casework.services.acting import exclusions
from casework.services.cases import access, transfers
from casework.services.record import audit, remark
from casework.services.staff import officers
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Work

SETTERS = frozenset({"coordinator", "chair"})
UPPER = "supervisor"
ROLES = SETTERS | {UPPER}
_SHORTEST = 5
_REASON = "alasan"


def of_case(work: Work, case: Case) -> Sequence[Exclusion]:
    """Every exclusion of a case, those in force first, then the newest."""
    return work.session.scalars(
        select(Exclusion)
        .where(Exclusion.case_id == case.id)
        .order_by(Exclusion.lifted_at.is_not(None), Exclusion.id.desc())
    ).all()


def may_set(work: Work, case: Case) -> bool:
    """Coordinator and chair of the office that has the case, and the supervisor above it."""
    if case.office_id == work.actor.office_id:
        return bool(work.actor.roles & ROLES)
    return UPPER in work.actor.roles and case.office.parent_id == work.actor.office_id


def opened(work: Work, case_id: int) -> Case:
    """The case, held, for who may say who is kept away. Raises NotFound or NotPermitted."""
    case = access.attempted(work, case_id)
    if not may_set(work, case):
        raise NotPermitted(
            "Pengecualian petugas diatur oleh koordinator atau ketua kantor yang menangani "
            "perkara, atau oleh supervisor kantor di atasnya."
        )
    return case


def keep_away(work: Work, case_id: int, officer_id: int, reason: str) -> Exclusion:
    """Keep an officer away from a case, with the reason (a relative, a friend, own interest).

    One may keep oneself away; only somebody else undoes it. Raises NotFound, NotPermitted or
    BadInput naming each field.
    """
    case = opened(work, case_id)
    check = TextChecker()
    text = _reason(work, case, check, reason)
    if officer_id not in {one.id for one in candidates(work, case)}:
        check.refuse(
            "petugas",
            "Pilih petugas yang hari ini dapat melihat perkara ini; muat ulang daftarnya.",
        )
    check.done()
    row = Exclusion(
        case_id=case.id,
        officer_id=officer_id,
        why=HAND,
        reason=text,
        since=work.now,
        set_by=work.actor.officer_id,
        lift_reason="",
    )
    return exclusions.record(work, case, row)


def in_force(work: Work, case: Case, exclusion_id: int) -> tuple[Exclusion, Officer]:
    """An exclusion of a case that was not lifted, with its officer. Raises NotFound."""
    row = work.session.get(Exclusion, exclusion_id)
    if row is None or row.case_id != case.id or row.lifted_at is not None:
        raise NotFound("Pengecualian itu tidak ada atau sudah dicabut.")
    return row, work.session.get_one(Officer, row.officer_id)


def lift(work: Work, case_id: int, exclusion_id: int, reason: str) -> Exclusion:
    """Let an officer in again, with the reason.

    The system does not keep him away for that person once more. Raises NotFound, NotPermitted
    (also for one's own) or BadInput.
    """
    case = opened(work, case_id)
    row, _officer = in_force(work, case, exclusion_id)
    if row.officer_id == work.actor.officer_id:
        raise NotPermitted(
            "Pengecualian atas diri sendiri tidak dapat dicabut sendiri. Minta ketua atau "
            "supervisor kantor di atasnya."
        )
    check = TextChecker()
    text = _reason(work, case, check, reason)
    check.done()
    row.lifted_at, row.lifted_by, row.lift_reason = work.now, work.actor.officer_id, text
    audit.record(
        work,
        exclusions.LIFTED,
        case=case,
        subject=f"exclusions:{row.id}",
        citation=exclusions.RULE,
        detail={"exclusion": row.id},
        touched=[row],
    )
    return row


def candidates(work: Work, case: Case) -> list[Officer]:
    """Whoever can see the case today: at its office, above it, and where it is read only."""
    found: dict[int, Officer] = {}
    for office, roles in _places(work, case):
        today = work.now.astimezone(ZoneInfo(office.zone)).date()
        held = officers.holders(work.session, office.id, roles, today, case_id=case.id)
        found |= {one.id: one for one in held}
    return sorted(found.values(), key=lambda one: (one.name.casefold(), one.id))


def _places(work: Work, case: Case) -> Iterator[tuple[Office, tuple[str, ...]]]:
    content = tuple(sorted(access.CONTENT_ROLES))
    yield case.office, (*content, UPPER)
    if case.office.parent is not None:
        yield case.office.parent, (UPPER,)
    for key in transfers.readers(work, case.id):
        yield work.session.get_one(Office, key), content


def unfilled(work: Work, case: Case) -> tuple[str, ...]:
    """Roles of the office that only officers hold today whom the case keeps away."""
    today = work.now.astimezone(ZoneInfo(case.office.zone)).date()
    wanted = ("intake_officer", "case_officer", "coordinator", "chair", "commissioner")

    def held(role: str, case_id: int) -> bool:
        return bool(officers.holders(work.session, case.office_id, (role,), today, case_id=case_id))

    return tuple(
        role for role in wanted if held(role, officers.NO_CASE) and not held(role, case.id)
    )


def _reason(work: Work, case: Case, check: TextChecker, reason: str) -> str:
    text = check.text(_REASON, "Alasan", reason, limit=500, required=True)
    if text and len(text) < _SHORTEST:
        check.refuse(_REASON, "Tulis alasannya (paling sedikit 5 huruf).")
    if text and remark.names_somebody(work, case, _REASON, text):
        check.refuse(
            _REASON,
            "Alasan memuat data pelapor atau saksi. Pakai sebutan samarannya, misalnya Pelapor "
            "atau Saksi 1.",
        )
    return text
