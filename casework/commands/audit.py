"""`casework audit verify`: does everything kept still agree with the record?"""

from __future__ import annotations

import click

from casework.bootstrap import installed
from casework.services import audit_check
from casework.services.door import NO_OFFICE
from casework.services.work import Actor
from casework.settings import Settings

RED = 1


@click.group(short_help="Verify the hash-chained record.")
def command() -> None:
    """The record of acts.

    \b
    Example: casework audit verify
    """


@command.command("verify")
@click.pass_context
def verify(context: click.Context) -> None:
    """Read every event, row and file back and compare with the chain and the anchored heads.

    Prints the counts; exit code 1 with one line for each thing that no longer agrees.

    \b
    Example: casework audit verify
    """
    app = installed(Settings.from_env())
    try:
        with app.reading(Actor.system(NO_OFFICE)) as work:
            report = audit_check.verify(work.session, app.store, app.anchors.read())
    finally:
        app.close()
    for fault in report.faults:
        click.echo(fault)
    click.echo(
        f"Jejak audit {'utuh' if report.green else 'TIDAK utuh'}: {report.events} kejadian, "
        f"{report.rows} baris, {report.files} berkas, {len(report.faults)} ketidakcocokan."
    )
    if not report.green:
        context.exit(RED)
