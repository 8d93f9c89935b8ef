"""A fact that began with a letter's receipt is that receipt: both are put right together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine.words import clock, long_date
from casework.errors import BadInput
from casework.models import Case, Dispatch, Document
from casework.services.recommendation import dispatches
from casework.services.unit.work import Work


def of_fact(work: Work, case: Case, fact: str, was: datetime) -> Sequence[Dispatch]:
    """The dispatches whose receipt a fact recorded at a time, locked; none for other facts."""
    kind = dispatches.STARTERS.get(fact)
    if kind is None:
        return ()
    return work.session.scalars(
        select(Dispatch)
        .join(Document, Document.id == Dispatch.document_id)
        .where(Document.case_id == case.id, Document.kind == kind, Dispatch.received_at == was)
        .order_by(Dispatch.id)
        .with_for_update(of=Dispatch, key_share=True)
    ).all()


def check(case: Case, letters: Sequence[Dispatch], at: datetime) -> None:
    """Raise BadInput when a letter would have arrived before it left."""
    sent = max((one.sent_at for one in letters), default=at)
    # Forms give minutes.
    if at < sent.replace(second=0, microsecond=0):
        left = sent.astimezone(ZoneInfo(case.office.zone))
        raise BadInput.one(
            "waktu",
            f"Surat itu tercatat dikirim {long_date(left.date())} pukul "
            f"{clock(left, case.office.zone)}; waktu terimanya tidak boleh lebih awal. Betulkan "
            "dahulu waktu kirimnya pada halaman surat itu.",
        )
