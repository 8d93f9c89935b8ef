"""The page of the dependencies is true, and a false one is noticed."""

from __future__ import annotations

import json
from importlib import metadata

import pytest

from scripts import dependencies

PAGE = (dependencies.ROOT / dependencies.PAGE).read_text()


def test_the_page_is_true() -> None:
    assert list(dependencies.faults(PAGE)) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("| `flask` |", "| flask |", "flask: in pyproject.toml, not in"),
        ("| `flask` |", "| `flusk` |", "flusk: in docs/dependencies.md, not in"),
        ("| LGPL-3.0-only | 2026", "| MIT | 2026", "psycopg: docs/dependencies.md says 'MIT'"),
        ("| 2023-10-30 (old) |", "| 2023-10-30 |", "flask-login: of 2023-10-30"),
        ("Looked at on 2", "Looked at on 3", "alembic: of 2026"),
        ("Looked at on", "Seen on", "no line"),
        ("| `djlint` | GPL-3.0-or-later |", "| djlint |", "djlint: licence 'GPL-3.0"),
        ("| `psycopg` | LGPL-3.0-only |", "| `flask` | BSD-3-Clause |", "flask: judged one by one"),
    ],
)  # fmt: skip
def test_what_is_not_true_is_told(before: str, after: str, said: str) -> None:
    assert before in PAGE
    told = list(dependencies.faults(PAGE.replace(before, after)))
    assert any(said in line for line in told)


def test_another_version_and_a_lost_package_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    there = metadata.version

    def changed(name: str) -> str:
        if name == "flask":
            return "0.1"
        if name == "weasyprint":
            raise metadata.PackageNotFoundError(name)
        return there(name)

    monkeypatch.setattr(metadata, "version", changed)
    told = "\n".join(dependencies.faults(PAGE))
    assert "flask: 0.1 is installed" in told
    assert "weasyprint: locked, not installed" in told


@pytest.mark.parametrize(
    ("expression", "fine"),
    [
        ("MIT", True),
        ("Apache-2.0 AND (MIT OR GPL-3.0-only)", True),
        ("GPL-3.0-only", False),
        ("MIT AND LGPL-3.0-only", False),
        ("Artistic License AND MIT", False),
        ("none named", False),
    ],
)
def test_licences_are_met_by_those_of_the_list(expression: str, fine: bool) -> None:
    assert dependencies.allowed(expression) is fine


def test_the_list_of_parts_has_everything_that_runs_and_nothing_of_the_tests() -> None:
    bill = json.loads(dependencies.bill())
    assert (bill["bomFormat"], bill["metadata"]["component"]["name"]) == ("CycloneDX", "casework")
    parts = {part["name"]: part for part in bill["components"]}
    assert set(parts) == {one.name for one in dependencies.locked(dependencies.RUN)}
    assert "pytest" not in parts
    flask = parts["flask"]
    assert flask["purl"] == f"pkg:pypi/flask@{metadata.version('flask')}"
    assert flask["licenses"] == [{"expression": "BSD-3-Clause"}]
    needs = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}
    assert any(need.startswith("werkzeug==") for need in needs[flask["bom-ref"]])
