"""From the text of one file to its top mapping, with the file's name on every mark."""

from __future__ import annotations

import yaml

from casework.engine.loading.block import Block
from casework.engine.refusals import RuleFileFault


def compose(path: str, text: str) -> Block:
    """Parse `text`; a file that is not YAML, or is empty, is refused with its line."""
    loader = yaml.SafeLoader(text)
    loader.name = path
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark or broken.context_mark
        line = mark.line + 1 if mark else 1
        raise RuleFileFault(path, line, f"bukan YAML yang sah: {broken.problem}.") from broken
    except yaml.YAMLError as broken:
        raise RuleFileFault(path, 1, f"bukan YAML yang sah: {broken}.") from broken
    finally:
        loader.dispose()
    if node is None:
        raise RuleFileFault(path, 1, "berkas kosong. Hapus berkas ini atau isi entrinya.")
    return Block(node, "berkas ini")
