"""`casework officer add`: a member of staff of a production installation."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date

import click

from casework.bootstrap import build
from casework.engine.roles import TITLES
from casework.errors import BadInput
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import accounts, offices
from casework.services.people.offices import NewOfficer
from casework.settings import Settings

_INSTALLER = Actor.system(NO_OFFICE)


@click.group(short_help="Add officers.")
def command() -> None:
    """Officers of this installation.

    \b
    Example: casework officer add --help
    """


@command.command("add")
@click.option("--login", required=True, help="Name to sign in with, lower case.")
@click.option("--name", required=True, help="Full name, as under a letter.")
@click.option("--office", required=True, help="Code of the office.")
@click.option("--role", "roles", required=True, multiple=True, help=", ".join(TITLES))
@click.option("--from", "starts", default="", help="First day of the roles; default: today.")
@click.option("--position", default="", help="Position, as under a letter.")
@click.option("--email", default="", help="Where notices go.")
@click.option("--nip", default="", help="Civil servant number.")
def add(
    login: str, name: str, office: str, roles: tuple[str, ...], starts: str, position: str,
    email: str, nip: str,
) -> None:  # fmt: skip
    """Add an officer; the password is asked for, or read from standard input.

    \b
    Example: casework officer add --login penerima.kepahiang --name "Nama Petugas"
             --office 07.05 --role intake_officer < berkas-sandi
    """
    first, hashed = _day(starts), offices.prepared(login, name, _password())
    with closing(build(Settings.from_env())) as app, app.unit_of_work(_INSTALLER) as work:
        new = NewOfficer(
            login=login,
            name=name,
            office=office,
            roles=roles,
            password_hash=hashed,
            starts=first or offices.local_day(work, offices.by_code(work, office)),
            position=position,
            email=email,
            nip=nip,
        )
        accounts.add(work, new)
    click.echo(f"Petugas {login} di kantor {office} ditambahkan: {', '.join(sorted(roles))}.")


def _password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Kata sandi", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise BadInput.one("mulai", f"--from {text} bukan tanggal; contoh 2024-09-01.") from fault
