"""The pieces a kajian weighs: evidence of the case and statements made at clarifications."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from casework.models import Case, ClarificationSession, Evidence, Party
from casework.models.handling import SessionState
from casework.models.party import PartyRole
from casework.services.core.work import Work


@dataclass(frozen=True)
class Proof:
    """One piece: the label it is called by (`B-1` evidence, `K-1` a statement), and what it is.

    `party_id` is the respondent whose statement it is, None for everything else.
    """

    label: str
    title: str
    party_id: int | None = None


def of_case(work: Work, case: Case) -> tuple[Proof, ...]:
    """Every piece, evidence first. Labels stay: a statement keeps the place of its summons."""
    files = work.session.scalars(
        select(Evidence).where(Evidence.case_id == case.id).order_by(Evidence.ordinal)
    )
    return (
        *(Proof(f"B-{one.ordinal}", one.description or "Berkas tanpa keterangan") for one in files),
        *_statements(work, case),
    )


def label_of(number: int) -> str:
    """What the statement of the n-th summons of a case is called."""
    return f"K-{number}"


def _statements(work: Work, case: Case) -> list[Proof]:
    rows = work.session.execute(
        select(ClarificationSession.state, Party)
        .join(Party, Party.id == ClarificationSession.party_id)
        .where(ClarificationSession.case_id == case.id)
        .order_by(ClarificationSession.id)
    ).all()
    return [
        Proof(
            label_of(number),
            f"Keterangan {party.label}",
            party.id if party.role == PartyRole.RESPONDENT else None,
        )
        for number, (state, party) in enumerate(rows, start=1)
        if state == SessionState.HELD
    ]
