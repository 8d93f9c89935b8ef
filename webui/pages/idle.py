"""Acts the law leaves open although there is nothing left to do by them now.

They stay on offer, but nobody is told that they are waiting.
"""

from __future__ import annotations

from sqlalchemy import select

from casework.models import (
    Case,
    ClarificationSession,
    Dispatch,
    Document,
    Party,
    Referral,
    ReferralItem,
)
from casework.services import case_facts, papers, redraft
from casework.services.work import Work


def idle_acts(work: Work, case: Case) -> frozenset[str]:
    """Ids of the acts that have nothing to be done on."""
    return _letters(work, case) | _sessions(work, case) | _forwarding(work, case)


def _letters(work: Work, case: Case) -> frozenset[str]:
    rows = work.session.execute(
        select(Document.id, Document.state, Document.kind).where(Document.case_id == case.id)
    ).all()
    letters = [row for row in rows if row.kind in papers.LETTERS]
    proven = set(
        work.session.scalars(
            select(Dispatch.document_id)
            .join(Document, Document.id == Dispatch.document_id)
            .where(Document.case_id == case.id, Dispatch.received_at.is_not(None))
        )
    )
    idle = set()
    if not any(row.state in ("planned", "draft") for row in letters):
        idle.add("terbitkan_surat")
    out = ("numbered", "issued", "dispatched")
    if not any(row.state in out and row.id not in proven for row in letters):
        idle.add("catat_penyampaian_surat")
    if any(row.kind == "pemberitahuan_status" for row in letters):
        idle.add("beritahukan_status")
    return frozenset(idle)


def _sessions(work: Work, case: Case) -> frozenset[str]:
    rows = work.session.execute(
        select(ClarificationSession.party_id, ClarificationSession.state).where(
            ClarificationSession.case_id == case.id
        )
    ).all()
    idle = set()
    if not any(row.state == "invited" for row in rows):
        idle |= {"catat_klarifikasi", "catat_ketidakhadiran"}
    people = set(
        work.session.scalars(
            select(Party.id).where(Party.case_id == case.id, Party.role != "matter")
        )
    )
    if people <= {row.party_id for row in rows}:
        idle.add("undang_klarifikasi")
    return frozenset(idle)


def _forwarding(work: Work, case: Case) -> frozenset[str]:
    states = set(
        work.session.scalars(
            select(ReferralItem.state)
            .join(Referral, Referral.id == ReferralItem.referral_id)
            .where(Referral.case_id == case.id, ReferralItem.state != "void")
        )
    )
    idle = {"susun_penerusan"} if states else set()
    if not states or not redraft.changes(work, case):
        idle.add("susun_ulang_penerusan")
    if states <= case_facts.FINAL_ITEM_STATES:
        idle.add("catat_tindak_lanjut")
    return frozenset(idle)
