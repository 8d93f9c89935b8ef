"""Legal time on a page: zone of the office, end of a day as 24.00, time left of a deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date

from casework.engine.zones import zone_name
from webui.core.language import here
from webui.core.language import say as gettext

LATE, TODAY, SOON, CALM = "lewat", "mendesak", "dekat", "longgar"
URGENT_WITHIN = timedelta(hours=24)
SOON_WITHIN = timedelta(hours=48)
_URGENT, _SOON = int(URGENT_WITHIN.total_seconds()), int(SOON_WITHIN.total_seconds())


def local(moment: datetime, zone: str) -> datetime:
    """``moment`` on the office's wall clock; a stored time without offset is UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(ZoneInfo(zone))


def day(value: date, *, weekday: bool = True, short: bool = False) -> str:
    """A date in words of the page's language, with its weekday unless told otherwise."""
    month = "MMM" if short else "MMMM"
    pattern = f"EEEE, d {month} y" if weekday else f"d {month} y"
    return _written(value, pattern, here())


@lru_cache(maxsize=4096)
def _written(value: date, pattern: str, locale: str) -> str:
    return str(format_date(value, pattern, locale=locale))


def hour(moment: datetime, zone: str) -> str:
    """Hour and zone; the last second of a day is written 24.00 as the law counts it."""
    return _hour(local(moment, zone), zone)


def _hour(wall: datetime, zone: str) -> str:
    ends_day = (wall.hour, wall.minute, wall.second) == (23, 59, 59)
    return f"{'24.00' if ends_day else f'{wall.hour:02}.{wall.minute:02}'} {zone_name(zone)}"


def moment(value: datetime, zone: str, *, short: bool = False) -> str:
    """Day, hour and zone, as an officer would write it in a letter."""
    return _moment(local(value, zone), zone, short)


def _moment(wall: datetime, zone: str, short: bool) -> str:
    return f"{day(wall.date(), short=short)}, {_hour(wall, zone)}"


def brief(value: datetime, zone: str, now: datetime, *, hour: bool = True) -> str:
    """A moment where room is scarce: today by its name, else weekday and date; year if another."""
    wall, today = local(value, zone), local(now, zone).date()
    if wall.date() == today:
        text = gettext("hari ini")
    else:
        year = "" if wall.year == today.year else " y"
        text = _written(wall.date(), f"{'EEE ' if hour else ''}d MMM{year}", here())
    return f"{text}, {_hour(wall, zone).split()[0]}" if hour else text


def tiny(value: date) -> str:
    """A day in as little room as there is: number and short month."""
    return _written(value, "d MMM", here())


def span(left: timedelta) -> str:
    """A length of time in its two largest units, rounded down."""
    return _span(_minutes(left))


def _minutes(left: timedelta) -> int:
    return int(abs(left).total_seconds()) // 60


def _span(minutes: int) -> str:
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    text: str
    if days:
        text = gettext("%(n)s hari", n=days)
        return f"{text} {gettext('%(n)s jam', n=hours)}" if hours else text
    if hours:
        text = gettext("%(n)s jam", n=hours)
        return f"{text} {gettext('%(n)s menit', n=minutes)}" if minutes else text
    text = gettext("%(n)s menit", n=minutes)
    return text


def patterns() -> dict[str, str]:
    """Words for a span of time with a place for the number, for the script that counts down."""
    return {
        "days": gettext("%(n)s hari", n="%s"),
        "hours": gettext("%(n)s jam", n="%s"),
        "minutes": gettext("%(n)s menit", n="%s"),
        "left": gettext("sisa %(span)s", span="%s"),
        "late": gettext("lewat %(span)s", span="%s"),
    }


@dataclass(frozen=True)
class Countdown:
    """What is left of one legal limit, in words and as a level for the colour."""

    level: str
    words: str
    due: str
    iso: str

    @property
    def sign(self) -> str:
        """Only whether the time is left or over."""
        late = self.level == LATE
        sentence = gettext("lewat %(span)s", span="") if late else gettext("sisa %(span)s", span="")
        return str(sentence).strip()

    @property
    def pieces(self) -> tuple[str, str]:
        """The larger unit of the time, and the smaller one or nothing."""
        words = self.words.removeprefix(self.sign).removesuffix(self.sign).split()
        return " ".join(words[:2]), " ".join(words[2:])


def countdown(due: datetime, now: datetime, zone: str, *, short: bool = False) -> Countdown:
    """The countdown to ``due`` seen at ``now``; late once the last second has passed.

    Its ``due`` is in words, with the month in ``short`` where wanted.
    """
    # The limit includes its whole last second: late is 00.00.00, not 23.59.59 and a half.
    wall = local(due, zone)
    left = wall - local(now, zone).replace(microsecond=0)
    level, words = remaining(int(left.total_seconds() // 1), here())
    return Countdown(level, words, _moment(wall, zone, short), wall.isoformat())


def remaining(seconds: int, language: str) -> tuple[str, str]:
    """Level and words for whole seconds left until the last one of a limit; late when below 0."""
    if seconds < 0:
        return LATE, _late(-seconds // 60, language)
    level = TODAY if seconds <= _URGENT else SOON if seconds <= _SOON else CALM
    return level, _remaining((seconds + 1) // 60, language)


# A list says the same few hundred lengths again and again; the language is part of what is kept.
@lru_cache(maxsize=4096)
def _late(minutes: int, _language: str) -> str:
    return gettext("lewat %(span)s", span=_span(minutes))


@lru_cache(maxsize=4096)
def _remaining(minutes: int, _language: str) -> str:
    return gettext("sisa %(span)s", span=_span(minutes))
