"""How well the tests protect a module: the same small faults each time, and who notices them.

    python -m scripts.mutation                          the four modules of `TARGETS`
    python -m scripts.mutation casework/engine/due.py --count 10
    python -m scripts.mutation --root ../older          of another checkout

Each fault is put into a module as it is imported, in a process forked from one that has the
libraries loaded; the tests near the module (see `scripts.changed`) run until the first fails. The
sample depends on the code that is changed and the seed alone, so that two checkouts are asked the
same.
"""

import argparse
import ast
import copy
import hashlib
import importlib.util
import os
import resource
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import ModuleType

TARGETS = (
    "casework/engine/counting.py",
    "casework/services/acts/acts.py",
    "casework/services/cases/access.py",
    "casework/services/documents/signing.py",
)
CPU_SECONDS = 240
"""A fault that makes the tests run this long is noticed: something turns in a circle."""
MEMORY = 4 << 30
"""Bytes: one that fills them is noticed too."""
_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_LIBRARIES = ("pytest", "sqlalchemy", "psycopg", "flask", "lxml.html",
              "weasyprint", "pyhanko", "alembic.command")  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One fault: where, what it says instead, and the whole source with it."""

    line: int
    what: str
    source: str


def mutants(source: str, count: int, seed: int) -> list[Mutant]:
    """A sample of the faults that a module can have."""
    tree = ast.parse(source)
    found: dict[str, tuple[int, str]] = {}
    seen: dict[str, int] = {}
    decorations = {
        inner
        for node in ast.walk(tree)
        for one in getattr(node, "decorator_list", ())
        for inner in ast.walk(one)
    }
    for place, node in enumerate(ast.walk(tree)):
        if node in decorations:
            continue
        for number, (before, after) in enumerate(_faults(node)):
            what = f"{before} → {after}"
            seen[what] = seen.get(what, 0) + 1
            key = hashlib.sha256(f"{seed} {what} {seen[what]}".encode()).hexdigest()
            changed = copy.deepcopy(tree)
            there = list(ast.walk(changed))[place]
            list(_faults(there, wanted=number))
            text = ast.unparse(ast.fix_missing_locations(changed))
            found[key] = (getattr(node, "lineno", 0), f"{what}\0{text}")
    chosen = [found[key] for key in sorted(found)[:count]]
    return sorted(
        (Mutant(line, *both.split("\0", 1)) for line, both in chosen), key=lambda one: one.line
    )


def _faults(node: ast.AST, wanted: int = -1) -> Iterator[tuple[str, str]]:
    """What can be wrong with one node, as texts; the wanted one is made."""
    number = 0
    for fault in (_compare, _join, _negate, _count, _flag, _give, _pass_over):
        changed = copy.deepcopy(node)
        if not fault(changed):
            continue
        if number == wanted:
            fault(node)
        number += 1
        yield _text(node) if wanted < 0 else "", _text(changed)


def _text(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())[:100]


def _compare(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARED:
        node.ops[0] = _COMPARED[type(node.ops[0])]()
        return True
    return False


def _join(node: ast.AST) -> bool:
    if isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return True
    return False


def _negate(node: ast.AST) -> bool:
    if isinstance(node, ast.If | ast.IfExp | ast.comprehension):
        tests = node.ifs if isinstance(node, ast.comprehension) else [node.test]
        if tests and not isinstance(tests[0], ast.Compare | ast.BoolOp):
            new = ast.UnaryOp(ast.Not(), tests[0])
            if isinstance(node, ast.comprehension):
                node.ifs[0] = new
            else:
                node.test = new
            return True
    return False


def _count(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant) and type(node.value) is int:
        node.value += 1
        return True
    return False


def _flag(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        node.value = not node.value
        return True
    return False


def _give(node: ast.AST) -> bool:
    if isinstance(node, ast.Return) and node.value and not isinstance(node.value, ast.Constant):
        node.value = ast.Constant(None)
        return True
    return False


def _pass_over(node: ast.AST) -> bool:
    """A refusal that is not raised, a call whose work is left undone."""
    for name in ("body", "orelse"):
        body = getattr(node, name, None)
        if not isinstance(body, list):
            continue
        for place, one in enumerate(body):
            call = isinstance(one, ast.Expr) and isinstance(one.value, ast.Call)
            if isinstance(one, ast.Raise) or call:
                body[place] = ast.Pass()
                return True
    return False


class Instead(SourceFileLoader):
    """Imports one file with another text."""

    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self.source = source

    def get_code(self, fullname: str) -> object:  # type: ignore[override]  # a code object
        """The text, compiled; nothing is kept of it."""
        return compile(self.source, self.path, "exec")


class Finder:
    """Puts it before every other way to import the module."""

    def __init__(self, name: str, file: Path, source: str) -> None:
        self.name, self.file, self.source = name, file, source

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module, for this one name."""
        if name != self.name:
            return None
        loader = Instead(name, str(self.file), self.source)
        return importlib.util.spec_from_file_location(name, self.file, loader=loader)


def noticed(root: Path, target: str, source: str, tests: Sequence[str], log: Path) -> bool:
    """Whether a test fails with this text of the module."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        with log.open("wb") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        os.chdir(root)
        sys.path.insert(0, str(root))
        for name in [name for name in sys.modules if name.split(".")[0] in _OWN]:
            del sys.modules[name]
        module = target.removesuffix(".py").replace("/", ".")
        sys.meta_path.insert(0, Finder(module, root / target, source))
        import pytest

        with tempfile.TemporaryDirectory() as folder:
            words = ["-q", "-x", "-p", "no:cacheprovider", "-o", "timeout=0"]
            code = int(pytest.main([*words, f"--basetemp={folder}/t", *tests]))
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        sys.stdout.flush()
        os._exit(code)


_OWN = ("casework", "flows", "webui", "tests", "scripts")


def near(root: Path, target: str) -> list[str]:
    """Tests near a module, as its checkout has them."""
    from scripts import changed

    found = changed.choose([target], changed.Sources(root)).tests
    return [test for test in found if not test.startswith("tests/house")]


def main() -> int:
    """Ask, and print the score of each module with the faults nobody noticed."""
    parser = argparse.ArgumentParser(prog="python -m scripts.mutation")
    parser.add_argument("target", nargs="*", default=list(TARGETS))
    parser.add_argument("--count", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--root", type=Path, default=Path(__file__).parents[1])
    parser.add_argument("--tests", nargs="*", help="instead of those near the module")
    wanted = parser.parse_args()
    for name in _LIBRARIES:
        importlib.import_module(name)
    root = wanted.root.resolve()
    return max(score(root, target, wanted) for target in wanted.target)


def score(root: Path, target: str, wanted: argparse.Namespace) -> int:
    """Print how many of a module's faults are noticed; 1 when the tests are red without any."""
    source = (root / target).read_text("utf-8")
    tests = wanted.tests or near(root, target)
    with tempfile.TemporaryDirectory(prefix="mutation-") as name:
        logs = Path(name)
        if noticed(root, target, source, tests, logs / "log"):
            print((logs / "log").read_text()[-2000:])
            print(f"{target}: red without any fault")
            return 1
        sample = mutants(source, wanted.count, wanted.seed)

        def ask(number: int) -> bool:
            return noticed(root, target, sample[number].source, tests, logs / str(number))

        with ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(ask, range(len(sample))))
    print(f"{target}: {sum(answers)} of {len(sample)} noticed, {len(tests)} files of tests")
    for mutant, told in zip(sample, answers, strict=True):
        if not told:
            print(f"  line {mutant.line}: {mutant.what}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
