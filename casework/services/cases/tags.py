"""What a case has many of, as its line holds it: classes, articles, categories and regions.

What a pleno decided is tagged `class` and `article`. Until then the report and the newest kajian
say it: `said-class` and `said-article` where everybody may read that, `kajian-class` and
`kajian-article` while the kajian is a secret.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    union,
)

from casework.models import Case, Opinion, Outcome, Party, Review
from casework.models.base import among, table
from casework.models.party import RESPONDENTS
from casework.services.cases import review_secrecy
from casework.services.unit.prepared import Prepared
from casework.services.unit.work import Work

ABOUT = ("category", "region")
DECIDED = ("class", "article")
SAID, SECRET = "said-", "kajian-"
_CRIME = "pidana"


def tag(name: str, value: str) -> str:
    """One of the many things a case has, as it stands between blanks in `tags`."""
    return f"{name}:{value}".replace(" ", "_")


def wanted(name: str, value: str) -> dict[str, str]:
    """Every way a line may be tagged so, by the name that `holding` gives it."""
    ways = ("", SAID, SECRET) if name in DECIDED else ("",)
    return {_named(way, name): f" {tag(way + name, value)} " for way in ways}


def holding(
    name: str, has: Callable[[str], ColumnElement[bool]], mine: ColumnElement[bool] | None
) -> ColumnElement[bool]:
    """The condition that a line is tagged so, as far as the actor may know it.

    `has` gives the condition that a line holds what `wanted` has under a name. `mine` are the
    lines of which the actor reads the secrets; None for somebody who reads none.
    """
    if name not in DECIDED:
        return has(_named("", name))
    allowed = [has(_named("", name)), has(_named(SAID, name))]
    if mine is not None:
        allowed.append(and_(has(_named(SECRET, name)), mine))
    return or_(*allowed)


def _named(way: str, name: str) -> str:
    return (way + name).replace("-", "_")


def of_cases(work: Work, cases: Sequence[Case]) -> dict[int, str]:
    """The tags of many cases, by key, read with one statement."""
    if len(cases) == 1:
        rows = _OF_ONE.rows(work.connection, {"case": cases[0].id})
    else:
        rows = _OF_MANY.rows(work.connection, {"cases": [case.id for case in cases]})
    told: dict[int, _Told] = defaultdict(lambda: defaultdict(list))
    for key, what, *values in rows:
        told[key][what].append(values)
    return {case.id: _line(_of_case(work, case, told[case.id])) for case in cases}


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


def _line(tags: Iterable[str]) -> str:
    return "".join(f" {one}" for one in sorted(set(tags))) + " "


_party, _outcome, _review, _opinion = (table(one).c for one in (Party, Outcome, Review, Opinion))


def _statement(wanted: Callable[[ColumnElement[int]], ColumnElement[bool]]) -> CompoundSelect[Any]:
    """What cases have many of, each with its case, what it is and two values."""
    newest = (
        select(_review.case_id, func.max(_review.revision).label("revision"))
        .where(wanted(_review.case_id))
        .group_by(_review.case_id)
        .subquery()
    )
    return union(
        select(_party.case_id, literal_column("'about'"), _party.category, _party.region).where(
            wanted(_party.case_id), among(_party.role, *RESPONDENTS)
        ),
        select(
            _outcome.case_id,
            literal_column("'decided'"),
            _outcome.violation_class,
            _outcome.article,
        ).where(wanted(_outcome.case_id)),
        select(
            _review.case_id, literal_column("'alleged'"), _opinion.violation_class, _opinion.article
        ).where(
            newest.c.case_id == _review.case_id,
            newest.c.revision == _review.revision,
            _opinion.review_id == _review.id,
        ),
    )


_OF_ONE = Prepared(_statement(lambda case: case == bindparam("case")))
_OF_MANY = Prepared(_statement(lambda case: case.in_(bindparam("cases", expanding=True))))


def _tags(names: Sequence[str], values: Sequence[str]) -> Iterator[str]:
    return (tag(name, value) for name, value in zip(names, values, strict=True) if value)
