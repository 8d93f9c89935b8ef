"""`casework picture`: the counts of the picture."""

from __future__ import annotations

import time
from contextlib import closing

import click

from casework.bootstrap import installed
from casework.services.cases import rollups
from casework.settings import Settings


@click.group(short_help="Counts of the picture.")
def command() -> None:
    """What the picture of an office and of a province is counted from.

    \b
    Example: casework picture rebuild
    """


@command.command("rebuild")
def rebuild() -> None:
    """Count everything again from the record and the lines; acts wait meanwhile.

    Needed when the nightly examination reports I11, or after `casework search reindex` for lines
    that something else wrote.

    \b
    Example: casework picture rebuild
    """
    began = time.monotonic()
    with closing(installed(Settings.from_env())) as app:
        found = rollups.rebuild(app)
    click.echo(f"Gambaran: {found} angka dihitung dalam {time.monotonic() - began:.1f} detik.")
