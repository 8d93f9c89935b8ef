"""What the dispatch of a letter means for the respondents it carries."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from casework.models import Case, Dispatch, Document, Referral, ReferralItem
from casework.services.registration import completion
from casework.services.unit.work import Work

KPU = "tindak_lanjut_kpu"
"""The term of KPU; each letter has its own."""


def sent(work: Work, document: Document) -> None:
    """Mark every respondent of a forwarded letter as sent, once."""
    items = work.session.scalars(
        select(ReferralItem)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(Referral.document_id == document.id, ReferralItem.state == "planned")
    )
    for item in items:
        item.state, item.updated_at = "sent", work.now


def forwarded(work: Work, case: Case) -> dict[str, datetime]:
    """When the duty to forward was done, by rule: as the last of its letters first left.

    A letter that is sent again does not make the forwarding late, and the term of a crime
    concerns the letters about crimes alone.
    """
    rows = work.session.execute(
        select(Referral.violation_class, func.min(Dispatch.sent_at))
        .join(Dispatch, Dispatch.document_id == Referral.document_id)
        .where(Referral.case_id == case.id)
        .group_by(Referral.id, Referral.violation_class)
    ).all()
    crimes = [at for kind, at in rows if kind == "pidana"]
    last = {"penanganan": max((at for _, at in rows), default=None)}
    last["penerusan_pidana"] = max(crimes, default=None)
    return {rule: at for rule, at in last.items() if at is not None}


def fulfilled(work: Work, case: Case, document: Document) -> dict[str, datetime]:
    """Duties that were done before the receipt of this letter, which starts their term, was known.

    A reporter may complete, and KPU may answer, before the proof of delivery comes back.
    """
    done = {
        "perbaikan": completion.received_at(work, case),
        KPU: answers(work, case).get(document.id),
    }
    return {rule: at for rule, at in done.items() if at is not None}


def answered(work: Work, case: Case) -> dict[str, datetime]:
    """When KPU did all it was told to, by rule: as the last of its answers was given.

    Nothing while one of them is open.
    """
    found = answers(work, case).values()
    done = [at for at in found if at is not None]
    return {KPU: max(done)} if done and len(done) == len(found) else {}


def answers(work: Work, case: Case) -> dict[int, datetime | None]:
    """When KPU did all that a letter told it to, by letter; None while one answer is open.

    The term of that letter then runs on.
    """
    found: dict[int, datetime | None] = {}
    rows = work.session.execute(
        select(
            Referral.document_id,
            ReferralItem.state,
            ReferralItem.answered_at,
            ReferralItem.updated_at,
        )
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(
            Referral.case_id == case.id,
            Referral.violation_class == "administrasi",
            ReferralItem.state != "void",
        )
    ).all()
    for letter, state, at, recorded in rows:
        when, before = at or recorded, found.get(letter, at or recorded)
        found[letter] = max(before, when) if state == "followed_up" and before else None
    return found
