"""Keeps the line of each case (`CaseLine`), by which lists sort, filter and search.

An act notes which cases it touched; before its transaction commits, their lines and words are made
anew in it. Lines are not part of the record: they can be made again from the rows at any time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from math import ceil
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Row,
    and_,
    bindparam,
    func,
    insert,
    literal_column,
    or_,
    select,
    union,
    update,
)

from casework.engine import chain
from casework.engine.categories import ViolationClass
from casework.models import (
    Base,
    Case,
    CaseLine,
    Deadline,
    Document,
    Event,
    Fact,
    Finding,
    Number,
    Opinion,
    Outcome,
    Party,
    Referral,
    ReferralItem,
    Review,
    TransferStep,
)
from casework.models.base import among, table
from casework.models.deadline import DeadlineState
from casework.models.listing import NO_LIMIT
from casework.models.party import RESPONDENTS, PartyRole
from casework.models.referral import ItemState
from casework.services.cases import review_secrecy, rollups, slack
from casework.services.cases.search import index
from casework.services.core.work import DirtyCase, Work

ABOUT = ("category", "region")
DECIDED = ("class", "article")
SAID, SECRET = "said-", "kajian-"
_CRIME = ViolationClass.CRIME


def tag(name: str, value: str) -> str:
    """One of the many things a case has, as it stands between blanks in `tags`."""
    return f"{name}:{value}".replace(" ", "_")


def holding(
    name: str, value: str, mine: ColumnElement[bool] | None, *, lite: bool
) -> ColumnElement[bool]:
    """The condition that a line is tagged so, as far as the actor may know it.

    `mine` are the lines of which the actor reads the secrets; None for somebody who reads none.
    `lite` is SQLite.
    """
    within = func.instr if lite else func.strpos

    def has(way: str) -> ColumnElement[bool]:
        # Whole words between blanks, so that no code is found inside another one.
        found: ColumnElement[bool] = within(CaseLine.tags, f" {tag(way + name, value)} ") > 0
        return found

    if name not in DECIDED:
        return has("")
    allowed = [has(""), has(SAID)]
    if mine is not None:
        allowed.append(and_(has(SECRET), mine))
    return or_(*allowed)


def of_cases(work: Work, cases: Sequence[Case]) -> dict[int, str]:
    """The tags of many cases, by key, read with two statements."""
    asked = _of(cases)
    told: dict[int, _Told] = defaultdict(lambda: defaultdict(list))
    for key, what, *values in work.connection.execute(_TAGS, asked):
        told[key][what].append(values)
    for key, rule, started, due, done in work.connection.execute(_DONE, asked):
        told[key]["used"].append((rule, _share(datetime.fromisoformat(started), due, done)))
    return {case.id: _tag_line(_of_case(work, case, told[case.id])) for case in cases}


_Told = defaultdict[str, list[Sequence[str]]]


def _of_case(work: Work, case: Case, told: _Told) -> Iterator[str]:
    for values in told["about"]:
        yield from _tags(ABOUT, values)
    for name in (rollups.LACK, "reporter"):
        yield from (tag(name, value) for value, _ in told[name])
    for agency, state in told[rollups.SENT]:
        yield tag(rollups.SENT, agency)
        yield tag(rollups.SENT, f"{agency}/{state}")
    for rule, share in told[rollups.USED]:
        yield tag(rollups.USED, f"{rule}/{share}")
    for values in told["decided"]:
        yield from _tags(DECIDED, values)
    if told["decided"]:
        return
    # What the report and the newest kajian say, until a pleno has decided.
    if case.suspects_crime:
        yield from _tags([SAID + name for name in DECIDED], (_CRIME, ""))
    if told["alleged"]:
        way = SECRET if review_secrecy.holds(work, case) else SAID
        for values in told["alleged"]:
            yield from _tags([way + name for name in DECIDED], values)


def _tag_line(tags: Iterable[str]) -> str:
    return "".join(f" {one}" for one in sorted(set(tags))) + " "


def _share(started: datetime, due: datetime, done: datetime) -> str:
    """How much of a limit was used, in per cent, up to the next five; at most ten times of it."""
    length = (due - started).total_seconds()
    used = 100 * (done - started).total_seconds() / length if length > 0 else 100
    return str(min(max(5 * ceil(used / 5), 0), 1000))


_party, _outcome, _review, _opinion, _finding, _referral, _item, _limit = (
    table(one).c
    for one in (Party, Outcome, Review, Opinion, Finding, Referral, ReferralItem, Deadline)
)

_cases: BindParameter[list[int]] = bindparam("cases", expanding=True)
_newest = (
    select(_review.case_id, func.max(_review.revision).label("revision"))
    .where(_review.case_id.in_(_cases))
    .group_by(_review.case_id)
    .subquery()
)
_round = (
    select(_finding.case_id, func.max(_finding.round).label("round"))
    .where(_finding.case_id.in_(_cases))
    .group_by(_finding.case_id)
    .subquery()
)
_nothing: ColumnElement[str] = literal_column("''")
# What cases have many of, each with its case, what it is and two values.
_TAGS = union(
    select(_party.case_id, literal_column("'about'"), _party.category, _party.region).where(
        _party.case_id.in_(_cases), _party.role.in_(RESPONDENTS)
    ),
    select(
        _outcome.case_id, literal_column("'decided'"), _outcome.violation_class, _outcome.article
    ).where(_outcome.case_id.in_(_cases)),
    select(
        _review.case_id, literal_column("'alleged'"), _opinion.violation_class, _opinion.article
    ).where(
        _newest.c.case_id == _review.case_id,
        _newest.c.revision == _review.revision,
        _opinion.review_id == _review.id,
    ),
    select(_finding.case_id, literal_column("'lack'"), _finding.requirement, _nothing).where(
        _round.c.case_id == _finding.case_id,
        _round.c.round == _finding.round,
        _finding.met.is_(False),
    ),
    select(_party.case_id, literal_column("'reporter'"), _party.category, _nothing).where(
        _party.case_id.in_(_cases), _party.role == PartyRole.REPORTER
    ),
    select(_referral.case_id, literal_column("'sent'"), _referral.destination, _item.state).where(
        _referral.case_id.in_(_cases),
        _item.referral_id == _referral.id,
        _item.state.not_in((ItemState.PLANNED, ItemState.VOID)),
    ),
)
# Limits whose duty was done, with the span of each.
_DONE = select(
    _limit.case_id, _limit.rule, _limit.started_at, _limit.due_at, _limit.closed_at
).where(
    _limit.case_id.in_(_cases),
    among(_limit.state, DeadlineState.MET, DeadlineState.LATE_MET),
    _limit.closed_at.is_not(None),
)


def _tags(names: Sequence[str], values: Sequence[str]) -> Iterator[str]:
    return (tag(name, value) for name, value in zip(names, values, strict=True) if value)


# A change of one of these changes what a case is found by, of the others only what it has many of.
_TOLD = (Number, Outcome, Party, TransferStep)
_TAGGED = (Finding, Referral, ReferralItem)
_DUTY_DONE = (DeadlineState.MET, DeadlineState.LATE_MET)

Line = Mapping[str, object]


def note(work: Work, case: Case, touched: Iterable[Base]) -> None:
    """Remember that a case changed in this transaction, and whether its words may have."""
    rows = list(touched)
    if rows:
        opens = review_secrecy.ended_by(work)
        _remember(
            work,
            case,
            tags=any(_is_tagged(row) for row in rows),
            words=any(_tells(row, opens) for row in rows),
        )


def _is_tagged(row: Base) -> bool:
    """Whether a row changes what a case has many of."""
    return isinstance(row, _TAGGED) or (isinstance(row, Deadline) and row.state in _DUTY_DONE)


def _tells(row: Base, opens: Collection[str]) -> bool:
    """Whether a row may bear words; a paper that was only planned has none yet."""
    if isinstance(row, Document):
        return bool(row.number) or row.data is not None
    return isinstance(row, _TOLD) or (isinstance(row, Fact) and row.name in opens)


def retag(work: Work, case: Case) -> None:
    """Remember that what a case has many of changed, where no row of the record says so."""
    _remember(work, case, tags=True)


def retell(work: Work, case: Case) -> None:
    """Remember that the words of a case changed, by which lists show it and search finds it."""
    _remember(work, case, words=True)


def _remember(work: Work, case: Case, *, tags: bool = False, words: bool = False) -> None:
    known = work.dirty_cases.get(case.id, DirtyCase(case))
    work.dirty_cases[case.id] = DirtyCase(case, known.tags or tags, known.words or words)


def settle(work: Work) -> None:
    """Make the lines anew of every case this transaction touched; called before its commit."""
    if not work.dirty_cases:
        return
    work.session.flush()
    _renew(work, [stale for _, stale in sorted(work.dirty_cases.items())])
    work.dirty_cases.clear()


def renew(work: Work, cases: Iterable[Case]) -> None:
    """Make the lines of cases anew, and the words of those whose text changed."""
    _renew(work, [DirtyCase(case, words=True) for case in cases])


def _renew(work: Work, stale: Sequence[DirtyCase]) -> None:
    cases = [one.case for one in stale]
    values = expected(work, cases)
    rows = work.connection.execute(_BEFORE, _of(cases))
    known = {row.case_id: row for row in rows}
    told = {
        case.id
        for case, _, words in stale
        if words or case.id not in known or not known[case.id].mark.startswith(own_mark(case))
    }
    retagged = [case for case, tags, _ in stale if tags or case.id in told]
    tags = of_cases(work, retagged) if retagged else {}
    for case in cases:
        before = known.get(case.id)
        own = values[case.id] | ({"tags": tags[case.id]} if case.id in tags else {})
        if case.id in told:
            found = index.read(work, case)
            own["mark"] = f"{own_mark(case)}{found.mark}"
            if before is None or before.mark != own["mark"]:
                index.write(work, case.id, found)
        if before is None:
            work.connection.execute(insert(_line), {"case_id": case.id, **own})
        else:
            work.connection.execute(_RENEW, {"case": case.id, **own})
        rollups.note_line(work, *_counted(own, before))


def _counted(own: Line, before: Row[Any] | None) -> tuple[rollups.LineRow | None, rollups.LineRow]:
    was = rollups.LineRow._make(before[2:]) if before else None
    tags = own["tags"] if was is None or "tags" in own else was.tags
    after = [own[name] for name in rollups.LineRow._fields if name != "tags"]
    return was, rollups.LineRow._make([*after, tags])


_line = table(CaseLine)
_BEFORE = select(
    _line.c.case_id, _line.c.mark, *(_line.c[name] for name in rollups.LineRow._fields)
).where(_line.c.case_id.in_(_cases))
# What is set is what is handed over with the statement.
_RENEW = update(_line).where(_line.c.case_id == bindparam("case"))


def expected(work: Work, cases: Sequence[Case]) -> dict[int, dict[str, object]]:
    """What lists sort and filter by, as the cases stand; without their tags and words.

    The one place that says what a list is sorted by: `urgency`.
    """
    pressing = slack.pressing(work, cases)
    acts = {row.case_id: row.at for row in work.session.execute(_LAST_ACT, _of(cases))}
    found: dict[int, dict[str, object]] = {}
    for case in cases:
        limit = pressing.get(case.id)
        found[case.id] = {
            "office_id": case.office_id,
            "stage": case.stage,
            "kind": case.kind,
            "owner_id": case.owner_id,
            "received": int(case.received_at.timestamp()),
            "urgency": limit.latest if limit else NO_LIMIT - case.id,
            "due": limit.due if limit else None,
            "stalled": _stalled(work, case, limit, acts.get(case.id, case.received_at)),
        }
    return found


def _of(cases: Sequence[Case]) -> dict[str, list[int]]:
    return {"cases": [case.id for case in cases]}


def _stalled(work: Work, case: Case, limit: slack.Pressing | None, last: datetime) -> int | None:
    stage = work.law.edition(case.edition, case.revision).stages.get(case.stage)
    if stage is None or stage.final:
        return None
    rule = work.law.practice.standstill
    span = (limit.started, datetime.fromtimestamp(limit.due, UTC)) if limit else None
    return rollups.stalled_at(last, span, rule.share, rule.days)


# The acts of people alone: what the system does by itself leaves a case where it was.
_LAST_ACT = (
    select(Event.case_id, func.max(Event.at).label("at"))
    .where(
        Event.case_id.in_(_cases),
        Event.actor_id.is_not(None),
        Event.detail["version"].as_integer().is_not(None),
    )
    .group_by(Event.case_id)
)


def own_mark(case: Case) -> str:
    """Of which texts of its own the words of a case are made, in half a mark."""
    return chain.digest(
        {
            "title": case.title,
            "numbers": [case.receipt_number, case.registration_number],
            "event": [case.event_what, case.event_place, case.suspects_crime],
            "account": case.account,
            "office": case.office_id,
        }
    )[:32]
