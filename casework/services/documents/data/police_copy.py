"""Builds the copy of a criminal referral that names the reporter, from the letter as it was issued.

Nothing else about a referral names anybody protected: the copy is sealed, and only who may read the
identity opens it.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from casework.engine.papers import Paper, Penerusan
from casework.engine.papers.ending import PenerusanKepolisian
from casework.models import Document
from casework.services.documents import free_texts
from casework.services.documents.data import citing, ending, people
from casework.services.documents.data.source import Source


def penerusan(source: Source) -> PenerusanKepolisian:
    """The letter with number, date and words of its issued one, and who reported."""
    letter = source.work.session.get_one(Document, source.document.context["letter_id"])
    issued = Source(source.work, source.case, letter)
    paper: Paper = free_texts.laid_over(source.work, letter, ending.penerusan(issued))
    values: dict[str, Any] = {one.name: getattr(paper, one.name) for one in fields(Penerusan)}
    reporter = people.person(source, people.reporter(source))
    basis = source.edition.forms[source.document.kind].basis
    made = PenerusanKepolisian(
        **values,
        reporter_name=reporter.name,
        reporter_address=reporter.address,
        naming=tuple(
            citing.named(source.work.law, one, source.day)
            for one in source.cited(basis).split("; ")
            if one
        ),
    )
    # A paper of its own: whoever checks its code learns that it is the copy.
    return replace(made, verification=source.common()["verification"])
