"""One page of a list of cases, in one statement whose cost does not grow with the page's depth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Row,
    Select,
    func,
    literal,
    or_,
    select,
    tuple_,
    type_coerce,
)

from casework.models import Case, CaseLine, Office, Officer, Party
from casework.services import access, tags
from casework.services.listing.wanted import BY_LIMIT, NEWEST, NOBODY, OLDEST, Wanted
from casework.services.search import asking, hits
from casework.services.work import Work

Lines = Select[*tuple[Any, ...]]

# What a line of the list shows; the order is that of `Line` in the page.
SHOWN = (
    Case.id, Case.kind, Case.receipt_number, Case.registration_number, Case.title,
    Case.event_place, Case.stage, Case.received_at, Office.name.label("office"),
    Officer.name.label("owner"),
)  # fmt: skip
# Where the words that were searched for may stand.
SEARCHED = (Case.event_what, Case.account)


def page(
    work: Work, wanted: Wanted, zone: str, size: int
) -> tuple[Sequence[Row[*tuple[Any, ...]]], bool]:
    """At most `size` rows in the order wanted, and whether more lie beyond.

    Each row has what `SHOWN` names, `due`, `urgency`, `place` (the value sorted by), `tags`; where
    text is searched also the texts of `SEARCHED` and `respondents`.
    """
    rows = list(work.session.execute(statement(work, wanted, zone, size + 1)).all())
    more = len(rows) > size
    rows = rows[:size]
    if wanted.place is not None and wanted.place.before:
        rows.reverse()
    return rows, more


def count(work: Work, wanted: Wanted, zone: str) -> int:
    """How many cases the whole list has; reads all of them, so no page asks for it."""
    narrow = _narrow(work, wanted, asking.ask(wanted.text), zone).order_by(None).subquery()
    return work.session.scalar(select(func.count()).select_from(narrow)) or 0


def statement(work: Work, wanted: Wanted, zone: str, size: int | None) -> Lines:
    """The query of a page, or of the whole list when there is no size."""
    question = asking.ask(wanted.text)
    narrow = _narrow(work, wanted, question, zone)
    if size is not None:
        narrow = narrow.limit(size)
    lines = narrow.subquery("lines")
    shown = select(*SHOWN, lines.c.due, lines.c.urgency, lines.c.place, lines.c.tags)
    if not question.empty:
        accused = (
            select(func.aggregate_strings(Party.label, ", "))
            .where(Party.case_id == Case.id, Party.role.in_(("respondent", "matter")))
            .scalar_subquery()
        )
        shown = shown.add_columns(*SEARCHED, accused.label("respondents"))
    turn = _backwards(wanted, question)
    return (
        shown.join_from(lines, Case, Case.id == lines.c.case_id)
        .join(Office, Office.id == Case.office_id)
        .outerjoin(Officer, Officer.id == Case.owner_id)
        .order_by(*(_turned(one, turn) for one in (lines.c.place, lines.c.case_id)))
    )


def _narrow(work: Work, wanted: Wanted, question: asking.Question, zone: str) -> Lines:
    """Which lines, in which order: reads nothing but the lines (and the words)."""
    searched = not question.empty
    value, case_id = _sorted_by(wanted, question), cast("ColumnElement[int]", CaseLine.case_id)
    query = select(CaseLine.case_id, CaseLine.due, CaseLine.urgency, CaseLine.tags,
                   value.label("place"))  # fmt: skip
    if searched:
        words, key = hits.source(work.session)
        office = None if "supervisor" in work.actor.roles else work.actor.office_id
        query = query.join_from(words, CaseLine, CaseLine.case_id == key)
        query = query.where(hits.condition(work.session, question, office))
        if not wanted.order:
            # In the order of the words themselves, which are read backwards without sorting.
            case_id = key
    query = query.where(_permitted(work, wanted, searched=searched))
    query = query.where(*_filters(work, wanted, question, zone))
    turn = _backwards(wanted, question)
    if wanted.place is not None:
        query = query.where(_beyond(wanted, question, value, case_id, turn))
    by = (case_id,) if searched and not wanted.order else (value, case_id)
    return query.order_by(*(_turned(one, turn) for one in by))


def _permitted(work: Work, wanted: Wanted, *, searched: bool) -> ColumnElement[bool]:
    """The cases of the office; what passes between offices in its own list and when searched.

    Both read few lines. In every other list the condition would take its index away.
    """
    case_id = type_coerce(CaseLine.case_id, BigInteger)
    if wanted.passing:
        return access.passing(work, case_id)
    if not searched:
        return access.visible(work, _office(work))
    # The words lead to the lines; no index of theirs is to be taken instead.
    office = type_coerce(CaseLine.office_id, BigInteger) + 0
    return or_(access.visible(work, office), access.passing(work, case_id + 0))


def _office(work: Work) -> ColumnElement[int]:
    """The column that permission is asked of.

    Of several offices, SQLite would gather all cases and sort them; an expression is in no index,
    so it reads the cases in their order and looks at the office of each.
    """
    column = type_coerce(CaseLine.office_id, BigInteger)
    return column + 0 if "supervisor" in work.actor.roles else column


def _filters(
    work: Work, wanted: Wanted, question: asking.Question, zone: str
) -> list[ColumnElement[bool]]:
    line = CaseLine
    found = [
        column == value
        for column, value in ((line.stage, wanted.stage), (line.kind, wanted.kind))
        if value
    ]
    for name, value in (
        ("class", wanted.violation_class),
        ("article", wanted.article or question.article),
        ("category", wanted.category),
        ("region", wanted.region),
    ):
        if value:
            found.append(tags.holding(work, line.tags, line.office_id, name, value))
    if wanted.office is not None:
        found.append(line.office_id == wanted.office)
    if wanted.owner is not None:
        found.append(line.owner_id.is_(None) if wanted.owner == NOBODY
                     else line.owner_id == wanted.owner)  # fmt: skip
    since, until = wanted.since or question.since, wanted.until or question.until
    if since is not None:
        found.append(line.received >= _midnight(since, zone))
    if until is not None:
        found.append(line.received < _midnight(until, zone, after=1))
    if wanted.overdue:
        now = int(work.now.timestamp())
        # Whatever is over should have begun before it was: the index leads to those.
        found += [line.urgency < now, line.due < now]
    return found


def _sorted_by(wanted: Wanted, question: asking.Question) -> ColumnElement[int]:
    if wanted.order in (OLDEST, NEWEST):
        return type_coerce(CaseLine.received, BigInteger)
    if not wanted.order and not question.empty:
        return literal(0)
    return type_coerce(CaseLine.urgency, BigInteger)


def _backwards(wanted: Wanted, question: asking.Question) -> bool:
    order = wanted.order or (BY_LIMIT if question.empty else NEWEST)
    return order.startswith("-") != (wanted.place is not None and wanted.place.before)


def _beyond(
    wanted: Wanted,
    question: asking.Question,
    value: ColumnElement[int],
    case_id: ColumnElement[int],
    turn: bool,
) -> ColumnElement[bool]:
    """Only what lies beyond the place; compared as a pair, so that the index leads to it."""
    assert wanted.place is not None  # noqa: S101  # asked before
    pair: Any = tuple_(value, case_id)
    at: Any = (wanted.place.value, wanted.place.case_id)
    if not wanted.order and not question.empty:
        pair, at = case_id, wanted.place.case_id
    found: ColumnElement[bool] = pair < at if turn else pair > at
    return found


def _turned(column: Any, turn: bool) -> Any:
    return column.desc() if turn else column.asc()


def _midnight(day: date, zone: str, *, after: int = 0) -> int:
    try:
        moment = datetime.combine(day + timedelta(days=after), time(), ZoneInfo(zone))
        return int(moment.timestamp())
    except (OverflowError, ValueError):
        return 0 if day.year < 1000 else 10**12
