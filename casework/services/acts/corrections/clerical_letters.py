"""Papers and a corrected value: which issued ones quote the old one, and drafts drawn again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select

from casework.engine.words import long_date
from casework.models import Case, Correction, Document
from casework.models.document import DocumentState
from casework.services.acts.review import paraf
from casework.services.core import outbox
from casework.services.core.work import Actor, Work
from casework.services.documents import files, papers
from casework.services.people import notices

_SHORTEST = 3
TOLD = ("coordinator", "case_officer")


@dataclass(frozen=True)
class Quote:
    """A field whose old value a letter quotes, and when it was corrected."""

    field: str
    at: datetime


def day_words(day: date) -> tuple[str, ...]:
    """A day as papers may write it."""
    text = long_date(day)
    return text.partition(", ")[2], day.isoformat()


def quoting(work: Work, case: Case, texts: Iterable[str]) -> list[int]:
    """The issued papers of a case in which one of these texts stands, by key.

    Only those that the actor may open: whoever types a guess and corrects it again would learn
    from the others whether a sealed paper holds it.
    """
    return [row.id for row in _quoting(work, case, texts) if files.may_open(work, case, row)]


def _quoting(work: Work, case: Case, texts: Iterable[str]) -> list[Document]:
    wanted = [one for text in texts if len(one := _folded(text)) >= _SHORTEST]
    if not wanted:
        return []
    rows = work.session.scalars(
        select(Document)
        .where(
            Document.case_id == case.id,
            Document.state != DocumentState.VOID,
            Document.data.is_not(None),
        )
        .order_by(Document.id)
    )
    return [row for row in rows if any(text in _said(work, row) for text in wanted)]


def draw_again(work: Work, case: Case, why: str) -> list[Document]:
    """Have the drafts that were drawn drawn anew; what was initialled on them is void."""
    rows = work.session.scalars(
        select(Document)
        .where(Document.case_id == case.id, Document.state == DocumentState.DRAFT)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
    for row in rows:
        row.state = DocumentState.PLANNED
        outbox.put(
            work,
            key=f"{case.id}:document-{row.id}:render_draft:v{case.version}",
            kind="render_draft",
            flow=papers.form_of(work, row).flow,
            case_id=case.id,
            payload={"document_id": row.id},
        )
    if rows:
        paraf.changed(work, case, "documents", why, *(row.id for row in rows))
    return list(rows)


def stale(work: Work, case: Case) -> Mapping[int, tuple[Quote, ...]]:
    """The issued papers that quote an earlier value, each with the fields concerned.

    Only those that the actor may open: another officer's correction would tell the same.
    """
    found: dict[int, tuple[Quote, ...]] = {}
    rows = work.session.scalars(
        select(Correction).where(Correction.case_id == case.id).order_by(Correction.id)
    )
    for row in rows:
        for key in row.letters:
            found[key] = (*found.get(key, ()), Quote(row.field, row.at))
    marked = work.session.scalars(select(Document).where(Document.id.in_(found)))
    return {row.id: found[row.id] for row in marked if files.may_open(work, case, row)}


def tell(work: Work, case: Case, event_id: int, texts: Iterable[str]) -> None:
    """Tell those who handle the case which papers quote an earlier value, each what he may open.

    So it is known of a sealed paper too that it says something wrong, to those who may read it.
    """
    quoted = _quoting(work, case, texts)
    for role in TOLD:
        holder = Actor(None, role, case.office_id, frozenset({role}))
        theirs = replace(work, actor=holder)
        known = [row.title for row in quoted if files.may_open(theirs, case, row)]
        if known:
            _tell(work, case, role, event_id, known)


def _tell(work: Work, case: Case, role: str, event_id: int, titles: list[str]) -> None:
    # Whoever holds both roles is told once, of more.
    notices.tell(
        work,
        case,
        (role,),
        key=f"{case.id}:correction-{event_id}",
        subject=f"{case.number}: surat mengutip nilai lama",
        body=(
            f"Perkara {case.number}. Data perkara dibetulkan; {len(titles)} surat yang sudah "
            f"terbit mengutip nilai lama: {', '.join(dict.fromkeys(titles))}. "
            "Periksa apakah perlu surat ralat atau surat baru."
        ),
    )


def _said(work: Work, row: Document) -> str:
    plain = work.vault.open(row.data or b"", f"document:{row.verify_code}")
    # Read and written anew, so that a letter is found however its text was escaped.
    return _folded(json.dumps(json.loads(plain), ensure_ascii=False))


def _folded(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()
