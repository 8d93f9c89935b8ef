"""The repository as the house tests read it: its files, and Python as syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("casework", "flows", "webui")
GENERATED = {
    ".venv", ".git", "var", "build", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache",
    ".hypothesis", ".import_linter_cache", "casework.egg-info",
}  # fmt: skip


@dataclass(frozen=True)
class Module:
    """One Python file."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        """Path as printed in a message."""
        return str(self.path.relative_to(ROOT))

    @property
    def tree(self) -> ast.Module:
        """Its syntax."""
        return ast.parse(self.text, self.name)

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.text.splitlines())


@cache
def files() -> tuple[Path, ...]:
    """Every file that belongs to the repository."""
    return tuple(sorted(_walk(ROOT)))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in GENERATED or path == ROOT / "bench" / "results":
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


@cache
def modules(*tops: str) -> tuple[Module, ...]:
    """The Python files under the top folders named."""
    found = (path for path in files() if path.suffix == ".py")
    return tuple(
        Module(path, path.read_text(encoding="utf-8"))
        for path in found
        if path.relative_to(ROOT).parts[0] in tops
    )


def calls(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Last name and line of everything that is called: `session.commit()` gives `commit`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute):
                yield called.attr, node.lineno
            elif isinstance(called, ast.Name):
                yield called.id, node.lineno


def imports(tree: ast.AST) -> Iterator[str]:
    """Full names of the modules that are imported, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
