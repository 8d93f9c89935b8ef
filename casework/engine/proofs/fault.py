"""What a proof finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One fault: the entry it is about, and the story of how it goes wrong."""

    where: str
    story: str
