"""`casework demo`: the training set and the played real cases, for a first look."""

from __future__ import annotations

from pathlib import Path

import click
from sqlalchemy import select

from casework.adapters import rulebook
from casework.bootstrap import App, build
from casework.errors import SettingsError
from casework.models import Case
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.kerawanan import played
from casework.services.people import training
from casework.settings import Settings
from casework.simulation.play import play
from casework.simulation.progress import Progress
from casework.simulation.reading import load
from casework.simulation.script import Scenario

SCENARIOS = ("bengkulu-2024-09-19.yaml", "lebong-2024-10-04.yaml")
RED = 1


@click.command(short_help="Fill the training installation with the played cases.")
@click.option(
    "--if-empty", is_flag=True, help="Do nothing where officers have entered cases of their own."
)
@click.pass_context
def command(context: click.Context, if_empty: bool) -> None:
    """Add the training offices and staff, then play the real cases into the database.

    Played cases are marked as such, reach nobody by mail, and are added once: a second run adds
    nothing, an interrupted one goes on where it stopped.

    \b
    Example: CASEWORK_MODE=training casework demo
    """
    settings = Settings.from_env()
    if not settings.training:
        raise SettingsError("casework demo hanya berjalan dengan CASEWORK_MODE=training.")
    app = build(settings)
    try:
        with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
            added = training.seed(work)
        click.echo(f"Kantor dan akun latihan: {added} ditambahkan.")
        if if_empty and _has_own_cases(app):
            click.echo("Sudah ada perkara yang dicatat petugas; perkara contoh tidak ditambahkan.")
            return
        red = [_play(app, load(file, app.law)) for file in _files()]
        if number := played.play(app):
            click.echo(f"Kerawanan: {number} putaran rekaan ditambahkan.")
    finally:
        app.close()
    if any(red):
        context.exit(RED)


def _files() -> list[Path]:
    folder = rulebook.root().parent / "tests" / "scenarios"
    return [folder / name for name in SCENARIOS]


def _has_own_cases(app: App) -> bool:
    with app.reading(Actor.system(NO_OFFICE)) as work:
        found = work.session.scalar(select(Case.id).where(Case.played.is_(False)).limit(1))
    return found is not None


def _play(app: App, scenario: Scenario) -> bool:
    """Play one file unless it was played; gives whether something differs from the file."""
    progress = Progress(app, scenario)
    first = progress.next_act
    if first >= len(scenario.acts):
        click.echo(f"{scenario.id}: sudah ada.")
        return False
    click.echo(f"{scenario.id}: {scenario.title} …")
    progress.note(first - 1)
    timeline = play(app, scenario, played=True, first=first, done=progress.note)
    if first:
        click.echo(f"{scenario.id}: dilanjutkan dari tindakan ke-{first + 1}, selesai.")
        return False
    for entry, one in timeline.broken:
        click.echo(
            f"{scenario.path}:{entry.line}: {one.what}: diharapkan {one.wanted}; "
            f"ternyata {one.found}"
        )
    click.echo(f"{scenario.id}: {len(scenario.acts)} tindakan, {len(timeline.cases)} perkara.")
    return bool(timeline.broken)
