"""Goes on although something is missing: with a reason, on record, and known to the supervisor."""

from __future__ import annotations

from casework.engine.basis import Basis
from casework.models import Case, Override
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.people import notices

LEAST = 10
"""Letters that a reason has at least: `-` is none."""


def reason(work: Work, case: Case, field: str, label: str, text: str) -> str:
    """The reason as it is kept.

    Raises BadInput for one that is too short, or that names somebody protected.
    """
    check = TextChecker()
    kept = check.text(field, label, text, limit=2000)
    if len(kept) < LEAST:
        check.refuse(field, f"Tulis alasannya dengan lengkap (paling sedikit {LEAST} huruf).")
    remark.unnamed(work, case, check, field, kept)
    check.done()
    return kept


def write(
    work: Work, case: Case, *, act: str, title: str, about: str, what: str, why: str, basis: Basis
) -> Override:
    """Keep what was missing and why it was gone on; the office above is told.

    `act` and `title` are those of the act, `about` the row it made. The row belongs into the record
    of the act.
    """
    row = Override(
        case_id=case.id,
        act=act,
        about=about,
        what=what,
        reason=why,
        citation=basis.citation,
        verification=basis.mark,
        made_at=work.now,
        made_by=work.actor.officer_id,
    )
    work.session.add(row)
    work.session.flush()
    notices.tell(
        work,
        case,
        (notices.UPPER,),
        key=f"{case.id}:override-{row.id}",
        subject=f"{case.number}: {title} dengan penyimpangan",
        body=f"Perkara {case.number}: {title}, padahal {what} ({basis.citation}). Alasan: {why}",
        escalate=True,
    )
    return row
