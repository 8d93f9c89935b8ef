"""The whole catalogue of one edition."""

from __future__ import annotations

from collections import Counter

from casework.engine.basis import Mark
from casework.engine.edition import Edition
from casework.engine.entry import instruments
from casework.engine.law import Law
from casework.engine.lawbook import lifecycle, limits, offences, paperwork, reports
from casework.engine.lawbook.page import Book, Chapter, lines

_REGIMES = {
    "pemilihan": "Pemilihan (gubernur, bupati, wali kota)",
    "pemilu": "Pemilu",
    "pemilihan-tsm": "Pemilihan, pelanggaran administrasi TSM",
}


def book(law: Law, edition: Edition) -> Book:
    """Everything the edition prescribes, with the mark of every entry."""
    chapters = tuple(one for one in _chapters(law, edition) if one.items)
    counted = Counter(item.basis.mark for chapter in chapters for item in chapter.items)
    return Book(
        title=edition.title,
        pin=edition.pin,
        regime=_REGIMES.get(edition.regime, edition.regime),
        in_force=offences.span(edition.in_force) or "awal berlakunya tidak diketahui",
        facts=lines(
            ("Mengubah", edition.amends or ""),
            ("Tidak menerima perkara", edition.no_cases),
        ),
        notes=edition.notes,
        instruments=tuple((one.short, one.title) for one in instruments(law, edition)),
        chapters=chapters,
        marks=tuple((mark.label, counted[mark]) for mark in Mark),
    )


def _chapters(law: Law, edition: Edition) -> tuple[Chapter, ...]:
    return (
        limits.chapter(edition),
        reports.reporters(edition),
        reports.requirements(edition),
        lifecycle.stages(edition),
        lifecycle.acts(edition),
        offences.classes(edition),
        offences.articles(edition),
        paperwork.routes(law, edition),
        paperwork.forms(edition),
        paperwork.numbers(edition),
        reports.provisions(edition),
    )
