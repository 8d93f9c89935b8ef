"""`casework rules unverified`: what the cases rest on and nobody has confirmed."""

from __future__ import annotations

import json
from contextlib import closing

import click

from casework.bootstrap import installed
from casework.engine.basis import Mark
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.law import usage
from casework.services.law.usage import Weak
from casework.settings import Settings


@click.command(short_help="List entries in use that nobody has confirmed, most used first.")
@click.option("--secondary", is_flag=True, help="List entries with a secondary source too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def command(secondary: bool, as_json: bool) -> None:
    """List the entries that stored cases rest on and that are unverified, most used first.

    Counts cases, cases not yet finished, and times; no case is named.

    \b
    Example: casework rules unverified --json
    """
    marks = (Mark.UNVERIFIED, Mark.SECONDARY) if secondary else (Mark.UNVERIFIED,)
    with (
        closing(installed(Settings.from_env())) as app,
        app.reading(Actor.system(NO_OFFICE)) as work,
    ):
        found = usage.unverified(work, marks)
    if as_json:
        click.echo(json.dumps([_data(one) for one in found], ensure_ascii=False, indent=2))
        return
    for one in found:
        click.echo(_line(one))
    click.echo(f"{len(found)} entri yang dipakai perlu disahkan")


def _data(one: Weak) -> dict[str, object]:
    return {
        "edition": one.use.edition,
        "rule": one.use.name,
        "title": one.title,
        "verification": one.mark.value,
        "citation": one.citation,
        "unconfirmed": list(one.parts),
        "cases": one.use.cases,
        "open_cases": one.use.open_cases,
        "times": one.use.times,
    }


def _line(one: Weak) -> str:
    use = one.use
    return (
        f"{use.cases} perkara ({use.open_cases} belum selesai, {use.times} kali): {use.edition} "
        f"{use.name}, {one.title}: {'; '.join(one.parts)}"
    )
