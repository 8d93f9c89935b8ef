"""What a version of the kajian proposes, a line an allegation."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from casework.models import Case, Opinion, Party
from casework.services.core.work import Work


@dataclass(frozen=True)
class ProposalLine:
    """One allegation: against whom, which result, under which article, why."""

    party_id: int
    party: str
    violation_class: str
    article: str
    reason: str


@dataclass(frozen=True)
class Proposals:
    """The lines, and about how many respondents they are."""

    lines: tuple[ProposalLine, ...]

    @property
    def people(self) -> int:
        """How many respondents."""
        return len({one.party_id for one in self.lines})


def proposals(work: Work, case: Case, review_id: int) -> Proposals:
    """What a kajian proposes for each respondent, in their order.

    Whether the officer may read the kajian is not asked here.
    """
    edition = work.law.edition(case.edition, case.revision)
    rows = work.session.execute(
        select(Party, Opinion)
        .join(Opinion, Opinion.party_id == Party.id)
        .where(Opinion.review_id == review_id)
        .order_by(Party.ordinal, Party.id, Opinion.number)
    )
    return Proposals(
        tuple(
            ProposalLine(
                party.id,
                party.label,
                one.violation_class,
                edition.article_name(one.article),
                one.reason,
            )
            for party, one in rows
        )
    )
