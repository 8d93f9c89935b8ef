"""When a letter left or arrived, put right: limits that start or were met then are derived anew."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from casework.errors import NotFound
from casework.models import Base, Case, Correction, Deadline, Dispatch, Document
from casework.services.acts.corrections import clerical as record
from casework.services.acts.corrections.clerical import WRITERS
from casework.services.acts.recommendation import dispatches, followup
from casework.services.acts.registration import completion
from casework.services.cases import facts
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.deadlines import corrections, deadlines

SENDERS = WRITERS | {"secretariat", "head_of_secretariat"}


def correct_dispatch(
    work: Work,
    case_id: int,
    version: int,
    dispatch_id: int,
    sent_at: datetime,
    received_at: datetime | None,
    reason: str,
) -> list[Correction]:
    """Put right when a letter left or arrived; deadlines that depend on it are derived anew.

    The times are aware. Raises NotFound, NotPermitted, Conflict when the case changed since
    `version`, or BadInput naming each field ("sent_at", "received_at", "alasan").
    """
    case = record.opened(work, case_id, version, SENDERS)
    row = work.session.get(Dispatch, dispatch_id)
    document = work.session.get(Document, row.document_id) if row else None
    if row is None or document is None or document.case_id != case.id:
        raise NotFound("Penyampaian surat itu tidak ada pada perkara ini.")
    check = TextChecker()
    _check_times(work, check, document, row, sent_at, received_at)
    text = record.reason_of(work, case, check, reason)
    changes = [
        record.moment(field, old, new)
        for field, old, new in (
            ("sent_at", row.sent_at, sent_at), ("received_at", row.received_at, received_at)
        )
        if old is not None and new is not None and old != new
    ]  # fmt: skip
    was_sent, was_received = row.sent_at, row.received_at
    row.sent_at, row.received_at = sent_at, received_at
    work.session.flush()
    moved = _met_by_sending(work, case, was_sent)
    if was_received is not None and received_at is not None and was_received != received_at:
        moved += _start_anew(work, case, document, was_received, received_at, text)
    completion.judge(work, case)
    return record.keep(work, case, row, changes, text, moved)


def _check_times(
    work: Work, check: TextChecker, document: Document, row: Dispatch, sent_at: datetime,
    received_at: datetime | None,
) -> None:  # fmt: skip
    if sent_at > work.now or (received_at or work.now) > work.now:
        check.refuse("sent_at", "Waktu kirim dan waktu terima tidak boleh di masa depan.")
    if document.dated and sent_at < document.dated.replace(second=0, microsecond=0):
        check.refuse("sent_at", "Waktu kirim tidak boleh sebelum surat diterbitkan.")
    if received_at is not None and received_at < sent_at:
        check.refuse("received_at", "Waktu terima tidak boleh sebelum waktu kirim.")
    if (row.received_at is None) != (received_at is None):
        check.refuse(
            "received_at",
            "Di sini hanya waktu yang sudah tercatat dibetulkan. Bukti terima yang baru dicatat "
            "dengan tindakan Catat penyampaian surat.",
        )


def _met_by_sending(work: Work, case: Case, was: datetime) -> list[Base]:
    """Limits that were met when letters left, judged anew by when they really did."""
    moved: list[Base] = []
    left = followup.forwarded(work, case)
    query = select(Deadline).where(
        Deadline.case_id == case.id, Deadline.rule.in_(left), Deadline.closed_at == was
    )
    for limit in work.session.scalars(query):
        if limit.closed_at != left[limit.rule]:
            limit.closed_at = left[limit.rule]
            deadlines.judge_again(limit, work.now)
            moved.append(limit)
    return moved


def _start_anew(
    work: Work, case: Case, document: Document, was: datetime, at: datetime, reason: str
) -> list[Base]:
    """Move the fact that the receipt of this letter recorded, and the limits that hang on it."""
    known = facts.times(work, case)
    moved: list[Base] = []
    for name, kind in dispatches.STARTERS.items():
        if document.kind != kind:
            continue
        own = corrections.restart(work, case, document.id, at)
        moved += own
        if known.get(name) == was:
            moved += facts.put(work, case, {name: at}, reason)
            # A limit of this letter alone has moved already, and no other letter's may.
            moved += [] if own else corrections.derive_again(work, case, name, was)
    return moved
