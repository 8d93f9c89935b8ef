"""Legal elements against evidence: what supports each, what contradicts it, what is proven.

An element that nobody has looked at is not assessed, and says so: it is neither proven nor not.
One that was looked at and has no supporting evidence is not proven, whatever else is written about
it. Where evidence supports and contradicts it, an officer weighs and says which. Nothing here is
law: it is how a kajian shows its reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class View(StrEnum):
    """What one piece of evidence says about one element."""

    SUPPORTS = "mendukung"
    CONTRADICTS = "membantah"
    NEUTRAL = "netral"


class Verdict(StrEnum):
    """What the officer weighed; BY_EVIDENCE: nothing had to be weighed."""

    BY_EVIDENCE = ""
    PROVEN = "terbukti"
    NOT_PROVEN = "tidak_terbukti"


class Result(StrEnum):
    """How an element stands."""

    PROVEN = "terbukti"
    NOT_PROVEN = "tidak_terbukti"
    UNWEIGHED = "perlu_ditimbang"
    UNASSESSED = "belum_dinilai"


@dataclass(frozen=True)
class Cell:
    """One piece of evidence (its label, `B-1`) about one element."""

    evidence: str
    view: View
    note: str = ""


@dataclass(frozen=True)
class Element:
    """One row of the matrix; cells that say nothing are left out."""

    text: str
    cells: tuple[Cell, ...] = ()
    verdict: Verdict = Verdict.BY_EVIDENCE

    @classmethod
    def supported(cls, text: str, evidence: Iterable[str]) -> Element:
        """An element with the evidence that proves it, nothing against it.

        >>> Element.supported("kepala desa", ["B-1"]).result.value
        'terbukti'
        >>> Element.supported("kepala desa", []).result.value
        'belum_dinilai'
        """
        return cls(text, tuple(Cell(label, View.SUPPORTS) for label in evidence))

    def labels(self, view: View) -> tuple[str, ...]:
        """The evidence with this view of the element."""
        return tuple(one.evidence for one in self.cells if one.view is view)

    @property
    def assessed(self) -> bool:
        """Has somebody said of any evidence what it says, or weighed the element?"""
        return bool(self.cells) or self.verdict is not Verdict.BY_EVIDENCE

    @property
    def empty(self) -> bool:
        """Does no evidence support it?"""
        return not self.labels(View.SUPPORTS)

    @property
    def torn(self) -> bool:
        """Does some evidence support it and some contradict it?"""
        return not self.empty and bool(self.labels(View.CONTRADICTS))

    @property
    def result(self) -> Result:
        """An untouched row is not assessed, an empty one not proven, a torn one weighed."""
        if not self.assessed:
            return Result.UNASSESSED
        if self.empty or self.verdict is Verdict.NOT_PROVEN:
            return Result.NOT_PROVEN
        if self.torn and self.verdict is Verdict.BY_EVIDENCE:
            return Result.UNWEIGHED
        return Result.PROVEN


@dataclass(frozen=True)
class Tally:
    """How the elements of one matrix stand; `empty` were looked at and nothing supports them."""

    rows: tuple[Element, ...]

    @property
    def empty(self) -> int:
        """Rows that were looked at without supporting evidence: not proven."""
        return sum(one.assessed and one.empty for one in self.rows)

    @property
    def unassessed(self) -> tuple[int, ...]:
        """The places, from 1, of the elements that nobody has looked at."""
        return tuple(n for n, one in enumerate(self.rows, start=1) if not one.assessed)

    def count(self, result: Result | str) -> int:
        """How many elements stand so."""
        return sum(one.result == result for one in self.rows)


def rows(kept: Iterable[Element], wanted: Iterable[str]) -> tuple[Element, ...]:
    """The matrix of an article: its elements in their order, then what an officer added.

    What was marked before stays with the element of the same text.
    """
    before = {one.text: one for one in kept}
    texts = tuple(dict.fromkeys(wanted))
    own = [one for one in before.values() if one.text not in texts]
    return (*(before.get(text, Element(text)) for text in texts), *own)


def write(element: Element) -> dict[str, Any]:
    """The element as a row keeps it."""
    return {
        "text": element.text,
        "cells": [
            {"evidence": one.evidence, "view": one.view.value, "note": one.note}
            for one in element.cells
        ],
        "verdict": element.verdict.value,
    }


def read(row: Mapping[str, Any]) -> Element:
    """The element of a kept row; older ones named only what proves them.

    Raises ValueError, TypeError or KeyError for what is no element.

    >>> read({"text": "pemilih", "evidence": ["B-1"]}).labels(View.SUPPORTS)
    ('B-1',)
    """
    if "evidence" in row:
        return Element.supported(str(row["text"]), [str(one) for one in row["evidence"]])
    return Element(
        str(row["text"]),
        tuple(
            Cell(str(one["evidence"]), View(one["view"]), str(one.get("note", "")))
            for one in row["cells"]
        ),
        Verdict(row.get("verdict", "")),
    )
