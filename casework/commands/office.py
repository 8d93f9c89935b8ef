"""`casework office add`: an office of a production installation."""

from __future__ import annotations

from contextlib import closing

import click

from casework.bootstrap import build
from casework.engine.office import Level
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import offices
from casework.services.people.offices import NewOffice
from casework.settings import Settings

_INSTALLER = Actor.system(NO_OFFICE)


@click.group(short_help="Add offices.")
def command() -> None:
    """Offices of this installation.

    \b
    Example: casework office add --help
    """


@command.command("add")
@click.option("--code", required=True, help="Code of the office, e.g. 07.05.")
@click.option("--name", required=True, help="Full name, as on a letter.")
@click.option("--level", required=True, type=click.Choice([str(one) for one in Level]))
@click.option(
    "--zone",
    default="Asia/Jakarta",
    show_default=True,
    help="Zone of Indonesia: Asia/Jakarta, Asia/Makassar or Asia/Jayapura.",
)
@click.option("--city", required=True, help="Where its letters are dated.")
@click.option("--parent", default="", help="Code of the office above it.")
@click.option("--region-code", default="", help="Region code in numbers; default: the code.")
@click.option("--address", multiple=True, help="A line of the letterhead; may be repeated.")
def add(
    code: str, name: str, level: str, zone: str, city: str, parent: str, region_code: str,
    address: tuple[str, ...],
) -> None:  # fmt: skip
    """Add an office.

    \b
    Example: casework office add --code 07.05 --level kabupaten --city Kepahiang --parent 07.00
             --name "Badan Pengawas Pemilihan Umum Kabupaten Kepahiang"
    """
    new = NewOffice(code, name, level, zone, city, parent, region_code, address=address)
    with closing(build(Settings.from_env())) as app, app.unit_of_work(_INSTALLER) as work:
        office = offices.add_office(work, new)
    click.echo(f"Kantor {office.code} {office.name} ditambahkan.")
