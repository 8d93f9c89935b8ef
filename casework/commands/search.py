"""`casework search reindex`: the list and the full text made anew from the cases."""

from __future__ import annotations

from contextlib import closing

import click

from casework.bootstrap import installed
from casework.services.cases.search import reindex as making
from casework.settings import Settings


@click.group(short_help="Lists and full text.")
def command() -> None:
    """What cases are listed and found by.

    \b
    Example: casework search reindex
    """


@command.command("reindex")
@click.option("--missing", is_flag=True, help="Only cases that have no words yet.")
def reindex(missing: bool) -> None:
    """Make the lines and words of every case anew; people go on working meanwhile.

    Needed after a restore from before they were kept, or when a rule changed which limits can
    still be met.

    \b
    Example: casework search reindex
    """
    done = 0
    with closing(installed(Settings.from_env())) as app:
        for done in making.all_cases(app, only_missing=missing):  # said at the end
            if done % 10_000 == 0:
                click.echo(f"{done} perkara …")
    click.echo(f"Indeks pencarian: {done} perkara diperbarui.")
