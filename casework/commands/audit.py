"""`casework audit`: does everything kept still agree with the record?"""

from __future__ import annotations

import click

from casework.bootstrap import installed
from casework.errors import SettingsError
from casework.examination import examined
from casework.services.cases.record import audit_check
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep import integrity
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
        anchors = app.anchors.read()
        with app.snapshot(Actor.system(NO_OFFICE)) as work:
            report = audit_check.verify(work.session, app.store, anchors)
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


@command.command("nightly")
@click.pass_context
def nightly(context: click.Context) -> None:
    """Check every invariant now, keep what was found, and tell the offices it concerns.

    What the worker does every night, for a timer of the machine or after a repair. Prints what
    does not hold; exit code 1 when anything does not.

    \b
    Example: casework audit nightly
    """
    app = installed(Settings.from_env())
    try:
        with app.reading(Actor.system(NO_OFFICE)) as work:
            seat = integrity.seat(work)
        if seat is None:
            raise SettingsError("Belum ada kantor. Tambahkan dahulu: casework office add")
        found = examined(app)
        with app.unit_of_work(Actor.system(seat.id)) as work:
            integrity.keep(work, found)
    finally:
        app.close()
    for name, count in found.counts.items():
        click.echo(f"{name}: {count} ketidakcocokan")
        for fault in found.first[name]:
            click.echo(f"   {fault}")
    click.echo(
        f"Keutuhan {'TIDAK terjaga' if found.counts else 'terjaga'}: {found.events} kejadian, "
        f"{found.rows} baris, {found.files} berkas dalam {found.seconds} detik."
    )
    if found.counts:
        context.exit(RED)
