"""From the text of one file to its top mapping, with the file's name on every mark."""

from __future__ import annotations

from functools import lru_cache

import yaml

from casework.engine.loading.block import Block
from casework.engine.refusals import RuleFileFault

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
