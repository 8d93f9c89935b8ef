"""`casework edition`: which edition of the law a date belongs to."""

from __future__ import annotations

import json

import click

from casework.adapters import rulebook
from casework.engine.edition import Edition
from casework.engine.moments import day


@click.command()
@click.option("--regime", required=True, help="pemilihan, pemilu, or pemilihan-tsm.")
@click.option("--on", required=True, metavar="DATE", help="The day the report was received.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def command(regime: str, on: str, as_json: bool) -> None:
    """Name the edition of the law in force on a date.

    \b
    Example: casework edition --regime pemilihan --on 2024-09-19
    """
    found = rulebook.load().edition_on(regime, day(on))
    click.echo(json.dumps(_data(found), ensure_ascii=False, indent=2) if as_json else _text(found))


def _data(edition: Edition) -> dict[str, object]:
    ends = {
        "from": (edition.in_force.since, edition.in_force.since_basis),
        "until": (edition.in_force.until, edition.in_force.until_basis),
    }
    return {
        "id": edition.id,
        "revision": edition.revision,
        "title": edition.title,
        "regime": edition.regime,
        "amends": edition.amends,
        "in_force": {
            name: None
            if at is None
            else {
                "date": at.isoformat(),
                "verification": basis.mark.value if basis else None,
                "note": basis.note if basis else "",
            }
            for name, (at, basis) in ends.items()
        },
        "instruments": [one.short for one in edition.instruments.values()],
        "notes": list(edition.notes),
    }


def _text(edition: Edition) -> str:
    lines = [f"{edition.pin}", edition.title]
    for name, at, basis in (
        ("berlaku sejak", edition.in_force.since, edition.in_force.since_basis),
        ("sampai sebelum", edition.in_force.until, edition.in_force.until_basis),
    ):
        if at is not None:
            mark = f" [{basis.mark.label}] {basis.note}" if basis else ""
            lines.append(f"{name} {at.isoformat()}{mark}".rstrip())
    lines.append("peraturan: " + ", ".join(one.short for one in edition.instruments.values()))
    return "\n".join([*lines, *edition.notes])
