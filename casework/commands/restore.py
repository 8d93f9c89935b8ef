"""`casework restore`: try a copy out, or put it into an empty installation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

import click
from sqlalchemy import URL, create_engine, make_url, text

from casework.adapters.backup import snapshot
from casework.adapters.backup.snapshot import Manifest
from casework.adapters.vault import KeyFileVault
from casework.bootstrap import build, key_check
from casework.commands.migrate import lock, upgrade
from casework.errors import SettingsError, WrongKey
from casework.services.cases import rollups
from casework.services.cases.search import reindex
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.invariants.examine import Finding, examine
from casework.settings import Settings

_RED = 1
_NOBODY = Actor.system(NO_OFFICE)


@click.command(short_help="Prove a copy, or put it back.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--verify", is_flag=True, help="Only try it out in a scratch place; changes nothing.")
@click.pass_context
def command(context: click.Context, folder: Path, verify: bool) -> None:
    """Put a copy back into this (empty) installation, then check every invariant.

    With --verify the copy is put into a scratch place, checked and thrown away: the drill to do
    each month. Needs the master key of the installation the copy was taken from. Exit code 1 when
    an invariant does not hold.

    \b
    Example: casework restore --verify /media/cadangan/casework-20241123T190000Z
    """
    settings = Settings.from_env()
    if not settings.master_key.is_file():
        raise SettingsError(
            f"Kunci induk {settings.master_key} tidak ada. Tanpa kunci itu identitas dan berkas "
            "tersegel tidak dapat dibaca; letakkan salinannya di sana, atau sebut dengan "
            "CASEWORK_KEY_FILE."
        )
    held = snapshot.read(folder)
    click.echo(f"Cadangan {held.taken_at}, skema {held.schema}, {len(held.files)} berkas.")
    _check_key(held, folder, settings)
    if verify:
        with _scratch(settings) as place:
            green = _bring_back(folder, place)
    else:
        green = _bring_back(folder, settings)
    if not green:
        context.exit(_RED)


def _check_key(held: Manifest, folder: Path, settings: Settings) -> None:
    """Refuse another key before anything is written where the installation is to be.

    A copy that does not tell its key is first brought back to a scratch place. Raises WrongKey.
    """
    if held.key:
        if held.key != KeyFileVault.from_file(settings.master_key).fingerprint:
            raise _wrong_key(settings)
        return
    with _scratch(settings) as place:
        snapshot.put(folder, url=place.url, var=place.var)
        try:
            build(place).close()
        except WrongKey as fault:
            raise _wrong_key(settings) from fault


def _wrong_key(settings: Settings) -> WrongKey:
    return WrongKey(
        f"Kunci induk {settings.master_key} bukan kunci yang menyegel cadangan ini. Tidak ada yang "
        "ditulis. Letakkan kunci induk instalasi asalnya di sana, atau sebut dengan "
        "CASEWORK_KEY_FILE, lalu ulangi."
    )


def _bring_back(folder: Path, place: Settings) -> bool:
    """Put the copy there and check it; its master key was looked at before."""
    snapshot.put(folder, url=place.url, var=place.var)
    # Noted by a start that found nothing here.
    key_check(place).unlink(missing_ok=True)
    upgrade(place.url)
    app = build(place)
    green = True
    try:
        lock(app)
        # A copy from before lists had what they have now: their lines are made, as `migrate` does.
        for _done in reindex.all_cases(app, only_missing=True):
            pass
        with app.reading(_NOBODY) as work:
            uncounted = rollups.waiting(work.session)
        if uncounted:
            rollups.rebuild(app)
        with app.reading(_NOBODY) as work:
            for found in examine(work, app.anchors.read()):
                _say(found)
                green = green and found.holds
    finally:
        app.close()
    return green


def _say(found: Finding) -> None:
    state = "berlaku" if found.holds else f"TIDAK berlaku ({len(found.faults)})"
    click.echo(f"{found.id} {found.promise}: {state}")
    for fault in found.faults[:20]:
        click.echo(f"   {fault}")


@contextmanager
def _scratch(settings: Settings) -> Iterator[Settings]:
    """A place of its own beside the installation, gone afterwards."""
    with TemporaryDirectory(prefix="casework-restore-") as name:
        changes: dict[str, object] = {"var": Path(name), "key_file": settings.master_key}
        if settings.url.startswith("sqlite"):
            yield settings.model_copy(update={**changes, "database_url": ""})
            return
        with _scratch_database(make_url(settings.url)) as url:
            yield settings.model_copy(update={**changes, "database_url": url})


@contextmanager
def _scratch_database(url: URL) -> Iterator[str]:
    name = f"casework_restore_{token_hex(6)}"
    server = create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            connection.execute(text(f'create database "{name}"'))
        yield url.set(database=name).render_as_string(hide_password=False)
    finally:
        with server.connect() as connection:
            connection.execute(text(f'drop database if exists "{name}" with (force)'))
        server.dispose()
