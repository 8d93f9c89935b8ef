"""`casework rules`: prove the editions of the law."""

from __future__ import annotations

from pathlib import Path

import click

from casework.adapters import rulebook
from casework.engine.proof import check
from casework.engine.refusals import RuleFileFault

_RED = 1


@click.group()
def command() -> None:
    """Check the rules data.

    \b
    Example: casework rules check pemilihan-2020
    """


@command.command("check")
@click.argument("edition", required=False)
@click.option(
    "--rules",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Another rules folder than the installed one.",
)
@click.pass_context
def check_command(ctx: click.Context, edition: str | None, folder: Path | None) -> None:
    """Prove one edition, or all: graph, limits, roles, forms, routing tables, worked examples.

    Exit code 1 when a fault was found, each printed as a short story.

    \b
    Example: casework rules check pemilihan-2020
    """
    try:
        law = rulebook.load(folder)
    except RuleFileFault as fault:
        click.echo(str(fault))
        ctx.exit(_RED)
    found = 0
    for one in [law.edition(edition)] if edition else law.editions.values():
        faults = check(law, one.id)
        found += len(faults)
        for fault_found in faults:
            click.echo(f"{one.id}: {fault_found.where}: {fault_found.story}")
        click.echo(
            f"{one.pin}: {len(one.stages)} tahap, {len(one.acts)} tindakan, "
            f"{len(one.deadlines)} batas, {len(one.routes)} tujuan; "
            f"{len(faults)} kesalahan"
        )
    if found:
        ctx.exit(_RED)
