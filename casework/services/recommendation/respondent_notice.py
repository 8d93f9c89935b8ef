"""Telling respondents what was decided about them: letters of their own, from their own data."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from casework.errors import BadInput
from casework.models import Case, Document, Outcome, Party
from casework.services.acting import acts
from casework.services.letters import papers
from casework.services.unit.work import Work

NOTICE = "pemberitahuan_status_terlapor"
EXCERPT = "kutipan_kajian"
WHOM = "terlapor"
"""The field that names the respondents."""


def candidates(work: Work, case: Case) -> list[Party]:
    """The respondents about whom the pleno has decided, matters without a person left out."""
    return list(
        work.session.scalars(
            select(Party)
            .where(
                Party.case_id == case.id,
                Party.role == "respondent",
                Party.id.in_(select(Outcome.party_id).where(Outcome.case_id == case.id)),
            )
            .order_by(Party.ordinal)
        )
    )


def draft(
    work: Work, case_id: int, version: int, party_ids: Collection[int], *, excerpt: bool = False
) -> list[Document]:
    """Draft the notice to each of these respondents (`beritahukan_status`).

    With `excerpt` the part of the kajian about the respondent goes as a letter of its own. Raises
    as every act does, and BadInput ("terlapor") when one cannot be told or waits already.
    """
    step = acts.begin(work, case_id, "beritahukan_status", version)
    known = {one.id: one for one in candidates(work, step.case)}
    chosen = [known[key] for key in dict.fromkeys(party_ids) if key in known]
    if not chosen or len(chosen) != len(set(party_ids)):
        raise BadInput.one(
            WHOM, "Pilih terlapor yang hasilnya sudah diputuskan dalam pleno; hanya itu yang ada."
        )
    _check_waiting(work, step.case, chosen)
    letters = [
        papers.plan(
            work,
            step.case,
            kind,
            flow="recommendation",
            about=f"party:{party.id}",
            context={"party_id": party.id},
        )
        for party in chosen
        for kind in ((NOTICE, EXCERPT) if excerpt else (NOTICE,))
    ]
    acts.finish(
        work,
        step,
        subject=",".join(f"documents:{one.id}" for one in letters)[:120],
        detail={"respondents": len(chosen), "excerpt": excerpt},
        touched=letters,
    )
    return letters


def _check_waiting(work: Work, case: Case, chosen: list[Party]) -> None:
    waiting = set(
        work.session.scalars(
            select(Document.about).where(
                Document.case_id == case.id,
                Document.kind == NOTICE,
                Document.state.not_in(("dispatched", "void")),
            )
        )
    )
    for party in chosen:
        if f"party:{party.id}" in waiting:
            raise BadInput.one(WHOM, f"Surat untuk {party.label} sudah disusun dan belum dikirim.")
