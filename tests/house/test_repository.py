"""What must not be in the repository, and what its tool chest must say of itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.house.source import GENERATED, ROOT, files

# Written in pieces, or this file would find itself.
INDEX_MARKS = tuple(
    mark.replace("~", "")
    for mark in (
        "--index~-url", "--extra-index~-url", "--find~-links", "pypi~.org", "files.python~hosted",
        "registry.npm~js", "PIP_INDEX~_URL", "UV_IN~DEX",
    )
)  # fmt: skip
LOCKS = ("requirements.lock", "requirements-test.lock")
LEFTOVERS = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
BINARY = {".png", ".pdf", ".woff2", ".ico", ".jpg", ".mo", ".svg"}
TEXT_FILES = [path for path in files() if path.suffix not in BINARY]


def test_no_index_address() -> None:
    allowed = {"scripts/lock.sh"}  # names the option that leaves the address out
    found = [
        f"{path.relative_to(ROOT)}: {mark}"
        for path in TEXT_FILES
        if str(path.relative_to(ROOT)) not in allowed
        for mark in INDEX_MARKS
        if mark in path.read_text(encoding="utf-8")
    ]
    assert not found


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_version_has_its_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text()
    entries = re.split(r"\n(?=[a-z0-9])", text)
    assert len(entries) > 50
    assert "://" not in text
    for entry in entries:
        assert re.match(r"[a-z0-9._-]+==\S+", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_what_runs_is_locked_apart_from_what_only_tests_need() -> None:
    run, test = (set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / x).read_text(), re.M)) for x in LOCKS)
    assert not run & test
    assert {"flask", "prefect", "authlib", "apprise", "setuptools"} <= run
    assert {"pytest", "playwright", "spiffworkflow", "hypothesis", "mypy", "ruff"} <= test


def test_the_product_imports_only_what_is_named_in_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    optional = project["optional-dependencies"]
    run = [*project["dependencies"], *optional["channels"]]
    named = {re.split(r"[^a-z0-9-]", one.lower(), maxsplit=1)[0] for one in run}
    whose = packages_distributions()
    loose = {
        f"{module} in {path.relative_to(ROOT)}"
        for package in ("casework", "flows", "webui")
        for path in (ROOT / package).rglob("*.py")
        for module in imported(path)
        if module not in {"casework", "flows", "webui", *sys.stdlib_module_names}
        and not named & {name.lower().replace("_", "-") for name in whose[module]}
    }
    assert not loose


def imported(path: Path) -> set[str]:
    """The top packages that a file imports, anywhere in it."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    names = {one.name for node in nodes if isinstance(node, ast.Import) for one in node.names}
    names |= {
        node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level
    }
    return {name.split(".")[0] for name in names}


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in TEXT_FILES
        if path.suffix in {".py", ".html", ".js", ".css", ".sh", ".yaml", ".feature"}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if LEFTOVERS.search(line)
    ]
    assert not found


def test_what_is_generated_is_not_kept() -> None:
    ignored = (ROOT / ".gitignore").read_text().split()
    missing = [
        name
        for name in GENERATED - {".git", "casework.egg-info"}
        if f"{name}/" not in ignored and name not in ignored
    ]
    assert not missing


def test_make_help_explains_every_target() -> None:
    text = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z][a-z-]*):", text, re.MULTILINE))
    said = subprocess.run(
        ["make", "-C", str(ROOT), "--no-print-directory", "help"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    explained = {line.split()[0] for line in said.splitlines() if len(line.split()) > 2}
    assert explained == targets
    assert {"setup", "run", "test", "bench", "help"} <= targets


def test_the_gate_of_the_forge_is_the_gate_of_everybody() -> None:
    script = ROOT / ".ci" / "run"
    commands = [line for line in script.read_text().splitlines() if line and line[0] != "#"]
    assert commands == ['cd "$(dirname "$0")/.." && exec make test']
    assert script.stat().st_mode & 0o111


def test_shell_scripts_parse() -> None:
    scripts = [*(ROOT / "scripts").rglob("*.sh"), ROOT / ".ci" / "run"]
    assert len(scripts) > 4
    for script in scripts:
        subprocess.run(["sh", "-n", str(script)], check=True)
