"""The parties of a case: protected ones by pseudonym, respondents with outcome and destination."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from casework.engine import matrix
from casework.models import (
    Case,
    ClarificationSession,
    Opinion,
    Outcome,
    Party,
    Referral,
    ReferralItem,
    Review,
)
from casework.models.handling import SessionState
from casework.models.party import RESPONDENTS
from casework.models.referral import ItemState
from casework.services.cases import known, review_secrecy
from casework.services.cases.record import identity
from casework.services.core.work import Work
from webui.core import choices

SHOWN = (SessionState.INVITED, SessionState.HELD, SessionState.ABSENT)
ORDER = {"reporter": 0, "respondent": 1, "matter": 2, "witness": 3, "expert": 4}


@dataclass(frozen=True)
class PartyLine:
    """One party; ``openable`` when this officer may read the protected identity."""

    id: int
    role: str
    label: str
    category: str
    position: str
    address: str
    region: str
    protected: bool
    openable: bool


@dataclass(frozen=True)
class SessionLine:
    """One summons of one party."""

    id: int
    party_id: int
    party: str
    role: str
    summons: int
    scheduled_at: str
    place: str
    state: str
    note: str
    signed: bool
    counsel: bool


@dataclass(frozen=True)
class OutcomeLine:
    """What the pleno decided about one respondent, and where it went."""

    party_id: int
    party: str
    category: str
    violation_class: str
    article: str
    reason: str
    no_destination_reason: str
    destinations: tuple[str, ...]
    states: tuple[str, ...]


def parties(work: Work, case: Case) -> list[PartyLine]:
    """Every party of a case, the reporter first."""
    told = known.of(work, case)
    rows = sorted(
        known.only(told, work.session.scalars(select(Party).where(Party.case_id == case.id))),
        key=lambda party: (ORDER.get(party.role, 9), party.ordinal),
    )
    return [
        PartyLine(
            id=row.id,
            role=row.role,
            label=row.label,
            category=row.category,
            position=row.position,
            address=row.address,
            region=region_name(work, row.region),
            protected=row.identity_id is not None,
            openable=row.identity_id is not None and identity.may_read(work, case, row),
        )
        for row in rows
    ]


@dataclass(frozen=True)
class PersonLine:
    """One party as the overview shows it.

    `articles` are those the kajian names, where the officer may read it, or the pleno decided;
    `judged` of `elements` of the newest kajian somebody has looked at.
    """

    party: PartyLine
    initials: str
    articles: tuple[str, ...]
    session: SessionLine | None
    judged: int
    elements: int


def people(work: Work, case: Case) -> tuple[PersonLine, ...]:
    """Every party with what became of its clarification, its articles and its matrix."""
    newest = {one.party_id: one for one in sessions(work, case) if one.state in SHOWN}
    read = _opinions(work, case) if review_secrecy.may_read(work, case) else []
    edition = work.law.edition(case.edition, case.revision)
    decided = outcomes(work, case)
    found = []
    for party in parties(work, case):
        own = [one for one in read if one.party_id == party.id]
        named = [edition.article_name(one.article) for one in own if one.article]
        named += [one.article for one in decided if one.party_id == party.id and one.article]
        rows = [matrix.read(row) for one in own for row in one.elements]
        found.append(
            PersonLine(
                party=party,
                initials="" if party.protected else initials(party.label),
                articles=tuple(dict.fromkeys(named)),
                session=newest.get(party.id),
                judged=sum(row.assessed for row in rows),
                elements=len(rows),
            )
        )
    return tuple(found)


def initials(name: str) -> str:
    """The first letters of the first two words of a name; of a title behind it none.

    >>> initials("Hendra Saputra, S.Sos"), initials("Sudirman")
    ('HS', 'S')
    """
    words = name.partition(",")[0].split()
    return "".join(word[0] for word in words[:2]).upper()


def _opinions(work: Work, case: Case) -> list[Opinion]:
    """The allegations of the newest kajian the officer's office knows of."""
    newest = (
        select(func.max(Review.id))
        .where(Review.case_id == case.id, *known.within(known.of(work, case), Review))
        .scalar_subquery()
    )
    return list(
        work.session.scalars(
            select(Opinion).where(Opinion.review_id == newest).order_by(Opinion.number)
        )
    )


def respondents(work: Work, case: Case) -> list[PartyLine]:
    """The parties of a case for whom an outcome is due."""
    return [line for line in parties(work, case) if line.role in RESPONDENTS]


def reclassifiable(work: Work, case: Case) -> Mapping[str, object]:
    """Respondents whose category or region can be corrected, and the regions there are."""
    lines = respondents(work, case)
    keys = work.session.execute(select(Party.id, Party.region).where(Party.case_id == case.id))
    return {
        "people": lines,
        "by_id": {line.id: line for line in lines},
        "keys": dict(keys.all()),
        "regions": choices.regions(work.law),
    }


def sessions(work: Work, case: Case) -> list[SessionLine]:
    """Every summons, in the order of the appointed hour."""
    rows = work.session.execute(
        select(ClarificationSession, Party.label, Party.role)
        .join(Party, Party.id == ClarificationSession.party_id)
        .where(
            ClarificationSession.case_id == case.id,
            *known.within(known.of(work, case), ClarificationSession),
        )
        .order_by(ClarificationSession.scheduled_at, ClarificationSession.id)
    ).all()
    return [
        SessionLine(
            id=row.id,
            party_id=row.party_id,
            party=label,
            role=role,
            summons=row.summons,
            scheduled_at=row.scheduled_at.isoformat(),
            place=row.place,
            state=row.state,
            note=row.note,
            signed=row.signed,
            counsel=row.counsel,
        )
        for row, label, role in rows
    ]


def outcomes(work: Work, case: Case) -> list[OutcomeLine]:
    """Every outcome with its destinations."""
    told = known.of(work, case)
    rows = work.session.execute(
        select(Outcome, Party.label, Party.category)
        .join(Party, Party.id == Outcome.party_id)
        .where(Outcome.case_id == case.id, *known.within(told, Outcome))
        .order_by(Party.ordinal, Party.id, Outcome.number)
    ).all()
    sent = work.session.execute(
        select(ReferralItem.outcome_id, Referral.addressee, ReferralItem.state)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(
            Referral.case_id == case.id,
            ReferralItem.state != ItemState.VOID,
            *known.within(told, Referral),
        )
        .order_by(Referral.id)
    ).all()
    edition = work.law.edition(case.edition, case.revision)
    return [
        OutcomeLine(
            party_id=row.party_id,
            party=label,
            category=category,
            violation_class=row.violation_class,
            article=edition.article_name(row.article),
            reason=row.reason,
            no_destination_reason=row.no_destination_reason,
            destinations=tuple(one.addressee for one in sent if one.outcome_id == row.id),
            states=tuple(one.state for one in sent if one.outcome_id == row.id),
        )
        for row, label, category in rows
    ]


def region_name(work: Work, key: str) -> str:
    """A region's name, or what was stored when it is not in the list."""
    region = work.law.regions.get(key)
    return region.name if region else key


def named_already(work: Work, case: Case) -> dict[str, tuple[str, ...]]:
    """For a proposal: the respondents and matters that the case names so far."""
    labels = work.session.scalars(
        select(Party.label)
        .where(Party.case_id == case.id, Party.role.in_(RESPONDENTS))
        .order_by(Party.ordinal)
    )
    return {"named": tuple(labels)}
