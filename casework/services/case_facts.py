"""The yes/no facts of a case that the lifecycle asks about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select

from casework.engine.deadline import is_late
from casework.engine.requirements import standing
from casework.models import (
    Case,
    ClarificationSession,
    Deadline,
    Dispatch,
    Document,
    Finding,
    Opinion,
    Outcome,
    Party,
    Referral,
    ReferralItem,
    Review,
)
from casework.services import facts as dated_facts
from casework.services.work import Work

FINAL_ITEM_STATES = frozenset({"accepted", "followed_up", "not_followed", "unanswered"})
# Facts the officer supplies in the very form of the act; asking assumes them, doing checks them.
SUPPLIED = ("pleno_kuorum", "hasil_semua_terlapor")


def facts_of(work: Work, case: Case, given: Mapping[str, bool] | None = None) -> dict[str, bool]:
    """Every declared fact of a case as it stands; `given` are those supplied with the act."""
    facts: dict[str, bool] = dict.fromkeys((*dated_facts.times(work, case), *SUPPLIED), True)
    facts["ada_dugaan_pidana"] = case.suspects_crime
    facts["surat_kelengkapan_diterima"] = False
    facts["rekomendasi_kpu_diterima"] = False
    facts |= _requirements(work, case)
    # A finding has no reporter whose papers could lack: the pleno that fixed it judged it.
    facts["syarat_terpenuhi"] |= facts.get("temuan_ditetapkan", False)
    facts |= _limits(work, case)
    facts |= _clarification(work, case)
    facts |= _review(work, case)
    facts |= _outcomes(work, case)
    facts |= _letters(work, case)
    return facts | dict(given or {})


def current_round(work: Work, case: Case) -> int:
    """Round of the requirement check: 1 at kajian awal, 2 after a completion."""
    return 2 if case.stage in ("pemeriksaan_kelengkapan",) else _last_round(work, case)


def _last_round(work: Work, case: Case) -> int:
    found = work.session.scalar(select(func.max(Finding.round)).where(Finding.case_id == case.id))
    return found or 1


def _requirements(work: Work, case: Case) -> dict[str, bool]:
    wanted = work.law.edition(case.edition, case.revision).requirements
    rows = work.session.scalars(
        select(Finding).where(
            Finding.case_id == case.id, Finding.round == current_round(work, case)
        )
    )
    return standing(wanted, {row.requirement: row.met for row in rows})


def _limits(work: Work, case: Case) -> dict[str, bool]:
    rows = work.session.scalars(
        select(Deadline).where(Deadline.case_id == case.id, Deadline.state.in_(("open", "expired")))
    ).all()
    lapsed = [r for r in rows if r.rule == "perbaikan"]
    handling = [r for r in rows if r.rule == "penanganan"]
    return {
        "perbaikan_lewat": any(is_late(datetime.fromisoformat(r.due), work.now) for r in lapsed),
        "penanganan_terbuka": any(
            not r.extended and not is_late(datetime.fromisoformat(r.due), work.now)
            for r in handling
        ),
    }


def _clarification(work: Work, case: Case) -> dict[str, bool]:
    states = work.session.scalars(
        select(ClarificationSession.state).where(ClarificationSession.case_id == case.id)
    ).all()
    return {"klarifikasi_tuntas": bool(states) and "invited" not in states}


def _review(work: Work, case: Case) -> dict[str, bool]:
    review = work.session.scalar(
        select(Review).where(Review.case_id == case.id).order_by(Review.revision.desc()).limit(1)
    )
    if review is None:
        return {"kajian_lengkap": False}
    judged = set(
        work.session.scalars(select(Opinion.party_id).where(Opinion.review_id == review.id))
    )
    return {"kajian_lengkap": respondent_ids(work, case) <= judged}


def respondent_ids(work: Work, case: Case) -> set[int]:
    """Keys of the parties an outcome is due for: respondents and matters without a person."""
    return set(
        work.session.scalars(
            select(Party.id).where(
                Party.case_id == case.id, Party.role.in_(("respondent", "matter"))
            )
        )
    )


def has_reporter(work: Work, case: Case) -> bool:
    """Did someone report it? A finding and early information have nobody to be told."""
    found = select(Party.id).where(Party.case_id == case.id, Party.role == "reporter")
    return work.session.scalar(found.limit(1)) is not None


def _outcomes(work: Work, case: Case) -> dict[str, bool]:
    outcomes = work.session.scalars(select(Outcome).where(Outcome.case_id == case.id)).all()
    violations = [o for o in outcomes if o.violation_class != "bukan_pelanggaran"]
    addressed = [o for o in violations if not o.no_destination_reason]
    return {
        "ada_pidana": any(o.violation_class == "pidana" for o in violations),
        "ada_penerusan": bool(addressed),
        "tanpa_penerusan": not addressed,
        # Destinations are looked up when the letters are drafted; the act itself answers this.
        "tujuan_semua_jelas": True,
    }


def _letters(work: Work, case: Case) -> dict[str, bool]:
    referrals = work.session.scalars(
        select(Referral)
        .join(Document, Document.id == Referral.document_id)
        .where(Referral.case_id == case.id, Document.state != "void")
    ).all()
    sent = set(
        work.session.scalars(
            select(Dispatch.document_id)
            .join(Document, Document.id == Dispatch.document_id)
            .where(Document.case_id == case.id)
        )
    )
    notices = work.session.scalars(
        select(Document.id).where(
            Document.case_id == case.id, Document.kind == "pemberitahuan_status"
        )
    ).all()
    answers = work.session.execute(
        select(ReferralItem.state, Referral.violation_class)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(Referral.case_id == case.id, ReferralItem.state != "void")
    ).all()
    items = [state for state, _ in answers]
    to_kpu = [state for state, kind in answers if kind == "administrasi"]
    crimes = [r for r in referrals if r.violation_class == "pidana"]
    return {
        "surat_pidana_terkirim": bool(crimes) and all(r.document_id in sent for r in crimes),
        "surat_penerusan_terkirim": bool(referrals)
        and all(r.document_id in sent for r in referrals),
        # Where nobody reported, nobody is left to be told.
        "pemberitahuan_status_terkirim": all(n in sent for n in notices)
        and (bool(notices) or not has_reporter(work, case)),
        "rekomendasi_kpu_ditindaklanjuti": bool(to_kpu) and set(to_kpu) == {"followed_up"},
        "tindak_lanjut_tuntas": bool(items) and all(s in FINAL_ITEM_STATES for s in items),
    }
