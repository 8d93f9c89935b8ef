"""The office's own emblem on its way to the paper, and pictures that would be left out unseen."""

from __future__ import annotations

import hashlib
import logging
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from casework.errors import EmblemUnusable

NAME = "office-emblem"
"""Under this name, with `.png` or `.svg`, a template finds the picture."""
# What WeasyPrint only logs; the paper would be drawn with a gap.
_LOST = ("Failed to load image", "Failed to render SVG image")


class PictureLost(Exception):
    """A picture of the paper was not drawn."""


def packed(named: Mapping[str, str] | None, content: bytes) -> str:
    """Base64 for the child, "" where the letterhead names none. Raises EmblemUnusable.

    The paper's data hold the hash alone, so only the very picture they name may be drawn.
    """
    if named is None:
        return ""
    if hashlib.sha256(content).hexdigest() != named["sha256"]:
        raise EmblemUnusable
    return b64encode(content).decode()


def unpacked(kind: str, packed: str) -> dict[str, bytes]:
    """The picture by the one name under which it is served."""
    return {f"{NAME}.{kind}": b64decode(packed)}


@contextmanager
def none_left_out() -> Iterator[None]:
    """Raise PictureLost afterwards when a picture could not be drawn."""
    watch = _Watch(logging.ERROR)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(watch)
    try:
        yield
    finally:
        logger.removeHandler(watch)
    if watch.lost:
        raise PictureLost


class _Watch(logging.Handler):
    lost = False

    def emit(self, record: logging.LogRecord) -> None:
        self.lost = self.lost or str(record.msg).startswith(_LOST)
