"""Respondents and papers found by a part of their name or number, in the cases one may see.

Reporters and witnesses stand nowhere here: their rows hold a pseudonym only.
"""

from __future__ import annotations

from sqlalchemy import or_, select

from casework.models import Case, Document, Party
from casework.models.document import DocumentState
from casework.models.party import RESPONDENTS
from casework.services.cases import access
from casework.services.core.work import Work


def respondents(work: Work, text: str, most: int) -> list[tuple[Party, Case]]:
    """At most so many respondents whose name holds a text, those of the newest cases first."""
    rows = work.session.execute(
        select(Party, Case)
        .join(Case, Case.id == Party.case_id)
        .where(
            access.visible(work),
            Party.role.in_(RESPONDENTS),
            Party.label.icontains(text, autoescape=True),
        )
        .order_by(Case.id.desc(), Party.ordinal)
        .limit(most)
    )
    return [(row.Party, row.Case) for row in rows]


def papers(work: Work, text: str, most: int) -> list[tuple[Document, Case]]:
    """At most so many papers whose number or title holds a text, the newest first."""
    rows = work.session.execute(
        select(Document, Case)
        .join(Case, Case.id == Document.case_id)
        .where(
            access.visible(work),
            Document.state != DocumentState.VOID,
            or_(
                Document.number.icontains(text, autoescape=True),
                Document.title.icontains(text, autoescape=True),
            ),
        )
        .order_by(Document.id.desc())
        .limit(most)
    )
    return [(row.Document, row.Case) for row in rows]
