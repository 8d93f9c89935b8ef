"""`casework retry`: work that was given up is tried again."""

from __future__ import annotations

from contextlib import closing

import click

from casework.bootstrap import build
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep import dead_letters
from casework.settings import Settings


@click.command(short_help="Try again what was given up.")
def command() -> None:
    """Put every mail, letter and notice that was given up back in line, once its cause is cured.

    \b
    Example: casework retry
    """
    with closing(build(Settings.from_env())) as app:
        with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
            count = dead_letters.put_back(work)
        click.echo(f"{count} pekerjaan dicoba lagi.")
