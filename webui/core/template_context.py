"""What every template may use: dates, words, the training banner and the worker's state."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from babel.dates import format_date
from flask import Flask, current_app, g
from flask_babel import get_locale
from flask_login import current_user

from casework.services.core import leases
from casework.services.people import notices, officers
from webui.core import clock, labels, notice_words
from webui.core.clock import Countdown
from webui.core.slack_bar import SlackBar, slack_bar
from webui.core.transaction import glancing, house

MANY_PIECES = 5
"""So many pieces between slashes make a number whose middle says only office and kind."""


def zone() -> str:
    """The zone a page tells its times in: that of the officer's office unless the page says.

    Jakarta before signing in.
    """
    if "zone" in g:
        return str(g.zone)
    return current_user.zone if current_user.is_authenticated else "Asia/Jakarta"


def moment(value: datetime | str, *, short: bool = False) -> str:
    """A time in words, in the office's zone."""
    return clock.moment(_parsed(value), zone(), short=short)


def hour(value: datetime | str) -> str:
    """Only hour and zone."""
    return clock.hour(_parsed(value), zone())


def brief(value: datetime | str, *, hour: bool = True) -> str:
    """A moment where room is scarce, in the office's zone; only the day without its `hour`."""
    return clock.brief(_parsed(value), zone(), house().now(), hour=hour)


def day(value: date | datetime | str, *, short: bool = False) -> str:
    """A date with its weekday; of a moment, the one it is on in the office's zone."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    if isinstance(value, datetime):
        value = clock.local(value, zone()).date()
    return clock.day(value, short=short)


def date_in(value: datetime, zone: str) -> str:
    """A date with its weekday in a zone that is not the reader's."""
    return clock.day(clock.local(value, zone).date())


def month(value: date) -> str:
    """A month and its year."""
    return format_date(value, "MMMM y", locale=get_locale() or "id")


def weekday(value: date) -> str:
    """The name of a weekday."""
    return format_date(value, "EEEE", locale=get_locale() or "id")


def weekday_short(value: date) -> str:
    """The name of a weekday where room is scarce."""
    return format_date(value, "EEE", locale=get_locale() or "id")


def month_short(value: date) -> str:
    """The name of a month where room is scarce."""
    return format_date(value, "MMM", locale=get_locale() or "id")


def left(due: datetime | str) -> Countdown:
    """The countdown to a limit, now."""
    return clock.countdown(_parsed(due), house().now(), zone())


def bar_of(
    title: str,
    started: datetime | str,
    due: datetime | str,
    safe: datetime | str | None = None,
    *,
    quiet: bool = False,
) -> SlackBar:
    """The time of a limit as a picture, now."""
    stricter = _parsed(safe) if safe else None
    return slack_bar(
        title, _parsed(started), _parsed(due), stricter, house().now(), zone(), quiet=quiet
    )


def unread_notices() -> int:
    """How many messages the officer has not read, for the bell; counted once a page."""
    if "unread" not in g:
        with glancing() as work:
            g.unread = notices.unread(work)
    return int(g.unread)


def number_parts(number: str) -> tuple[str, str, str]:
    """The number of a case in its telling part, its middle, and month and year.

    A number that is not written like that is telling as a whole.
    """
    pieces = number.split("/")
    if len(pieces) < MANY_PIECES:
        return number, "", ""
    first = 3 if pieces[1] == "Reg" else 2
    return "/".join(pieces[:first]), "/" + "/".join(pieces[first:-2]), "/" + "/".join(pieces[-2:])


def age(since: datetime | str) -> str:
    """How long ago a moment was, in the larger unit alone."""
    words = clock.span(house().now() - _parsed(since)).split()
    return " ".join(words[:2])


def clock_face() -> dict[str, object]:
    """What keeps the countdowns of a page true: the moment now, whether it moves, the words."""
    return {
        "now": house().now().isoformat(),
        "stands": house().clock.stands,
        "words": clock.patterns(),
    }


def training_day() -> str:
    """The moment of the training clock, for the banner; empty in production."""
    if not current_app.config["TRAINING"]:
        return ""
    return clock.moment(house().now(), zone())


def letters_wait() -> bool:
    """Whether letters will only follow later: worker or flow server is not at work.

    Asked by each page, so the answer counts for some seconds in this process.
    """
    known = cast(_Letters, current_app.extensions["letters_wait"])
    now = time.monotonic()
    if now >= known.until:
        with glancing() as work:
            known.wait = not leases.letters_follow(work)
        known.until = now + current_app.config["LETTERS_KNOWN_FOR"]
    return known.wait


@dataclass
class _Letters:
    """What was last known of the makers of letters, and until when it counts (monotonic)."""

    wait: bool = False
    until: float = 0.0


def standing_in_for() -> list[str]:
    """Names of the officers away whose deputy the signed-in officer is today."""
    with glancing() as work:
        return officers.names(work.session, current_user.actor.deputy_for)


def megabytes(size: int) -> str:
    """A file size as people say it."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} kB"
    text = f"{size / 1024 / 1024:.1f} MB"
    return text.replace(".", ",") if str(get_locale()) == "id" else text


def _parsed(value: datetime | str) -> datetime:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def init(app: Flask) -> None:
    """Hand all of this to the templates of ``app``."""
    app.config.setdefault("LETTERS_KNOWN_FOR", 0 if app.testing else 5)
    app.extensions["letters_wait"] = _Letters()
    app.jinja_env.filters.update(
        moment=moment,
        hour=hour,
        brief=brief,
        day=day,
        date_in=date_in,
        left=left,
        age=age,
        month=month,
        weekday=weekday,
        weekday_short=weekday_short,
        month_short=month_short,
        megabytes=megabytes,
        law=labels.law_title,
        law_text=labels.law_text,
    )
    app.jinja_env.globals.update(
        labels=labels,
        about=notice_words.about,
        word=labels.word,
        training_day=training_day,
        letters_wait=letters_wait,
        standing_in_for=standing_in_for,
        clock_face=clock_face,
        bar_of=bar_of,
        unread_notices=unread_notices,
        number_parts=number_parts,
    )
