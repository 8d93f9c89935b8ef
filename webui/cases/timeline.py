"""The deadlines of a case as a picture: where each day, bar and dot stands, in picture units.

Nothing is counted here. The moments come from the deadlines as they were derived; this module
only finds places for them, so that nothing overlaps and nothing leaves the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

HEAD = 30
"""Height of the two lines that name the days."""
LANE, BAR = 32, 23
"""Height of a lane, and of the bar in it."""
ROW = 17
"""Height of a line of words under the rail."""
LETTER = 6.8
"""Width of a letter of the picture's small type, on the safe side."""
GAP = 7
THIN = 1.5
"""Width of what is so short that it would not be seen."""
DAY = timedelta(days=1)

Offs = Callable[[date], str | None]
"""The name of a day that is free, None for any other."""


class Piece(StrEnum):
    """What a part of a bar says."""

    USED = "used"
    SPARE = "spare"
    RUN = "run"
    OPEN = "open"
    TIGHT = "tight"
    OVER = "over"
    PAUSE = "pause"
    POSSIBLE = "possible"


@dataclass(frozen=True)
class Span:
    """One deadline: from `start` to `due`, the stricter reading `safe`, all aware.

    `closed` is when its duty was done, `possible` when it would end with the longer term of the
    law, `pauses` are the times its clock stood still (None: it still does). `tone` colours it.
    """

    key: int
    label: str
    start: datetime
    due: datetime
    safe: datetime
    running: bool
    tone: str
    closed: datetime | None = None
    possible: datetime | None = None
    pauses: tuple[tuple[datetime, datetime | None], ...] = ()
    possible_label: str = ""


@dataclass(frozen=True)
class Occasion:
    """Something that happened in the case, or is appointed."""

    label: str
    at: datetime
    planned: bool = False


@dataclass(frozen=True)
class Window:
    """The days a picture shows, and how wide it is in its own units."""

    first: date
    days: int
    width: int

    @property
    def column(self) -> float:
        """Width of one day."""
        return self.width / self.days

    @property
    def last(self) -> date:
        """The last day shown."""
        return self.first + (self.days - 1) * DAY


@dataclass(frozen=True)
class Column:
    """One day."""

    day: date
    x: float
    width: float
    middle: float
    weekend: bool
    off: str
    today: bool


@dataclass(frozen=True)
class Text:
    """Words at a place; `anchor` is start, middle or end, as SVG says it."""

    words: str
    x: float
    y: float
    anchor: str = "start"

    @property
    def left(self) -> float:
        """Where the words begin."""
        back = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return self.x - back * width_of(self.words)

    @property
    def right(self) -> float:
        """Where the words end."""
        return self.left + width_of(self.words)


@dataclass(frozen=True)
class Part:
    """One part of a bar."""

    kind: Piece
    x: float
    width: float


@dataclass(frozen=True)
class Bar:
    """One deadline in its lane; `label` lies upon it or beside it."""

    key: int
    tone: str
    lane: int
    y: float
    parts: tuple[Part, ...]
    label: Text
    inside: bool
    ghost: Text | None
    safe: float | None

    @property
    def left(self) -> float:
        """The leftmost place it needs, words included."""
        return min(*(part.x for part in self.parts), self.label.left)

    @property
    def right(self) -> float:
        """The rightmost place it needs, words included."""
        ends = [part.x + part.width for part in self.parts]
        return max(*ends, self.label.right, self.ghost.right if self.ghost else 0)


@dataclass(frozen=True)
class Dot:
    """One or several occasions of a day on the rail; without a label where there was no room."""

    x: float
    words: str
    planned: bool
    label: Text | None


@dataclass(frozen=True)
class Picture:
    """Everything that is drawn."""

    width: int
    height: float
    columns: tuple[Column, ...]
    bars: tuple[Bar, ...]
    rail: float
    dots: tuple[Dot, ...]
    offs: tuple[Text, ...]
    now: float | None
    hidden: int
    """How many deadlines lie wholly outside the days shown."""


