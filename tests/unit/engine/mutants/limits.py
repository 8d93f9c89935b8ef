"""Operators on deadline rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from casework.engine.counting import FirstDay, Unit
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.rule import DeadlineRule, Direction
from tests.unit.engine.mutants.editing import GONE, OWN_WORDS, Amend, Mutant

FILE = "deadlines.yaml"


def missing_effect(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A limit without an effect."""
    for rule in edition.deadlines:
        yield Mutant(rule, 'tidak punya kunci "on_expiry"', (_rule(rule, on_expiry=GONE),))


def wrong_unit(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Calendar days for working days, or the other way round."""
    for rule in _in_days(edition):
        other = Unit.CALENDAR_DAYS if rule.unit is Unit.WORKING_DAYS else Unit.WORKING_DAYS
        yield Mutant(rule.id, "tetapi aturan ini memberi", (_rule(rule.id, unit=other.value),))


def hours_as_days(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Hours counted as days, to the minute."""
    for rule in _known(edition):
        if rule.unit is Unit.HOURS:
            change = _rule(rule.id, unit="calendar_days", first_day="next_day")
            yield Mutant(rule.id, "satuan hours berakhir exact", (change,))


def days_as_hours(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Days counted as hours."""
    for rule in _in_days(edition):
        closing = {"closes_at": GONE} if rule.closes_at else {}
        change = _rule(rule.id, unit="hours", ends="exact", **closing)
        yield Mutant(rule.id, "tetapi aturan ini memberi", (change,))


def one_day_more(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A length that is one too many."""
    for rule in _known(edition):
        change = _rule(rule.id, length=str(rule.length + 1))
        plain = [one for one in rule.examples if not one.extended]
        if plain and (rule.extension is None or rule.extension.total > rule.length + 1):
            yield Mutant(rule.id, "tetapi aturan ini memberi", (change,))


def other_first_day(law: Law, edition: Edition) -> Iterator[Mutant]:
    """The day of the event counted where it is not, or the other way round."""
    for rule in _in_days(edition):
        if rule.direction is Direction.AFTER and rule.follows is None:
            other = FirstDay.SAME_DAY if rule.first_day is FirstDay.NEXT_DAY else FirstDay.NEXT_DAY
            change = _rule(rule.id, first_day=other.value)
            yield Mutant(rule.id, "tetapi aturan ini memberi", (change,))


def broken_example(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A worked date that is a day off."""
    for rule in _known(edition):
        first = replace(rule.examples[0], due=rule.examples[0].due + timedelta(days=1))
        if not first.also and not first.pauses:
            told: dict[str, Any] = {
                "start": first.start.isoformat(),
                "due": first.due.isoformat(),
                "extended": str(first.extended).lower(),
                "why": "salah",
            }
            change = _rule(rule.id, examples=[told])
            yield Mutant(rule.id, 'Contoh "salah"', (change,))


def no_example(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A limit without a worked date."""
    for rule in _known(edition):
        change = _rule(rule.id, examples=GONE)
        yield Mutant(rule.id, "Tidak punya contoh", (change,))


def empty_window(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A limit inside another that cannot hold it."""
    days = [rule for rule in _in_days(edition) if rule.direction is Direction.AFTER]
    for outer in days:
        for inner in days:
            if inner.length > outer.length and not outer.follows and not inner.follows:
                change = _rule(inner.id, within=outer.id)
                yield Mutant(f"{inner.id} in {outer.id}", "jendelanya kosong", (change,))


def closed_before_it_opens(law: Law, edition: Edition) -> Iterator[Mutant]:
    """One day that is the day of the event itself and ends when the office closes."""
    for rule in _in_days(edition):
        if rule.direction is Direction.AFTER and rule.follows is None:
            change = _rule(
                rule.id, length="1", first_day="same_day", ends="office_close",
                closes_at="08:00:00", extension=GONE,
            )  # fmt: skip
            yield Mutant(rule.id, "sudah berakhir hari itu juga", (change,))


def shorter_extension(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An extension that is no longer than the ordinary length."""
    for rule in _known(edition):
        if rule.extension:
            granted = _extension(rule, total=str(rule.length))
            change = _rule(rule.id, extension=granted)
            yield Mutant(rule.id, "harus lebih panjang", (change,))


def extension_nobody_grants(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A limit of a case that can be extended, and no act that does it."""
    opened = {item.rule for act in edition.acts.values() for item in act.opens}
    for rule in _known(edition):
        if rule.extension and rule.id in opened:
            granted = _extension(rule, total=str(rule.extension.total))
            change = _rule(rule.id, extension=granted)
            yield Mutant(rule.id, "tidak ada tindakan yang melakukannya", (change,))


def reminder_before_the_start(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A reminder farther from the limit than the limit is long."""
    yield from _ladders(law, edition, {"before": "400d"}, "jatuh sebelum jam mulai")


def reminders_too_late(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Reminders that come when it is over."""
    yield from _ladders(law, edition, {"after": "1h"}, "baru jatuh pada atau sesudah batas")


def unknown_start(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A clock that nothing starts."""
    for rule in _known(edition):
        if rule.follows is None:
            yield Mutant(rule.id, 'fakta "hujan"', (_rule(rule.id, starts_on="hujan"),))


def unknown_outer(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A limit inside one that does not exist."""
    for rule in _known(edition):
        yield Mutant(rule.id, 'batas luar "seabad"', (_rule(rule.id, within="seabad"),))


def _extension(rule: DeadlineRule, **changes: str) -> dict[str, Any]:
    return {"reason": "Uji.", **OWN_WORDS, **changes}


def _ladders(law: Law, edition: Edition, place: dict[str, str], message: str) -> Iterator[Mutant]:
    """A ladder is an office setting and stands where the first edition of the line has it."""
    first = edition
    while first.amends is not None:
        first = law.edition(first.amends)
    ladders = {rule.ladder.id for rule in _known(edition) if rule.ladder}
    for ladder in sorted(ladders & {one.ladder.id for one in _known(first) if one.ladder}):
        change = {"rungs": [{**place, "roles": ["chair"]}]}
        path = f"{first.id}/{FILE}"
        yield Mutant(ladder, message, shared=(Amend(path, "ladders", ladder, change),))


def _known(edition: Edition) -> list[DeadlineRule]:
    return [rule for rule in edition.deadlines.values() if rule.known]


def _in_days(edition: Edition) -> list[DeadlineRule]:
    return [rule for rule in _known(edition) if rule.unit is not Unit.HOURS]


def _rule(rule: str, **changes: Any) -> Amend:
    return Amend(FILE, "deadlines", rule, changes)
