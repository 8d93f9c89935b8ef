"""Tables for paper and for spreadsheets."""

from casework.adapters.sheets.book import workbook
from casework.adapters.sheets.paper import pdf

__all__ = ["pdf", "workbook"]
