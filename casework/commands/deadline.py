"""`casework deadline`: one limit, with every day it counted."""

from __future__ import annotations

import json
from datetime import datetime

import click

from casework.adapters import rulebook
from casework.engine.counting import Unit
from casework.engine.deadline import Due, Stop, compute
from casework.engine.law import Law
from casework.engine.moments import moment, span
from casework.engine.pauses import named
from casework.engine.rule import DeadlineRule
from casework.engine.words import clock, long_date


@click.command()
@click.option(
    "--edition",
    "edition_id",
    required=True,
    help="Edition, or edition@revision.",
)
@click.option("--rule", "rule_id", required=True, help="Rule id, e.g. kajian_awal.")
@click.option("--start", required=True, metavar="ISO-8601", help="When the clock starts.")
@click.option("--extended", is_flag=True, help="Count the extended length.")
@click.option(
    "--office",
    default="07.00",
    show_default=True,
    help="Office code: its zone, its own days and its own way to run the limit.",
)
@click.option("--also", multiple=True, metavar="FACT=TIME", help="A second start of the rule.")
@click.option(
    "--pause",
    multiple=True,
    metavar="[FACT=]FROM/UNTIL",
    help="When the clock stood still; FACT began the pause, where the rule has several.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def command(
    edition_id: str,
    rule_id: str,
    start: str,
    extended: bool,
    office: str,
    also: tuple[str, ...],
    pause: tuple[str, ...],
    as_json: bool,
) -> None:
    """Compute a limit: the date, the safe date, and the days counted.

    A time without offset is in the office's zone; a date alone is enough for limits in days.

    \b
    Example: casework deadline --edition pemilihan-2020 --rule kajian_awal --start 2024-09-19
    """
    law = _law(edition_id)
    entry = law.office(office)
    rule, zone = entry.adjust(law.pinned(edition_id).deadline(rule_id)), entry.zone
    due = compute(
        rule,
        _moment(rule, start, zone),
        calendar=law.calendar_for(office),
        zone=zone,
        extended=extended,
        also=_pairs(rule, also, zone),
        stops=[_stop(rule, text, zone) for text in pause],
    )
    edition = law.pinned(edition_id)
    doubts = [why for at in (due.start, due.due) if (why := edition.outside(at.date()))]
    if as_json:
        found = {"edition": edition_id, "office": office, "warnings": doubts, **due.to_json()}
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for why in doubts:
            click.echo(f"AWAS   {why} Periksa apakah edisi ini yang berlaku.", err=True)
        click.echo(_text(rule, due, zone))


def _law(pin: str) -> Law:
    """The law of the files; a later revision stands in the database alone."""
    law = rulebook.load()
    edition, _, revision = pin.partition("@")
    if revision in ("", law.edition(edition).revision):
        return law
    # Most limits need no database, and its library doubles the time this command takes to start.
    from casework.bootstrap import installed_law

    return installed_law()


def _moment(rule: DeadlineRule, text: str, zone: str) -> datetime:
    return moment(text, zone, whole_day=_first(rule).unit is not Unit.HOURS)


def _first(rule: DeadlineRule) -> DeadlineRule:
    """The rule that the facts start: the first one of a chain."""
    return _first(rule.follows) if rule.follows else rule


def _stop(rule: DeadlineRule, text: str, zone: str) -> Stop:
    fact, sign, times = text.rpartition("=")
    allowed = (*rule.pauses, *(rule.follows.pauses if rule.follows else ()))
    pause = named(allowed, fact if sign else "")
    return Stop(pause, *span(times, zone, whole_day=rule.unit is not Unit.HOURS))


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
        f"tanda  {due.mark.label} (terlemah dari bunyi, awal, satuan, hari pertama, edisi)",
        f"bunyi  {due.basis.quote or '-'}",
        f"akibat {rule.on_expiry}",
    ]
    lines += [
        f"jeda   {stop.pause.title}, {_end(stop.since, zone)} sampai {_end(stop.until, zone)}: "
        f"{stop.pause.basis.citation} [{stop.pause.basis.mark.label}]"
        for stop in due.stops
    ]
    lines += [f"{'+' if step.counted else ' '} {step.why}" for step in due.derivation]
    lines += [
        f"catatan {caveat.part}: {caveat.basis.citation} [{caveat.basis.mark.label}]"
        for caveat in due.caveats
    ]
    return "\n".join(lines)


def _end(at: datetime, zone: str) -> str:
    return f"{long_date(at.date())} pukul {clock(at, zone)} ({at.isoformat()})"
