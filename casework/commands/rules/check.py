"""`casework rules check`: prove the editions of the law."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from casework.adapters import features, rulebook
from casework.adapters.pdf.forms import Forms
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.proof import check, check_whole
from casework.engine.proofs.coverage import Coverage, coverage
from casework.engine.proofs.fault import Fault
from casework.engine.refusals import RuleFileFault
from casework.services.documents import samples

_RED = 1
_NAMED = 5  # so many untested rules are named; `rules coverage` names them all


@click.command()
@click.argument("edition", required=False)
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
@click.pass_context
def command(
    ctx: click.Context, edition: str | None, folder: Path | None, scenarios: Path | None
) -> None:
    """Prove one edition, or all: graph, acts, limits, roles, forms, tables, worked examples.

    Also that the samples of the forms could have happened, that every article in scope has a rule,
    and every rule a scenario where the scenarios are at hand. One line an edition; what is wrong
    stands at the end, each fault as a short story, and the last line counts them (exit code 1).

    \b
    Example: casework rules check pemilihan-2020
    """
    if edition is not None and not edition.strip():
        raise click.BadParameter("sebut edisinya, atau jangan tulis apa pun untuk semua edisi.")
    place = folder or rulebook.root()
    try:
        law = rulebook.load(folder)
    except RuleFileFault as fault:
        click.echo(str(fault))
        ctx.exit(_RED)
    chosen = [law.edition(edition)] if edition else list(law.editions.values())
    table = _table(law, scenarios or place.parent / "tests" / "features")
    forms = Forms(place)
    found: list[str] = []
    for one in chosen:
        faults = (*_proof(law, one, forms), *_untested(table, one.id))
        found += _told(one.id, faults)
        click.echo(f"{one.pin}: {_size(one)}; {len(faults)} kesalahan")
    whole = check_whole(law)
    found += _told("semua edisi", whole)
    click.echo(
        f"{len(law.scope)} pasal dalam cakupan, {sum(bool(one.why) for one in law.scope)} di "
        f"antaranya beralasan tanpa aturan; {len(law.kerawanan.editions)} edisi indeks kerawanan; "
        f"{len(whole)} kesalahan"
    )
    if table is None:
        click.echo("Skenario tidak diperiksa: foldernya tidak ada di sini (--features).")
    if found:
        click.echo("\n".join(["", *found, f"{len(found)} kesalahan."]))
        ctx.exit(_RED)


def _proof(law: Law, edition: Edition, forms: Forms) -> Iterator[Fault]:
    names = forms.names(edition.id)
    yield from check(law, edition.id, names)
    yield from samples.faults(
        law, edition, {one: forms.sample(one, edition.id) for one in sorted(names)}
    )


def _table(law: Law, place: Path) -> Coverage | None:
    return coverage(law, features.mentions(place)) if place.is_dir() else None


def _untested(table: Coverage | None, edition: str) -> Iterator[Fault]:
    holes = list(table.faults(edition)) if table else []
    if holes:
        more = f", dan {len(holes) - _NAMED} lagi" if len(holes) > _NAMED else ""
        named = ", ".join(fault.where.removeprefix(f"{edition} ") for fault in holes[:_NAMED])
        yield Fault(
            "skenario",
            f"{len(holes)} lubang antara aturan dan skenario: {named}{more}. "
            "Selengkapnya: casework rules coverage.",
        )


def _told(where: str, faults: tuple[Fault, ...]) -> Iterator[str]:
    return (f"{where}: {fault.where}: {fault.story}" for fault in faults)


def _size(edition: Edition) -> str:
    return (
        f"{len(edition.stages)} tahap, {len(edition.acts)} tindakan, "
        f"{len(edition.deadlines)} batas, {len(edition.articles)} pasal, "
        f"{len(edition.routes)} tujuan"
    )
