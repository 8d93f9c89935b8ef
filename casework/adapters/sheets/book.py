"""A table as an XLSX file in which nothing can be taken for a formula."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from casework.ports import Sheet

_HEAD = 3
_LONGEST = 31  # letters in the name of a worksheet
# What a spreadsheet would calculate once somebody edits the cell.
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_PLAIN = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(sheet: Sheet, *more: Sheet) -> bytes:
    """Give the file, a worksheet a table; rows are written one by one, whatever their number."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.xlsx"
        with xlsxwriter.Workbook(str(path), _PLAIN) as book:
            book.set_properties({"title": sheet.title, "comments": sheet.under})
            bold = book.add_format({"bold": True})
            head = book.add_format(
                {"bold": True, "border": 1, "text_wrap": True, "bg_color": "#EEEEEE"}
            )
            cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
            quoted = book.add_format(
                {"border": 1, "text_wrap": True, "valign": "top", "quote_prefix": True}
            )
            for one in (sheet, *more):
                page = book.add_worksheet(one.title[:_LONGEST] if more else "Register")
                page.freeze_panes(_HEAD, 0)
                page.set_landscape()
                page.repeat_rows(_HEAD - 1)
                page.fit_to_pages(1, 0)
                for index, (_title, width) in enumerate(one.columns):
                    page.set_column(index, index, width)
                page.write_string(0, 0, one.title, bold)
                page.write_string(1, 0, one.under)
                for index, (title, _width) in enumerate(one.columns):
                    page.write_string(_HEAD - 1, index, title, head)
                for number, row in enumerate(one.rows, start=_HEAD):
                    for index, text in enumerate(row):
                        page.write_string(
                            number, index, text, quoted if text.startswith(_RISKY) else cell
                        )
        return path.read_bytes()
