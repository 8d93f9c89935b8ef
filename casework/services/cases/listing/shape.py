"""Statements of lists, one for each shape of filters: built once, given other values each time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    and_,
    bindparam,
    case,
    exists,
    false,
    func,
    literal,
    literal_column,
    not_,
    null,
    or_,
    select,
    tuple_,
    type_coerce,
)

from casework.models import Case, CaseLine, Office, Officer, Party
from casework.models.listing import NO_LIMIT
from casework.models.party import RESPONDENTS
from casework.services.cases import access, conflict_of_interest, transfers
from casework.services.cases import lines as tags
from casework.services.cases.access import Sight
from casework.services.cases.listing.criteria import BY_LIMIT, NEWEST, OLDEST
from casework.services.cases.search import query as hits
from casework.services.core.prepared import Prepared

Lines = Select[*tuple[Any, ...]]

# What a line of the list shows; the order is that of `Line` in the page.
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
# Filters that would choose by it.
_REVEALING = frozenset({"stage", "office", "owner", "now", *tags.DECIDED, *tags.ABOUT})
# Where the words that were searched for may stand.
SEARCHED = (Case.event_what, Case.account)
_OWN = bindparam("own", type_=Office.id.type)
_ME = bindparam("me", type_=Officer.id.type)
TAGS = (*tags.DECIDED, *tags.ABOUT)
SAME = ("stage", "kind")


@dataclass(frozen=True)
class Shape:
    """What makes the statement of one list another one; the values come with each execution.

    `given` names the values that filter. `before` turns the order round, for the page before a
    place. Without a `size` it is the whole list. `passing` is the list of what passes between
    offices. `lite` is SQLite, `secrets` whether the actor reads the secrets of the own office,
    `kept_away` whether there are cases that keep the actor away.
    """

    sight: Sight
    secrets: bool
    lite: bool
    given: frozenset[str]
    searched: bool
    passing: bool
    unowned: bool
    order: str
    before: bool
    size: int | None
    kept_away: bool = False
    words: int = 0
    """How many words are asked for of cases that were given away; 0 where none may be found."""

    @property
    def backwards(self) -> bool:
        """Whether the rows are read from the largest down."""
        order = self.order or (NEWEST if self.searched else BY_LIMIT)
        return order.startswith("-") != self.before

    @property
    def by_words(self) -> bool:
        """In the order of the words themselves, which are read backwards without sorting."""
        return self.searched and not self.order


@lru_cache(maxsize=512)
def statement(shape: Shape) -> Lines:
    """The query of a page, or of the whole list."""
    narrow = _narrow(shape)
    if shape.size is not None:
        # Written out: a plan for any number of rows would not be one for fifty.
        narrow = narrow.limit(literal_column(str(shape.size)))
    lines = narrow.subquery("lines")
    shown: list[Any] = [
        *SHOWN, lines.c.due, lines.c.urgency, lines.c.received, lines.c.place, lines.c.tags
    ]  # fmt: skip
    if shape.searched:
        accused = (
            select(func.aggregate_strings(Party.label, ", "))
            .where(Party.case_id == Case.id, Party.role.in_(RESPONDENTS))
            .scalar_subquery()
        )
        shown += [*SEARCHED, accused.label("respondents")]
    if shape.searched or shape.passing:
        # No other list holds what was given away.
        gone = not_(access.seen_by(shape.sight, _OWN, Case.office_id))
        gone &= Case.id.not_in(transfers.incoming(_OWN))
        shown = [
            case((gone, _LATER[one.key]), else_=one).label(one.key) if one.key in _LATER else one
            for one in shown
        ]
    return (
        select(*shown)
        .join_from(lines, Case, Case.id == lines.c.case_id)
        .join(Office, Office.id == Case.office_id)
        .outerjoin(Officer, (Officer.id == Case.owner_id) & Officer.active)
        .order_by(*(_turned(one, shape.backwards) for one in (lines.c.place, lines.c.case_id)))
    )


@lru_cache(maxsize=512)
def prepared(shape: Shape) -> Prepared:
    """The same, for a page that many ask for."""
    return Prepared(statement(shape))


@lru_cache(maxsize=64)
def count(shape: Shape) -> Select[int]:
    """How many the whole list has."""
    return select(func.count()).select_from(_narrow(shape).order_by(None).subquery())


def _narrow(shape: Shape) -> Lines:
    """Which lines, in which order: reads nothing but the lines (and the words)."""
    value, case_id = _sorted_by(shape), cast("ColumnElement[int]", CaseLine.case_id)
    query = select(
        CaseLine.case_id,
        CaseLine.due,
        CaseLine.urgency,
        CaseLine.received,
        CaseLine.tags,
        value.label("place"),
    )
    if shape.searched:
        words, key = hits.source(lite=shape.lite)
        query = query.join_from(words, CaseLine, CaseLine.case_id == key)
        query = query.where(hits.condition(lite=shape.lite))
        if shape.by_words:
            case_id = key
    query = query.where(_permitted(shape))
    if shape.kept_away:
        query = query.where(CaseLine.case_id.not_in(conflict_of_interest.cases(_ME)))
    query = query.where(*_filters(shape))
    if "at" in shape.given:
        query = query.where(_beyond(shape, value, case_id))
    by = (case_id,) if shape.by_words else (value, case_id)
    return query.order_by(*(_turned(one, shape.backwards) for one in by))


def _permitted(shape: Shape) -> ColumnElement[bool]:
    """The cases of the office; what passes between offices in its own list and when searched.

    Both read few lines. In every other list the condition would take its index away.
    """
    case_id = type_coerce(CaseLine.case_id, BigInteger)
    if shape.passing:
        return access.passed_by(shape.sight, _OWN, case_id, away=not _reveals(shape))
    if not shape.searched:
        return access.seen_by(shape.sight, _OWN, _office(shape))
    # The words lead to the lines; no index of theirs is to be taken instead.
    office = type_coerce(CaseLine.office_id, BigInteger) + 0
    return or_(
        access.seen_by(shape.sight, _OWN, office),
        access.passed_by(shape.sight, _OWN, case_id + 0, away=False),
        and_(*_remembered(shape, case_id + 0)),
    )


def _reveals(shape: Shape) -> bool:
    """Whether a case that was given away would be chosen by what became of it."""
    return shape.unowned or bool(shape.given & _REVEALING)


def _remembered(shape: Shape, case_id: ColumnElement[int]) -> Iterator[ColumnElement[bool]]:
    """The cases that were given away and hold every word in what was told at their beginning.

    Their words in the index are those of the office that has them now.
    """
    if _reveals(shape) or not shape.sight.own or not shape.words:
        yield false()
        return
    yield case_id.in_(transfers.given_away(_OWN))
    told = func.lower(
        Case.title + " " + Case.receipt_number + " " + Case.event_place + " " + Case.event_what
        + " " + Case.account
    )  # fmt: skip
    for index in range(shape.words):
        yield exists().where(
            Case.id == CaseLine.case_id, told.contains(bindparam(f"word_{index}"), autoescape=False)
        )


def _office(shape: Shape) -> ColumnElement[int]:
    """The column that permission is asked of.

    Of several offices, SQLite would gather all cases and sort them; an expression is in no index,
    so it reads the cases in their order and looks at the office of each.
    """
    column = type_coerce(CaseLine.office_id, BigInteger)
    return column + 0 if shape.sight.below else column


def _filters(shape: Shape) -> list[ColumnElement[bool]]:
    line, given = CaseLine, shape.given
    found: list[ColumnElement[bool]] = []
    found += [getattr(line, name) == bindparam(name) for name in SAME if name in given]
    # Whole words between blanks, so that no code is found inside another one.
    within = func.instr if shape.lite else func.strpos
    mine = line.office_id == _OWN if shape.secrets else None

    def has(name: str) -> ColumnElement[bool]:
        tagged: ColumnElement[bool] = within(line.tags, bindparam(name)) > 0
        return tagged

    found += [tags.holding(name, has, mine) for name in TAGS if name in given]
    if "office" in given:
        found.append(line.office_id == bindparam("office"))
    if shape.unowned:
        # Whoever has left holds no case any more, also where nobody was named instead.
        left = select(Officer.id).where(~Officer.active)
        found.append(line.owner_id.is_(None) | line.owner_id.in_(left))
    if "owner" in given:
        found.append(line.owner_id == bindparam("owner"))
    if "since" in given:
        found.append(line.received >= bindparam("since"))
    if "until" in given:
        found.append(line.received < bindparam("until"))
    if "now" in given:
        # Whatever is over should have begun before it was: the index leads to those.
        found += [line.urgency < bindparam("now"), line.due < bindparam("now")]
    return found


def _sorted_by(shape: Shape) -> ColumnElement[int]:
    if shape.order in (OLDEST, NEWEST):
        return type_coerce(CaseLine.received, BigInteger)
    return literal(0) if shape.by_words else type_coerce(CaseLine.urgency, BigInteger)


def _beyond(
    shape: Shape, value: ColumnElement[int], case_id: ColumnElement[int]
) -> ColumnElement[bool]:
    """Only what lies beyond the place; compared as a pair, so that the index leads to it."""
    pair: Any = tuple_(value, case_id)
    at: Any = tuple_(bindparam("at", type_=BigInteger), bindparam("at_case"))
    if shape.by_words:
        pair, at = case_id, bindparam("at_case")
    found: ColumnElement[bool] = pair < at if shape.backwards else pair > at
    return found


def _turned(column: Any, turn: bool) -> Any:
    return column.desc() if turn else column.asc()
