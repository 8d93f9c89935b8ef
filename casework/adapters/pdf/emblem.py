"""An office's own emblem on its way to the process that draws."""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Mapping

from casework.errors import EmblemUnusable

NAME = "office-emblem"
"""Under this name, with `.png` or `.svg`, a template finds the picture."""


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
