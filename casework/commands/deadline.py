"""`casework deadline`: one limit, with every day it counted."""

from __future__ import annotations

import json
from datetime import datetime

import click

from casework.adapters import rulebook
from casework.engine.counting import Unit
from casework.engine.deadline import Due, compute
from casework.engine.moments import moment
from casework.engine.rule import DeadlineRule
from casework.engine.words import clock, long_date


@click.command()
@click.option("--edition", "edition_id", required=True, help="Edition id, e.g. pemilihan-2020.")
@click.option("--rule", "rule_id", required=True, help="Rule id, e.g. kajian_awal.")
@click.option("--start", required=True, metavar="ISO-8601", help="When the clock starts.")
@click.option("--extended", is_flag=True, help="Count the extended length.")
@click.option("--office", default="07.00", show_default=True, help="Office code: gives the zone.")
@click.option("--also", multiple=True, metavar="FACT=TIME", help="A second start of the rule.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def command(
    edition_id: str,
    rule_id: str,
    start: str,
    extended: bool,
    office: str,
    also: tuple[str, ...],
    as_json: bool,
) -> None:
    """Compute a limit: the date, the safe date, and the days counted.

    A time without offset is in the office's zone; a date alone is enough for limits in days.

    \b
    Example: casework deadline --edition pemilihan-2020 --rule kajian_awal --start 2024-09-19
    """
    law = rulebook.load()
    rule = law.edition(edition_id).deadline(rule_id)
    zone = law.office(office).zone
    due = compute(
        rule,
        _moment(rule, start, zone),
        calendar=law.calendar,
        zone=zone,
        extended=extended,
        also=_pairs(rule, also, zone),
    )
    if as_json:
        click.echo(
            json.dumps({"edition": edition_id, **due.to_json()}, ensure_ascii=False, indent=2)
        )
    else:
        click.echo(_text(rule, due, zone))


def _moment(rule: DeadlineRule, text: str, zone: str) -> datetime:
    return moment(text, zone, whole_day=rule.unit is not Unit.HOURS)


def _pairs(rule: DeadlineRule, also: tuple[str, ...], zone: str) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for pair in also:
        fact, sign, text = pair.partition("=")
        if not sign or not fact:
            raise click.BadParameter(
                f'"{pair}" bukan FACT=TIME. Tulis misalnya diterima=2024-09-19.',
                param_hint="--also",
            )
        if fact in found:
            raise click.BadParameter(f'"{fact}" diberikan dua kali.', param_hint="--also")
        found[fact] = _moment(rule, text, zone)
    return found


def _text(rule: DeadlineRule, due: Due, zone: str) -> str:
    lines = [
        rule.title,
        f"batas  {_end(due.due, zone)}" + (" (sementara)" if due.provisional else ""),
        f"aman   {_end(due.safe, zone)}",
        f"dasar  {due.basis.citation} [{due.basis.mark.label}]",
        f"bunyi  {due.basis.quote or '-'}",
        f"akibat {rule.on_expiry}",
    ]
    lines += [f"{'+' if step.counted else ' '} {step.why}" for step in due.derivation]
    lines += [
        f"catatan {caveat.part}: {caveat.basis.citation} [{caveat.basis.mark.label}]"
        for caveat in due.caveats
    ]
    return "\n".join(lines)


def _end(at: datetime, zone: str) -> str:
    return f"{long_date(at.date())} pukul {clock(at, zone)} ({at.isoformat()})"
