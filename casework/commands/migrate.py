"""`casework migrate`: bring the database to the newest schema."""

from __future__ import annotations

from contextlib import closing
from importlib import resources

import click
from alembic import command as alembic
from alembic.config import Config
from alembic.util import CommandError

from casework.adapters.database import Database
from casework.adapters.folder import closed
from casework.bootstrap import build
from casework.errors import SettingsError
from casework.services.cases.search import reindex
from casework.settings import Settings


def configuration(url: str) -> Config:
    """Alembic's configuration for one database; the scripts are inside the package."""
    config = Config()
    config.set_main_option("script_location", str(resources.files("casework") / "migrations"))
    # A per cent sign in a password would be read as an interpolation.
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def upgrade(url: str) -> None:
    """Bring the database at `url` to the newest schema; does nothing when it is there.

    Raises SettingsError for one that a newer version of the product made.
    """
    try:
        alembic.upgrade(configuration(url), "head")
    except CommandError as fault:
        raise SettingsError(
            "Skema basis data ini tidak dikenal oleh versi ini: ia dibuat oleh versi yang lebih "
            "baru. Jalankan versi itu, atau kembalikan cadangan yang dibuat versi ini."
        ) from fault


@click.command()
def command() -> None:
    """Bring the database to the newest schema; keeps all data.

    \b
    Example: CASEWORK_DATABASE_URL=postgresql://casework@db/casework casework migrate
    """
    settings = Settings.from_env()
    if settings.url.startswith("sqlite"):
        closed(settings.var)
    upgrade(settings.url)
    click.echo("Basis data: skema terbaru.")
    if _unfinished(settings.url):
        with closing(build(settings)) as app:
            done = max(reindex.all_cases(app, only_missing=True), default=0)
        click.echo(f"Indeks pencarian: {done} perkara diperbarui.")


def _unfinished(url: str) -> bool:
    """Are there cases whose list line only a migration has made?"""
    database = Database(url)
    try:
        with database.read() as session:
            return reindex.waiting(session)
    finally:
        database.close()
