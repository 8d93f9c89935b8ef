"""What a case has many of, as its line holds it: classes, articles, categories and regions.

What a pleno decided is tagged `class` and `article`. Until then the report and the newest kajian
say it: `said-class` and `said-article` where everybody may read that, `kajian-class` and
`kajian-article` while the kajian is a secret.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, func, or_, select

from casework.models import Case, Opinion, Outcome, Party, Review
from casework.models.base import table
from casework.services import review_secrecy
from casework.services.work import Work

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
    """The tags of many cases, by key."""
    keys = [case.id for case in cases]
    found: dict[int, set[str]] = defaultdict(set)
    for key, *values in work.session.execute(_ABOUT, {"cases": keys}):
        found[key].update(_tags(ABOUT, values))
    done = set()
    for key, *values in work.session.execute(_DECIDED, {"cases": keys}):
        done.add(key)
        found[key].update(_tags(DECIDED, values))
    undecided = [case for case in cases if case.id not in done]
    for key, prefix, alleged in _alleged(work, undecided):
        found[key].update(_tags([prefix + name for name in DECIDED], alleged))
    return {key: "".join(f" {one}" for one in sorted(found[key])) + " " for key in keys}


_CASES: BindParameter[Any] = bindparam("cases", expanding=True)
_party, _outcome, _review, _opinion = (table(one).c for one in (Party, Outcome, Review, Opinion))
_ABOUT = (
    select(_party.case_id, _party.category, _party.region)
    .where(_party.case_id.in_(_CASES), _party.role.in_(("respondent", "matter")))
    .distinct()
)
_DECIDED = (
    select(_outcome.case_id, _outcome.violation_class, _outcome.article)
    .where(_outcome.case_id.in_(_CASES))
    .distinct()
)
_newest = (
    select(_review.case_id, func.max(_review.revision).label("revision"))
    .where(_review.case_id.in_(_CASES))
    .group_by(_review.case_id)
    .subquery()
)
_ALLEGED = (
    select(_review.case_id, _opinion.violation_class, _opinion.article)
    .where(
        _newest.c.case_id == _review.case_id,
        _newest.c.revision == _review.revision,
        _opinion.review_id == _review.id,
    )
    .distinct()
)


def _alleged(work: Work, cases: Collection[Case]) -> Iterator[tuple[int, str, tuple[str, str]]]:
    """What the report and the newest kajian say of cases that no pleno has decided."""
    for case in cases:
        if case.suspects_crime:
            yield case.id, SAID, (_CRIME, "")
    if not cases:
        return
    rows = work.session.execute(_ALLEGED, {"cases": [case.id for case in cases]}).all()
    written = {row.case_id for row in rows}
    secret = {case.id for case in cases if case.id in written and review_secrecy.holds(work, case)}
    for key, violation_class, article in rows:
        yield key, SECRET if key in secret else SAID, (violation_class, article)


def _tags(names: Sequence[str], values: Sequence[str]) -> set[str]:
    return {tag(name, value) for name, value in zip(names, values, strict=True) if value}
