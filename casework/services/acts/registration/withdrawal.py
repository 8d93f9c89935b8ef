"""A reporter withdraws before registration; afterwards the law does not allow it."""

from __future__ import annotations

from casework.models import Case
from casework.services.acts import acts
from casework.services.acts.registry import act
from casework.services.cases import facts
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers


@act("cabut_laporan")
def withdraw(work: Work, case_id: int, version: int, reason: str) -> Case:
    """Record the withdrawal (`cabut_laporan`); the matter lives on as initial information.

    After registration the act is refused: 8/2020, kajian awal article, ayat (8).
    """
    step = acts.begin(work, case_id, "cabut_laporan", version)
    check = TextChecker()
    text = check.text("alasan", "Alasan pencabutan", reason, limit=2000, required=True)
    remark.unnamed(work, step.case, check, "alasan", text)
    check.done()
    told = facts.put(work, step.case, {"dicabut": work.now}, text)
    drawn = papers.plan_for_act(work, step.case, step.act)
    acts.finish(work, step, touched=[*told, *drawn])
    return step.case
