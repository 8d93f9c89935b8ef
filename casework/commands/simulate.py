"""`casework simulate`: play a scenario file on a scratch database and tell what happened."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import click

from casework.bootstrap import App, build
from casework.commands.migrate import upgrade
from casework.engine.law import Law
from casework.engine.period import Period
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import training
from casework.settings import Settings
from casework.simulation import copies, narration
from casework.simulation.play import play
from casework.simulation.reading import load
from casework.simulation.timeline import Timeline

RED = 1


def _named(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """No edition when none is asked for; an empty name is a slip of the hand."""
    del context, parameter
    if value is not None and not value.strip():
        raise click.BadParameter("sebut edisinya, misalnya pemilihan-2024.")
    return value or ""


@click.command(short_help="Play a scenario file on a scratch database.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the timeline as JSON.")
@click.option(
    "--edition", callback=_named, default=None, help="What if this edition were in force?"
)
@click.option("--no-render", is_flag=True, help="Draw no papers; dates and numbers only.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Keep the issued papers here."
)
@click.pass_context
def command(
    context: click.Context, file: Path, as_json: bool, edition: str, no_render: bool,
    out: Path | None,
) -> None:  # fmt: skip
    """Play FILE through the real services on a scratch database with a set clock.

    Prints stages, numbers, limits with every day counted, documents, notices and refusals. Exit
    code 1 when something differs from what FILE expects, 2 when FILE cannot be played.

    \b
    Example: casework simulate tests/scenarios/bengkulu-2024-09-19.yaml --out surat/
    """
    with tempfile.TemporaryDirectory(prefix="casework-simulasi-") as folder:
        app = scratch(Path(folder))
        try:
            scenario = load(file, app.law)
            app = replace(app, law=_what_if(app.law, edition, scenario.regime))
            timeline = play(app, scenario, draws=not no_render, edition=edition)
            if out is not None:
                copies.keep(app, timeline, out)
        finally:
            app.close()
    _print(timeline, as_json=as_json)
    if timeline.broken or timeline.audit["faults"]:
        context.exit(RED)


def scratch(folder: Path) -> App:
    """An installation of its own in a folder, with the training offices and staff."""
    url = f"sqlite:///{folder / 'casework.db'}"
    upgrade(url)
    # Whatever installation the environment describes must not be touched.
    app = build(
        Settings(
            mode="test", var=folder, database_url=url, key_file=folder / "master.key", clock="",
            smtp_host="", public_url="https://contoh.invalid", secret_key="",
        )
    )  # fmt: skip
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        training.seed(work)
    return app


def _what_if(law: Law, edition: str, regime: str) -> Law:
    """The law with the edition named in force on every day and for the regime; unchanged for "".

    What it amends stays to be cited, and takes no case: it is of no regime.

    Raises LawError for an unknown edition or one that takes no cases.
    """
    if not edition:
        return law
    law.edition(edition).check_takes_cases()
    chosen = replace(law.edition(edition), in_force=Period(), regime=regime)
    editions = {edition: chosen}
    amended = chosen.amends
    while amended:
        editions = {amended: replace(law.edition(amended), regime=""), **editions}
        amended = law.edition(amended).amends
    return replace(law, editions=editions)


def _print(timeline: Timeline, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(timeline.to_json(), ensure_ascii=False, indent=2))
        return
    for line in narration.lines(timeline):
        click.echo(line)
