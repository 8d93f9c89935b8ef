"""Every place where the code lets itself be killed, found by reading the code."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
# These need a flow server; the tests of the flows kill there.
ELSEWHERE = frozenset({"relay.asked"})


def places() -> list[str]:
    """Names of the failpoints of the domain, in the order of the files."""
    found: list[str] = []
    for file in sorted((ROOT / "casework").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "failpoint":
                (name,) = node.args
                assert isinstance(name, ast.Constant)
                found.append(str(name.value))
    assert len(found) == len(set(found)), "two places share a name"
    return [name for name in found if name not in ELSEWHERE]
