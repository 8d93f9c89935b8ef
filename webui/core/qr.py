"""Draws a QR code as inline SVG, because the page's security policy allows no data addresses."""

from __future__ import annotations

import segno
from markupsafe import Markup


def picture(text: str, title: str) -> Markup:
    """The code as inline SVG, black on white in every colour scheme."""
    svg = segno.make(text, error="m").svg_inline(
        border=4,
        dark="#000",
        light="#fff",
        title=title,
        svgclass="qr",
        lineclass=None,
        omitsize=True,  # then it has a viewBox, and is scaled instead of cut off
    )
    return Markup(svg)  # noqa: S704 - drawn by the library; the title is escaped by it
