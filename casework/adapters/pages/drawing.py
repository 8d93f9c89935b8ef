"""The door to drawing pages of documents and pictures, in a child process."""

from __future__ import annotations

import json
from typing import Final, NamedTuple

from casework.adapters import child

SECONDS: Final = 40.0
LARGEST: Final = 40 * 1024 * 1024
"""So large, in bytes, a file may be to be drawn; a larger one is downloaded."""
_KINDS: Final = frozenset(
    {
        "application/pdf",
        "image/jpeg",
        "image/png",
        "image/gif",
        "image/bmp",
        "image/tiff",
        "image/webp",
    }
)
_MODULE: Final = "casework.adapters.pages.child"


class Undrawable(Exception):
    """The file cannot be drawn: broken, locked, too large, or no such page."""


class Drawn(NamedTuple):
    """A picture and its media type."""

    content: bytes
    media_type: str


class Line(NamedTuple):
    """Words on a page and their box from the upper left corner, in the units of the page."""

    x: float
    y: float
    width: float
    height: float
    words: str


class Sheet(NamedTuple):
    """One page: its size, and what can be selected on it."""

    width: float
    height: float
    lines: tuple[Line, ...]


def drawable(media_type: str, size: int) -> bool:
    """Whether a file of this kind and size in bytes can be drawn at all."""
    return media_type in _KINDS and size <= LARGEST


def page_of(content: bytes, page: int, width: int, *, seconds: float = SECONDS) -> Drawn:
    """One page, counted from 1, about `width` pixels wide. Raises Undrawable."""
    body = _ask(content, {"work": "page", "page": page, "width": width}, seconds)
    return Drawn(body, "image/png" if body.startswith(b"\x89PNG") else "image/jpeg")


def sheets_of(content: bytes, *, seconds: float = SECONDS) -> tuple[Sheet, ...]:
    """Size and words of every page, of the first sixty where there are more. Raises Undrawable."""
    found = json.loads(_ask(content, {"work": "sheets"}, seconds))
    return tuple(
        Sheet(width, height, tuple(Line(*one) for one in lines)) for width, height, lines in found
    )


def _ask(content: bytes, order: dict[str, object], seconds: float) -> bytes:
    try:
        return child.ask(_MODULE, order, content, seconds)
    except (child.Hurt, child.Refused) as fault:
        raise Undrawable(str(fault)) from fault
