"""A lawyer accepts or declines what an amending regulation would change in an entry."""

from __future__ import annotations

from casework.errors import BadInput, Conflict, NotPermitted
from casework.models import Event
from casework.services.acts.amendments.revisions import REVIEWER
from casework.services.cases.record import audit
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.law import amended


def answer(
    work: Work,
    text_id: int,
    old_id: int,
    edition: str,
    key: str,
    seen: str,
    *,
    accepted: bool,
    reason: str,
) -> Event:
    """Record the answer to one change, with its reason (`perubahan_dijawab`); no rule moves by it.

    `seen` is the mark of the change the officer looked at. Answering again replaces what was said.
    Raises NotFound, NotPermitted, Conflict, or BadInput ("alasan").
    """
    if REVIEWER not in work.actor.roles or work.actor.officer_id is None:
        raise NotPermitted(
            "Perubahan peraturan diterima atau ditolak oleh penelaah hukum (legal_reviewer)."
        )
    found = amended.compare(work, text_id, old_id, edition)
    one = found.entry(key)
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=1000, required=True)
    check.done()
    mark = found.mark(one)
    if seen != mark:
        raise Conflict(
            "Perubahan ini tidak sama lagi dengan yang Anda baca: entrinya direvisi atau naskahnya "
            "dibaca ulang. Baca sekali lagi, lalu jawab."
        )
    before = found.answers.get(key)
    if before is not None and (before.accepted, before.reason) == (accepted, text):
        raise BadInput.one("alasan", "Jawaban itu sudah tercatat dengan alasan yang sama.")
    return audit.record(
        work,
        amended.ANSWERED,
        subject=f"regulation_texts:{text_id}",
        role=REVIEWER,
        citation=found.new.instrument.short,
        detail={
            "against": f"regulation_texts:{old_id}",
            "entry": key,
            "change": one.change.value,
            "mark": mark,
            "accepted": accepted,
            "reason": text,
        },
    )
