"""Conditions in YAML: a fact's id, or one of all/any/not/equals/at_least/at_most."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from casework.engine.conditions import All, Any, Compare, Comparison, Condition, Holds, Not
from casework.engine.facts import Fact, FactKind
from casework.engine.loading.block import Block, fault

_LOGIC = ("all", "any", "not")


def condition(node: yaml.Node, facts: Mapping[str, Fact]) -> Condition:
    """Read a condition; every leaf must be a declared fact of a fitting kind."""
    if isinstance(node, yaml.ScalarNode):
        name = _fact(node, str(node.value), facts, (FactKind.FLAG, FactKind.MOMENT))
        return Holds(name, stays=facts[name].kind is FactKind.MOMENT)
    block = Block(node, "syarat")
    if len(block.keys) != 1:
        fault(node, "syarat memuat tepat satu dari all, any, not, equals, at_least, at_most.")
    key = block.keys[0]
    if key in _LOGIC:
        parts = tuple(condition(part, facts) for part in block.nodes(key))
        return _logic(node, key, parts)
    if key not in set(Comparison):
        fault(node, f'syarat "{key}" tidak dikenal. Pilih: {", ".join((*_LOGIC, *Comparison))}.')
    return _compare(block.block(key), Comparison(key), facts)


def _logic(node: yaml.Node, key: str, parts: tuple[Condition, ...]) -> Condition:
    if not parts:
        fault(node, f'"{key}" tidak boleh kosong.')
    if key == "not":
        if len(parts) != 1:
            fault(node, '"not" memuat tepat satu syarat.')
        return Not(parts[0])
    return All(parts) if key == "all" else Any(parts)


def _compare(block: Block, how: Comparison, facts: Mapping[str, Fact]) -> Condition:
    kinds = (FactKind.NUMBER, FactKind.TEXT) if how is Comparison.EQUALS else (FactKind.NUMBER,)
    name = _fact(block.node_of("fact"), block.text("fact"), facts, kinds)
    value: int | str = (
        block.whole("value", at_least=0)
        if facts[name].kind is FactKind.NUMBER
        else block.text("value")
    )
    block.close()
    return Compare(name, how, value)


def _fact(
    node: yaml.Node, name: str, facts: Mapping[str, Fact], kinds: tuple[FactKind, ...]
) -> str:
    if name not in facts:
        fault(node, f'fakta "{name}" tidak dikenal. Nyatakan dahulu pada facts.yaml.')
    if facts[name].kind not in kinds:
        fault(
            node,
            f'fakta "{name}" berjenis {facts[name].kind}, di sini perlu {" atau ".join(kinds)}.',
        )
    return name
