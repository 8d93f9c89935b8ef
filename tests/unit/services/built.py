"""The values of a paper as it would be drawn now."""

from __future__ import annotations

from typing import Any

from casework.document_data import to_plain
from casework.models import Document
from casework.services.documents import data as paper_data
from tests.bureau import Bureau


def built(bureau: Bureau, kind: str) -> dict[str, Any]:
    """Of the first paper of a kind of the case at hand."""
    document = bureau.documents(kind)[0]
    return bureau.read(
        lambda work: to_plain(paper_data.build(work, work.session.get_one(Document, document.id)))
    )
