"""`casework clock`: is the machine's clock doubted, and who vouches for it?"""

from __future__ import annotations

import sys
from contextlib import closing

import click

from casework.bootstrap import build
from casework.errors import NotPermitted
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import clock_watch
from casework.services.deadlines.clock_watch import Reading
from casework.services.people import officers, offices
from casework.settings import Settings

RED = 1
_NOBODY = Actor.system(NO_OFFICE)


@click.group(short_help="Is the machine's clock doubted?")
def command() -> None:
    """The machine's clock, as the system has seen it.

    \b
    Example: casework clock show
    """


@command.command("show")
@click.pass_context
def show(context: click.Context) -> None:
    """Print the doubt that is open, if any; exit code 1 then.

    \b
    Example: casework clock show
    """
    with closing(build(Settings.from_env())) as app, app.reading(_NOBODY) as work:
        doubt = clock_watch.suspect(work)
    click.echo(doubt.reason if doubt else "Jam sistem tidak diragukan.")
    context.exit(RED if doubt else 0)


@command.command("confirm")
@click.option("--login", required=True, help="An administrator; the password is asked for.")
@click.option("--office", required=True, help="Code of the administrator's office.")
def confirm(login: str, office: str) -> None:
    """Vouch for the clock, so that limits which ran out are closed again.

    \b
    Example: casework clock confirm --login admin.bengkulu --office 07.00
    """
    password = _password()
    with closing(build(Settings.from_env())) as app:
        with app.unit_of_work(_NOBODY) as work:
            officer = officers.authenticate(work.session, login, password, work.now)
            place = offices.by_code(work, office)
        if officer is None:
            raise NotPermitted(officers.refusal())
        with app.reading(_NOBODY) as work:
            actor = officers.actor(work.session, officer, place, app.today(place.zone))
        with app.unit_of_work(actor) as work:
            clock_watch.confirm(work, Reading(*app.clock.machine()))
    click.echo("Jam sistem dinyatakan benar; batas waktu yang lewat dicatat lagi.")


def _password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Kata sandi", hide_input=True))
    return sys.stdin.readline().rstrip("\r\n")
