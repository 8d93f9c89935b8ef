"""The filters and order of a list of cases, and the place in it where a page begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

NOBODY = 0
"""As an owner: cases that nobody is named for."""

BY_LIMIT, LATEST_LIMIT = "batas", "-batas"
OLDEST, NEWEST = "diterima", "-diterima"
LATE, TODAY, WEEK, LATER, NO_LIMIT = "lewat", "hariini", "pekan", "kemudian", "tanpa"
LEFT = (LATE, TODAY, WEEK, LATER, NO_LIMIT)
"""How long is left of the nearest limit: nothing, until midnight, six days more, longer; none."""
ORDERS = (BY_LIMIT, LATEST_LIMIT, OLDEST, NEWEST)
_PLACE = re.compile(r"(-?)(\d{1,13})\.(\d{1,10})")


@dataclass(frozen=True)
class Place:
    """Between two lines of a list: by the value that is sorted by and the case; or before it."""

    value: int
    case_id: int
    before: bool = False

    def __str__(self) -> str:
        return f"{'-' if self.before else ''}{self.value}.{self.case_id}"


def place(text: str) -> Place | None:
    """Read a place from an address; None when there is none in it."""
    found = _PLACE.fullmatch(text)
    if found is None:
        return None
    before, value, case_id = found.groups()
    return Place(int(value), int(case_id), bool(before))


@dataclass(frozen=True)
class Wanted:
    """Filters of a list; an empty one lets everything pass.

    `since` and `until` are days of receipt in the zone of the officer's office. Without `order`
    the nearest limit comes first; where `text` is searched, the newest case. `today` are those
    whose nearest limit ends on the present day of that zone. `passing` are the
    cases on their way to the office and those it gave away, and no others. `only` are the keys of
    cases that were chosen one by one.

    The last ones are those of the figures of the picture: `move` is a kind of act
    (`picture.MOVES`) that was done between two days on the clock of its office, `lack` a
    requirement that was not met, by a `reporter` of a kind, `sent` an agency, or `agency/state`.
    `running` cases are not over, `stuck` ones count as stuck.

    Those of the statistics: the `election`, how long is `left` of the nearest limit of a running
    case (`LEFT`), the class that a pleno `decided`, and the rule of a limit whose duty was done
    `in_time` or `too_late`.
    """

    text: str = ""
    stage: str = ""
    kind: str = ""
    violation_class: str = ""
    article: str = ""
    category: str = ""
    region: str = ""
    office: int | None = None
    owner: int | None = None
    since: date | None = None
    until: date | None = None
    overdue: bool = False
    today: bool = False
    passing: bool = False
    only: tuple[int, ...] = ()
    move: str = ""
    moved_since: date | None = None
    moved_until: date | None = None
    lack: str = ""
    reporter: str = ""
    sent: str = ""
    running: bool = False
    stuck: bool = False
    election: str = ""
    left: str = ""
    decided: str = ""
    in_time: str = ""
    too_late: str = ""
    order: str = ""
    place: Place | None = None
