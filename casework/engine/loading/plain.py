"""Between YAML nodes and plain values, so that a difference can be stored outside the files."""

from __future__ import annotations

from typing import Any

import yaml

_TAG = "tag:yaml.org,2002:"


def value(node: yaml.Node) -> Any:
    """The plain value of a node: text, whole number, truth, nothing, list or mapping.

    Dates and times stay the text that was written.
    """
    if isinstance(node, yaml.MappingNode):
        return {key.value: value(item) for key, item in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [value(item) for item in node.value]
    kind = node.tag.removeprefix(_TAG)
    if kind == "null":
        return None
    if kind == "bool":
        return node.value == "true"
    if kind == "int" and node.value.isdecimal():
        return int(node.value)
    return node.value


def node(plain: Any, mark: yaml.Mark) -> yaml.Node:
    """The node that a plain value would be read as, standing at `mark`."""
    if isinstance(plain, dict):
        pairs = [(node(key, mark), node(item, mark)) for key, item in plain.items()]
        return yaml.MappingNode(f"{_TAG}map", pairs, mark, mark)
    if isinstance(plain, list | tuple):
        return yaml.SequenceNode(f"{_TAG}seq", [node(item, mark) for item in plain], mark, mark)
    if plain is None:
        return yaml.ScalarNode(f"{_TAG}null", "", mark, mark)
    if isinstance(plain, bool):
        return yaml.ScalarNode(f"{_TAG}bool", str(plain).lower(), mark, mark)
    if isinstance(plain, int):
        return yaml.ScalarNode(f"{_TAG}int", str(plain), mark, mark)
    return yaml.ScalarNode(f"{_TAG}str", str(plain), mark, mark)
