"""Reads the rows of a case that the lifecycle asks about, in one statement that is built once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    Table,
    bindparam,
    cast,
    exists,
    func,
    literal_column,
    select,
    union_all,
)

from casework.models import (
    Case,
    CaseLink,
    ClarificationSession,
    Deadline,
    Dispatch,
    Document,
    Fact,
    Finding,
    Opinion,
    Outcome,
    Party,
    Referral,
    ReferralItem,
    Review,
    Transfer,
)
from casework.models.base import among, table
from casework.models.deadline import DeadlineState
from casework.models.document import DocumentState
from casework.models.handling import SessionState
from casework.models.party import RESPONDENTS
from casework.models.referral import ItemState
from casework.services.cases import transfers
from casework.services.core.work import Work


class Running(NamedTuple):
    """A limit that runs or ran out: its rule, its end (ISO-8601), 1 where it was extended."""

    rule: str
    due: str
    extended: int


class Letter(NamedTuple):
    """A letter that forwards a class of violation, by its paper."""

    violation_class: str
    document_id: int


@dataclass(frozen=True)
class CaseRows:
    """The rows of a case as far as the lifecycle needs them.

    `times` is the newest time of each dated fact, `round` the newest of the requirements (0: none
    was judged), `judged` what it found, by requirement. `sessions` are the states of those not
    called off. `reviewed` are the parties the newest kajian judges, None where none was written;
    `proposed` are the classes it proposes.
    `outcomes` are classes, each with whether a reason stands in for a destination; `answers` are
    the states of forwarded respondents, each with the class. Void letters are left out. `waits`
    says that it has left for another office and waits, `apart` that a case linked with it is about
    a suspected crime. `categories` are those of the respondents.
    """

    times: Mapping[str, datetime]
    round: int
    judged: dict[str, bool]
    limits: list[Running]
    sessions: list[str]
    reviewed: set[int] | None
    parties: list[tuple[str, int]]
    outcomes: list[tuple[str, bool]]
    letters: list[Letter]
    sent: set[int]
    proposed: set[str]
    notices: list[int]
    answers: list[tuple[str, str]]
    waits: bool
    apart: bool
    categories: set[str]

    @property
    def respondents(self) -> set[int]:
        """Keys of the parties an outcome is due for."""
        return {key for role, key in self.parties if role in RESPONDENTS}

    @property
    def has_reporter(self) -> bool:
        """Did someone report it? A finding and early information have nobody to be told."""
        return any(role == "reporter" for role, _ in self.parties)


def read(work: Work, case: Case) -> CaseRows:
    """The rows as this transaction sees them, with what it has changed itself."""
    return _told(work, [case.id])[case.id]


def read_many(work: Work, cases: Collection[Case]) -> dict[int, CaseRows]:
    """The rows of many cases, by key of the case, in as many statements as one case takes."""
    keys = [case.id for case in cases]
    return _told(work, keys) if keys else {}


def _told(work: Work, keys: Sequence[int]) -> dict[int, CaseRows]:
    found: dict[int, _Told] = {key: defaultdict(list) for key in keys}
    dated: dict[int, list[tuple[int, str, datetime]]] = {key: [] for key in keys}
    for key, what, text, other, number, at in work.connection.execute(_ROWS, {"cases": keys}):
        if at is None:
            found[key][what].append((text, other, number))
        else:
            dated[key].append((number, text, at))
    return {
        key: _rows_of(told, {name: at for _, name, at in sorted(dated[key])})
        for key, told in found.items()
    }


_Told = defaultdict[str, list[tuple[str, str, int]]]


def _rows_of(told: _Told, times: Mapping[str, datetime]) -> CaseRows:
    return CaseRows(
        times=times,
        round=max((number // 2 for _, _, number in told["judged"]), default=0),
        judged={text: bool(number % 2) for text, _, number in told["judged"]},
        limits=[Running._make(one) for one in told["limit"]],
        sessions=[text for text, _, _ in told["session"]],
        reviewed={key for _, _, key in told["opinion"]} if told["review"] else None,
        parties=[(role, key) for role, _, key in told["party"]],
        outcomes=[(text, bool(reason)) for text, _, reason in told["outcome"]],
        letters=[Letter(text, key) for text, _, key in told["letter"]],
        sent={key for _, _, key in told["sent"]},
        proposed={text for text, _, _ in told["opinion"]},
        notices=[key for _, _, key in told["notice"]],
        answers=[(state, text) for state, text, _ in told["answer"]],
        waits=bool(told["waits"]),
        apart=bool(told["apart"]),
        categories={kind for role, kind, _ in told["party"] if role in RESPONDENTS},
    )


_CASES: BindParameter[list[int]] = bindparam("cases", expanding=True)
_NOTHING: ColumnElement[Any] = literal_column("''")
_NO_NUMBER: ColumnElement[Any] = literal_column("0")
_finding, _review, _opinion, _party, _outcome, _limit, _session = (
    table(one) for one in (Finding, Review, Opinion, Party, Outcome, Deadline, ClarificationSession)
)
_document, _dispatch, _referral, _item = (
    table(one) for one in (Document, Dispatch, Referral, ReferralItem)
)


def _newest(rows: Table, counter: str) -> ColumnElement[bool]:
    """The condition that a row is of the newest round, or revision, of its case."""
    others = rows.alias()
    newest = select(func.max(others.c[counter])).where(others.c.case_id == rows.c.case_id)
    return rows.c[counter] == newest.scalar_subquery()


def _statement() -> CompoundSelect[Any]:
    """All the rows, each with its case, what it is, two texts, a number and, of a fact, a time.

    The facts come first: they give the columns their types.
    """

    def told(
        what: str,
        case: ColumnElement[Any],
        text: ColumnElement[Any] = _NOTHING,
        other: ColumnElement[Any] = _NOTHING,
        number: ColumnElement[Any] = _NO_NUMBER,
    ) -> Select[Any]:
        return select(
            case, literal_column(f"'{what}'"), text, other, number, literal_column("NULL")
        ).where(case.in_(_CASES))

    fact, earlier = table(Fact).c, table(Fact).alias("earlier").c
    link, linked = table(CaseLink).c, table(Case).alias("linked").c
    finding, review, opinion, party = _finding.c, _review.c, _opinion.c, _party.c
    outcome, limit, session = _outcome.c, _limit.c, _session.c
    document, dispatch, referral, item = _document.c, _dispatch.c, _referral.c, _item.c
    return union_all(
        select(fact.case_id, literal_column("'fact'"), fact.name, _NOTHING, fact.id, fact.at).where(
            fact.case_id.in_(_CASES)
        ),
        # The round, and in its last bit whether the requirement was met.
        told(
            "judged",
            finding.case_id,
            finding.requirement,
            number=2 * finding.round + _int(finding.met),
        ).where(_newest(_finding, "round")),
        told("limit", limit.case_id, limit.rule, limit.due, _int(limit.extended)).where(
            among(limit.state, DeadlineState.OPEN, DeadlineState.EXPIRED)
        ),
        told("session", session.case_id, session.state).where(
            session.state != SessionState.CANCELLED
        ),
        told("review", review.case_id, number=review.id).where(_newest(_review, "revision")),
        told("opinion", review.case_id, opinion.violation_class, number=opinion.party_id).where(
            _newest(_review, "revision"), opinion.review_id == review.id
        ),
        told("party", party.case_id, party.role, party.category, party.id),
        told(
            "outcome",
            outcome.case_id,
            outcome.violation_class,
            number=_int(outcome.no_destination_reason != ""),
        ),
        told(
            "letter", referral.case_id, referral.violation_class, number=referral.document_id
        ).where(document.id == referral.document_id, document.state != DocumentState.VOID),
        told("sent", document.case_id, number=dispatch.document_id).where(
            dispatch.document_id == document.id
        ),
        told("notice", document.case_id, number=document.id).where(
            document.kind == "pemberitahuan_status",
            document.state != DocumentState.VOID,
            # What was told before a refused report was opened again, or the ruling was corrected,
            # is not its status any more.
            ~exists().where(
                earlier.case_id == document.case_id,
                among(earlier.name, "buka_penolakan", "diralat"),
                earlier.recorded_at > document.created_at,
            ),
        ),
        told("answer", referral.case_id, item.state, referral.violation_class).where(
            item.referral_id == referral.id, item.state != ItemState.VOID
        ),
        told("waits", table(Transfer).c.case_id).where(transfers.waits()),
        *(
            told("apart", one).where(linked.id == other, linked.suspects_crime)
            for one, other in ((link.case_id, link.other_id), (link.other_id, link.case_id))
        ),
    )


def _int(flag: ColumnElement[Any]) -> ColumnElement[int]:
    return cast(flag, Integer)


_ROWS = _statement()