def width_of(words: str) -> float:
    """About how wide these words are."""
    return len(words) * LETTER


def shortened(words: str, room: float) -> str:
    """The words, or as much of them as there is room for with an ellipsis; "" for no room."""
    if width_of(words) <= room:
        return words
    most = int(room // LETTER) - 1
    return f"{words[:most].rstrip()}…" if most > 0 else ""


def window(
    spans: Sequence[Span],
    occasions: Sequence[Occasion],
    *,
    now: datetime,
    zone: str,
    width: int,
    fewest: int,
    most: int,
) -> Window:
    """The days around now, or around the end of a case that is over, that a picture shows.

    All days of the case where they are not too many; else up to the nearest running end, but
    never so far that now is lost.
    """
    own = ZoneInfo(zone)
    today = now.astimezone(own).date()
    running = [one.due.astimezone(own).date() for one in spans if one.running]
    begun = [one.start for one in spans] + [one.at for one in occasions]
    ended = [one.possible or one.due for one in spans]
    if not begun:
        return Window(today - 2 * DAY, fewest, width)
    first = min(begun).astimezone(own).date() - DAY
    last = max([*ended, *(one.at for one in occasions)]).astimezone(own).date() + DAY
    if running:
        first, last = min(first, today - DAY), max(last, today + DAY)
    else:
        # What happened last stands where now would.
        today = min(today, last - DAY)
    days = (last - first).days + 1
    if days <= most:
        return Window(first, max(fewest, days), width)
    ahead = max(most // 3, min(most - 3, (min(running) - today).days + 2 if running else 0))
    since = min(max(first, today - (most - ahead - 1) * DAY), last - (most - 1) * DAY)
    return Window(since, most, width)


def around(now: datetime, zone: str, width: int, days: int = 6, before: int = 2) -> Window:
    """The few days of a small screen."""
    return Window(now.astimezone(ZoneInfo(zone)).date() - before * DAY, days, width)


def picture(
    spans: Sequence[Span],
    occasions: Sequence[Occasion],
    shown: Window,
    *,
    now: datetime,
    zone: str,
    offs: Offs,
) -> Picture:
    """Find the place of everything; `offs` names a day that is free, None for any other."""
    scale = _Scale(shown, ZoneInfo(zone))
    bars = _in_lanes([bar for one in spans if (bar := _bar(one, scale, now)) is not None])
    lanes = max((bar.lane for bar in bars), default=-1) + 1
    rail = HEAD + 8 + max(1, lanes) * LANE + 10
    dots, rows = _dots(occasions, scale, rail)
    columns = tuple(_columns(shown, now.astimezone(scale.zone).date(), offs))
    named = _offs(columns, shown.width, rail + rows * ROW + 18)
    height = rail + rows * ROW + (ROW if named else 0) + 10
    at = scale.at(now)
    return Picture(
        width=shown.width,
        height=height,
        columns=columns,
        bars=tuple(bars),
        rail=rail,
        dots=dots,
        offs=named,
        now=at if 0 < at < shown.width else None,
        hidden=len(spans) - len(bars),
    )


@dataclass(frozen=True)
class _Scale:
    """From a moment to its place: days are equally wide, hours lie between."""

    shown: Window
    zone: ZoneInfo

    def at(self, moment: datetime) -> float:
        wall = moment.astimezone(self.zone)
        seconds = wall.hour * 3600 + wall.minute * 60 + wall.second
        days = (wall.date() - self.shown.first).days + seconds / 86400
        return days * self.shown.column

    def held(self, moment: datetime) -> float:
        """The place within the picture."""
        return min(max(self.at(moment), 0.0), float(self.shown.width))


def _columns(shown: Window, today: date, offs: Offs) -> Sequence[Column]:
    wide = shown.column
    return [
        Column(
            day=(day := shown.first + n * DAY),
            x=round(n * wide, 2),
            width=round(wide, 2),
            middle=round((n + 0.5) * wide, 2),
            weekend=day.weekday() >= 5,
            off=offs(day) or "",
            today=day == today,
        )
        for n in range(shown.days)
    ]


def _bar(one: Span, scale: _Scale, now: datetime) -> Bar | None:
    """The bar in no lane yet; None where it lies outside the days shown."""
    edge = float(scale.shown.width) - THIN
    parts = [
        Part(kind, round(left, 2), round(max(right - left, THIN), 2))
        for kind, since, until in _pieces(one, now)
        if (left := scale.held(since)) < (right := scale.held(until)) and left < edge
    ]
    if not parts:
        return None
    body = [part for part in parts if part.kind is not Piece.POSSIBLE] or parts
    left, right = body[0].x, max(part.x + part.width for part in body)
    end = max(part.x + part.width for part in parts)
    label, inside = _label(one.label, left, right, end, float(scale.shown.width))
    return Bar(
        key=one.key,
        tone=one.tone,
        lane=0,
        y=0,
        parts=tuple(parts),
        label=label,
        inside=inside,
        ghost=_ghost(one, parts, label),
        safe=_safe(one, scale),
    )


def _pieces(one: Span, now: datetime) -> list[tuple[Piece, datetime, datetime]]:
    """The parts of a bar from left to right; a limit counted backwards lies the other way round."""
    start, due = min(one.start, one.due), max(one.start, one.due)
    if one.closed is not None:
        done = min(max(one.closed, start), due)
        found = [(Piece.USED, start, done), (Piece.SPARE, done, due)]
        if one.closed > due:
            found.append((Piece.OVER, due, one.closed))
    elif not one.running:
        found = [(Piece.USED, start, due)]
    else:
        here, safe = min(max(now, start), due), min(max(one.safe, start), due)
        found = [(Piece.RUN, start, here), (Piece.OPEN, here, max(here, safe)),
                 (Piece.TIGHT, max(here, safe), due)]  # fmt: skip
        if now > due:
            found.append((Piece.OVER, due, now))
    found += [(Piece.PAUSE, since, until or min(now, due)) for since, until in one.pauses]
    if one.possible is not None and one.possible > due:
        found.append((Piece.POSSIBLE, due, one.possible))
    return [(kind, since, until) for kind, since, until in found if since < until]


def _label(words: str, left: float, right: float, end: float, width: float) -> tuple[Text, bool]:
    """The words upon the bar where they fit, else beside it where there is more room."""
    if width_of(words) + 2 * GAP <= right - left:
        return Text(words, round(left + GAP, 2), 0), True
    upon, after, before = right - left - 2 * GAP, width - end - GAP, left - GAP
    if width_of(words) > max(after, before) and upon >= max(after, before):
        return Text(shortened(words, upon), round(left + GAP, 2), 0), True
    if width_of(words) <= after or after >= before:
        return Text(shortened(words, after), round(end + GAP, 2), 0), False
    return Text(shortened(words, before), round(left - GAP, 2), 0, "end"), False


def _ghost(one: Span, parts: Sequence[Part], label: Text) -> Text | None:
    """The words upon the part that is only possible, where they fit beside those of the bar."""
    last = parts[-1]
    room = last.width - 2 * GAP
    if last.kind is not Piece.POSSIBLE or not one.possible_label:
        return None
    words = one.possible_label
    if width_of(words) > room or label.right > last.x:
        return None
    return Text(words, round(last.x + GAP, 2), 0)


def _safe(one: Span, scale: _Scale) -> float | None:
    """The stricter end of a limit that runs, where it is another."""
    if not one.running or one.safe == one.due or not one.start < one.safe:
        return None
    at = scale.at(one.safe)
    return round(at, 2) if 0 < at < scale.shown.width else None


def _in_lanes(bars: Sequence[Bar]) -> list[Bar]:
    """Each bar in the first lane where it overlaps nothing; what runs begins no lane of its own."""
    ends: list[list[tuple[float, float]]] = []
    placed = []
    for bar in sorted(bars, key=lambda one: (one.parts[0].x, one.key)):
        lane = next((n for n, taken in enumerate(ends) if _free(taken, bar)), len(ends))
        if lane == len(ends):
            ends.append([])
        ends[lane].append((bar.left, bar.right))
        placed.append(_moved(bar, lane))
    return placed


def _free(taken: Sequence[tuple[float, float]], bar: Bar) -> bool:
    return all(bar.left > right + GAP or bar.right < left - GAP for left, right in taken)


def _moved(bar: Bar, lane: int) -> Bar:
    top = HEAD + 8 + lane * LANE
    line = top + BAR / 2 + 4

    def lower(text: Text) -> Text:
        return Text(text.words, text.x, line, text.anchor)

    return Bar(
        bar.key, bar.tone, lane, top, bar.parts, lower(bar.label), bar.inside,
        lower(bar.ghost) if bar.ghost else None, bar.safe,
    )  # fmt: skip


def _dots(occasions: Sequence[Occasion], scale: _Scale, rail: float) -> tuple[tuple[Dot, ...], int]:
    """One dot for what happened on a day, with words in two rows where they fit; rows used."""
    days: dict[tuple[date, bool], list[Occasion]] = {}
    for one in sorted(occasions, key=lambda one: one.at):
        day = one.at.astimezone(scale.zone).date()
        if shown_on(scale.shown, day):
            days.setdefault((day, one.planned), []).append(one)
    taken: list[list[tuple[float, float]]] = [[], []]
    dots, rows = [], 0
    for (_day, planned), there in days.items():
        x = round(scale.held(there[0].at), 2)
        words = "; ".join(dict.fromkeys(one.label for one in there))
        label = _rail_label(x, there, taken, rail, float(scale.shown.width))
        if label is not None:
            rows = max(rows, 1 + round((label.y - rail - ROW) / ROW))
        dots.append(Dot(min(max(x, 5.0), scale.shown.width - 5.0), words, planned, label))
    return tuple(dots), rows


def shown_on(shown: Window, day: date) -> bool:
    """Whether a day is one of the picture."""
    return shown.first <= day <= shown.last


def _rail_label(
    x: float,
    there: Sequence[Occasion],
    taken: list[list[tuple[float, float]]],
    rail: float,
    width: float,
) -> Text | None:
    """The words under a dot in the first of two rows with room; the shorter ones where needed."""
    names = list(dict.fromkeys(one.label for one in there))
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    for words in (f"{names[0]}{more}", f"{shortened(names[0], 100)}{more}"):
        wide = width_of(words)
        if wide > width:
            continue
        left = min(max(x - wide / 2, 0.0), width - wide)
        for row, places in enumerate(taken):
            if all(left > end + GAP or left + wide < begin - GAP for begin, end in places):
                places.append((left, left + wide))
                return Text(words, round(left, 2), rail + ROW + row * ROW)
    return None


def _offs(columns: Sequence[Column], width: int, y: float) -> tuple[Text, ...]:
    """The names of the free days, each with the room up to the next; days of one name once."""
    groups: list[list[Column]] = []
    for one in columns:
        if not one.off:
            continue
        if groups and groups[-1][-1].off == one.off and _next_day(groups[-1][-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    middles = [(group[0].x + group[-1].x + group[-1].width) / 2 for group in groups]
    found = []
    for n, group in enumerate(groups):
        middle = middles[n]
        before = (middles[n - 1] + middle) / 2 if n else 0.0
        after = (middle + middles[n + 1]) / 2 if n + 1 < len(groups) else float(width)
        half = min(middle - before, after - middle) - GAP / 2
        words = shortened(group[0].off, 2 * half)
        if words:
            found.append(Text(words, round(middle, 2), y, "middle"))
    return tuple(found)


def _next_day(before: Column, after: Column) -> bool:
    return after.day - before.day == DAY
