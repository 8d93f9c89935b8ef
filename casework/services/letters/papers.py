"""The life of a paper: planned, drafted by a flow, numbered and issued."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, func, select

from casework.errors import ActRefused, BadInput, Lack, NotFound
from casework.models import Base, Case, Document
from casework.models.base import table
from casework.services.acting import acts
from casework.services.acting.acts import Step
from casework.services.letters import verify_code
from casework.services.letters.paper_kinds import AT_THE_END, OPEN_PAPERS
from casework.services.letters.paper_kinds import LETTERS as LETTERS
from casework.services.letters.paper_kinds import flow_of as flow_of
from casework.services.queue import outbox
from casework.services.unit import numbers
from casework.services.unit.work import Work
from casework.services.unit.writing import write


def plan(
    work: Work,
    case: Case,
    kind: str,
    *,
    flow: str,
    about: str = "",
    context: Mapping[str, Any] | None = None,
    number: str = "",
) -> Document:
    """Ask for a paper: letters as drafts, all other papers as final ones.

    The row and its outbox row are written here; a flow draws the PDF afterwards.
    """
    form = work.law.edition(case.edition, case.revision).forms[kind]
    letter = kind in LETTERS
    document = Document(
        case_id=case.id,
        kind=kind,
        about=about,
        round=_next_round(work, case, kind, about),
        title=form.title,
        code=form.code,
        state="planned" if letter else "numbered",
        context=dict(context or {}),
        confidential=kind not in OPEN_PAPERS and not kind.startswith("penerusan_"),
        edition=case.edition,
        revision=case.revision,
        number=number,
        dated=None if letter else work.now,
        issued_by=None if letter else work.actor.officer_id,
        verify_code=verify_code.new(),
        created_at=work.now,
    )
    write(work, document)
    effect = "render_draft" if letter else "render_issued"
    _queue(work, case, document, effect, flow)
    return document


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
    documents = [locked(work, step.case, key) for key in dict.fromkeys(document_ids)]
    if not documents:
        raise BadInput.one("dokumen", "Pilih paling sedikit satu surat untuk diterbitkan.")
    for document in documents:
        if document.state not in ("planned", "draft") or document.kind not in LETTERS:
            raise BadInput.one("dokumen", f"{document.title} sudah bernomor atau bukan surat.")
    if between and len(documents) > 1:
        raise BadInput.one("sisipan", "Nomor sisipan diberikan kepada satu surat saja.")
    _check_still_due(work, step, documents)
    taken = []
    for document in documents:
        number = numbers.take_letter(work, step.case, between)
        document.number, document.dated = number.text, work.now
        document.issued_by, document.state = work.actor.officer_id, "numbered"
        taken.append(number)
        queue_drawing(work, step.case, document)
    acts.finish(
        work,
        step,
        subject=",".join(f"documents:{d.id}" for d in documents)[:120],
        detail={"numbers": [number.text for number in taken]},
        touched=[*documents, *taken],
    )
    return documents


def void(work: Work, case: Case, document: Document, reason: str) -> list[Base]:
    """Take a letter that has not left out of use; gives the rows for the record of the act.

    Its number, if it has one, is explained and never used again. What was drawn stays readable.
    """
    document.state = "void"
    number = [numbers.void_letter(work, case, document, reason)] if document.number else []
    return [document, *number]


def queue_drawing(work: Work, case: Case, document: Document) -> None:
    """Ask for the final PDF of a numbered paper; asking twice is asking once."""
    _queue(work, case, document, "render_issued", flow_of(document.kind))


def drawing_key(case_id: int, document_id: int) -> str:
    """By what the drawing of a final PDF is known in the outbox."""
    return f"{case_id}:document-{document_id}:render_issued"


def of_case(work: Work, case: Case) -> list[Document]:
    """Every paper of a case in the order it was asked for."""
    return list(
        work.session.scalars(
            select(Document).where(Document.case_id == case.id).order_by(Document.id)
        )
    )


def _check_still_due(work: Work, step: Step, documents: Sequence[Document]) -> None:
    """No invitation or request leaves for a case that is over, for instance withdrawn."""
    stage = work.law.edition(step.case.edition, step.case.revision).stages[step.case.stage]
    stale = [one.title for one in documents if one.kind not in AT_THE_END]
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


def locked(work: Work, case: Case, document_id: int) -> Document:
    """A paper of the case, read anew: a flow may have drawn it a moment ago. Raises NotFound."""
    document = work.session.scalar(
        select(Document)
        .where(Document.id == document_id, Document.case_id == case.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    if document is None:
        raise NotFound("Dokumen itu tidak ada pada perkara ini.")
    return document


def _next_round(work: Work, case: Case, kind: str, about: str) -> int:
    last = work.connection.scalar(_LAST_ROUND, {"case": case.id, "kind": kind, "about": about})
    return (last or 0) + 1


_paper = table(Document).c
_LAST_ROUND = select(func.max(_paper.round)).where(
    _paper.case_id == bindparam("case"),
    _paper.kind == bindparam("kind"),
    _paper.about == bindparam("about"),
)


def _queue(work: Work, case: Case, document: Document, effect: str, flow: str) -> None:
    outbox.put(
        work,
        key=f"{case.id}:document-{document.id}:{effect}",
        kind=effect,
        flow=flow,
        case_id=case.id,
        payload={"document_id": document.id},
    )
