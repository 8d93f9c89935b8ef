"""Officers who are kept away from a case because somebody in it has their name.

The system does it in the transaction in which a person is written down. What follows stands in
`access`: for the officer there is no such case any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import delete, select

from casework.models import Base, Case, Exclusion, WorkMark
from casework.services.acting import named
from casework.services.acting.named import Found
from casework.services.cases import access
from casework.services.messaging import notices
from casework.services.record import audit
from casework.services.unit.work import Actor, Work

SET = "petugas_dikecualikan"
LIFTED = "pengecualian_dicabut"
RULE = "Aturan kerja kantor tentang benturan kepentingan (belum ada sumber; unverified)"
"""What every such act rests on: no article was found, so it is the house's own rule."""


def review(work: Work, case: Case) -> list[Exclusion]:
    """Keep away whoever is named in a case now and was not before; gives the new rows.

    Whoever was let in again as a mere namesake of a person stays in as far as that person goes.
    """
    found = named.in_case(work, case)
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
    found = named.of_officer(work, 0, name, nip)
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
