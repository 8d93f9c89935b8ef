"""One page of a list of cases, in one statement whose cost does not grow with the page's depth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Row,
    Select,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    tuple_,
    type_coerce,
)

from casework.models import Case, CaseLine, Deadline, Event, Office, Officer, Party
from casework.models.deadline import DeadlineState
from casework.models.listing import NO_LIMIT
from casework.models.party import RESPONDENTS
from casework.services.cases import access, lines, picture, review_secrecy, rollups, transfers
from casework.services.cases.listing import counts
from casework.services.cases.listing.criteria import BY_LIMIT, NEWEST, NOBODY, OLDEST, Wanted
from casework.services.cases.search import query as search
from casework.services.core.work import Work

_FARTHEST = 2**33  # a year every database and the clock know
Found = Row[*tuple[Any, ...]]
Lines = Select[*tuple[Any, ...]]

# What a row of the list shows of its case.
SHOWN = (
    Case.id, Case.kind, Case.receipt_number, Case.registration_number, Case.title,
    Case.event_place, Case.stage, Office.name.label("office"),
    Officer.name.label("owner"),
)  # fmt: skip
# What another office may have made of a case since it was given away: nothing of it is told.
_LATER = {
    "registration_number": literal(""), "stage": literal(""), "owner": null(), "due": null(),
    "urgency": literal(NO_LIMIT), "tags": literal(" "), "respondents": null(),
}  # fmt: skip
# Where the words that were searched for may stand.
SEARCHED = (Case.event_what, Case.account)


def page(work: Work, wanted: Wanted, zone: str, size: int) -> tuple[Sequence[Found], bool]:
    """At most `size` rows in the order wanted, and whether more lie beyond.

    Each row has what `SHOWN` names, `due`, `urgency`, `received`, `place` (the value sorted by),
    `tags`; where text is searched also the texts of `SEARCHED` and `respondents`.
    """
    rows = work.session.execute(statement(work, wanted, zone, size + 1)).all()
    more = len(rows) > size
    rows = rows[:size]
    if wanted.place is not None and wanted.place.before:
        rows = rows[::-1]
    return rows, more


def count(work: Work, wanted: Wanted, zone: str) -> int:
    """How many cases the whole list has; reads all of them, so no page asks for it."""
    every = _narrow(work, wanted, search.ask(wanted.text), zone).order_by(None).subquery()
    return work.session.scalar(select(func.count()).select_from(every)) or 0


def conditions(work: Work, wanted: Wanted, zone: str) -> list[ColumnElement[bool]]:
    """Which lines a list without a text holds: what a figure counts that leads to this list."""
    nothing = search.ask("")
    return [
        _permitted(work, wanted, nothing),
        *access.not_kept_away(work, CaseLine.case_id),
        *_tagged(work, wanted, nothing, lite=search.on_sqlite(work.session)),
        *_filters(work, wanted, nothing, zone),
    ]


def statement(work: Work, wanted: Wanted, zone: str, size: int | None = None) -> Lines:
    """The query of a page, or of the whole list when there is no size."""
    question = search.ask(wanted.text)
    found = _narrow(work, wanted, question, zone).limit(size).subquery("lines")
    shown: list[Any] = [
        *SHOWN, found.c.due, found.c.urgency, found.c.received, found.c.place, found.c.tags
    ]  # fmt: skip
    if not question.empty:
        accused = (
            select(func.aggregate_strings(Party.label, ", "))
            .where(Party.case_id == Case.id, Party.role.in_(RESPONDENTS))
            .scalar_subquery()
        )
        shown += [*SEARCHED, accused.label("respondents")]
    if not question.empty or wanted.passing:
        # No other list holds what was given away.
        gone = not_(access.seen_by(work, Case.office_id))
        gone &= Case.id.not_in(transfers.incoming(work.actor.office_id))
        shown = [
            case((gone, _LATER[one.key]), else_=one).label(one.key) if one.key in _LATER else one
            for one in shown
        ]
    return (
        select(*shown)
        .join_from(found, Case, Case.id == found.c.case_id)
        .join(Office, Office.id == Case.office_id)
        .outerjoin(Officer, (Officer.id == Case.owner_id) & Officer.active)
        .order_by(*_ordered(wanted, question, found.c.place, found.c.case_id))
    )


def _narrow(work: Work, wanted: Wanted, question: search.Question, zone: str) -> Lines:
    """Which lines, in which order: reads nothing but the lines (and the words)."""
    lite = search.on_sqlite(work.session)
    value = _sorted_by(wanted, question)
    case_id = cast("ColumnElement[int]", CaseLine.case_id)
    query = select(
        CaseLine.case_id,
        CaseLine.due,
        CaseLine.urgency,
        CaseLine.received,
        CaseLine.tags,
        value.label("place"),
    )
    if not question.empty:
        words, key = search.source(lite=lite)
        query = query.join_from(words, CaseLine, CaseLine.case_id == key)
        office = None if access.sees_below(work) else work.actor.office_id
        query = query.where(search.condition(question, office, lite=lite))
        if _by_words(wanted, question):
            case_id = key
    query = query.where(
        _permitted(work, wanted, question),
        *access.not_kept_away(work, CaseLine.case_id),
        *_tagged(work, wanted, question, lite=lite),
        *_filters(work, wanted, question, zone),
        *([CaseLine.case_id.in_(wanted.only)] if wanted.only else []),
    )
    if wanted.place is not None:
        at = (wanted.place.value, wanted.place.case_id)
        query = query.where(_beyond(wanted, question, value, case_id, at))
    if _by_words(wanted, question):
        return query.order_by(*_ordered(wanted, question, case_id))
    return query.order_by(*_ordered(wanted, question, value, case_id))


def _permitted(work: Work, wanted: Wanted, question: search.Question) -> ColumnElement[bool]:
    """The cases of the office; what passes between offices in its own list and when searched.

    Both read few lines. In every other list the condition would take its index away.
    """
    case_id = type_coerce(CaseLine.case_id, BigInteger)
    office = type_coerce(CaseLine.office_id, BigInteger)
    if wanted.passing:
        return access.passed_by(work, case_id, away=not _reveals(wanted, question))
    if question.empty:
        # Of several offices, SQLite would gather all cases and sort them; an expression is in no
        # index, so it reads the cases in their order and looks at the office of each.
        return access.seen_by(work, office + 0 if access.sees_below(work) else office)
    # The words lead to the lines; no index of theirs is to be taken instead.
    return or_(
        access.seen_by(work, office + 0),
        access.passed_by(work, case_id + 0, away=False),
        _remembered(work, wanted, question, case_id + 0),
    )


def _reveals(wanted: Wanted, question: search.Question) -> bool:
    """Whether a case that was given away would be chosen by what became of it."""
    return any(
        (
            wanted.stage,
            wanted.violation_class,
            wanted.article or question.article,
            question.without_articles,
            wanted.category,
            wanted.region,
            wanted.office is not None,
            wanted.owner is not None,
            wanted.overdue,
            wanted.today,
        )
    )


def _remembered(
    work: Work, wanted: Wanted, question: search.Question, case_id: ColumnElement[int]
) -> ColumnElement[bool]:
    """The cases that were given away and hold every word in what was told at their beginning.

    Their words in the index are those of the office that has them now.
    """
    words = search.plain(question)
    if _reveals(wanted, question) or not access.sees_own(work) or not words:
        return false()
    told = func.lower(
        Case.title + " " + Case.receipt_number + " " + Case.event_place + " " + Case.event_what
        + " " + Case.account
    )  # fmt: skip
    return and_(
        case_id.in_(transfers.given_away(work.actor.office_id)),
        *(exists().where(Case.id == CaseLine.case_id, told.contains(word)) for word in words),
    )


def _tagged(
    work: Work, wanted: Wanted, question: search.Question, *, lite: bool
) -> list[ColumnElement[bool]]:
    """Filters by what a case has many of."""
    secrets = review_secrecy.reads_secrets(work)
    mine = CaseLine.office_id == work.actor.office_id if secrets else None
    asked = (
        ("class", wanted.violation_class),
        ("article", wanted.article or question.article),
        ("category", wanted.category),
        ("region", wanted.region),
        (rollups.LACK, wanted.lack),
        ("reporter", wanted.reporter),
        (rollups.SENT, wanted.sent),
    )
    found = [lines.holding(name, value, mine, lite=lite) for name, value in asked if value]
    excluded = question.without_articles
    return found + [not_(lines.holding("article", one, mine, lite=lite)) for one in excluded]


def _filters(
    work: Work, wanted: Wanted, question: search.Question, zone: str
) -> list[ColumnElement[bool]]:
    line = CaseLine
    found: list[ColumnElement[bool]] = []
    if wanted.stage:
        found.append(line.stage == wanted.stage)
    if wanted.kind:
        found.append(line.kind == wanted.kind)
    if wanted.office is not None:
        found.append(line.office_id == wanted.office)
    if wanted.owner == NOBODY:
        # Whoever has left holds no case any more, also where nobody was named instead.
        left = select(Officer.id).where(~Officer.active)
        found.append(line.owner_id.is_(None) | line.owner_id.in_(left))
    elif wanted.owner is not None:
        found.append(line.owner_id == wanted.owner)
    since, until = wanted.since or question.since, wanted.until or question.until
    if since is not None:
        found.append(line.received >= _midnight(since, zone))
    if until is not None:
        found.append(line.received < _midnight(until, zone, after=1))
    if wanted.overdue:
        found.append(counts.is_late(work.now))
    if wanted.today:
        found.append(counts.ends_today(work.now, zone))
    return [*found, *_of_picture(work, wanted), *_of_statistics(work, wanted, zone)]


def _of_picture(work: Work, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """What the figures of the picture ask for."""
    if wanted.running:
        yield CaseLine.stalled.is_not(None)
    if wanted.stuck:
        yield CaseLine.stalled <= int(work.now.timestamp())
    if wanted.move:
        yield _moved(work, wanted)


def _of_statistics(work: Work, wanted: Wanted, zone: str) -> Iterator[ColumnElement[bool]]:
    """What the figures of the statistics ask for."""
    if wanted.election:
        yield exists().where(Case.id == CaseLine.case_id, Case.election == wanted.election)
    if wanted.left:
        yield CaseLine.stalled.is_not(None) & (counts.left(work.now, zone) == wanted.left)
    if wanted.decided:
        yield counts.decided(wanted.decided, lite=search.on_sqlite(work.session))
    for rule, state in (
        (wanted.in_time, DeadlineState.MET), (wanted.too_late, DeadlineState.LATE_MET)
    ):  # fmt: skip
        if rule:
            yield exists().where(
                Deadline.case_id == CaseLine.case_id, Deadline.rule == rule, Deadline.state == state
            )


def _moved(work: Work, wanted: Wanted) -> ColumnElement[bool]:
    """Cases on which an act of a kind was done in a span of days, by the clock of its office."""
    acts = [act for act, move in picture.move_of(work.law).items() if move == wanted.move]
    first, last = wanted.moved_since or date.min, wanted.moved_until or date.max
    offices: dict[str, list[int]] = {}
    for key, zone in work.session.execute(
        select(Office.id, Office.zone).where(Office.id.in_(access.offices(work)))
    ):
        offices.setdefault(zone, []).append(key)
    spans = []
    for zone, keys in offices.items():
        since, until = _start(first, zone), _start(last, zone, after=1)
        spans.append(and_(Event.office_id.in_(keys), Event.at >= since, Event.at < until))
    done = select(Event.case_id).where(Event.action.in_(acts), or_(false(), *spans))
    return CaseLine.case_id.in_(done)


def _start(day: date, zone: str, *, after: int = 0) -> datetime:
    return datetime.fromtimestamp(min(_midnight(day, zone, after=after), _FARTHEST), UTC)


def _midnight(day: date, zone: str, *, after: int = 0) -> int:
    try:
        moment = datetime.combine(day + timedelta(days=after), time(), ZoneInfo(zone))
        return int(moment.timestamp())
    except (OverflowError, ValueError):
        return 0 if day.year < 1000 else 10**12


def _by_words(wanted: Wanted, question: search.Question) -> bool:
    """In the order of the words themselves, which are read backwards without sorting."""
    return not question.empty and not wanted.order


def _sorted_by(wanted: Wanted, question: search.Question) -> ColumnElement[int]:
    if wanted.order in (OLDEST, NEWEST):
        return type_coerce(CaseLine.received, BigInteger)
    if _by_words(wanted, question):
        return literal(0)
    return type_coerce(CaseLine.urgency, BigInteger)


def _backwards(wanted: Wanted, question: search.Question) -> bool:
    """Whether the rows are read from the largest down; so is the page before a place."""
    order = wanted.order or (BY_LIMIT if question.empty else NEWEST)
    before = wanted.place is not None and wanted.place.before
    return order.startswith("-") != before


def _ordered(wanted: Wanted, question: search.Question, *columns: Any) -> list[Any]:
    turn = _backwards(wanted, question)
    return [one.desc() if turn else one.asc() for one in columns]


def _beyond(
    wanted: Wanted,
    question: search.Question,
    value: ColumnElement[int],
    case_id: ColumnElement[int],
    place: tuple[int, int],
) -> ColumnElement[bool]:
    """Only what lies beyond the place; compared as a pair, so that the index leads to it."""
    pair: Any = tuple_(value, case_id)
    at: Any = tuple_(literal(place[0], BigInteger), literal(place[1], BigInteger))
    if _by_words(wanted, question):
        pair, at = case_id, place[1]
    found: ColumnElement[bool] = pair < at if _backwards(wanted, question) else pair > at
    return found
