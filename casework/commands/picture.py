"""`casework picture`: the counts of the picture and its map."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import click

from casework.adapters import outlines
from casework.bootstrap import installed, installed_law
from casework.engine import outline
from casework.engine.region import key_of
from casework.services.cases import rollups
from casework.settings import Settings


@click.group(short_help="Counts and map of the picture.")
def command() -> None:
    """What the picture of an office and of a province is counted from.

    \b
    Example: casework picture rebuild
    """


@command.command("rebuild")
def rebuild() -> None:
    """Count everything again from the record and the lines; acts wait meanwhile.

    Needed when the nightly examination reports I11, or after `casework search reindex` for lines
    that something else wrote.

    \b
    Example: casework picture rebuild
    """
    began = time.monotonic()
    with closing(installed(Settings.from_env())) as app:
        found = rollups.rebuild(app)
    click.echo(f"Gambaran: {found} angka dihitung dalam {time.monotonic() - began:.1f} detik.")


@command.command("map")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--tolerance", default=1.5, show_default=True, help="Detail left out, of 1000.")
def draw(file: Path, tolerance: float) -> None:
    """Import the outlines of kabupaten and kota from a GeoJSON file, simplified.

    Features are found by any property that is the name of a region or its code. Without this the
    picture shows its map of tiles alone.

    \b
    Example: casework picture map batas-kabupaten.geojson
    """
    known: dict[str, str] = {}
    for region in installed_law().regions.values():
        if region.kind != "provinsi":
            for key in (key_of(region.place), key_of(region.name), region.kemendagri, region.code):
                if key:
                    known.setdefault(key, region.id)
    try:
        drawn, unknown = outline.read(outlines.source(file), known, tolerance)
    except outline.NotDrawable as fault:
        raise click.ClickException(str(fault)) from fault
    outlines.save(Settings.from_env().var, drawn)
    size = sum(map(len, drawn.paths.values()))
    click.echo(f"Peta: {len(drawn.paths)} wilayah, {size} huruf.")
    if unknown:
        click.echo(f"Tidak dikenal: {', '.join(sorted(set(unknown))[:20])}.")
