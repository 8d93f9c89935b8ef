"""What a revision would change, told before it is made: in words, in limits, in cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.engine.comparing import Difference, compare
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.models import Case
from casework.services.amending.revisions import Changes
from casework.services.cases import access
from casework.services.law import revisions_check, revisions_usage
from casework.services.law.revisions_usage import Use
from casework.services.limits import replaying
from casework.services.limits.replaying import Moved
from casework.services.unit.work import Work

MOST = 50
"""So many running cases are looked at, the newest first."""


@dataclass(frozen=True)
class Shift:
    """A limit that would end otherwise in `cases` of the cases looked at.

    `days` is by how many days later (negative: earlier), None where a date would come or go.
    """

    title: str
    days: int | None
    cases: int


@dataclass(frozen=True)
class Foreseen:
    """What would follow. `revisions` are the editions' new names, `differences` what they say.

    `examined` of the `use.open_cases` running cases were asked; `named` are those of them that the
    reader may see, by id and number. Cases keep their revision: they move only by an act of
    their own.
    """

    revisions: tuple[str, ...]
    differences: tuple[Difference, ...]
    use: Use | None
    examined: int
    shifts: tuple[Shift, ...]
    named: tuple[tuple[int, str], ...]


def foresee(work: Work, edition: str, changes: Changes) -> Foreseen:
    """Ask what these changes would do; nothing is kept. Raises BadInput with what breaks."""
    overlays = revisions_check.shared(work.law, edition, revisions_check.plain(changes))
    revised = revisions_check.sound(work.law, overlays)
    cases = _cases(work, edition, changes)
    uses = revisions_usage.uses(work)
    found = [uses[edition, name] for name in changes if (edition, name) in uses]
    return Foreseen(
        tuple(f"{one.edition}@{one.revision}" for one in overlays),
        _differences(work.law, revised, edition),
        found[0] if found else None,
        len(cases),
        _shifts(work, revised, edition, cases),
        _named(work, [one.id for one in cases]),
    )


def _cases(work: Work, edition: str, changes: Changes) -> list[Case]:
    ids = {one for name in changes for one in revisions_usage.users(work, edition, name, MOST)}
    newest = sorted(ids, reverse=True)[:MOST]
    rows = work.session.scalars(select(Case).where(Case.id.in_(newest), Case.edition == edition))
    return list(rows)


def _differences(before: Law, after: Law, edition: str) -> tuple[Difference, ...]:
    old = after.edition(edition, before.edition(edition).revision)
    return compare(after, old, after.edition(edition)).differences


def _shifts(work: Work, revised: Law, edition: str, cases: Iterable[Case]) -> tuple[Shift, ...]:
    """Only what this revision moves: what a newer revision would move anyhow is left out."""
    counted: dict[tuple[str, int | None], int] = {}
    now, then = work.law.edition(edition), revised.edition(edition)
    for case in cases:
        anyhow = set(_moved(work, case, now))
        for one in _moved(work, case, then):
            if one not in anyhow:
                key = (one.title, _days(one))
                counted[key] = counted.get(key, 0) + 1
    return tuple(Shift(title, days, cases) for (title, days), cases in sorted(
        counted.items(), key=lambda one: (-one[1], one[0][0])
    ))  # fmt: skip


def _moved(work: Work, case: Case, edition: Edition) -> Iterator[Moved]:
    return replaying.dates(work, case, edition, work.law.calendar, judged=False)


def _days(moved: Moved) -> int | None:
    try:
        old, new = datetime.fromisoformat(moved.old), datetime.fromisoformat(moved.new)
    except ValueError:
        return None  # one of them is told in words
    return (new.date() - old.date()).days


def _named(work: Work, ids: list[int]) -> tuple[tuple[int, str], ...]:
    rows = work.session.scalars(
        select(Case).where(Case.id.in_(ids), access.visible(work)).order_by(Case.id.desc())
    )
    return tuple((one.id, one.number) for one in rows)
