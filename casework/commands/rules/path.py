"""`casework rules path`: the main path of each class, and what is not known on it or beside it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from casework.adapters import rulebook
from casework.engine import main_path
from casework.engine.edition import Edition
from casework.engine.main_path import Unknown
from casework.engine.violations import ViolationClass


@click.command(short_help="List the main path of each class, and the unknown entries.")
@click.argument("edition")
def command(edition: str) -> None:
    """List which acts lead a case of each class to its end, and every entry nobody knows.

    An unknown entry on the main path keeps the class, or the edition, from taking cases; one
    beside it is shown as unknown and no step waits for it.

    \b
    Example: casework rules path pemilu-2022
    """
    found = rulebook.load().edition(edition)
    for one in _told(found):
        click.echo(one)


def _told(edition: Edition) -> Iterator[str]:
    gaps = main_path.unknown(edition)
    yield f"{edition.pin}: {edition.no_cases or 'menerima perkara'}"
    for one in edition.violations.classes.values():
        if one.violation:
            yield f"{one.id}: {_state(one)}"
            yield f"  jalur: {' > '.join(one.path) or 'tidak disebut'}"
            yield from (f"  {_line(gap)}" for gap in gaps if one.id in gap.classes)
    beside = [gap for gap in gaps if not gap.classes]
    yield f"Di luar jalur utama: {len(beside)} entri yang belum diketahui"
    yield from (f"  {_line(gap)}" for gap in beside)


def _state(one: ViolationClass) -> str:
    return f"{one.title}; {one.closed.reason}" if one.closed else one.title


def _line(gap: Unknown) -> str:
    return f"{gap.entry}: {gap.title}. {gap.basis.note}"
