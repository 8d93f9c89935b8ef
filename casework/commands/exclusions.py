"""`casework exclusions review`: officers named in cases that were there before they were asked."""

from __future__ import annotations

from contextlib import closing

import click

from casework.bootstrap import installed
from casework.services.people import exclusions
from casework.settings import Settings


@click.group(short_help="Officers kept away from cases.")
def command() -> None:
    """Officers who are kept away from a case because somebody in it has their name.

    \b
    Example: casework exclusions review
    """


@command.command("review")
def review() -> None:
    """Compare the people of every running case with every account; people go on working.

    Needed once after an upgrade from a version before migration 0022, and after a restore of a
    backup of one. Says only how many.

    \b
    Example: casework exclusions review
    """
    cases = made = 0
    with closing(installed(Settings.from_env())) as app:
        for new in exclusions.review_all(app):
            cases, made = cases + 1, made + new
    click.echo(
        f"Pengecualian petugas: {cases} perkara berjalan diperiksa, {made} pengecualian baru."
    )
