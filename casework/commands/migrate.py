"""`casework migrate`: bring the database to the newest schema."""

from __future__ import annotations

from importlib import resources

import click
from alembic import command as alembic
from alembic.config import Config

from casework.settings import Settings


def configuration(url: str) -> Config:
    """Alembic's configuration for one database; the scripts are inside the package."""
    config = Config()
    config.set_main_option("script_location", str(resources.files("casework") / "migrations"))
    # A per cent sign in a password would be read as an interpolation.
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def upgrade(url: str) -> None:
    """Bring the database at `url` to the newest schema; does nothing when it is there."""
    alembic.upgrade(configuration(url), "head")


@click.command()
def command() -> None:
    """Bring the database to the newest schema; keeps all data.

    \b
    Example: CASEWORK_DATABASE_URL=postgresql://casework@db/casework casework migrate
    """
    settings = Settings.from_env()
    if settings.url.startswith("sqlite"):
        settings.var.mkdir(parents=True, exist_ok=True)
    upgrade(settings.url)
    click.echo("Basis data: skema terbaru.")
