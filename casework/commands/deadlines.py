"""`casework deadlines rederive`: the stored limits after a new decree."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from itertools import groupby

import click

from casework.bootstrap import App, installed
from casework.engine.words import clock, long_date
from casework.services.acts.amendments import decrees
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import moves
from casework.services.deadlines.moves import Move
from casework.settings import Settings

_SYSTEM = Actor.system(NO_OFFICE)


@click.group(short_help="Derive stored limits anew.")
def command() -> None:
    """Limits stored with the cases of this installation.

    \b
    Example: casework deadlines rederive --dry-run
    """


@command.command("rederive")
@click.option("--dry-run", is_flag=True, help="List what would move; change nothing.")
def rederive(dry_run: bool) -> None:
    """Derive running limits anew after a change of rules/calendars, and list what moved.

    Only limits that end otherwise are touched: each with its story, its reminders, one event of
    its case, and a message to its officers. Limits that were met stay as they were judged.

    \b
    Example: casework deadlines rederive --dry-run
    """
    with closing(installed(Settings.from_env())) as app:
        found = _listed(app) if dry_run else _done(app)
    for one in found:
        click.echo(_line(one))
    what = "akan bergeser" if dry_run else "bergeser"
    cases = len({one.case_id for one in found})
    click.echo(f"{sum(one.moves for one in found)} batas {what} pada {cases} perkara.")


def _listed(app: App) -> list[Move]:
    with app.reading(_SYSTEM) as work:
        return moves.moved(work)


def _done(app: App) -> list[Move]:
    """One transaction a case: nobody waits for the whole, and a second run goes on."""
    done: list[Move] = []
    for case_id in _cases(_listed(app)):
        with app.unit_of_work(_SYSTEM) as work:
            done += decrees.rederive(work, [case_id])
    return done


def _cases(found: Iterable[Move]) -> list[int]:
    return [key for key, _ in groupby(sorted(one.case_id for one in found))]


def _line(one: Move) -> str:
    where = f"{one.office}  {one.number or f'perkara {one.case_id}'}  {one.rule}"
    if not one.moves:
        return f"{where}: {_said(one.new)} tetap; tanggal aman atau tanda sementara berubah"
    return f"{where}: {_said(one.old)} -> {_said(one.new)}"


def _said(text: str) -> str:
    at = datetime.fromisoformat(text)
    return f"{long_date(at.date())} pukul {clock(at, '').strip()}"
