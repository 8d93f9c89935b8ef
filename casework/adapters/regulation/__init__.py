"""Regulations as PDF: their text by page, a page as a picture; all pages of a document as one."""

from casework.adapters.regulation.reader import Mark, pages_of, picture_of, recognises, sheets_of

__all__ = ["Mark", "pages_of", "picture_of", "recognises", "sheets_of"]
