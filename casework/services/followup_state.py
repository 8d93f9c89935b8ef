"""What the dispatch of a letter means for the respondents it carries."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from casework.models import Case, Dispatch, Document, Referral, ReferralItem
from casework.services import completion
from casework.services.work import Work


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


def fulfilled(work: Work, case: Case) -> dict[str, datetime]:
    """Duties that were done before the receipt of the letter that starts their term was recorded.

    A reporter may complete, and KPU may answer, before the proof of delivery comes back.
    """
    done = {"perbaikan": completion.received_at(work, case), **answered(work, case)}
    return {rule: at for rule, at in done.items() if at is not None}


def answered(work: Work, case: Case) -> dict[str, datetime]:
    """When KPU did what it was told to, by rule: as the last of its answers was given.

    Nothing while one of them is open: the term then runs on.
    """
    answers = work.session.execute(
        select(ReferralItem.state, ReferralItem.answered_at, ReferralItem.updated_at)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(
            Referral.case_id == case.id,
            Referral.violation_class == "administrasi",
            ReferralItem.state != "void",
        )
    ).all()
    if not answers or any(state != "followed_up" for state, _, _ in answers):
        return {}
    return {"tindak_lanjut_kpu": max(at or recorded for _, at, recorded in answers)}
