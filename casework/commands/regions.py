"""`casework regions`: the tree of regions, from a file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from casework.adapters import rulebook
from casework.bootstrap import installed
from casework.engine.region import Verdict
from casework.services.acts.amendments import region_import
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.settings import Settings

RED = 1
_SHOWN = 20
_WORDS = {
    Verdict.CREATE: "baru",
    Verdict.UPDATE: "berubah",
    Verdict.SAME: "sama",
    Verdict.REFUSED: "ditolak",
}


@click.group(short_help="The tree of regions.")
def command() -> None:
    """Regions from the province down to the polling station.

    \b
    Example: casework regions import desa-bengkulu.csv --apply
    """


@command.command("import")
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False
)
@click.option("--apply", is_flag=True, help="Take the file in; else only tell what it would do.")
@click.option("--all", "every", is_flag=True, help="Show every row that changes.")
@click.pass_context
def take(context: click.Context, file: Path | None, apply: bool, every: bool) -> None:
    """Tell what a CSV file of regions would do, and do it with --apply: all of it or nothing.

    Columns: code (of the ministry; a polling station has that of its village and three digits),
    name, and where known level, parent and bawaslu_code. Without FILE the regions that ship with
    the product are taken. The same file may be taken again: what is the same stays.

    \b
    Example: casework regions import --apply
    Example: casework regions import tps-2029.csv
    """
    content = (file or rulebook.shipped_regions()).read_bytes()
    with closing(installed(Settings.from_env())) as app:
        with app.reading(Actor.system(NO_OFFICE)) as work:
            found = region_import.preview(work, content)
        _tell(found, every=every)
        refused = bool(found.counts[Verdict.REFUSED])
        if apply and not refused:
            with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
                region_import.apply(work, content, found.sha256)
            click.echo("Wilayah diambil.")
            return
    click.echo("Tidak ada yang diubah." + ("" if apply else " Ambil dengan --apply."))
    if refused:
        context.exit(RED)


def _tell(found: region_import.Preview, *, every: bool) -> None:
    for verdict in (Verdict.REFUSED, Verdict.UPDATE, Verdict.CREATE):
        rows = found.of(verdict)
        for one in rows if every else rows[:_SHOWN]:
            label = one.node.label if one.node else one.row.name
            line = f"baris {one.row.line} {_WORDS[verdict]}: {one.row.code} {label} {one.why}"
            click.echo(line.rstrip())
        if len(rows) > _SHOWN and not every:
            click.echo(f"… dan {len(rows) - _SHOWN} baris {_WORDS[verdict]} lagi (--all)")
    click.echo(", ".join(f"{number} {_WORDS[verdict]}" for verdict, number in found.counts.items()))
