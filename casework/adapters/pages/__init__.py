"""Documents and pictures page by page: what is shown of a file in the page of a case."""

from casework.adapters.pages.drawing import (
    LARGEST,
    Drawn,
    Line,
    Sheet,
    Undrawable,
    drawable,
    page_of,
    sheets_of,
)

__all__ = [
    "LARGEST",
    "Drawn",
    "Line",
    "Sheet",
    "Undrawable",
    "drawable",
    "page_of",
    "sheets_of",
]
