"""`casework replay`: what stored cases or scenarios would have been under other law."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import click
from sqlalchemy import select

from casework.adapters import rulebook
from casework.bootstrap import App, installed
from casework.commands.simulate import scratch
from casework.engine.calendar import Calendar
from casework.errors import BadInput
from casework.models import Case
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import replay
from casework.services.deadlines.replay import Moved, Replay
from casework.settings import Settings
from casework.simulation.play import play
from casework.simulation.reading import load


@click.command(short_help="Tell what would differ under another edition or calendar.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--edition", "pin", required=True, help="Edition, or `edition@revision`.")
@click.option(
    "--calendar",
    "calendar_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A calendar file that takes the place of the year it is named for.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def command(files: tuple[Path, ...], pin: str, calendar_file: Path | None, as_json: bool) -> None:
    """Compare the stored cases, or the scenario FILES, with what another law would make of them.

    Tells for each case which dates, acts, destinations and letters would differ. Nothing is
    written: stored cases are only read, scenarios are played on a scratch database.

    \b
    Example: casework replay --edition pemilihan-2025 tests/scenarios/bengkulu-2024-09-19.yaml
    """
    calendar = _calendar(calendar_file) if calendar_file else None
    found: list[Replay] = []
    if files:
        for file in files:
            found += _scenario(file, pin, calendar)
    else:
        with closing(installed(Settings.from_env())) as app:
            found += _stored(app, pin, calendar)
    if as_json:
        click.echo(json.dumps([_data(one) for one in found], ensure_ascii=False, indent=2))
        return
    for line in _lines(found):
        click.echo(line)


def _stored(app: App, pin: str, calendar: Calendar | None) -> list[Replay]:
    with app.reading(Actor.system(NO_OFFICE)) as work:
        edition = work.law.pinned(pin)
        cases = work.session.scalars(select(Case).order_by(Case.id))
        return [replay.replay(work, case, edition, calendar or work.law.calendar) for case in cases]


def _scenario(file: Path, pin: str, calendar: Calendar | None) -> list[Replay]:
    with (
        tempfile.TemporaryDirectory(prefix="casework-ulang-") as folder,
        closing(scratch(Path(folder))) as app,
    ):
        play(app, load(file, app.law), draws=False)
        return _stored(app, pin, calendar)


def _calendar(file: Path) -> Calendar:
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as broken:
        raise BadInput.one("calendar", f"{file} bukan teks UTF-8.") from broken
    return rulebook.load(instead={f"calendars/{file.name}": text}).calendar


def _lines(found: list[Replay]) -> Iterator[str]:
    for one in found:
        if not one.differs:
            continue
        yield f"{one.number}: {one.old} -> {one.new}"
        for title, moved in _parts(one):
            if moved:
                yield f"  {title}"
            told = Counter(f"{line.title}: {line.old} -> {line.new}" for line in moved)
            yield from (f"    {text}{f' ({n} kali)' if n > 1 else ''}" for text, n in told.items())
    differ = sum(one.differs for one in found)
    yield f"{differ} dari {len(found)} perkara berbeda; tidak ada yang diubah"


def _parts(one: Replay) -> tuple[tuple[str, tuple[Moved, ...]], ...]:
    return (
        ("tanggal", one.dates),
        ("tindakan", one.acts),
        ("tujuan", one.destinations),
        ("surat", one.letters),
    )


def _data(one: Replay) -> dict[str, Any]:
    names = ("dates", "acts", "destinations", "letters")
    parts = {name: [vars(line) for line in getattr(one, name)] for name in names}
    return {"case": one.number, "old": one.old, "new": one.new, "differs": one.differs, **parts}
