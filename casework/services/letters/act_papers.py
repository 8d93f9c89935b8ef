"""The papers an act asks for by itself, as the law of the case's edition names them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casework.engine.lifecycle import Act
from casework.models import Case, Document
from casework.services.letters import papers
from casework.services.unit.work import Work


def plan(
    work: Work, case: Case, act: Act, context: Mapping[str, Any] | None = None
) -> list[Document]:
    """Ask for every paper in the act's `documents`; the rows belong into the record of the act.

    `context` holds the ids the builders need; the act itself is always told.
    """
    return [
        papers.plan(
            work,
            case,
            kind,
            flow=papers.flow_of(kind),
            context={"act": act.id, **(context or {})},
        )
        for kind in act.documents
    ]
