"""The papers an act asks for by itself, as the law of the case's edition names them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from casework.engine.act import Act
from casework.engine.forms import FormEntry
from casework.errors import NotFound
from casework.models import Base, Case, Document
from casework.models.base import table
from casework.models.document import DocumentState
from casework.services.core import numbers, outbox
from casework.services.core.work import Work

# No letter or digit that looks like another in print: no I, L, O and no 0, 1; nor U beside V.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, CODE_LETTERS = 6, 4


def new_code() -> str:
    """Six groups of four, 117 bits: nobody guesses one."""
    return "-".join(
        "".join(secrets.choice(ALPHABET) for _letter in range(CODE_LETTERS))
        for _group in range(GROUPS)
    )


def spellings(typed: str) -> tuple[str, ...]:
    """A code as it was typed, and in capitals; older codes tell small letters from capitals."""
    return tuple(dict.fromkeys((typed, typed.upper())))


def plan(
    work: Work,
    case: Case,
    kind: str,
    *,
    flow: str = "",
    about: str = "",
    context: Mapping[str, Any] | None = None,
    number: str = "",
    not_before: datetime | None = None,
) -> Document:
    """Ask for a paper: letters as drafts, all other papers as final ones.

    The flow that draws it is that of its form, unless the act leads to another one (`flow`).
    The row and its outbox row are written here; a flow draws the PDF afterwards, `not_before` a
    moment that its content waits for.
    """
    form = work.law.edition(case.edition, case.revision).forms[kind]
    document = Document(
        case_id=case.id,
        kind=kind,
        about=about,
        round=_next_round(work, case, kind, about),
        title=form.title,
        code=form.code,
        state=DocumentState.PLANNED if form.letter else DocumentState.NUMBERED,
        context=dict(context or {}),
        confidential=form.secret,
        edition=case.edition,
        revision=case.revision,
        number=number,
        dated=None if form.letter else work.now,
        issued_by=None if form.letter else work.actor.officer_id,
        verify_code=new_code(),
        created_at=work.now,
    )
    work.session.add(document)
    work.session.flush()
    effect = "render_draft" if form.letter else "render_issued"
    _queue(work, case, document, effect, flow or form.flow, not_before)
    return document


def form_of(work: Work, document: Document) -> FormEntry:
    """What the law of a paper's own edition says of its form."""
    return work.law.edition(document.edition, document.revision).forms[document.kind]


def void(work: Work, case: Case, document: Document, reason: str) -> list[Base]:
    """Take a letter that has not left out of use; gives the rows for the record of the act.

    Its number, if it has one, is explained and never used again. What was drawn stays readable.
    """
    document.state = DocumentState.VOID
    number = [numbers.void_letter(work, case, document, reason)] if document.number else []
    copies = work.session.scalars(
        select(Document).where(Document.case_id == case.id, Document.about == copy_of(document.id))
    ).all()
    for one in copies:
        one.state = DocumentState.VOID
    return [document, *number, *copies]


def copy_of(letter_id: int) -> str:
    """What tells the sealed copy of a letter apart from those of others."""
    return f"letter:{letter_id}"


def queue_drawing(work: Work, case: Case, document: Document) -> None:
    """Ask for the final PDF of a numbered paper; asking twice is asking once."""
    _queue(work, case, document, "render_issued", form_of(work, document).flow)


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


def _queue(
    work: Work,
    case: Case,
    document: Document,
    effect: str,
    flow: str,
    not_before: datetime | None = None,
) -> None:
    outbox.put(
        work,
        key=f"{case.id}:document-{document.id}:{effect}",
        kind=effect,
        flow=flow,
        case_id=case.id,
        payload={"document_id": document.id},
        not_before=not_before,
    )


def plan_for_act(
    work: Work, case: Case, act: Act, context: Mapping[str, Any] | None = None
) -> list[Document]:
    """Ask for every paper in the act's `documents`; the rows belong into the record of the act.

    `context` holds the ids the builders need; the act itself is always told.
    """
    return [
        plan(
            work,
            case,
            kind,
            context={"act": act.id, **(context or {})},
        )
        for kind in act.documents
    ]
