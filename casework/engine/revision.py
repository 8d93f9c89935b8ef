"""What a lawyer of the office changed in an edition, as differences on top of its files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Overlay:
    """One revision: by entry name (`batas/penanganan`) the keys that take another value.

    A dot leads into a part (`extension.total`); None takes a key away. `base` is the revision
    of the files it was written against: on other files it does not apply.
    """

    edition: str
    base: str
    number: int
    changes: Mapping[str, Mapping[str, Any]]

    @property
    def revision(self) -> str:
        """The name of the edition's state after it.

        >>> Overlay("pemilihan-2020", "1", 2, {}).revision
        '1.2'
        """
        return f"{self.base}.{self.number}"

    @cached_property
    def key(self) -> str:
        """Equal for overlays that say the same."""
        said = {name: dict(keys) for name, keys in self.changes.items()}
        return f"{self.revision} {json.dumps(said, sort_keys=True, ensure_ascii=False)}"


@dataclass(frozen=True)
class Source:
    """An entry as written: `values` are the plain YAML values of its keys.

    `origin` is the edition whose own files wrote it last: another one when it is inherited.
    """

    name: str
    origin: str
    values: Mapping[str, Any]


def of_edition(overlays: Iterable[Overlay], edition: str, base: str) -> tuple[Overlay, ...]:
    """The overlays that apply to an edition whose files have the revision `base`, in order."""
    mine = (one for one in overlays if one.edition == edition and one.base == base)
    return tuple(sorted(mine, key=lambda one: one.number))
