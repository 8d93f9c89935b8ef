"""Linters and the tests near a change: what an editor wants to know within two minutes.

    python -m scripts.changed           what is not committed yet; else the last commit
    python -m scripts.changed main      what this branch changed since it left main
    python -m scripts.changed --list    only say what would run, and why

A test is near a module when it imports it, opens a page of it, or does so through one module
between. It says what it chose and why, and what it left to the gate.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.test import BIN, ROOT

PACKAGES = ("casework", "flows", "webui", "scripts", "tests")
FURTHEST = 2
MOST = 30
"""Files of tests at most, the nearest first; those of a change itself always run."""
ELSEWHERE = ("tests/browser/", "tests/flows/", "tests/growing/", "tests/offline/", "tests/crash/")
"""Tests that take minutes each; `make test` runs them."""
HUBS = frozenset({"casework.bootstrap", "webui.app", "webui.areas", "tests.conftest"})
"""Modules that everything stands on: what is near only by them is not near."""
BY_FOLDER = (
    ("rules/", "documents/", ("tests/unit/papers",)),
    ("rules/", "", ("tests/unit/engine", "tests/features/hukum")),
    ("webui/translations/", "", ("tests/web/test_translations.py",)),
    ("webui/static/", "", ("tests/web/test_security.py", "tests/web/test_components.py")),
    ("casework/migrations/", "", ("tests/migrations",)),
    ("docs/", "", ("tests/house",)),
    ("docker/", "", ("tests/house",)),
    ("scripts/", "", ("tests/house",)),
)
"""Start of a path, a part of it, and the tests of what no import shows."""
ALWAYS = ("tests/house/test_layers.py", "tests/house/test_modules.py")


@dataclass
class Chosen:
    """Tests with the reason each was chosen, and how many more are near."""

    tests: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)


class Sources:
    """Our own modules: what each imports, which pages it serves, which texts it names."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.files = {
            _module(path.relative_to(root)): path
            for package in PACKAGES
            for path in sorted((root / package).rglob("*.py"))
        }
        self.imports: dict[str, set[str]] = {}
        self.texts: dict[str, set[str]] = {}
        self.pages: dict[str, list[re.Pattern[str]]] = {}
        for module, path in self.files.items():
            tree = ast.parse(path.read_text("utf-8"))
            self.imports[module] = set(self._imported(tree)) & set(self.files)
            self.texts[module] = set(_texts(tree))
            if module.startswith("webui."):
                self.pages[module] = [re.compile(one) for one in _pages(tree)]

    def _imported(self, tree: ast.AST) -> Iterator[str]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from (one.name for one in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [f"{node.module}.{one.name}" for one in node.names]
                # From a package the modules are meant, not the package itself.
                yield from names
                if not all(name in self.files for name in names):
                    yield node.module

    def users(self, module: str) -> Iterator[str]:
        """Who imports a module, or opens one of its pages in a test."""
        yield from (one for one, found in self.imports.items() if module in found)
        if pages := self.pages.get(module):
            for one, texts in self.texts.items():
                if one.startswith("tests.web") and any(
                    page.fullmatch(text) for page in pages for text in texts if text[:1] == "/"
                ):
                    yield one

    def naming(self, name: str) -> Iterator[str]:
        """Modules that name a file: a template, a feature."""
        yield from (one for one, texts in self.texts.items() if name in texts)


def _module(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def _texts(tree: ast.AST) -> Iterator[str]:
    """Every text of a module; 0 stands for what is only known when it runs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "0" for part in node.values
            )


def _pages(tree: ast.AST) -> Iterator[str]:
    """The addresses of the routes of a module, as patterns; one without a word is anybody's."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    prefix = next(
        (
            str(word.value.value)
            for call in calls
            for word in call.keywords
            if word.arg == "url_prefix" and isinstance(word.value, ast.Constant)
        ),
        "",
    )
    for call in calls:
        for text in call.args[:1]:
            if isinstance(text, ast.Constant) and str(text.value)[:1] == "/":
                parts = re.split(r"<[^>]*>", prefix + str(text.value))
                if any(part.strip("/") for part in parts):
                    yield "[^/?]+".join(map(re.escape, parts)) + r"(\?.*)?"


def choose(changed: Sequence[str], sources: Sources) -> Chosen:
    """The tests near these files, nearest first."""
    chosen = Chosen(dict.fromkeys(ALWAYS, "the rules of the house"))
    for path in changed:
        if _is_test(path) and (sources.root / path).exists():
            chosen.tests[path] = "changed itself"
        for start, part, tests in BY_FOLDER:
            if path.startswith(start) and part in path:
                chosen.tests |= {one: f"of {start}" for one in tests if one not in chosen.tests}
                break
    for test, why in _near(changed, sources):
        if test.startswith(ELSEWHERE) or len(chosen.tests) >= MOST:
            chosen.left.append(test)
        elif test not in chosen.tests:
            chosen.tests[test] = why
    return chosen


def _near(changed: Iterable[str], sources: Sources) -> Iterator[tuple[str, str]]:
    """Files of tests with the way that leads to them, by its length."""
    ways = dict(_begins(changed, sources))
    edge = list(ways)
    for _ in range(FURTHEST):
        following: list[str] = []
        for module in edge:
            for user in sources.users(module) if module not in HUBS else ():
                if user not in ways:
                    ways[user] = (*ways[module], user)
                    following.append(user)
        edge = following
    for module, way in sorted(ways.items(), key=lambda one: len(one[1])):
        path = sources.files[module].relative_to(sources.root).as_posix()
        if _is_test(path):
            yield path, " ← ".join(reversed(way[:-1])) or "changed itself"


def _begins(changed: Iterable[str], sources: Sources) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The modules that changed, and those that name a template or another file that did."""
    for path in changed:
        if path.endswith(".py"):
            module = _module(Path(path))
            if module in sources.files:
                yield module, (module,)
        else:
            _, _, template = path.partition("templates/")
            for one in sources.naming(template or Path(path).name):
                yield one, (path, one)


def _is_test(path: str) -> bool:
    return path.startswith("tests/") and Path(path).name.startswith("test_") and path[-3:] == ".py"


def changes(base: str) -> list[str]:
    """Files that differ from a commit, with those not added yet."""
    more = _git("ls-files", "--others", "--exclude-standard")
    if base:
        since = _git("diff", "--name-only", f"{base}...")
        return sorted({*since, *_git("diff", "--name-only", "HEAD"), *more})
    return sorted({*_git("diff", "--name-only", "HEAD"), *more}) or sorted(
        _git("diff", "--name-only", "HEAD~1")
    )


def _git(*words: str) -> list[str]:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def commands(changed: Sequence[str], tests: Iterable[str]) -> list[list[str]]:
    """What to run, quickest first."""
    python = [path for path in changed if path.endswith(".py") and (ROOT / path).exists()]
    product = [path for path in python if path.startswith(("casework/", "flows/", "webui/"))]
    found: list[list[str]] = []
    if python:
        found += [["ruff", "check", *python], ["ruff", "format", "--check", *python]]
    if product:
        found.append(["lint-imports"])
    if python:
        found.append(["mypy", *python])
    return [*found, ["python", "-m", "pytest", "-q", "-n", "2", *tests]]


def main(words: list[str]) -> int:
    """Choose, say what was chosen, run it; 1 when anything is red."""
    only_list = "--list" in words
    base = next((word for word in words if not word.startswith("-")), "")
    changed = changes(base)
    chosen = choose(changed, Sources())
    print(f"{len(changed)} files changed: {', '.join(changed[:8])}{' …' * (len(changed) > 8)}")
    for test, why in chosen.tests.items():
        print(f"  {test}  ({why})")
    if chosen.left:
        print(f"  left to `make test`: {len(chosen.left)} more files that are near")
    if only_list:
        return 0
    red = []
    for program, *arguments in commands(changed, chosen.tests):
        done = subprocess.run([BIN / program, *arguments], cwd=ROOT, check=False)
        if done.returncode:
            red.append(arguments[1] if program == "python" else program)
    print(f"red: {', '.join(red)}" if red else "green; the gate is `make test`")
    return 1 if red else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
