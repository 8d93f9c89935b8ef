"""Regulations as PDF: their text by page, and a page as a picture."""

from casework.adapters.regulation.reader import Mark, pages_of, picture_of

__all__ = ["Mark", "pages_of", "picture_of"]
