"""An act of the law is named in the rules, in its service and in its view, and nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from casework.engine.law import Law
from tests.house.source import PACKAGES, ROOT, Module, files, modules

ELSEWHERE = {
    "casework/services/documents/data/clarification.py": "the letter quotes the article of its act",
    "casework/services/documents/data/finding.py": "the letter tells which act it was drawn for",
    "casework/services/documents/data/initial.py": "the paper says what each of the acts proposes",
    "casework/services/documents/data/respondent.py": "the letter quotes the article of its act",
    "casework/services/documents/data/status.py": "the letter quotes the article of its act",
    "casework/services/documents/data/transfer.py": "the letter quotes the article of its act",
    "casework/services/cases/case_rows.py": "a fact of that name, recorded by a plain act",
    "casework/services/cases/transfers.py": "its events are asked for in a room below the acts",
    "casework/services/law/destinations.py": "its article is asked for in a room below the acts",
    "casework/simulation/steps/registration.py": "a scenario begins with it",
    "webui/intake/step_order.py": "the pages that it orders do it together",
}
"""Other places that name one, and why."""
ALSO_WORDS = {
    # An address, a series of numbers, a count and a screen are called so too.
    "hentikan": {"webui/documents/bundles_views.py"},
    "registrasi": {
        "casework/engine/proofs/numbers.py",
        "casework/models/handling.py",
        "casework/services/cases/picture.py",
        "casework/services/core/numbers.py",
        "casework/services/documents/data/pleno.py",
        "casework/services/documents/data/status.py",
        "casework/services/documents/register_sheets.py",
        "webui/core/document_labels.py",
        "webui/guide/completeness.py",
        "webui/templates/cases/penanganan.html",
    },
}
QUOTED = re.compile(r"""["']([a-z_0-9]+)["']""")


def named(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def declared(module: Module, law: Law) -> set[str]:
    """The acts that a module declares to do, or to be the page of."""
    return {
        word
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call)
        and ast.unparse(decorator.func) in {"act", "act_page", "requires_act"}
        for one in decorator.args
        for word in _words(one, module)
        if word in law.acts
    }


def _words(node: ast.expr, module: Module) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.Name):
        for other in module.tree.body:
            if isinstance(other, ast.Assign) and ast.unparse(other.targets[0]) == node.id:
                yield from (
                    str(one.value) for one in ast.walk(other) if isinstance(one, ast.Constant)
                )


def test_an_act_is_named_by_its_service_its_view_and_few_others(law: Law) -> None:
    found: dict[str, set[str]] = {}
    for module in modules(*PACKAGES):
        if "/migrations/" in module.name:
            continue
        own = declared(module, law)
        for act in set(named(module)) & set(law.acts) - own:
            if module.name not in ALSO_WORDS.get(act, ()):
                found.setdefault(module.name, set()).add(act)
    for path in sorted((ROOT / "webui/templates").rglob("*.html")):
        name = str(path.relative_to(ROOT))
        for act in set(QUOTED.findall(path.read_text())) & set(law.acts):
            if name not in ALSO_WORDS.get(act, ()):
                found.setdefault(name, set()).add(act)
    strange = {name: acts for name, acts in found.items() if name not in ELSEWHERE}
    assert strange == {}
    assert ELSEWHERE.keys() - found.keys() == set(), "no longer needed"


def test_an_old_page_is_refused_in_one_place() -> None:
    places = {
        module.name
        for module in modules("casework")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Compare) and ast.unparse(node) == "case.version != version"
    }
    assert places == {"casework/services/cases/access.py"}


def test_the_files_of_the_usual_changes_are_there() -> None:
    told = (ROOT / "docs/changes.md").read_text()
    named = set(re.findall(r"`([\w/]+\.(?:py|html))`", told))
    there = [path.as_posix() for path in files()]
    assert {one for one in named if not any(path.endswith(f"/{one}") for path in there)} == set()
    assert len(named) > 10
