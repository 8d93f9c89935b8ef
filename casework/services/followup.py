"""What the addressees did, respondent by respondent, until every one is answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casework.errors import BadInput, NotFound
from casework.models import Case, Referral, ReferralItem
from casework.services import acts
from casework.services.text import TextChecker
from casework.services.work import Work

STATES = {
    "accepted": "diterima",
    "failed": "gagal terkirim",
    "returned": "dikembalikan",
    "followed_up": "ditindaklanjuti",
    "not_followed": "tidak ditindaklanjuti",
    "unanswered": "tidak dijawab",
    "sent": "terkirim",
    "planned": "disiapkan",
}
RECORDABLE = frozenset(STATES) - {"planned"}


def record(
    work: Work,
    case_id: int,
    version: int,
    item_ids: Sequence[int],
    state: str,
    note: str = "",
    expected: date | None = None,
) -> list[ReferralItem]:
    """Record an answer, or its absence, for one or many respondents (`catat_tindak_lanjut`)."""
    step = acts.begin(work, case_id, "catat_tindak_lanjut", version)
    check = TextChecker()
    note = check.text("catatan", "Catatan", note, limit=2000)
    if state not in RECORDABLE:
        check.refuse("status", "Pilih status tindak lanjut.")
    if state in ("failed", "returned", "not_followed") and not note:
        check.refuse("catatan", "Tulis keterangan: mengapa gagal, dikembalikan, atau tidak.")
    if not item_ids:
        check.refuse("terlapor", "Pilih paling sedikit satu terlapor.")
    check.done()
    items = [_item(work, step.case, item_id) for item_id in item_ids]
    for item in items:
        if item.state == "planned":
            raise BadInput.one("terlapor", "Surat untuk terlapor itu belum terkirim.")
    for item in items:
        item.state, item.updated_at = state, work.now
        item.note = note or item.note
        item.expected = expected or item.expected
    acts.finish(work, step, detail={"items": [item.id for item in items], "state": state})
    return items


def finish(work: Work, case_id: int, version: int) -> Case:
    """End a case whose every referral is answered and whose reporter was told (`selesaikan`)."""
    step = acts.begin(work, case_id, "selesaikan", version)
    acts.finish(work, step)
    return step.case


def _item(work: Work, case: Case, item_id: int) -> ReferralItem:
    item = work.session.get(ReferralItem, item_id)
    referral = work.session.get(Referral, item.referral_id) if item else None
    if item is None or referral is None or referral.case_id != case.id:
        raise NotFound("Baris tindak lanjut itu tidak ada pada perkara ini.")
    return item
