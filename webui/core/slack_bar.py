"""The time of one limit as a picture: what is gone, where now is, the safe date, the limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from webui.core import clock

LEAST, MOST = 8.0, 92.0
"""Where the limit stands at the nearest, in percent of the bar, when it has passed."""


@dataclass(frozen=True)
class SlackBar:
    """Places on the bar in percent of its width, as SVG writes them, and the same in a sentence.

    `level` is that of the countdown, or `quiet` where others are waited for. `safe` is empty where
    no stricter date differs. The last three are words: from when, by when safely, until when.
    """

    level: str
    late: bool
    now: str
    safe: str
    end: str
    sentence: str
    begins: str
    safe_words: str
    ends: str


def slack_bar(
    title: str,
    started: datetime,
    due: datetime,
    safe: datetime | None,
    now: datetime,
    zone: str,
    *,
    quiet: bool = False,
) -> SlackBar:
    """The bar of a limit that runs from `started` to `due`, seen at `now`.

    `safe` is the stricter date, or the latest moment to begin; only one before `due` is drawn.
    `quiet`: somebody else is waited for, so the bar takes no colour of its own.
    """
    count = clock.countdown(due, now, zone)
    late = count.level == clock.LATE
    end = min(max(_part(started, now, due), LEAST), MOST) if late else 100.0
    here = 100.0 if late else _part(started, due, now)
    stands = safe is not None and started < safe < due and not late
    ends = clock.brief(due, zone, now)
    return SlackBar(
        level="quiet" if quiet and not late else count.level,
        late=late,
        now=f"{here:.1f}%",
        safe=f"{_part(started, due, safe):.1f}%" if stands and safe else "",
        end=f"{end:.1f}%",
        sentence=_("%(title)s, %(left)s; batas %(due)s", title=title, left=count.words, due=ends),
        begins=clock.brief(started, zone, now, hour=False),
        safe_words=clock.brief(safe, zone, now, hour=False) if stands and safe else "",
        ends=ends,
    )


def _part(start: datetime, end: datetime, at: datetime) -> float:
    """Where a moment lies between two others, in percent; at the ends when beyond them."""
    whole = (end - start).total_seconds()
    if whole <= 0:
        return 100.0
    return min(max(100 * (at - start).total_seconds() / whole, 0.0), 100.0)
