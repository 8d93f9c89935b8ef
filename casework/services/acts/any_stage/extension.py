"""The two days for additional information: a total of five from the same start, with a reason."""

from __future__ import annotations

from casework.models import Deadline
from casework.services.acts import acts
from casework.services.acts.registry import act
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.deadlines import deadlines


@act("perpanjang_penanganan")
def extend(work: Work, case_id: int, version: int, reason: str) -> list[Deadline]:
    """Use the extension of the handling limit (`perpanjang_penanganan`).

    Raises ActRefused when the limit is over or already extended, BadInput without a reason.
    """
    step = acts.begin(work, case_id, "perpanjang_penanganan", version)
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=2000, required=True)
    remark.unnamed(work, step.case, check, "alasan", text)
    check.done()
    rows = deadlines.extend(work, step.case, "penanganan", text)
    acts.finish(work, step, detail={"due": [row.due for row in rows]}, touched=rows)
    return rows
