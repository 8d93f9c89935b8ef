"""`casework rules catalogue`: an edition as a book, for lawyers and for the file."""

from __future__ import annotations

from pathlib import Path

import click

from casework.adapters import lawbook, rulebook
from casework.bootstrap import installed_law
from casework.engine.lawbook.book import book


@click.command(short_help="Print editions as HTML and PDF.")
@click.argument("editions", nargs=-1)
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the files.",
)
@click.option("--html-only", is_flag=True, help="Leave out the PDF, which takes some seconds.")
def command(editions: tuple[str, ...], target: Path, html_only: bool) -> None:
    """Print the named editions (`edition` or `edition@revision`; all when none is named).

    Each becomes one HTML file that needs no other, and one PDF/A: every entry with its article,
    quote, mark and source, what is not known among them.

    \b
    Example: casework rules catalogue pemilihan-2024 --to katalog
    """
    # A revision made on screen is in the database; the editions as written need none.
    law = installed_law() if any("@" in name for name in editions) else rulebook.load()
    target.mkdir(parents=True, exist_ok=True)
    for name in editions or tuple(law.editions):
        found = book(law, law.pinned(name))
        place = target / found.pin.replace("@", "-revisi-")
        place.with_name(place.name + ".html").write_text(lawbook.html(found), encoding="utf-8")
        if not html_only:
            place.with_name(place.name + ".pdf").write_bytes(lawbook.pdf(found))
        count = sum(len(chapter.items) for chapter in found.chapters)
        click.echo(f"{place}.html{'' if html_only else ' dan .pdf'}: {count} entri")
