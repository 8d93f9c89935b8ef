"""Reads what a scenario expects of an act, and compares it with what came about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casework.engine.loading.block import Block
from casework.models.deadline import DeadlineState
from casework.simulation.script import Expected

STATES = tuple(DeadlineState)


@dataclass(frozen=True)
class Comparison:
    """One expectation: what was looked at, what the script wants, what there was."""

    what: str
    wanted: str
    found: str

    @property
    def kept(self) -> bool:
        """True when what came about is what was expected."""
        return self.wanted == self.found


@dataclass(frozen=True)
class Seen:
    """What is there after an act, in the words in which expectations are written."""

    refused: str | None
    stage: str
    edition: str
    numbers: tuple[str, ...]
    letters: tuple[str, ...]
    documents: tuple[str, ...]
    destinations: tuple[str, ...]
    same_event: tuple[str, ...]
    deadlines: Mapping[str, str]
    states: Mapping[str, str]


def expected(act: Block) -> Expected:
    """The `expect` part of an act."""
    if "expect" not in act:
        return Expected()
    block = act.block("expect")

    def some(key: str) -> tuple[str, ...] | None:
        return block.texts(key) if key in block else None

    refused = block.maybe("refused")
    found = Expected(
        refused="" if refused == "ya" else refused,
        stage=block.maybe("stage"),
        number=block.maybe("number"),
        edition=block.maybe("edition"),
        letters=some("letters"),
        documents=some("documents"),
        destinations=some("destinations"),
        same_event=some("same_event"),
        deadlines=_pairs(block, "deadlines"),
        states=_pairs(block, "states"),
    )
    block.close()
    return found


def compare(wanted: Expected, seen: Seen) -> tuple[Comparison, ...]:
    """Every expectation beside what was found; an unexpected refusal is one too."""
    found = [_refusal(wanted, seen)] if wanted.refused is not None or seen.refused else []
    if wanted.stage is not None:
        found.append(Comparison("tahap", wanted.stage, seen.stage))
    if wanted.edition is not None:
        found.append(Comparison("edisi", wanted.edition, seen.edition))
    if wanted.number is not None:
        found.append(Comparison("nomor", wanted.number, ", ".join(seen.numbers)))
    for what, names, there in (
        ("surat", wanted.letters, seen.letters),
        ("dokumen", wanted.documents, seen.documents),
        ("tujuan", wanted.destinations, seen.destinations),
        ("peristiwa sama", wanted.same_event, seen.same_event),
    ):
        if names is not None:
            found.append(Comparison(what, _listed(names), _listed(there)))
    for rule, due in wanted.deadlines.items():
        there_due = seen.deadlines.get(rule, "tidak ada")
        found.append(Comparison(f"batas {rule}", due, there_due[: len(due)]))
    found += [
        Comparison(f"keadaan {rule}", state, seen.states.get(rule, "tidak ada"))
        for rule, state in wanted.states.items()
    ]
    return tuple(found)


def _refusal(wanted: Expected, seen: Seen) -> Comparison:
    if wanted.refused is None:
        return Comparison("ditolak", "tidak", f"ya: {seen.refused}")
    if seen.refused is None:
        return Comparison("ditolak", f"ya: {wanted.refused}", "tidak")
    fits = wanted.refused.casefold() in seen.refused.casefold()
    return Comparison("ditolak", "ya", "ya" if fits else f"alasan lain: {seen.refused}")


def _listed(names: tuple[str, ...]) -> str:
    return "; ".join(sorted(names)) or "tidak ada"


def _pairs(block: Block, key: str) -> dict[str, str]:
    if key not in block:
        return {}
    inner = block.block(key)
    return {name: inner.text(name) for name in inner.keys}
