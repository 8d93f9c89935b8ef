"""Judge the locked packages by what is installed, and write down what the product is made of.

`python -m scripts.dependencies`: every direct dependency is a row of `docs/dependencies.md` and
every row one, with the licence that its metadata names; every locked package that belongs to this
Python is installed in that version, under a licence of the list; then `build/casework.cdx.json`,
a CycloneDX list of what runs. It asks nobody: a clock and a network change nothing.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from pathlib import Path

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from license_expression import get_spdx_licensing
from packageurl import PackageURL
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
RUN, TEST = "requirements.lock", "requirements-test.lock"
PAGE = "docs/dependencies.md"
BOM = Path("build") / "casework.cdx.json"
ALLOWED = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC",
        "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib",
    }
)  # fmt: skip
"""Licences under which anybody may ship the product; the others are judged one by one."""
OLD_YEARS = 3
_SPDX = get_spdx_licensing()
_WORDS = {
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL-2.1-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""How metadata that name no SPDX expression say it."""
_NO_LICENCE = frozenset({"DFSG approved", "OSI Approved"})


@dataclass(frozen=True)
class Locked:
    """One package of a lock file that belongs to this Python."""

    name: str
    version: str
    hashed: bool


@dataclass(frozen=True)
class Row:
    """One direct dependency as the page has it."""

    name: str
    licence: str
    released: str


def locked(lock: str) -> Iterator[Locked]:
    """The packages of a lock file whose markers hold here."""
    for entry in re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text()):
        head = entry.split("\\\n")[0]
        name, _, rest = head.strip().partition("==")
        version, _, marker = rest.partition(" ; ")
        if not marker or Marker(marker).evaluate():
            yield Locked(canonicalize_name(name), version.strip(), "--hash=sha256:" in entry)


def direct(*extras: str) -> set[str]:
    """The names that `pyproject.toml` asks for, with those of the extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    optional = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(one for extra in extras for one in optional[extra])]
    return {canonicalize_name(Requirement(one).name) for one in wanted}


def licence(name: str) -> str:
    """What the installed metadata of a package say, as an SPDX expression if it can be."""
    told = metadata.metadata(name)
    if "License-Expression" in told:
        return told["License-Expression"]
    classes = [
        one.split(" :: ")[-1] for one in told.get_all("Classifier") or [] if "License" in one
    ]
    classes = [one for one in classes if one not in _NO_LICENCE]
    text = told["License"].strip() if "License" in told else ""
    said = classes or [text.splitlines()[0] if text else "none named"]
    return " AND ".join(dict.fromkeys(_WORDS.get(one, one) for one in said))


def allowed(expression: str) -> bool:
    """Whether a licence expression can be met by licences of the list alone.

    >>> [allowed(one) for one in ("MIT", "GPL-3.0-only", "GPL-3.0-only OR MIT", "MIT AND ?")]
    [True, False, True, False]
    """
    return is_spdx(expression) and _met(_SPDX.parse(expression))


def is_spdx(expression: str) -> bool:
    """Whether every licence it names is one that SPDX knows."""
    named = {one.strip() for one in re.split(r" AND | OR |[()]", expression)} - {""}
    return named <= set(_SPDX.known_symbols)


def _met(node: object) -> bool:
    if isinstance(node, _SPDX.AND):
        return all(map(_met, node.args))
    if isinstance(node, _SPDX.OR):
        return any(map(_met, node.args))
    return str(node) in ALLOWED


def rows(page: str, title: str) -> Iterator[list[str]]:
    """The cells of the table under a heading of the page."""
    _, _, rest = page.partition(f"\n## {title}\n")
    for line in rest.partition("\n## ")[0].splitlines():
        cells = [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]
        if line.startswith("| `"):
            yield cells


def faults(page: str) -> Iterator[str]:
    """Everything that is wrong with the page, the locks and what is installed."""
    looked = re.search(r"Looked at on (\d{4}-\d\d-\d\d)", page)
    if looked is None:
        yield f"{PAGE}: no line “Looked at on YEAR-MONTH-DAY”"
        return
    known = {
        cells[0]: Row(cells[0], cells[2], cells[3]) for cells in rows(page, "Direct dependencies")
    }
    singly = {cells[0]: cells[1] for cells in rows(page, "Licences judged one by one")}
    asked = direct("channels", "test", "bench")
    yield from (f"{name}: in pyproject.toml, not in {PAGE}" for name in sorted(asked - set(known)))
    yield from (f"{name}: in {PAGE}, not in pyproject.toml" for name in sorted(set(known) - asked))
    yield from _dated(known.values(), date.fromisoformat(looked[1]))
    held = {}
    for one in (*locked(RUN), *locked(TEST)):
        if not one.hashed:
            yield f"{one.name}: locked without a hash"
        try:
            there = metadata.version(one.name)
        except metadata.PackageNotFoundError:
            yield f"{one.name}: locked, not installed (make setup-check)"
            continue
        if there != one.version:
            yield f"{one.name}: {there} is installed, {one.version} is locked"
        held[one.name] = licence(one.name)
    for name, expression in sorted(held.items()):
        if singly.get(name, "") != expression and not allowed(expression):
            yield f"{name}: licence {expression!r} is not on the list; judge it in {PAGE}"
        if name in known and known[name].licence != expression:
            yield f"{name}: {PAGE} says {known[name].licence!r}, the package {expression!r}"
    needless = {name for name in singly if name not in held or allowed(held[name])}
    yield from (f"{name}: judged one by one without need" for name in sorted(needless))


def _dated(known: Iterable[Row], looked: date) -> Iterator[str]:
    for row in known:
        released = date.fromisoformat(row.released[:10])
        old = (looked - released).days > OLD_YEARS * 365
        if old != row.released.endswith(" (old)"):
            yield f"{row.name}: of {released}; “(old)” stands behind a date {OLD_YEARS} years back"


def bill() -> str:
    """What runs, as CycloneDX: packages, versions, licences, and who needs whom."""
    product = Component(name="casework", type=ComponentType.APPLICATION)
    parts = {one.name: _component(one) for one in locked(RUN)}
    bom = Bom(components=parts.values())
    bom.metadata.component = product
    bom.register_dependency(product, [parts[name] for name in direct("channels")])
    for name, part in parts.items():
        bom.register_dependency(part, [parts[need] for need in _needs(name) if need in parts])
    return str(JsonV1Dot6(bom).output_as_string(indent=1))


def _component(one: Locked) -> Component:
    said = licence(one.name)
    return Component(
        name=one.name,
        version=one.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{one.name}=={one.version}",
        purl=PackageURL("pypi", name=one.name, version=one.version),
        licenses=[LicenseExpression(said) if is_spdx(said) else DisjunctiveLicense(name=said)],
    )


def _needs(name: str) -> Iterator[str]:
    for line in metadata.requires(name) or []:
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            yield canonicalize_name(wanted.name)


def main() -> int:
    """Print the faults, or write the bill; the exit code."""
    found = list(faults((ROOT / PAGE).read_text()))
    for line in found:
        print(f"dependencies: {line}")
    if found:
        return 1
    (ROOT / BOM).parent.mkdir(exist_ok=True)
    (ROOT / BOM).write_text(bill())
    return 0


if __name__ == "__main__":
    sys.exit(main())
