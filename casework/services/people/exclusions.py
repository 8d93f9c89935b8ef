"""Officers who are kept away from a case because somebody in it has their name.

The system does it in the transaction in which a person is written down. What follows stands in
`access`: for the officer there is no such case any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select

from casework.errors import NotFound, NotPermitted
from casework.models import Base, Case, Exclusion, Office, Officer, WorkMark
from casework.models.exclusion import Reason
from casework.services.cases import access, transfers
from casework.services.cases.record import audit, remark
from casework.services.core.runtime import NO_OFFICE, Door
from casework.services.core.text import TextChecker
from casework.services.core.work import Actor, Work
from casework.services.people import namesakes, notices, officers
from casework.services.people.namesakes import Found

SET = "petugas_dikecualikan"
LIFTED = "pengecualian_dicabut"
RULE = "Aturan kerja kantor tentang benturan kepentingan (belum ada sumber; unverified)"
"""What every such act rests on: no article was found, so it is the house's own rule."""


def review(work: Work, case: Case) -> list[Exclusion]:
    """Keep away whoever is named in a case now and was not before; gives the new rows.

    Whoever was let in again as a mere namesake of a person stays in as far as that person goes.
    """
    found = namesakes.in_case(work, case)
    return keep_away(work, case, found) if found else []


def keep_away(work: Work, case: Case, found: Iterable[Found]) -> list[Exclusion]:
    """Keep these officers away from a case that is held by this transaction, and have it told."""
    rows = work.session.scalars(select(Exclusion).where(Exclusion.case_id == case.id)).all()
    away = {row.officer_id for row in rows if row.lifted_at is None}
    cleared = {(row.officer_id, row.party_id) for row in rows if row.lifted_at is not None}
    made = []
    for one in found:
        if one.officer_id in away or (one.officer_id, one.party_id) in cleared:
            continue
        away.add(one.officer_id)
        row = Exclusion(
            case_id=case.id,
            officer_id=one.officer_id,
            why=one.why,
            party_id=one.party_id,
            reason="",
            since=work.now,
            set_by=None,
            lift_reason="",
        )
        # It is no act of whoever typed the name in.
        made.append(record(replace(work, actor=Actor.system(case.office_id)), case, row))
    if made:
        _tell(work, case, made)
    return made


def record(work: Work, case: Case, row: Exclusion) -> Exclusion:
    """Write an exclusion with its event, and take away what ties the officer to the case."""
    work.session.add(row)
    work.session.flush()
    work.kept_away.add((row.officer_id, case.id))
    marks = delete(WorkMark).where(
        WorkMark.case_id == case.id, WorkMark.officer_id == row.officer_id
    )
    work.session.execute(marks)
    touched: list[Base] = [row]
    if case.owner_id == row.officer_id:
        case.owner_id = None
        touched.append(case)
    # Nothing but the key: in whose name it stands could tell who reported.
    audit.record(
        work,
        SET,
        case=case,
        subject=f"exclusions:{row.id}",
        citation=RULE,
        detail={"exclusion": row.id},
        touched=touched,
    )
    return row


def carry(work: Work, one: Case, other: Case) -> list[Exclusion]:
    """Keep away from each of two cases that became one matter whoever is kept from the other."""
    made = []
    for here, there in ((one, other), (other, one)):
        rows = work.session.scalars(
            select(Exclusion).where(Exclusion.case_id == here.id, Exclusion.lifted_at.is_(None))
        ).all()
        known = set(
            work.session.scalars(
                select(Exclusion.officer_id).where(
                    Exclusion.case_id == there.id, Exclusion.lifted_at.is_(None)
                )
            )
        )
        system = replace(work, actor=Actor.system(there.office_id))
        for row in rows:
            if row.officer_id not in known:
                again = Exclusion(
                    case_id=there.id,
                    officer_id=row.officer_id,
                    why=row.why,
                    party_id=row.party_id,
                    reason=row.reason,
                    since=work.now,
                    set_by=row.set_by,
                    lift_reason="",
                )
                made.append(record(system, there, again))
    return made


def foreseen(work: Work, name: str, nip: str) -> dict[int, list[Found]]:
    """The running cases in which somebody has a name or number, held until the transaction ends.

    Asked before an account is written: acts hold the case before they write to the record.
    """
    found = namesakes.of_officer(work, 0, name, nip)
    for case_id in sorted(found):
        access.locked(work, case_id)
    return found


def keep_newcomer_away(work: Work, officer_id: int, found: dict[int, list[Found]]) -> None:
    """Keep an officer who was written down now away from the cases that were foreseen."""
    cases = [work.session.get_one(Case, key) for key in sorted(found)]
    audit.lock_heads(work, [case.office_id for case in cases])
    for case in cases:
        own = [replace(one, officer_id=officer_id) for one in found[case.id]]
        keep_away(work, case, own)


def _tell(work: Work, case: Case, made: list[Exclusion]) -> None:
    # Neither the officer nor the person is named: a message travels by mail.
    notices.tell(
        work,
        case,
        ("coordinator",),
        key=f"{case.id}:exclusion-{made[0].id}",
        subject=f"{case.number}: petugas dikecualikan",
        body=(
            f"Perkara {case.number}. {len(made)} petugas bernama sama dengan orang yang tercatat "
            "dalam perkara ini dan tidak lagi dapat melihatnya. Periksa pada Akses, Pengecualian: "
            "bila hanya senama, cabut dengan alasannya; bila benar, tentukan siapa yang "
            "melanjutkan."
        ),
    )


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


def keep_away_by_hand(work: Work, case_id: int, officer_id: int, reason: str) -> Exclusion:
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
        why=Reason.HAND,
        reason=text,
        since=work.now,
        set_by=work.actor.officer_id,
        lift_reason="",
    )
    return record(work, case, row)


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
        LIFTED,
        case=case,
        subject=f"exclusions:{row.id}",
        citation=RULE,
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


def review_all(door: Door) -> Iterator[int]:
    """Compare all running cases with the officers, each case in a transaction of its own.

    Gives for each how many officers it keeps away now.
    """
    with door.reading(Actor.system(NO_OFFICE)) as work:
        running = select(Case.id, Case.office_id).where(Case.stage.not_in(namesakes.over(work)))
        found = work.session.execute(running.order_by(Case.id)).all()
    for case_id, office_id in found:
        with door.unit_of_work(Actor.system(office_id)) as work:
            yield len(review(work, access.locked(work, case_id)))
