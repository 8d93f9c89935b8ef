"""What a case has many of, as its line holds it: classes, articles, categories and regions.

What a pleno decided is tagged `class` and `article`. Until then the report and the newest kajian
say it: `said-class` and `said-article` where everybody may read that, `kajian-class` and
`kajian-article` while the kajian is a secret.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from casework.models import Case, Opinion, Outcome, Party, Review
from casework.services import review_secrecy
from casework.services.work import Work

ABOUT = ("category", "region")
DECIDED = ("class", "article")
SAID, SECRET = "said-", "kajian-"
_CRIME = "pidana"


def tag(name: str, value: str) -> str:
    """One of the many things a case has, as it stands between blanks in `tags`."""
    return f"{name}:{value}".replace(" ", "_")


def holding(
    work: Work,
    column: InstrumentedAttribute[str],
    office: ColumnElement[int] | InstrumentedAttribute[int],
    name: str,
    value: str,
) -> ColumnElement[bool]:
    """The condition that a line is tagged so, as far as the actor may know it.

    `column` holds the tags, `office` says which office handles the case.
    """

    def has(prefix: str = "") -> ColumnElement[bool]:
        return column.contains(f" {tag(prefix + name, value)} ", autoescape=True)

    if name not in DECIDED:
        return has()
    allowed = [has(), has(SAID)]
    if review_secrecy.reads_secrets(work):
        allowed.append(and_(has(SECRET), office == work.actor.office_id))
    return or_(*allowed)


def of_cases(work: Work, cases: Sequence[Case]) -> dict[int, str]:
    """The tags of many cases, by key."""
    keys = [case.id for case in cases]
    found: dict[int, set[str]] = defaultdict(set)
    about = select(Party.case_id, Party.category, Party.region).where(
        Party.case_id.in_(keys), Party.role.in_(("respondent", "matter"))
    )
    for key, *values in work.session.execute(about.distinct()):
        found[key].update(_tags(ABOUT, values))
    decided = select(Outcome.case_id, Outcome.violation_class, Outcome.article).where(
        Outcome.case_id.in_(keys)
    )
    done = set()
    for key, *values in work.session.execute(decided.distinct()):
        done.add(key)
        found[key].update(_tags(DECIDED, values))
    undecided = [case for case in cases if case.id not in done]
    for key, prefix, alleged in _alleged(work, undecided):
        found[key].update(_tags([prefix + name for name in DECIDED], alleged))
    return {key: "".join(f" {one}" for one in sorted(found[key])) + " " for key in keys}


def _alleged(work: Work, cases: Collection[Case]) -> Iterator[tuple[int, str, tuple[str, str]]]:
    """What the report and the newest kajian say of cases that no pleno has decided."""
    for case in cases:
        if case.suspects_crime:
            yield case.id, SAID, (_CRIME, "")
    if not cases:
        return
    newest = (
        select(Review.case_id, func.max(Review.revision).label("revision"))
        .where(Review.case_id.in_([case.id for case in cases]))
        .group_by(Review.case_id)
        .subquery()
    )
    rows = work.session.execute(
        select(Review.case_id, Opinion.violation_class, Opinion.article)
        .join(newest, and_(newest.c.case_id == Review.case_id,
                           newest.c.revision == Review.revision))
        .join(Opinion, Opinion.review_id == Review.id)
        .distinct()
    ).all()  # fmt: skip
    written = {row.case_id for row in rows}
    secret = {case.id for case in cases if case.id in written and review_secrecy.holds(work, case)}
    for key, violation_class, article in rows:
        yield key, SECRET if key in secret else SAID, (violation_class, article)


def _tags(names: Sequence[str], values: Sequence[str]) -> set[str]:
    return {tag(name, value) for name, value in zip(names, values, strict=True) if value}
