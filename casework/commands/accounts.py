"""`casework accounts`: the training accounts, for the lines that `make run` ends with."""

from __future__ import annotations

import click

from casework.errors import SettingsError
from casework.services.people.training import ACCOUNTS, PASSWORD
from casework.settings import Settings


@click.command(short_help="List the training accounts.")
def command() -> None:
    """List the training accounts with their roles and the password they share.

    \b
    Example: CASEWORK_MODE=training casework accounts
    """
    if not Settings.from_env().training:
        raise SettingsError("Akun latihan hanya ada dengan CASEWORK_MODE=training.")
    click.echo(f"Akun latihan (kata sandi semuanya: {PASSWORD}; semua nama karangan)")
    width = max(len(account.login) for account in ACCOUNTS)
    for account in ACCOUNTS:
        click.echo(f"  {account.login:<{width}}  {account.office}  {account.role_names}")
