"""Acts the law leaves open although there is nothing left to do by them now.

They stay on offer, but nobody is told that they are waiting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Row, select

from casework.models import (
    Case,
    ClarificationSession,
    Dispatch,
    Document,
    Fact,
    Party,
    Referral,
    ReferralItem,
)
from casework.models.document import FINAL, DocumentState
from casework.models.handling import SessionState
from casework.models.party import PartyRole
from casework.models.referral import ItemState
from casework.services.acts.any_stage import issuing
from casework.services.acts.clarification import sessions
from casework.services.acts.recommendation import dispatches, followup, redraft, referral
from casework.services.acts.registry import id_of
from casework.services.acts.review import discussions
from casework.services.cases import facts
from casework.services.cases.discussions import HELD
from casework.services.core.work import Work

_OUT = (DocumentState.NUMBERED, *FINAL)
_REDRAFT = id_of(redraft.redraft)


def idle_acts(work: Work, cases: Sequence[Case]) -> Mapping[int, frozenset[str]]:
    """Ids of the acts that have nothing to be done on, by case."""
    keys = [case.id for case in cases]
    idle: dict[int, set[str]] = {key: set() for key in keys}
    for found in (
        _letters(work, keys),
        _sessions(work, keys),
        _forwarding(work, cases),
        _discussed(work, keys),
    ):
        for key, acts in found.items():
            idle[key] |= acts
    return {key: frozenset(acts) for key, acts in idle.items()}


def _letters(work: Work, keys: Collection[int]) -> dict[int, set[str]]:
    rows: dict[int, list[Row[int, int, str, str]]] = defaultdict(list)
    for row in work.session.execute(
        select(Document.case_id, Document.id, Document.state, Document.kind).where(
            Document.case_id.in_(keys), Document.kind.in_(sorted(work.law.letters))
        )
    ):
        rows[row.case_id].append(row)
    proven = set(
        work.session.scalars(
            select(Dispatch.document_id)
            .join(Document, Document.id == Dispatch.document_id)
            .where(Document.case_id.in_(keys), Dispatch.received_at.is_not(None))
        )
    )
    found = {}
    for key in keys:
        letters, idle = rows[key], set()
        if not any(row.state in (DocumentState.PLANNED, DocumentState.DRAFT) for row in letters):
            idle.add(id_of(issuing.issue))
        if not any(
            row.state in _OUT and row.id not in proven and row.kind in work.law.outgoing
            for row in letters
        ):
            idle.add(id_of(dispatches.record))
        if any(row.kind == "pemberitahuan_status" for row in letters):
            idle.add(id_of(referral.status_notice))
        found[key] = idle
    return found


def _sessions(work: Work, keys: Collection[int]) -> dict[int, set[str]]:
    waiting, invited = set(), defaultdict(set)
    for key, party, state in work.session.execute(
        select(
            ClarificationSession.case_id, ClarificationSession.party_id, ClarificationSession.state
        ).where(
            ClarificationSession.case_id.in_(keys),
            ClarificationSession.state != SessionState.CANCELLED,
        )
    ):
        invited[key].add(party)
        if state == SessionState.INVITED:
            waiting.add(key)
    people = defaultdict(set)
    for key, party in work.session.execute(
        select(Party.case_id, Party.id).where(
            Party.case_id.in_(keys), Party.role != PartyRole.MATTER
        )
    ):
        people[key].add(party)
    found: dict[int, set[str]] = {}
    for key in keys:
        found[key] = set() if key in waiting else {id_of(sessions.record), id_of(sessions.absent)}
        if people[key] <= invited[key]:
            found[key].add(id_of(sessions.invite_each))
    return found


def _forwarding(work: Work, cases: Sequence[Case]) -> dict[int, set[str]]:
    states: dict[int, set[str]] = {case.id: set() for case in cases}
    for key, state in work.session.execute(
        select(Referral.case_id, ReferralItem.state)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(Referral.case_id.in_(states), ReferralItem.state != ItemState.VOID)
        .distinct()
    ):
        states[key].add(state)
    asked = [case for case in cases if states[case.id] and _may_redraft(work, case)]
    changed = redraft.changed(work, asked) if asked else set()
    found: dict[int, set[str]] = {}
    for key, known in states.items():
        idle = {id_of(referral.draft)} if known else set()
        if key not in changed:
            idle.add(_REDRAFT)
        if known <= facts.FINAL_ITEM_STATES:
            idle.add(id_of(followup.record))
        found[key] = idle
    return found


def _discussed(work: Work, keys: Collection[int]) -> dict[int, set[str]]:
    """A discussion that is recorded, or that came too late to be waited for."""
    found: dict[int, set[str]] = {key: set() for key in keys}
    acts = {HELD[1]: id_of(discussions.first), HELD[2]: id_of(discussions.second)}
    rows = select(Fact.case_id, Fact.name).where(
        Fact.case_id.in_(keys), Fact.name.in_((*acts, "diputuskan"))
    )
    for key, name in work.session.execute(rows):
        found[key] |= {acts[name]} if name in acts else set(acts.values())
    return found


def _may_redraft(work: Work, case: Case) -> bool:
    act = work.law.edition(case.edition, case.revision).acts.get(_REDRAFT)
    return act is not None and case.stage in act.from_stages
