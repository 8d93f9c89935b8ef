"""What the addressees did, respondent by respondent, until every one is answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select

from casework.engine.categories import ViolationClass
from casework.errors import BadInput, NotFound
from casework.models import Case, Deadline, Dispatch, Document, Referral, ReferralItem
from casework.models.deadline import DeadlineState
from casework.models.referral import ITEM_STATES, ItemState
from casework.services.acts import acts
from casework.services.acts.registration import completion
from casework.services.acts.registry import act
from casework.services.cases import evidence
from casework.services.cases.evidence import Upload
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.deadlines import deadlines
from casework.services.documents import papers

KPU = "tindak_lanjut_kpu"
"""The term of KPU; each letter has its own."""


def sent(work: Work, document: Document) -> None:
    """Mark every respondent of a forwarded letter as sent, once."""
    items = work.session.scalars(
        select(ReferralItem)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(Referral.document_id == document.id, ReferralItem.state == ItemState.PLANNED)
    )
    for item in items:
        item.state, item.updated_at = ItemState.SENT, work.now


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
    crimes = [at for kind, at in rows if kind == ViolationClass.CRIME]
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


def all_answered(work: Work, case: Case) -> dict[str, datetime]:
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
            Referral.violation_class == ViolationClass.ADMINISTRATIVE,
            ReferralItem.state != ItemState.VOID,
        )
    ).all()
    for letter, state, at, recorded in rows:
        when, before = at or recorded, found.get(letter, at or recorded)
        found[letter] = max(before, when) if state == ItemState.FOLLOWED_UP and before else None
    return found


RECORDABLE = frozenset(ITEM_STATES) - {ItemState.PLANNED, ItemState.VOID}
# What the addressee itself said, on a day of its own.
ANSWERS = frozenset(
    {
        ItemState.ACCEPTED,
        ItemState.RETURNED,
        ItemState.REROUTED,
        ItemState.FOLLOWED_UP,
        ItemState.NOT_FOLLOWED,
    }
)
# What has to be told in words.
EXPLAINED = frozenset({"failed", "returned", "rerouted", "not_followed"})


@act("catat_tindak_lanjut")
def record(
    work: Work,
    case_id: int,
    version: int,
    item_ids: Sequence[int],
    state: str,
    note: str = "",
    expected: date | None = None,
    *,
    answered_at: datetime | None = None,
    reply: Upload | None = None,
) -> list[ReferralItem]:
    """Record an answer, or its absence, for one or many respondents (`catat_tindak_lanjut`).

    `answered_at` is when the addressee answered (now unless told): a limit of the addressee is
    judged by it, not by the day of the record. `reply` is the answer itself, kept as evidence.
    """
    step = acts.begin(work, case_id, "catat_tindak_lanjut", version)
    check = TextChecker()
    note = check.text("catatan", "Catatan", note, limit=2000)
    remark.unnamed(work, step.case, check, "catatan", note)
    if state not in RECORDABLE:
        check.refuse("status", "Pilih status tindak lanjut.")
    if state in EXPLAINED and not note:
        check.refuse(
            "catatan",
            "Tulis keterangan: mengapa gagal, dikembalikan, atau tidak; bila dialihkan, ke mana "
            "dan oleh siapa.",
        )
    if not item_ids:
        check.refuse("terlapor", "Pilih paling sedikit satu terlapor.")
    check.done()
    items = [_item(work, step.case, item_id) for item_id in item_ids]
    for item in items:
        if item.state == ItemState.PLANNED:
            raise BadInput.one("terlapor", "Surat untuk terlapor itu belum terkirim.")
        if item.state == ItemState.VOID:
            raise BadInput.one("terlapor", "Surat untuk terlapor itu batal; pilih surat gantinya.")
    state, answered = ItemState(state), answered_at or work.now
    if state in ANSWERS:
        _check_answer(work, items, answered)
    kept = evidence.attach(work, step.case, reply, note="jawaban instansi") if reply else None
    for item in items:
        item.state, item.updated_at = state, work.now
        item.note = note or item.note
        item.expected = expected or item.expected
        item.answered_at = answered if state in ANSWERS else None
        item.reply_evidence_id = kept.id if kept else item.reply_evidence_id
    work.session.flush()
    judged = _judge(work, step.case)
    acts.finish(
        work,
        step,
        met_at=all_answered(work, step.case),
        touched=judged,
        detail={
            "items": [item.id for item in items],
            "state": state,
            "answered_at": answered.isoformat() if state in ANSWERS else "",
            "reply": f"evidence:{kept.id}" if kept else "",
        },
    )
    return items


@act("selesaikan")
def finish(work: Work, case_id: int, version: int) -> Case:
    """End a case whose every referral is answered and whose reporter was told (`selesaikan`)."""
    step = acts.begin(work, case_id, "selesaikan", version)
    acts.finish(work, step, touched=papers.plan_for_act(work, step.case, step.act))
    return step.case


def _judge(work: Work, case: Case) -> list[Deadline]:
    """Meet the limit of each letter that is answered; judge one met before by what is told now."""
    letters, every = answers(work, case), all_answered(work, case)
    rows = work.session.scalars(
        select(Deadline)
        .where(Deadline.case_id == case.id, Deadline.rule == KPU)
        .where(Deadline.state != DeadlineState.SUPERSEDED)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    moved = []
    for row in rows:
        shared = row.document_id is None
        at = every.get(row.rule) if shared else letters.get(row.document_id or 0)
        if row.closed_at == at or (shared and row.closed_at is None):
            continue  # One that several letters share is met by the act itself.
        if at is not None:
            deadlines.close(work, [row], at)
        else:
            deadlines.reopen(work, case, row)
        moved.append(row)
    return moved


def _check_answer(work: Work, items: Sequence[ReferralItem], at: datetime) -> None:
    """Nobody answers tomorrow, or before the letter was sent."""
    if at > work.now:
        raise BadInput.one("dijawab", "Waktu jawaban tidak boleh di masa depan.")
    first_sent = work.session.scalars(
        select(func.min(Dispatch.sent_at))
        .join(Referral, Referral.document_id == Dispatch.document_id)
        .where(Referral.id.in_({item.referral_id for item in items}))
        .group_by(Referral.id)
    )
    # Forms give minutes.
    if any(at < sent.replace(second=0, microsecond=0) for sent in first_sent):
        raise BadInput.one(
            "dijawab", "Waktu jawaban tidak boleh sebelum suratnya dikirim. Periksa tanggalnya."
        )


def _item(work: Work, case: Case, item_id: int) -> ReferralItem:
    item = work.session.get(ReferralItem, item_id)
    referral = work.session.get(Referral, item.referral_id) if item else None
    if item is None or referral is None or referral.case_id != case.id:
        raise NotFound("Baris tindak lanjut itu tidak ada pada perkara ini.")
    return item
