"""`casework rules confirm`: a lawyer of the office confirms an entry from the command line."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import click

from casework.bootstrap import App, installed
from casework.errors import NotPermitted
from casework.services.acts.amendments import revisions
from casework.services.acts.amendments.revisions import Ground
from casework.services.cases.evidence import Upload
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import officers
from casework.settings import Settings

LARGEST = 50 << 20


@click.command(short_help="Confirm an entry whose words were read.")
@click.argument("edition")
@click.argument("rule")
@click.option("--quote", required=True, help="The deciding words, as read.")
@click.option("--source", required=True, help="Where they were read.")
@click.option("--reason", required=True, help="Why the entry is confirmed now.")
@click.option("--note", default=None, help="Another note; an empty one takes the note away.")
@click.option("--part", default="", help="A basis inside the entry, e.g. start_basis.")
@click.option(
    "--document", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The paper."
)
@click.option("--officer", "login", required=True, help="Who confirms: a legal reviewer's login.")
def command(
    edition: str, rule: str, quote: str, source: str, reason: str, note: str | None, part: str,
    document: Path | None, login: str,
) -> None:  # fmt: skip
    """Confirm RULE of EDITION: a new revision; cases keep the one they were received under.

    The officer's password is asked for, or read from standard input.

    \b
    Example: casework rules confirm pemilihan-2020 hitungan/first_day --quote "…"
             --source "JDIH, salinan resmi" --reason "Naskah dibaca." --officer penelaah.bengkulu
    """
    with closing(installed(Settings.from_env())) as app:
        actor = sign_in(app, login, password())
        paper = _paper(app, document) if document else None
        with app.unit_of_work(actor) as work:
            seen = work.law.edition(edition).revision
            row = revisions.confirm(
                work,
                edition,
                seen,
                rule,
                quote,
                Ground(reason, source, paper),
                note=note,
                part=part,
            )
            click.echo(f"{row.edition}@{row.revision}: {rule} disahkan.")


def password() -> str:
    """The password of who gives the command: asked for, or the first line of standard input."""
    if sys.stdin.isatty():
        return str(click.prompt("Kata sandi", hide_input=True))
    return sys.stdin.readline().rstrip("\r\n")


def sign_in(app: App, login: str, password: str) -> Actor:
    """The legal reviewer of this login, at the office where the role is held.

    Raises NotPermitted.
    """
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        officer = officers.authenticate(work.session, login, password, work.now)
    if officer is None:
        raise NotPermitted(officers.refusal())
    with app.reading(Actor.system(NO_OFFICE)) as work:
        today = officers.today(work.now)
        held = [
            officers.actor(work.session, officer, office, today)
            for office in officers.offices_of(work.session, officer, today)
        ]
    found = [actor for actor in held if revisions.REVIEWER in actor.roles]
    if not found:
        raise NotPermitted("Aturan disahkan oleh penelaah hukum (legal_reviewer).")
    return found[0]


def _paper(app: App, file: Path) -> Upload:
    with file.open("rb") as stream:
        stored = app.store.put(stream, sealed=False, limit=LARGEST)
    return Upload(stored, file.name, "")
