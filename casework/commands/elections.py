"""`casework elections`: a calendar of elections, from a file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click
from sqlalchemy import select

from casework.bootstrap import App, installed
from casework.engine.region import Verdict
from casework.errors import NotFound
from casework.models import Office, Officer, OfficerRole
from casework.services.acts.amendments import election_import
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import officers
from casework.settings import Settings

RED = 1
_WORDS = {
    Verdict.CREATE: "baru",
    Verdict.UPDATE: "berubah",
    Verdict.SAME: "sama",
    Verdict.REFUSED: "ditolak",
}


@click.group(short_help="Elections and their stages.")
def command() -> None:
    """Elections with their offices, stages and sources.

    \b
    Example: casework elections import kalender-2029.yaml
    """


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--apply", "login", default="", help="Take the file in as this officer (login).")
@click.option("--reason", default="", help="Why; needed with --apply.")
@click.option("--source", default="", help="Where the calendar was read; needed with --apply.")
@click.pass_context
def take(context: click.Context, file: Path, login: str, reason: str, source: str) -> None:
    """Tell what a calendar file would do, and do it with --apply: all of it or nothing.

    The file is YAML as rules/elections writes it. What is taken lies upon the rules as a revision,
    by an officer who may confirm the law or keeps the office.

    \b
    Example: casework elections import kalender-2029.yaml
    Example: casework elections import kalender-2029.yaml --apply penelaah.bengkulu
             --reason "Tahapan 2029" --source "PKPU tentang tahapan"
    """
    content = file.read_bytes()
    with closing(installed(Settings.from_env())) as app:
        with app.reading(Actor.system(NO_OFFICE)) as work:
            found = election_import.preview(work, content)
        for one in found.rows:
            click.echo(f"{_WORDS[one.verdict]}: {one.id} {one.title} {one.why}".rstrip())
        if login and not found.of(Verdict.REFUSED):
            with app.unit_of_work(_officer(app, login)) as work:
                row = election_import.apply(work, content, found.sha256, reason, source)
            click.echo(f"Tercatat sebagai revisi {row.revision}." if row else "Semua sudah sama.")
            return
    click.echo("Tidak ada yang diubah." + ("" if login else " Ambil dengan --apply LOGIN."))
    if found.of(Verdict.REFUSED):
        context.exit(RED)


def _officer(app: App, login: str) -> Actor:
    """The officer with that login, at the office where the role is held. Raises NotFound."""
    with app.reading(Actor.system(NO_OFFICE)) as work:
        row = work.session.scalar(select(Officer).where(Officer.login == login))
        office = work.session.scalar(
            select(Office)
            .join(OfficerRole, OfficerRole.office_id == Office.id)
            .where(OfficerRole.officer_id == (row.id if row else 0))
            .order_by(Office.id)
            .limit(1)
        )
        if row is None or office is None:
            raise NotFound(f"Petugas {login} tidak ada.")
        return officers.actor(work.session, row, office, app.today(office.zone))
