"""The scenarios on disk, as far as they name a rule of the law: who tests what.

A scenario names rules by a table (Contoh) with the columns `edisi` and `aturan`, or by the tags
`@edisi:<id>` and `@aturan:<kind>/<id>`; tags of the feature and of its Aturan hold for all inside.
The Gherkin library belongs to the tests alone, so the few lines that matter are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from casework.engine.proofs.coverage import Mention

_FEATURE = ("Fitur:",)
_RULE = ("Aturan:", "Rule:")
_SCENARIO = ("Skenario:", "Skenario konsep:", "Garis-Besar Skenario:")
_TABLE = ("Contoh:", "Misal:")
_EDITION, _ENTRY = "edisi", "aturan"
_CELL = re.compile(r"(?<!\\)\|")


def mentions(folder: Path) -> tuple[Mention, ...]:
    """Every rule that a scenario under `folder` names, in the order of files and lines."""
    return tuple(
        mention
        for path in sorted(folder.rglob("*.feature"))
        for mention in read(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
    )


def read(name: str, text: str) -> Iterator[Mention]:
    """The rules that the scenarios of one feature file name."""
    at = _Place(name)
    fence = ""
    for line in (raw.strip() for raw in text.splitlines()):
        if fence or line[:3] in ('"""', "```"):
            fence = _fence(fence, line)
        elif line.startswith("|"):
            yield from at.row([cell.strip() for cell in _CELL.split(line)[1:-1]])
        elif line.startswith("@"):
            at.tags += [word for word in line.split() if word.startswith("@")]
        elif line and not line.startswith("#"):
            yield from at.heading(line)


@dataclass
class _Place:
    """Where the reader is: file, scenario, the tags that hold there, the table it is in."""

    feature: str
    scenario: str = ""
    tags: list[str] = field(default_factory=list)
    held: dict[str, list[str]] = field(default_factory=dict)
    columns: list[str] | None = None
    in_table: bool = False

    def heading(self, line: str) -> Iterator[Mention]:
        """A keyword opens something and takes the tags before it; any other line is a step."""
        self.columns, self.in_table = None, line.startswith(_TABLE)
        if line.startswith(_FEATURE):
            self.held = {"feature": self._take()}
        elif line.startswith(_RULE):
            self.held["rule"] = self._take()
        elif line.startswith(_SCENARIO):
            self.scenario = line.partition(":")[2].strip()
            yield from self._tagged([*self.held.get("feature", ()), *self.held.get("rule", ())])
        else:
            self.tags = []

    def row(self, cells: list[str]) -> Iterator[Mention]:
        """The first row of a table of examples names its columns."""
        if not self.in_table:
            return
        if self.columns is None:
            self.columns = cells
            return
        named = dict(zip(self.columns, cells, strict=False))
        if _EDITION in named and _ENTRY in named:
            yield Mention(named[_EDITION], named[_ENTRY], self.feature, self.scenario)

    def _tagged(self, around: list[str]) -> Iterator[Mention]:
        tags = [*around, *self._take()]
        editions = [tag.removeprefix("@edisi:") for tag in tags if tag.startswith("@edisi:")]
        names = [tag.removeprefix("@aturan:") for tag in tags if tag.startswith("@aturan:")]
        for edition in editions:
            for name in names:
                yield Mention(edition, name, self.feature, self.scenario)

    def _take(self) -> list[str]:
        taken, self.tags = self.tags, []
        return taken


def _fence(open_with: str, line: str) -> str:
    """What closes the text block we are in after this line; "" when in none."""
    if not open_with:
        return line[:3]
    return "" if line.startswith(open_with) else open_with
