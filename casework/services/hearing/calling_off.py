"""A session that is wrong is called off before it comes to it; nothing of it is deleted."""

from __future__ import annotations

from sqlalchemy import select

from casework.errors import Conflict, NotPermitted
from casework.models import ClarificationSession, Document
from casework.services.cases import access
from casework.services.hearing import clarification
from casework.services.letters import papers
from casework.services.record import audit, remark
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Work

CALLERS = frozenset({"case_officer", "coordinator"})
"""Who may call a session off."""


def call_off(work: Work, session_id: int, version: int, reason: str) -> ClarificationSession:
    """Call off a session with a wrong day or a wrong person, before it comes to it.

    A letter that has not left is void, and the session was then no summons. What the person was
    told already stays a summons. Raises NotFound, NotPermitted, Conflict or BadInput.
    """
    row = clarification.session(work, session_id)
    case = access.changeable(work, row.case_id)
    if not work.actor.roles & CALLERS:
        raise NotPermitted("Jadwal klarifikasi dibatalkan oleh penangan atau koordinator.")
    if case.version != version:
        raise Conflict("Perkara ini sudah berubah sejak halaman dibuka. Periksa, lalu kirim lagi.")
    work.session.refresh(row)
    letters = work.session.scalars(
        select(Document)
        .where(
            Document.case_id == case.id,
            Document.kind == "undangan_klarifikasi",
            Document.about == f"session:{row.id}",
            Document.state != "void",
        )
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
    summoned = any(one.state == "dispatched" for one in letters)
    check = TextChecker()
    text = check.text("alasan", "Alasan pembatalan", reason, limit=500, required=True)
    remark.unnamed(work, case, check, "alasan", text)
    if row.state != "invited":
        check.refuse("sesi", "Sesi ini sudah dicatat atau dibatalkan.")
    elif summoned and row.scheduled_at <= work.now:
        check.refuse(
            "sesi",
            "Undangannya sudah disampaikan dan waktunya sudah lewat. Catat berita acara atau "
            "ketidakhadirannya.",
        )
    check.done()
    row.state, row.note = "cancelled", text
    if not summoned:
        row.summons = clarification.below(work, row.party_id)
    void = [
        changed
        for one in letters
        if one.state != "dispatched"
        for changed in papers.void(work, case, one, text)
    ]
    audit.record(
        work,
        "sesi_dibatalkan",
        case=case,
        subject=f"clarification_sessions:{row.id}",
        detail={"reason": text, "summoned": summoned},
        touched=[case, *void],
    )
    return row
