"""The report of one election as a file: drawn as a paper, or as lines for a spreadsheet."""

from __future__ import annotations

import csv
import io

from casework.bootstrap import App
from casework.services.documents.election_report import FORM, LAYOUTS, Taken
from casework.services.people import emblem

# What a spreadsheet would calculate.
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def drawn(house: App, taken: Taken) -> bytes:
    """The PDF. Raises RenderFailed, or EmblemUnusable for a picture that cannot be drawn."""
    own = emblem.of_paper(house.store, taken.paper)
    return house.renderer.render(FORM, LAYOUTS, taken.paper, draft=False, emblem=own)


def lines(taken: Taken) -> bytes:
    """A line for each number: its table, row and column; semicolons, as spreadsheets expect."""
    buffer = io.StringIO()
    buffer.write("\ufeff")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(("Bagian", "Uraian", "Kolom", "Angka"))
    for table in taken.figures.tables:
        for words, counts in table.rows:
            safe = f"'{words}" if words.startswith(_RISKY) else words
            for column, count in zip(table.columns, counts, strict=True):
                writer.writerow((table.title, safe, column, count))
    return buffer.getvalue().encode()
