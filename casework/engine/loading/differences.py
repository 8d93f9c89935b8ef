"""An edition that amends another is a folder of differences, merged entry by entry."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import yaml

from casework.engine.loading import block as plain
from casework.engine.loading.block import Block, fault, identify

Entries = dict[str, yaml.Node]


class Change(StrEnum):
    """What a difference does to the base edition."""

    ADD = "add"
    AMEND = "amend"
    REMOVE = "remove"


def merge(base: Entries, changes: list[yaml.Node], what: str) -> Entries:
    """Apply the differences to the base entries; their marks keep file and line."""
    merged = dict(base)
    seen: set[str] = set()
    for node in changes:
        entry_id = identify(node, what)
        block = Block(node, f'{what} "{entry_id}"')
        change = block.choice("change", Change)
        if entry_id in seen:
            fault(node, f"{block.what} diubah dua kali dalam berkas ini.")
        if (entry_id in base) == (change is Change.ADD):
            state = "sudah ada" if change is Change.ADD else "tidak ada"
            fault(
                node, f'{block.what} {state} pada edisi yang diubah, jadi tidak dapat "{change}".'
            )
        for key in ("citation", "verification"):
            block.node_of(key)  # a difference stands on its own words, not on the base's
        seen.add(entry_id)
        if change is Change.REMOVE:
            del merged[entry_id]
        elif change is Change.ADD:
            merged[entry_id] = _combine(None, node)
        else:
            merged[entry_id] = _combine(base[entry_id], node)
    return merged


def overlay(base: yaml.Node | None, change: yaml.Node | None) -> yaml.Node | None:
    """A mapping whose keys replace those of the base, key by key."""
    if base is None or change is None:
        return change or base
    return _combine(base, change)


def edited(base: yaml.Node, changes: Mapping[str, Any], place: str) -> yaml.Node:
    """The entry with other values; `place` is what a fault names as its file.

    A key with a dot leads into a part, None takes a key away. Quote, source and note belong to
    their citation and fall away with it, unless they are given anew.
    """
    mark = yaml.Mark(place, 0, 0, 0, "", 0)
    pairs = {key.value: (key, value) for key, value in base.value}
    parts: dict[str, dict[str, Any]] = {}
    if "citation" in changes:
        for stale in _WORDS:
            pairs.pop(stale, None)
    for path, value in changes.items():
        key, _, inner = path.partition(".")
        if inner:
            parts.setdefault(key, {})[inner] = value
        elif key in _FIXED:
            fault(plain.node(key, mark), f'"{key}" sebuah entri tidak dapat diubah.')
        elif value is None:
            pairs.pop(key, None)
        else:
            pairs[key] = (plain.node(key, mark), plain.node(value, mark))
    for key, inside in parts.items():
        part = pairs.get(key, (None, None))[1]
        if not isinstance(part, yaml.MappingNode):
            fault(plain.node(key, mark), f'entri ini tidak punya bagian "{key}".')
        pairs[key] = (pairs[key][0], edited(part, inside, place))
    return yaml.MappingNode(base.tag, list(pairs.values()), base.start_mark, base.end_mark)


# What a basis says about its citation.
_WORDS = ("quote", "source", "note")
_FIXED = ("id", "change")


def _combine(base: yaml.Node | None, change: yaml.Node) -> yaml.Node:
    pairs = {} if base is None else {key.value: (key, value) for key, value in base.value}
    if base is not None and any(key.value == "citation" for key, _ in change.value):
        # The base's quote, source and note belong to the base's citation.
        for stale in _WORDS:
            pairs.pop(stale, None)
    pairs.update({key.value: (key, value) for key, value in change.value if key.value != "change"})
    return yaml.MappingNode(change.tag, list(pairs.values()), change.start_mark, change.end_mark)
