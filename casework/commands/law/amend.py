"""`casework law amend`: what an amending regulation would change, as an edition to be judged."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import click

from casework.bootstrap import installed
from casework.engine.moments import day
from casework.engine.regulation import amendments
from casework.engine.regulation.amendments import Change
from casework.errors import NotFound
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor, Work
from casework.services.law import amended, regulations
from casework.services.law.regulations import Head
from casework.settings import Settings

OPEN = "belum dijawab"


@click.command(short_help="Propose an edition from an amending regulation.")
@click.argument("amending")
@click.option("--of", "of", required=True, help="The instrument it amends.")
@click.option("--edition", "base", required=True, help="The edition whose entries are compared.")
@click.option("--from", "since", required=True, metavar="DATE", help="In force from.")
@click.option("--into", required=True, type=click.Path(path_type=Path), help="A folder to make.")
def command(amending: str, of: str, base: str, since: str, into: Path) -> None:
    """Compare AMENDING with the regulation it amends, both read before, and write a proposal.

    INTO becomes a folder of differences, named like the edition it proposes. What a lawyer accepted
    on screen (Aturan, Baca peraturan) is written with who, when and why; what was declined is not.
    Every mark in it is unverified and it takes no cases: a lawyer looks at what nobody answered,
    moves the folder into rules/ and runs `casework rules check`. Nothing of the installation is
    changed.

    \b
    Example: casework law amend perbawaslu-9-2024 --of perbawaslu-8-2020
             --edition pemilihan-2020 --from 2024-09-30 --into usulan/pemilihan-2024
    """
    if into.exists():
        raise click.UsageError(f"{into} sudah ada. Sebutkan folder yang belum ada.")
    with (
        closing(installed(Settings.from_env())) as app,
        app.reading(Actor.system(NO_OFFICE)) as work,
    ):
        new, old = _read(work, amending), _read(work, of)
        found = amended.compare(work, new.id, old.id, base)
    files = amendments.proposal(
        found.edition,
        into.name,
        amending,
        day(since),
        found.source,
        found.articles,
        found.entries,
        found.answers,
    )
    into.mkdir(parents=True)
    for name, text in files.items():
        (into / name).write_text(text, encoding="utf-8")
    for one in found.articles:
        click.echo(f"{one.at}: {one.change}")
    for each in found.entries:
        hand = ", dengan tangan" if each.by_hand else ""
        answer = found.answers.get(each.target.key)
        click.echo(f"  {each.target.key}: {each.change}{hand}; {answer.told if answer else OPEN}")
    counted = Counter(each.change for each in found.entries)
    counted[Change.SAME] = found.same
    click.echo(", ".join(f"{counted[change]} entri {change}" for change in Change))
    accepted = sum(one.accepted for one in found.answers.values())
    click.echo(
        f"{accepted} diterima, {len(found.answers) - accepted} ditolak (tidak ditulis), "
        f"{len(found.open)} {OPEN}"
    )
    click.echo(f"Usulan: {into} ({', '.join(sorted(files))}). Periksa setiap entrinya.")


def _read(work: Work, instrument: str) -> Head:
    found = regulations.newest(work, instrument)
    if found is None:
        raise NotFound(
            f"Naskah {instrument} belum dibaca. Jalankan casework law read, atau pakai Aturan, "
            "Baca peraturan."
        )
    return found
