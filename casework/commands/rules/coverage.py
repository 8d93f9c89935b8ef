"""`casework rules coverage`: article → rule → scenario."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from casework.adapters import features, rulebook
from casework.engine.proofs.coverage import Coverage, Covered, coverage

_RED = 1


@click.command()
@click.option(
    "--rules",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Another rules folder than the installed one.",
)
@click.option(
    "--features",
    "scenarios",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of scenarios; tests/features beside the rules folder when not given.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
@click.pass_context
def command(ctx: click.Context, folder: Path | None, scenarios: Path | None, as_json: bool) -> None:
    """Show for every article in scope the rules that rest on it, and the scenarios of each.

    Exit code 1 when an article has no rule and no reason, a rule no scenario, or a scenario names
    a rule that does not exist.

    \b
    Example: casework rules coverage --json
    """
    place = scenarios or (folder or rulebook.root()).parent / "tests" / "features"
    if not place.is_dir():
        raise click.UsageError(f"Folder skenario {place} tidak ada. Sebutkan dengan --features.")
    table = coverage(rulebook.load(folder), features.mentions(place))
    if as_json:
        click.echo(json.dumps(_data(table), ensure_ascii=False, indent=2))
    else:
        for line in _lines(table):
            click.echo(line)
    if any(True for _ in table.faults()):
        ctx.exit(_RED)


def _lines(table: Coverage) -> Iterator[str]:
    for row in table.articles:
        yield row.article.text
        for rule in row.rules:
            yield f"  {rule.edition} {rule.entry.name}"
            yield f"    {_scenarios(rule)}"
        if row.article.why:
            yield f"  tanpa aturan: {row.article.why}"
        elif not row.rules:
            yield "  TIDAK ADA ATURAN"
    for fault in table.faults():
        yield f"{fault.where}: {fault.story}"
    yield ", ".join(f"{count} {what}" for what, count in _counts(table).items())


def _scenarios(rule: Covered) -> str:
    named = dict.fromkeys(f"{one.feature}: {one.scenario}" for one in rule.scenarios)
    return "; ".join(named) or "TIDAK ADA SKENARIO"


def _counts(table: Coverage) -> dict[str, int]:
    return {
        "pasal dalam cakupan": len(table.articles),
        "beralasan tanpa aturan": sum(bool(row.article.why) for row in table.articles),
        "tanpa aturan": sum(row.hole for row in table.articles),
        "aturan": sum(not rule.inherited for rule in table.rules),
        "diwarisi": sum(rule.inherited for rule in table.rules),
        "tanpa skenario": len(table.untested),
        "skenario menyebut aturan yang tidak ada": len(table.strays),
    }


def _data(table: Coverage) -> dict[str, object]:
    return {
        "articles": [
            {
                "citation": row.article.text,
                "why": row.article.why,
                "rules": [f"{rule.edition} {rule.entry.name}" for rule in row.rules],
            }
            for row in table.articles
        ],
        "rules": [
            {
                "edition": rule.edition,
                "rule": rule.entry.name,
                "title": rule.entry.title,
                "written_in": rule.written_in,
                "citation": rule.entry.basis.citation,
                "scenarios": [
                    {"feature": feature, "scenario": scenario}
                    for feature, scenario in dict.fromkeys(
                        (one.feature, one.scenario) for one in rule.scenarios
                    )
                ],
            }
            for rule in table.rules
        ],
        "holes": [{"where": one.where, "story": one.story} for one in table.faults()],
        "counts": _counts(table),
    }
