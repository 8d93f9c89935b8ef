"""Cases that belong together are linked, never merged."""

from __future__ import annotations

from sqlalchemy import or_, select

from casework.errors import BadInput
from casework.models import CaseLink
from casework.models.case import LinkKind
from casework.services.acts import acts
from casework.services.acts.registry import act
from casework.services.cases import access
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work

KINDS = {
    LinkKind.SAME_EVENT: "peristiwa yang sama",
    LinkKind.FILED_AGAIN: "laporan ulang",
    LinkKind.RELATED: "terkait",
}


@act("tautkan")
def link(work: Work, case_id: int, version: int, other_id: int, kind: str, reason: str) -> CaseLink:
    """Tie two cases together (`tautkan`); both keep their own numbers and clocks."""
    step = acts.begin(work, case_id, "tautkan", version)
    check = TextChecker()
    reason = check.text("alasan", "Alasan", reason, limit=500, required=True)
    remark.unnamed(work, step.case, check, "alasan", reason)
    if kind not in KINDS:
        check.refuse("jenis", "Pilih hubungan kedua perkara.")
    check.done()
    other = access.readable(work, other_id)
    if other.id == step.case.id:
        raise BadInput.one("perkara", "Perkara tidak dapat ditautkan dengan dirinya sendiri.")
    if any({row.case_id, row.other_id} == {case_id, other_id} for row in of_case(work, case_id)):
        raise BadInput.one("perkara", "Kedua perkara itu sudah ditautkan.")
    row = CaseLink(
        case_id=step.case.id,
        other_id=other.id,
        kind=LinkKind(kind),
        reason=reason,
        linked_at=work.now,
        linked_by=work.actor.officer_id,
    )
    work.session.add(row)
    acts.finish(work, step, subject=f"cases:{other.id}", detail={"kind": kind})
    return row


def of_case(work: Work, case_id: int) -> list[CaseLink]:
    """The links of a case, from either side."""
    return list(
        work.session.scalars(
            select(CaseLink)
            .where(or_(CaseLink.case_id == case_id, CaseLink.other_id == case_id))
            .order_by(CaseLink.id)
        )
    )
