"""Who is answerable for a case: given to an officer, given back, handed over when somebody leaves.

A practice of the office, not an act of the law: no article was found, and the version of the case
stays, so that nobody who works on it is held up.
"""

from __future__ import annotations

from casework.errors import BadInput, Conflict, NotPermitted, wording
from casework.models import Case, Officer
from casework.services.cases import access
from casework.services.cases.record import audit
from casework.services.core.work import Work
from casework.services.people import notices, officers

GIVERS = frozenset({"coordinator", "chair"})
OWNERS = frozenset({"intake_officer", "case_officer", "coordinator"})
"""Who may give a case to whom."""


def candidates(work: Work) -> list[Officer]:
    """Officers of the actor's office to whom a case can be given today."""
    today = officers.today(work.now)
    return officers.holders(work.session, work.actor.office_id, tuple(OWNERS), today)


def give(work: Work, case_id: int, was: int | None, owner_id: int | None) -> Case:
    """Give a case of the own office to an officer, or to nobody where it had none before.

    `was` is the owner the page showed. Raises NotFound, NotPermitted, Conflict when somebody else
    was faster, BadInput ("petugas") for an officer who cannot have it or a case that is over.
    """
    if not work.actor.roles & GIVERS:
        raise NotPermitted("Yang menugaskan perkara adalah koordinator atau ketua.")
    case = access.changeable(work, case_id)
    if case.owner_id != was:
        holder = work.session.get(Officer, case.owner_id) if case.owner_id else None
        raise Conflict(
            wording(
                "Penanggung jawab %(case)s sudah berubah: %(name)s. Periksa lagi.",
                case=case.number,
                name=holder.name if holder else "belum ada",
            )
        )
    if owner_id == was:
        raise BadInput.one(
            "petugas", wording("%(case)s sudah dipegang petugas itu.", case=case.number)
        )
    if work.law.edition(case.edition, case.revision).stages[case.stage].final:
        raise BadInput.one(
            "petugas",
            wording("%(case)s sudah selesai, jadi tidak ditugaskan lagi.", case=case.number),
        )
    owner = _able(work, case, owner_id) if owner_id is not None else None
    hand(work, case, was, owner_id)
    if owner is not None and owner.id != work.actor.officer_id:
        notices.write(
            work,
            owner,
            key=f"{case.id}:owner-{owner.id}-{int(work.now.timestamp())}",
            subject=f"{case.number}: ditugaskan kepada Anda",
            body=f"Anda sekarang penanggung jawab perkara {case.number}.",
            zone=case.office.zone,
            case=case,
        )
    return case


def hand(work: Work, case: Case, was: int | None, owner_id: int | None) -> None:
    """Write on record who has the case now, and whose it was; `case` is locked."""
    case.owner_id = owner_id
    audit.record(
        work,
        "perkara_diserahterimakan",
        case=case,
        detail={"was": was, "is": owner_id},
        touched=[case],
    )


def _able(work: Work, case: Case, officer_id: int) -> Officer:
    today = officers.today(work.now)
    for one in officers.holders(
        work.session, case.office_id, tuple(OWNERS), today, case_id=case.id
    ):
        if one.id == officer_id:
            return one
    raise BadInput.one(
        "petugas",
        wording(
            "Petugas itu tidak dapat memegang %(case)s: perannya di kantor itu tidak berlaku "
            "hari ini, atau ia dikecualikan dari perkara ini. Pilih petugas lain.",
            case=case.number,
        ),
    )
