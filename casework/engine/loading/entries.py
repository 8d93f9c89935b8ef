"""Lists of entries with an id: read once each, no id twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import yaml

from casework.engine.loading.block import Block, fault

Value = TypeVar("Value")


def by_id(
    nodes: Iterable[yaml.Node], what: str, read: Callable[[Block], Value]
) -> dict[str, Value]:
    """Read each node with `read`, keyed by its id, in the order written."""
    found: dict[str, Value] = {}
    for node in nodes:
        entry_id = identify(node, what)
        if entry_id in found:
            fault(node, f'{what} "{entry_id}" tertulis dua kali. Hapus atau ganti salah satu id.')
        block = Block(node, f'{what} "{entry_id}"')
        block.text("id")
        found[entry_id] = read(block)
        block.close()
    return found


def identify(node: yaml.Node, what: str) -> str:
    """The id of an entry."""
    return Block(node, what).text("id")


def known(block: Block, key: str, value: str, options: Iterable[str], what: str) -> str:
    """Refuse a reference to something that is not there."""
    names = tuple(options)
    if value not in names:
        fault(
            block.node_of(key),
            f'{what} "{value}" pada {block.what} tidak dikenal. Yang dikenal: {", ".join(names)}.',
        )
    return value
