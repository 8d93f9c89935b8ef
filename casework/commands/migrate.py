"""`casework migrate`: bring the database to the newest schema."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from importlib import resources

import click
from alembic import command as alembic
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy.orm import Session

from casework.adapters.database import Database
from casework.adapters.folder import closed
from casework.adapters.rulebook import shipped_regions
from casework.bootstrap import App, build
from casework.errors import SettingsError
from casework.services.acts.amendments import region_import
from casework.services.cases import rollups
from casework.services.cases.record import boundary
from casework.services.cases.search import reindex
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
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
    if _asked(settings.url, boundary.waits):
        with closing(build(settings)) as app:
            told = lock(app)
        click.echo(f"Jejak audit dikunci dengan kode; {told} baris lama kini tercatat di dalamnya.")
    if _asked(settings.url, region_import.waits):
        with closing(build(settings)) as app, app.unit_of_work(Actor.system(NO_OFFICE)) as work:
            taken = region_import.apply(work, shipped_regions().read_bytes())
        click.echo(f"Wilayah: {len(taken.rows)} provinsi, kabupaten/kota, dan kecamatan.")
    uncounted = _asked(settings.url, rollups.waiting)
    if _asked(settings.url, reindex.waiting):
        with closing(build(settings)) as app:
            done = max(reindex.all_cases(app, only_missing=True), default=0)
        click.echo(f"Indeks pencarian: {done} perkara diperbarui.")
    if uncounted:
        with closing(build(settings)) as app:
            click.echo(f"Gambaran: {rollups.rebuild(app)} angka dihitung.")


def lock(app: App) -> int:
    """Lock a record from before authentication codes; gives how many rows it tells of now.

    That it was is an event of each chain; one that is locked stays as it is.
    """
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        return boundary.lock(work) if boundary.waits(work.session) else 0


def _asked(url: str, waits: Callable[[Session], bool]) -> bool:
    """Is there something from before the upgrade that the schema alone did not bring along?"""
    database = Database(url)
    try:
        with database.read() as session:
            return waits(session)
    finally:
        database.close()
