"""The page of the list of cases: its rows in words, its filters, and where its links lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from flask import render_template, request, url_for
from sqlalchemy import Row

from casework.models.case import unnumbered
from casework.services.cases.listing.counts import Limit, Stage, by_stage, grown, nearest
from casework.services.cases.listing.criteria import BY_LIMIT, Wanted
from casework.services.cases.listing.views import Choices
from casework.services.cases.search.highlights import Marker, Piece
from casework.services.core.work import Work
from webui.cases import list_choices
from webui.cases import list_filters as filters
from webui.cases.case_list import CaseList, tagged
from webui.core import clock, labels, sought
from webui.core.charts import Series, series
from webui.core.clock import Countdown
from webui.core.session import SignedIn
from webui.core.slack_bar import SlackBar, slack_bar
from webui.core.transaction import house, me

DAYS = 14
"""So many days stand in the line of a stage."""


@dataclass(frozen=True)
class Line:
    """One case as the list shows it.

    `number` is the newest of its numbers and `received_number` the one it was received under,
    where that is another. `title` and `excerpt` are in pieces, so that words that were searched
    for can be marked. `latest` is the latest moment to begin what the limit still asks for.
    """

    id: int
    number: str
    received_number: str
    title: Sequence[Piece]
    excerpt: Sequence[Piece]
    place: str
    office: str
    elsewhere: bool
    stage: str
    limit: Countdown | None
    limit_title: str
    bar: SlackBar | None
    latest: str
    received: str
    kind: str
    classes: Sequence[str]
    categories: Sequence[str]
    owner: str


@dataclass(frozen=True)
class Tile:
    """One stage with its cases, as a filter; `here` says that it is in use."""

    code: str
    title: str
    cases: int
    late: int
    today: int
    here: bool
    days: Series | None
    """How many there were at the end of each of the last fourteen days; None where none moved."""


@dataclass(frozen=True)
class Figures:
    """How many cases there are: running by stage, late, ending today, and over."""

    tiles: tuple[Tile, ...]
    running: int
    over: int
    late: int
    today: int

    @property
    def counted(self) -> bool:
        """Whether the cases were counted; too many are not."""
        return bool(self.running or self.over)


def figures(work: Work, zone: str, asked: Wanted) -> Figures:
    """The counts above the list; stages without a case and those of its end are left out."""
    stages, law = by_stage(work, zone), work.law
    last = clock.local(work.now, zone).date()
    days = [last - timedelta(days=n) for n in reversed(range(DAYS))]
    moved = grown(work, days[0]) if stages else {}
    road = {
        name: stage.final for one in law.editions.values() for name, stage in one.stages.items()
    }
    order = list(road)
    known = sorted(stages, key=lambda one: order.index(one.stage) if one.stage in road else 0)
    running = [one for one in known if not road.get(one.stage, False)]
    return Figures(
        tiles=tuple(
            Tile(
                one.stage,
                str(labels.word(labels.STAGES, one.stage)),
                one.cases,
                one.late,
                one.today,
                asked.stage == one.stage,
                _days(one, days, moved.get(one.stage, {})),
            )
            for one in running
        ),
        running=sum(one.cases for one in running),
        over=sum(one.cases for one in known) - sum(one.cases for one in running),
        late=sum(one.late for one in known),
        today=sum(one.today for one in known),
    )


def _days(stage: Stage, days: Sequence[date], moved: Mapping[str, int]) -> Series | None:
    """The present count walked back through what every day changed."""
    if not any(moved.values()):
        return None
    at, told = stage.cases, []
    for day in reversed(days):
        told.append((clock.tiny(day), clock.day(day), max(at, 0)))
        at -= moved.get(day.isoformat(), 0)
    return series(str(labels.word(labels.STAGES, stage.stage)), told[::-1])


def page(work: Work, found: CaseList, asked: Wanted, choices: Choices) -> str:
    """The page of the list with what was found."""
    law, zone = work.law, me().zone
    args = sought.args().to_dict()
    shown = list_choices.columns(request.args.getlist("kolom"))
    columns = list_choices.heads(shown)
    offered = list_choices.offered(choices, law)
    chosen = list_choices.chosen(offered, args)
    kept: dict[str, Any] = filters.kept(sought.args())
    return render_template(
        "cases/index.html",
        args=args,
        asked=asked,
        offered=offered,
        chosen=chosen,
        other_filters=any(name != sought.SEALED for _, name in chosen),
        shown=shown,
        columns=columns,
        heads=list_choices.table_heads(columns),
        order=asked.order or ("" if found.searched else BY_LIMIT),
        newest_found=found.searched and not asked.order,
        lines=lines(work, found),
        figures=figures(work, zone, asked),
        before=found.before,
        after=found.after,
        unread=filters.unread(args),
        unclear=found.unclear,
        lost=sought.lost(),
        sealed=sought.SEALED,
        current=filters.query(sought.args()),
        keep=url_for("lists.keep_view", **kept),
        export=url_for("lists.export", **kept),
    )


def lines(work: Work, found: CaseList) -> list[Line]:
    """The rows of a list in words, with the nearest limit of each."""
    here, now = me(), house().now()
    limits = nearest(work, {row.id: row.due for row in found.rows if row.due is not None})
    return [_line(row, limits.get(row.id), found.marker, here, now) for row in found.rows]


def _line(
    row: Row[*tuple[Any, ...]],
    limit: Limit | None,
    marker: Marker | None,
    here: SignedIn,
    now: datetime,
) -> Line:
    registered, received = row.registration_number, row.receipt_number
    title = marker.whole(row.title) if marker else (Piece(row.title),)
    found = any(piece.hit for piece in title)
    return Line(
        id=row.id,
        number=registered or received or unnumbered(row.kind, row.id),
        received_number=received if registered else "",
        title=title,
        excerpt=_excerpt(row, marker) if marker and not found else (),
        place=row.event_place,
        office=row.office,
        elsewhere=row.office != here.office,
        stage=str(labels.word(labels.STAGES, row.stage)),
        limit=_limit(row.due, now, here.zone),
        limit_title=labels.law_title(limit.title) if limit else "",
        bar=_bar(limit, now, here.zone),
        latest=_short(row.urgency, here.zone) if row.due and row.urgency < row.due else "",
        received=_short(row.received, here.zone),
        kind=str(labels.word(labels.KINDS, row.kind)),
        classes=[str(labels.word(labels.CLASSES, one)) for one in tagged(row.tags, "class:")],
        categories=[
            str(labels.word(labels.CATEGORIES, one)) for one in tagged(row.tags, "category:")
        ],
        owner=row.owner or "",
    )


def _excerpt(row: Row[*tuple[Any, ...]], marker: Marker) -> Sequence[Piece]:
    texts = (row.event_what, row.account, row.event_place, row.respondents or "")
    return next(filter(None, map(marker.excerpt, texts)), ())


def _limit(due: int | None, now: datetime, zone: str) -> Countdown | None:
    if due is None:
        return None
    return clock.countdown(datetime.fromtimestamp(due, UTC), now, zone, short=True)


def _bar(limit: Limit | None, now: datetime, zone: str) -> SlackBar | None:
    if limit is None:
        return None
    started, due, safe = map(datetime.fromisoformat, (limit.started_at, limit.due, limit.safe))
    return slack_bar(labels.law_title(limit.title), started, due, safe, now, zone)


def _short(epoch: int, zone: str) -> str:
    return clock.moment(datetime.fromtimestamp(epoch, UTC), zone, short=True)
