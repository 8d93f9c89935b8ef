"""One page of a list of cases, in one statement whose cost does not grow with the page's depth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Select

from casework.services.cases import access, lines, review_secrecy
from casework.services.cases.listing import shape
from casework.services.cases.listing.criteria import NOBODY, Wanted
from casework.services.cases.listing.shape import Shape
from casework.services.cases.search import query
from casework.services.core.work import Work


def page(
    work: Work, wanted: Wanted, zone: str, size: int
) -> tuple[Sequence[Row[*tuple[Any, ...]]], bool]:
    """At most `size` rows in the order wanted, and whether more lie beyond.

    Each row has what `SHOWN` names, `due`, `urgency`, `received`, `place` (the value sorted by),
    `tags`; where text is searched also the texts of `SEARCHED` and `respondents`.
    """
    form, values = _asked(work, wanted, zone, size + 1)
    if form.searched:
        # What is searched is written into the statement: it is another one each time.
        rows = work.connection.execute(shape.statement(form), values).all()
    else:
        rows = shape.prepared(form).rows(work.connection, values)
    more = len(rows) > size
    rows = rows[:size]
    if wanted.place is not None and wanted.place.before:
        rows = rows[::-1]
    return rows, more


def count(work: Work, wanted: Wanted, zone: str) -> int:
    """How many cases the whole list has; reads all of them, so no page asks for it."""
    form, values = _asked(work, wanted, zone, None)
    return work.session.scalar(shape.count(form), values) or 0


def statement(
    work: Work, wanted: Wanted, zone: str, size: int | None
) -> tuple[Select[*tuple[Any, ...]], dict[str, object]]:
    """The query of a page, or of the whole list when there is no size, and its values."""
    form, values = _asked(work, wanted, zone, size)
    return shape.statement(form), values


def _asked(
    work: Work, wanted: Wanted, zone: str, size: int | None
) -> tuple[Shape, dict[str, object]]:
    question = query.ask(wanted.text)
    values = _filters(work, wanted, question, zone)
    place = wanted.place
    if place is not None:
        values |= {"at": place.value, "at_case": place.case_id}
    sight = access.sight(work)
    lite = query.on_sqlite(work.session)
    form = Shape(
        sight=sight,
        secrets=review_secrecy.reads_secrets(work),
        lite=lite,
        given=frozenset(values),
        searched=not question.empty,
        passing=wanted.passing,
        unowned=wanted.owner == NOBODY,
        order=wanted.order,
        before=place is not None and place.before,
        size=size,
        kept_away=bool(work.actor.excluded),
        words=len(said := query.plain(question)),
    )
    values |= {f"word_{index}": word for index, word in enumerate(said)}
    values["own"] = work.actor.office_id
    if form.kept_away:
        values["me"] = work.actor.officer_id
    if form.searched:
        values["asked"] = query.asked(
            question, None if sight.below else work.actor.office_id, lite=lite
        )
    return form, values


def _filters(work: Work, wanted: Wanted, question: query.Question, zone: str) -> dict[str, object]:
    same = (("stage", wanted.stage), ("kind", wanted.kind))
    found: dict[str, object] = {name: value for name, value in same if value}
    for name, value in (
        ("class", wanted.violation_class),
        ("article", wanted.article or question.article),
        ("category", wanted.category),
        ("region", wanted.region),
    ):
        if value:
            found |= lines.wanted(name, value)
    if wanted.office is not None:
        found["office"] = wanted.office
    if wanted.owner is not None and wanted.owner != NOBODY:
        found["owner"] = wanted.owner
    since, until = wanted.since or question.since, wanted.until or question.until
    if since is not None:
        found["since"] = _midnight(since, zone)
    if until is not None:
        found["until"] = _midnight(until, zone, after=1)
    if wanted.overdue:
        found["now"] = int(work.now.timestamp())
    return found


def _midnight(day: date, zone: str, *, after: int = 0) -> int:
    try:
        moment = datetime.combine(day + timedelta(days=after), time(), ZoneInfo(zone))
        return int(moment.timestamp())
    except (OverflowError, ValueError):
        return 0 if day.year < 1000 else 10**12
