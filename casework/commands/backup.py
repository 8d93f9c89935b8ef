"""`casework backup`: a copy that can be proved, taken while others work."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import click
from alembic.migration import MigrationContext

from casework.adapters.backup import snapshot
from casework.bootstrap import App, installed
from casework.settings import Settings


@click.command(short_help="Copy database, files and anchors, with a manifest.")
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the copies; stored files are shared between them.",
)
def command(target: Path) -> None:
    """Take a copy while the installation works. The master key is never part of it.

    \b
    Example: casework backup --to /media/cadangan
    """
    settings = Settings.from_env()
    app = installed(settings)
    try:
        folder = snapshot.take(
            url=settings.url,
            var=settings.var,
            target=target,
            at=app.now(),
            version=version("casework"),
            schema=_schema(app),
            law=", ".join(one.pin for one in app.law.editions.values()),
            key=app.vault.fingerprint,
        )
    finally:
        app.close()
    held = snapshot.read(folder)
    click.echo(
        f"Cadangan selesai: {folder} ({len(held.files)} berkas, skema {held.schema}). "
        f"Kunci induk {settings.master_key} TIDAK ikut; simpan salinannya di tempat lain."
    )


def _schema(app: App) -> str:
    with app.database.engine.connect() as connection:
        return ", ".join(MigrationContext.configure(connection).get_current_heads())
