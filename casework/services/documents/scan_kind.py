"""What kind of file a scan is: what its name says and its first bytes must agree."""

from __future__ import annotations

_BEGINNINGS = {
    "application/pdf": (b"%PDF-",),
    "image/jpeg": (b"\xff\xd8",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/tiff": (b"II*\x00", b"MM\x00*"),
}
KINDS = frozenset(_BEGINNINGS)
"""Media types of scans."""
LONGEST = 8
"""So many of its first bytes tell what a file is."""


def fits(media_type: str, head: bytes) -> bool:
    """Do the first bytes of a file begin as files of this media type do?

    >>> fits("application/pdf", b"%PDF-1.7"), fits("application/pdf", b"<html>")
    (True, False)
    """
    return head.startswith(_BEGINNINGS.get(media_type, ()))
