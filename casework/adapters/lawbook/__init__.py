"""Draws the catalogue of an edition, as a page and as a paper."""

from casework.adapters.lawbook.drawing import html, pdf

__all__ = ["html", "pdf"]
