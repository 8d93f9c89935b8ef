"""A YAML mapping that knows its file and line, gives typed values, and refuses the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import Any, NoReturn, TypeVar

import yaml

from casework.engine.refusals import RuleFileFault

_NULL = "tag:yaml.org,2002:null"
_TEXTUAL = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "timestamp", "value")
)
_FLAGS = {"true": True, "false": False}

Choice = TypeVar("Choice", bound=StrEnum)


def fault(node: yaml.Node, text: str) -> NoReturn:
    """Refuse a node, naming its file and line."""
    raise RuleFileFault(node.start_mark.name, node.start_mark.line + 1, text)


class Block:
    """One mapping of a rules file. Every key read is known; `close` refuses all others."""

    def __init__(self, node: yaml.Node, what: str) -> None:
        if not isinstance(node, yaml.MappingNode):
            fault(node, f"{what} harus berupa daftar kunci dan nilai.")
        self.node = node
        self.what = what
        self._values: dict[str, yaml.Node] = {}
        self._read: set[str] = set()
        for key, value in node.value:
            if key.value in self._values:
                fault(key, f'kunci "{key.value}" tertulis dua kali pada {what}. Hapus satu.')
            self._values[key.value] = value

    def __contains__(self, key: str) -> bool:
        self._read.add(key)
        return key in self._values and self._values[key].tag != _NULL

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys as written."""
        return tuple(self._values)

    def node_of(self, key: str) -> yaml.Node:
        """The value's node; refuses a missing key."""
        if key not in self:
            fault(self.node, f'{self.what} tidak punya kunci "{key}". Kunci itu wajib.')
        return self._values[key]

    def text(self, key: str, default: str | None = None) -> str:
        """A non-empty text, or the default when the key is absent."""
        if default is not None and key not in self:
            return default
        return _text(self.node_of(key), f'"{key}" pada {self.what}')

    def maybe(self, key: str) -> str | None:
        """A text, or None when the key is absent or empty."""
        return self.text(key) if key in self else None

    def whole(self, key: str, *, at_least: int, default: int | None = None) -> int:
        """A whole number not below `at_least`."""
        if default is not None and key not in self:
            return default
        node = self.node_of(key)
        value = _text(node, f'"{key}"')
        if not value.isdecimal() or int(value) < at_least:
            fault(node, f'"{key}" harus bilangan bulat paling kecil {at_least}, bukan "{value}".')
        return int(value)

    def flag(self, key: str, default: bool | None = None) -> bool:
        """`true` or `false`."""
        if default is not None and key not in self:
            return default
        node = self.node_of(key)
        value = node.value if isinstance(node, yaml.ScalarNode) else ""
        if value not in _FLAGS:
            fault(node, f'"{key}" harus true atau false, bukan "{value}".')
        return _FLAGS[value]

    def day(self, key: str) -> date:
        """A date written as YYYY-MM-DD."""
        node = self.node_of(key)
        value = _text(node, f'"{key}"')
        try:
            return date.fromisoformat(value)
        except ValueError:
            fault(node, f'"{key}" harus tanggal seperti 2024-09-19, bukan "{value}".')

    def maybe_day(self, key: str) -> date | None:
        """A date, or None when the key is absent or empty."""
        return self.day(key) if key in self else None

    def choice(self, key: str, options: type[Choice], default: Choice | None = None) -> Choice:
        """One value of a closed list."""
        if default is not None and key not in self:
            return default
        node = self.node_of(key)
        value = _text(node, f'"{key}"')
        if value not in set(options):
            fault(node, f'"{key}" tidak boleh "{value}". Pilih: {", ".join(options)}.')
        return options(value)

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        if not required and key not in self:
            return ()
        return tuple(_text(node, f'"{key}"') for node in self.nodes(key))

    def nodes(self, key: str) -> list[yaml.Node]:
        """The nodes of a list; a single value counts as a list of one."""
        node = self.node_of(key)
        return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]

    def block(self, key: str) -> Block:
        """A mapping inside this one."""
        return Block(self.node_of(key), f'"{key}" pada {self.what}')

    def blocks(self, key: str) -> list[Block]:
        """A list of mappings; absent is empty."""
        if key not in self:
            return []
        return [Block(node, f'butir "{key}" pada {self.what}') for node in self.nodes(key)]

    def close(self) -> None:
        """Refuse every key nobody asked for, with the nearest one that exists."""
        for key, _ in self.node.value:
            if key.value not in self._read:
                near = get_close_matches(key.value, self._read, n=1)
                hint = f' Maksudnya "{near[0]}"?' if near else ""
                known = ", ".join(sorted(self._read))
                fault(
                    key,
                    f'kunci "{key.value}" tidak dikenal pada {self.what}.{hint} '
                    f"Yang dikenal: {known}.",
                )


def _text(node: yaml.Node, what: str) -> str:
    if not isinstance(node, yaml.ScalarNode) or node.tag not in _TEXTUAL or not node.value.strip():
        fault(node, f"{what} harus berupa teks.")
    return str(node.value).strip()


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


# libyaml where the installation has it: the same nodes and marks, ten times sooner.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Named:
    """A text that tells the parser its name, which then stands on every mark."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self._rest = text

    def read(self, size: int = -1) -> str:
        """Give the next piece, as the parser asks for it."""
        piece = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(piece) :]
        return piece


def compose(path: str, text: str) -> Block:
    """Parse `text`; a file that is not YAML, or is empty, is refused with its line."""
    return Block(_node(path, text), "berkas ini")


# Nodes are never changed, so a file that reads as it did is not parsed again: half of a load.
@lru_cache(maxsize=1024)
def _node(path: str, text: str) -> yaml.Node:
    try:
        node: yaml.Node | None = yaml.compose(_Named(text, path), Loader=_Loader)
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark or broken.context_mark
        line = mark.line + 1 if mark else 1
        raise RuleFileFault(path, line, f"bukan YAML yang sah: {broken.problem}.") from broken
    except yaml.YAMLError as broken:
        raise RuleFileFault(path, 1, f"bukan YAML yang sah: {broken}.") from broken
    if node is None:
        raise RuleFileFault(path, 1, "berkas kosong. Hapus berkas ini atau isi entrinya.")
    return node


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
