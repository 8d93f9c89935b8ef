"""Letters are issued: each gets its number and its date, by the act of the chair."""

from __future__ import annotations

from collections.abc import Sequence

from casework.errors import ActRefused, BadInput, Lack, wording
from casework.models import Document
from casework.models.document import DocumentState
from casework.services.acts import acts
from casework.services.acts.acts import Step
from casework.services.acts.registry import act
from casework.services.core import numbers
from casework.services.core.work import Work
from casework.services.documents import papers


@act("terbitkan_surat")
def issue(
    work: Work,
    case_id: int,
    version: int,
    document_ids: Sequence[int],
    between: numbers.Insertion | None = None,
) -> list[Document]:
    """Give each drafted letter its number and date; the chair's act (`terbitkan_surat`).

    `between` gives one letter a number between two others. The flow that follows draws the final
    PDF, once. Raises BadInput when a paper is no draft.
    """
    step = acts.begin(work, case_id, "terbitkan_surat", version)
    documents = [papers.locked(work, step.case, key) for key in dict.fromkeys(document_ids)]
    if not documents:
        raise BadInput.one("dokumen", "Pilih paling sedikit satu surat untuk diterbitkan.")
    for document in documents:
        if (
            document.state not in (DocumentState.PLANNED, DocumentState.DRAFT)
            or document.kind not in work.law.letters
        ):
            raise BadInput.one(
                "dokumen",
                wording("%(document)s sudah bernomor atau bukan surat.", document=document.title),
            )
    if between and len(documents) > 1:
        raise BadInput.one("sisipan", "Nomor sisipan diberikan kepada satu surat saja.")
    _check_still_due(work, step, documents)
    taken = []
    for document in documents:
        number = numbers.take_letter(work, step.case, between)
        document.number, document.dated = number.text, work.now
        document.issued_by, document.state = work.actor.officer_id, DocumentState.NUMBERED
        taken.append(number)
        papers.queue_drawing(work, step.case, document)
    copies = _copies(work, step, documents)
    acts.finish(
        work,
        step,
        subject=",".join(f"documents:{d.id}" for d in documents)[:120],
        detail={"numbers": [number.text for number in taken]},
        touched=[*documents, *taken, *copies],
    )
    return documents


def _copies(work: Work, step: Step, documents: Sequence[Document]) -> list[Document]:
    """The sealed copies that name the reporter, of letters whose law asks for the name."""
    if not step.rows.has_reporter:
        return []
    return [
        papers.plan(
            work,
            step.case,
            kind,
            about=papers.copy_of(one.id),
            context={"letter_id": one.id},
        )
        for one in documents
        if (kind := papers.form_of(work, one).sealed_copy)
    ]


def _check_still_due(work: Work, step: Step, documents: Sequence[Document]) -> None:
    """No invitation or request leaves for a case that is over, for instance withdrawn."""
    stage = work.law.edition(step.case.edition, step.case.revision).stages[step.case.stage]
    stale = [one.title for one in documents if not papers.form_of(work, one).after_end]
    if stage.final and stale:
        cure = "Biarkan konsep itu; hanya pemberitahuan status yang masih dapat diterbitkan."
        raise ActRefused(
            step.act.title,
            tuple(
                Lack(f"{title} tidak diperlukan lagi: perkara {stage.title}",
                     stage.basis.citation, cure)
                for title in dict.fromkeys(stale)
            ),
        )  # fmt: skip
