"""Sentences written every day: questions, reasons, requests; an office sets its own wording.

A template is practice, no law, and nothing prints it by itself: an officer takes it into a form,
reads it and changes it. What stands in braces is filled from the case (`PLACES`), never with a
name that is protected. One entry is one template of one office (`<office>/<template>`); the newest
counts, and one without lines goes back to what the law data give.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from casework.engine.basis import Basis
from casework.engine.revision import Overlay, of_edition

TEMPLATES = "templat"
"""Stands where an edition is named: a template belongs to an office."""
BASE = "1"

PLACES = ("nomor", "judul", "tempat", "tanggal_kejadian", "terlapor", "kantor")
"""What a template may have filled from a case."""
_PLACE = re.compile(r"\{([^{}]*)\}")


class Use(StrEnum):
    """Where a template is taken into: minutes, a reason, the free text of a letter."""

    QUESTIONS = "pertanyaan"
    REASON = "alasan"
    LETTER = "surat"


@dataclass(frozen=True)
class Template:
    """One of them; `on` names roles of a party, acts or forms by `use`, none: any."""

    id: str
    title: str
    use: Use
    on: tuple[str, ...]
    lines: tuple[str, ...]
    basis: Basis


def unknown_places(lines: Iterable[str]) -> tuple[str, ...]:
    """What stands in braces and can be filled from no case."""
    return tuple(
        name for line in lines for name in _PLACE.findall(line) if name not in PLACES
    )  # fmt: skip


def filled(lines: Iterable[str], facts: Mapping[str, str]) -> tuple[str, ...]:
    """The lines with what the case says; a place of which it says nothing stays a gap of dots."""
    return tuple(_PLACE.sub(lambda at: facts.get(at[1]) or "…", line) for line in lines)


def name_of(office: str, template: str) -> str:
    """How the entry of a template of an office is called."""
    return f"{office}/{template}"


def upon(overlays: Iterable[Overlay]) -> Mapping[str, tuple[str, ...]]:
    """The wordings that offices set themselves, by entry name."""
    found: dict[str, tuple[str, ...]] = {}
    for overlay in of_edition(overlays, TEMPLATES, BASE):
        for name, keys in overlay.changes.items():
            found.pop(name, None)
            if keys["lines"]:
                found[name] = tuple(keys["lines"])
    return found
