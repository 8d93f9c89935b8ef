"""Keeps the line of each case (`CaseLine`), by which lists sort, filter and search.

An act notes which cases it touched; before its transaction commits, their lines and words are made
anew in it. Lines are not part of the record: they can be made again from the rows at any time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import (
    BindParameter,
    ColumnElement,
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
    Document,
    Fact,
    Number,
    Opinion,
    Outcome,
    Party,
    Review,
    TransferStep,
)
from casework.models.base import table
from casework.models.listing import NO_LIMIT
from casework.models.party import RESPONDENTS
from casework.services.cases import review_secrecy, slack
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
    """The tags of many cases, by key, read with one statement."""
    rows = work.connection.execute(_TAGS, {"cases": [case.id for case in cases]})
    told: dict[int, _Told] = defaultdict(lambda: defaultdict(list))
    for key, what, *values in rows:
        told[key][what].append(values)
    return {case.id: _tag_line(_of_case(work, case, told[case.id])) for case in cases}


_Told = defaultdict[str, list[Sequence[str]]]


def _of_case(work: Work, case: Case, told: _Told) -> Iterator[str]:
    for values in told["about"]:
        yield from _tags(ABOUT, values)
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


_party, _outcome, _review, _opinion = (table(one).c for one in (Party, Outcome, Review, Opinion))


_cases: BindParameter[list[int]] = bindparam("cases", expanding=True)
_newest = (
    select(_review.case_id, func.max(_review.revision).label("revision"))
    .where(_review.case_id.in_(_cases))
    .group_by(_review.case_id)
    .subquery()
)
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
)


def _tags(names: Sequence[str], values: Sequence[str]) -> Iterator[str]:
    return (tag(name, value) for name, value in zip(names, values, strict=True) if value)


# A change of one of these changes what a case is found by.
_TOLD = (Number, Outcome, Party, TransferStep)

Line = Mapping[str, object]


def note(work: Work, case: Case, touched: Iterable[Base]) -> None:
    """Remember that a case changed in this transaction, and whether its words may have."""
    rows = list(touched)
    if rows:
        opens = review_secrecy.ended_by(work)
        _remember(work, case, words=any(_tells(row, opens) for row in rows))


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
    values = expected(work, [one.case for one in stale])
    for case, retagged, told in stale:
        own: dict[str, object] = values[case.id]
        if retagged and not told:
            own = own | {"tags": of_cases(work, [case])[case.id]}
        before = work.connection.scalar(_RENEW, {"case": case.id, **own})
        if before is None or told or not before.startswith(own_mark(case)):
            _tell(work, case, values[case.id], before)


def _tell(work: Work, case: Case, values: Line, before: str | None) -> None:
    found = index.read(work, case)
    mark = f"{own_mark(case)}{found.mark}"
    made: dict[str, object] = {"mark": mark, "tags": of_cases(work, [case])[case.id]}
    if before is None:
        work.connection.execute(insert(_line), {"case_id": case.id, **values, **made})
    else:
        work.connection.execute(_RETELL, {"case": case.id, **made})
    if before != mark:
        index.write(work, case.id, found)


_line = table(CaseLine)
# What is set is what is handed over with the statement.
_HERE = update(_line).where(_line.c.case_id == bindparam("case"))
_RENEW, _RETELL = _HERE.returning(_line.c.mark), _HERE


def expected(work: Work, cases: Sequence[Case]) -> dict[int, dict[str, object]]:
    """What lists sort and filter by, as the cases stand; without their tags and words.

    The one place that says what a list is sorted by: `urgency`.
    """
    pressing = slack.pressing(work, cases)
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
        }
    return found


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
