"""How the initialling of one subject stands, or of many at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from casework.engine.practice import InitialRoute
from casework.models import Initial
from casework.services.judgment.paraf_subjects import Subject, find_in
from casework.services.unit.work import Work


@dataclass(frozen=True)
class Standing:
    """How the initialling of a subject stands: the steps of the newest round.

    `stale`: what was initialled is not what it says now, so no initial of the round holds.
    """

    subject: Subject
    route: InitialRoute | None
    round: int
    steps: tuple[Initial, ...]
    stale: bool

    @property
    def next(self) -> Initial | None:
        """The step whose turn it is; None when none is waited for."""
        if self.stale or self.subject.closed:
            return None
        return next((one for one in self.steps if one.state == "waiting"), None)

    @property
    def complete(self) -> bool:
        """Was every step initialled on what it says now?"""
        states = {one.state for one in self.steps}
        return not self.stale and states == {"initialled"}

    @property
    def open(self) -> bool:
        """May a new round begin?"""
        return self.next is None and not self.complete and not self.subject.closed


def stands(work: Work, subject: Subject) -> Standing:
    """How the initialling of a subject stands."""
    return _standing(work, subject, _steps(work, subject.table, [subject.id])[subject.id])


def standings(work: Work, wanted: Sequence[tuple[str, int]]) -> list[Standing]:
    """The same of many subjects, each by table and key; those that are gone are left out."""
    found: dict[tuple[str, int], Standing] = {}
    for table in {name for name, _ in wanted}:
        keys = [key for name, key in wanted if name == table]
        steps = _steps(work, table, keys)
        for key, subject in find_in(work, table, keys).items():
            found[table, key] = _standing(work, subject, steps[key])
    return [found[one] for one in wanted if one in found]


def _steps(work: Work, table: str, keys: Collection[int]) -> Mapping[int, list[Initial]]:
    found: dict[int, list[Initial]] = {key: [] for key in keys}
    rows = work.session.scalars(
        select(Initial)
        .where(Initial.subject == table, Initial.subject_id.in_(found))
        .order_by(Initial.round, Initial.step)
    )
    for row in rows:
        found[row.subject_id].append(row)
    return found


def _standing(work: Work, subject: Subject, rows: Sequence[Initial]) -> Standing:
    last = rows[-1].round if rows else 0
    steps = tuple(one for one in rows if one.round == last)
    given = {one.content for one in steps if one.state == "initialled"}
    return Standing(
        subject,
        work.law.practice.route(subject.table, subject.kind),
        last,
        steps,
        bool(given - {subject.content}) or any(one.state == "void" for one in steps[:1]),
    )
