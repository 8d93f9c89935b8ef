"""`casework audit`: does everything kept still agree with the record?"""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

import click

from casework.adapters.anchor import kept
from casework.bootstrap import installed
from casework.errors import SettingsError
from casework.examination import examined
from casework.services.cases.record import audit, audit_check
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep import heads as mailed
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
@click.option(
    "--anchors",
    "file",
    type=click.File("r", encoding="utf-8", errors="replace"),
    help="Text with heads that were kept elsewhere: a daily message, a copy of anchors.log.",
)
@click.pass_context
def verify(context: click.Context, file: TextIO | None) -> None:
    """Read every event, row and file back and compare with the chain and the anchored heads.

    Prints the counts; exit code 1 with one line for each thing that no longer agrees. Of a text
    with --anchors every "office number hash" in it is looked for in the chains.

    \b
    Example: casework audit verify --anchors pesan.txt
    """
    elsewhere = kept(file.read()) if file else []
    if file and not elsewhere:
        raise SettingsError(
            f"{file.name} tidak memuat kepala rantai: kantor, nomor, dan hash dalam satu baris."
        )
    app = installed(Settings.from_env())
    try:
        anchors = app.anchors.read()
        with app.snapshot(Actor.system(NO_OFFICE)) as work:
            report = audit_check.verify(work, anchors, elsewhere)
    finally:
        app.close()
    for fault in report.faults:
        click.echo(fault)
    click.echo(
        f"Jejak audit {'utuh' if report.green else 'TIDAK utuh'}: {report.events} kejadian, "
        f"{report.rows} baris, {report.files} berkas, {len(report.faults)} ketidakcocokan."
    )
    if elsewhere:
        click.echo(f"{len(elsewhere)} kepala rantai dari {file.name if file else ''} dicari.")
    if not report.green:
        context.exit(RED)


@command.command("heads")
def heads() -> None:
    """Print the newest link of every office's chain, to be kept away from this machine.

    \b
    Example: casework audit heads | lp
    """
    app = installed(Settings.from_env())
    try:
        with app.reading(Actor.system(NO_OFFICE)) as work:
            for office, seq, hash_ in audit.heads(work.session):
                click.echo(f"{office} {seq} {hash_}")
    finally:
        app.close()


@command.command("recipients")
@click.argument("logins", nargs=2)
def recipients(logins: tuple[str, str]) -> None:
    """Choose the two officers who get the heads of all chains every day, as an event.

    \b
    Example: casework audit recipients ketua.bengkulu auditor.bengkulu
    """
    app = installed(Settings.from_env())
    try:
        with app.reading(Actor.system(NO_OFFICE)) as work:
            office_id = mailed.sender(work)
        if office_id is None:
            raise SettingsError("Belum ada petugas. Tambahkan dahulu: casework officer add")
        with app.unit_of_work(Actor.system(office_id)) as work:
            chosen = mailed.choose(work, logins)
    finally:
        app.close()
    click.echo(f"Kepala rantai dikirim setiap hari kepada {' dan '.join(o.login for o in chosen)}.")


@command.command("stamps")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def stamps(folder: Path) -> None:
    """Write each stamped list of heads and its time stamp (RFC 3161) into a folder.

    \b
    Example: casework audit stamps cap && openssl ts -verify -token_in -in cap/2024-10-03.tst
             -data cap/2024-10-03.txt -CAfile tsa.pem
    """
    app = installed(Settings.from_env())
    try:
        with app.reading(Actor.system(NO_OFFICE)) as work:
            found = mailed.stamps(work)
    finally:
        app.close()
    folder.mkdir(parents=True, exist_ok=True)
    for day, text, token in found:
        (folder / f"{day}.txt").write_text(text)
        (folder / f"{day}.tst").write_bytes(token)
    click.echo(f"{len(found)} cap waktu ditulis ke {folder}.")


@command.command("anchor")
@click.option("--reason", required=True, help="Why the anchor file lacks something.")
def anchor(reason: str) -> None:
    """Write what the anchor file lacks, as an event of the record: after a disk was lost or full.

    Look first why it does, and compare with heads that were kept elsewhere.

    \b
    Example: casework audit anchor --reason "Disk penuh 3 Oktober, lihat berita acara 12"
    """
    app = installed(Settings.from_env())
    try:
        with app.reading(Actor.system(NO_OFFICE)) as work:
            seat = integrity.seat(work)
        if seat is None:
            raise SettingsError("Belum ada kantor. Tambahkan dahulu: casework office add")
        count = app.anchor_again(Actor.system(seat.id), reason)
    finally:
        app.close()
    click.echo(f"{count} jangkar ditulis; alasannya tercatat dalam jejak audit.")


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
