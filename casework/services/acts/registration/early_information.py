"""Early information (informasi awal): no reporter, no case number, traced for a limited time."""

from __future__ import annotations

from casework.engine import lifecycle
from casework.models import Case
from casework.models.case import CaseKind
from casework.services.acts.registration import first_record
from casework.services.acts.registration.first_record import Telling, Wording
from casework.services.core.work import Work

KIND = CaseKind.INFORMATION
WORDING = Wording(
    source_field="sumber",
    source="Asal informasi",
    moment_field="penelusuran_dimulai",
    moment="Waktu penelusuran dimulai",
    needs_respondent=False,
)


def record(work: Work, telling: Telling) -> Case:
    """Record early information and start its tracing (`catat_informasi_awal`); takes no number.

    Gives the case that exists already when the same form is sent twice. Raises NotPermitted,
    Conflict (same form, other content) or BadInput naming every field.
    """
    if twin := first_record.sent_before(work, telling):
        return twin
    edition = first_record.edition_of(work, telling)
    answer = lifecycle.answer(
        edition, "catat_informasi_awal", edition.start_stage.id, {}, work.actor.roles
    )
    return first_record.record(work, answer, KIND, telling, WORDING)
