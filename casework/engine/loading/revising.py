"""Any revision of any edition, from the nodes of the files and the overlays upon them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import yaml

from casework.engine.basis import Basis
from casework.engine.edition import Edition
from casework.engine.loading import block, editions
from casework.engine.loading.bases import Instruments, basis
from casework.engine.loading.block import Block, fault
from casework.engine.loading.differences import edited
from casework.engine.loading.editions import Draft
from casework.engine.refusals import RuleUnknown
from casework.engine.revision import Overlay, Source

# Which list of the edition's files holds the entries of a kind.
LISTS: Final[Mapping[str, str]] = {
    "batas": "deadlines",
    "syarat": "requirements",
    "pelapor": "reporters",
    "golongan": "classes",
    "jenis": "kinds",
    "pasal": "articles",
    "hasil": "outcomes",
    "tujuan": "routes",
    "tahap": "stages",
    "tindakan": "acts",
    "ketentuan": "provisions",
    "formulir": "forms",
    "berkas": "file_items",
    "fakta": "facts",
    "surat": "letters",
}
_COUNTING, _NUMBER, _LETTERS, _HEAD = "hitungan", "nomor/perkara", "nomor/surat", "edisi"
_KEPT = 64  # editions; a law holds on to those it gives out
_OWN_HEAD = frozenset({"id", "regime", "revision", "amends"})


class Reviser:
    """Builds editions from drafts; what was built lately is kept."""

    def __init__(
        self, drafts: Mapping[str, Draft], instruments: Instruments, functions: Collection[str]
    ) -> None:
        self._drafts = drafts
        self._instruments = instruments
        self._functions = functions
        self._built: dict[str, Edition] = {}

    def edition(self, edition_id: str, overlays: Sequence[Overlay] = ()) -> Edition:
        """The edition with its overlays in order. Raises RuleFileFault or RuleUnknown."""
        key = "\n".join((edition_id, *(one.key for one in overlays)))
        found = self._built.get(key)
        if found is None:
            made = self._draft(edition_id, overlays)
            found = editions.edition(made, self._instruments, self._functions)
            if overlays:
                found = replace(found, revision=overlays[-1].revision)
            # Two threads may both have built it: equal and frozen, so either will do.
            self._built[key] = found
            if len(self._built) > _KEPT:
                self._built.pop(next(iter(tuple(self._built))), None)
        return found

    def line(self, edition_id: str) -> int:
        """The line where `edition.yaml` begins, for a fault that is about the whole edition."""
        return self._drafts[edition_id].head.node.start_mark.line + 1

    def names(self, edition_id: str, overlays: Sequence[Overlay] = ()) -> tuple[str, ...]:
        """The name of every entry that can be confirmed or corrected."""
        return self._names(self._draft(edition_id, overlays), edition_id)

    def _names(self, made: Draft, edition_id: str) -> tuple[str, ...]:
        listed = [f"{kind}/{one}" for kind, name in LISTS.items() for one in made.lists[name]]
        counting = made.singles["counting"]
        parts = [key.value for key, _ in counting.value] if counting is not None else []
        return (*listed, *(f"{_COUNTING}/{part}" for part in parts), _NUMBER,
                f"{_HEAD}/{edition_id}")  # fmt: skip

    def source(self, edition_id: str, overlays: Sequence[Overlay], name: str) -> Source:
        """An entry as written. Raises RuleUnknown."""
        return self._source(self._draft(edition_id, overlays), edition_id, name)

    def sources(self, edition_id: str, overlays: Sequence[Overlay] = ()) -> tuple[Source, ...]:
        """Every entry as written, in the order of `names`."""
        made = self._draft(edition_id, overlays)
        return tuple(self._source(made, edition_id, name) for name in self._names(made, edition_id))

    def _source(self, made: Draft, edition_id: str, name: str) -> Source:
        node = _find(made, name, edition_id)
        origin = node.start_mark.name.partition("/")[0]
        values = {key: one for key, one in block.value(node).items() if key not in ("id", "change")}
        return Source(name, origin, values)

    def basis(self, edition_id: str, overlays: Sequence[Overlay], name: str) -> Basis:
        """What an entry rests on. Raises RuleUnknown, or RuleFileFault where it has none."""
        node = _find(self._draft(edition_id, overlays), name, edition_id)
        return basis(Block(node, f'entri "{name}"'), self._instruments)

    def _draft(self, edition_id: str, overlays: Sequence[Overlay]) -> Draft:
        made = self._drafts[edition_id]
        if not overlays:
            return made
        made = Draft(made.head, {k: dict(v) for k, v in made.lists.items()}, dict(made.singles))
        for overlay in overlays:
            place = f"{edition_id}/revisi {overlay.revision}"
            for name, changes in overlay.changes.items():
                _put(made, name, edition_id, changes, place)
        return made


def _find(made: Draft, name: str, edition_id: str) -> yaml.Node:
    kind, _, entry_id = name.partition("/")
    if kind == _HEAD:
        found: yaml.Node | None = made.head.node if entry_id == edition_id else None
    elif name == _NUMBER:
        found = made.singles["numbering"]
    elif name == _LETTERS:
        found = made.lists["letters"].get("default")
    elif kind == _COUNTING:
        parts = made.singles["counting"]
        pairs = {key.value: one for key, one in parts.value} if parts is not None else {}
        found = pairs.get(entry_id)
    else:
        found = made.lists.get(LISTS.get(kind, ""), {}).get(entry_id)
    if found is None:
        raise RuleUnknown(f'Entri "{name}" tidak ada pada edisi {edition_id}.')
    return found


def _put(made: Draft, name: str, edition_id: str, changes: Mapping[str, Any], place: str) -> None:
    kind, _, entry_id = name.partition("/")
    old = _find(made, name, edition_id)
    if kind == _HEAD:
        for key in changes:
            if key in _OWN_HEAD:
                fault(old, f'"{key}" sebuah edisi tidak dapat diubah dengan revisi.')
        made.head = Block(edited(old, changes, place), made.head.what)
    elif name == _NUMBER:
        made.singles["numbering"] = edited(old, changes, place)
    elif kind == _COUNTING:
        inside = {f"{entry_id}.{key}": value for key, value in changes.items()}
        made.singles["counting"] = edited(_whole(made), inside, place)
    elif name == _LETTERS:
        made.lists["letters"]["default"] = edited(old, changes, place)
    else:
        made.lists[LISTS[kind]][entry_id] = edited(old, changes, place)


def _whole(made: Draft) -> yaml.Node:
    node = made.singles["counting"]
    if node is None:  # the entry was found inside it
        raise RuleUnknown("Bagian counting tidak ada.")
    return node
