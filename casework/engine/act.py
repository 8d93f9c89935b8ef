"""Stages and acts as the law data hold them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from casework.engine import observable_facts
from casework.engine.basis import Basis
from casework.engine.conditions import All, Always, Condition
from casework.engine.facts import Facts
from casework.engine.handover import Handover, Step


@dataclass(frozen=True)
class Stage:
    """One stage. `limits` are the rules that end its waiting; else `unlimited` says why none.

    `kinds` are the kinds of case that can stand in it; () for all.
    """

    id: str
    title: str
    start: bool
    final: bool
    limits: tuple[str, ...]
    unlimited: str
    basis: Basis
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opening:
    """A limit that an act opens or meets, when its condition holds."""

    rule: str
    when: Condition

    def applies(self, facts: Facts) -> bool:
        """Does the condition hold?"""
        return self.when.holds(facts)


FLOWS = ("registration", "clarification", "review", "recommendation", "deadline_watch")
"""The flows that do what comes after an act, and draw documents."""

CASE_KINDS = ("LP", "TM", "IA")
"""A report, a finding, early information."""

DESCRIBED = ("case", "parties")
"""What of a case an act may take down, and what is put right where it was taken down wrongly."""


@dataclass(frozen=True)
class Beginning:
    """What an act that begins a case says of it.

    `reporter`: somebody reports it, whose identity is sealed, and a receipt number is taken; the
    facts `known` and `received` date when the reporter knew and when it came. Without a reporter
    `source` is what the office calls where it knows it from, and the moments are those the act
    records. `term` is the rule whose limit ran until then, judged at once; `respondent` says
    whether one must be named.
    """

    kind: str
    reporter: bool = False
    known: str = ""
    received: str = ""
    source: str = ""
    term: str = ""
    respondent: bool = True


@dataclass(frozen=True)
class Act:
    """One act: from which stages, to which (None: it stays), by whom, with what.

    `records` are the moments the officer dates with the act, `reasoned` whether it needs a
    reason in words. `to_case` ends the case in another one, which is chosen with the act.
    `handover` moves the case between offices. `until` is the fact before which all that the act
    records has happened, however late it is recorded; "" for none. `drops` are the rules whose
    running limits are over with the act, though nobody did what they were for.

    `label` is what a button says (the title, where no shorter word is given) and `done` what the
    record says. `standing` acts are open for long: they are offered, and nobody waits for them.
    `again`: it may be done anew, and the newest counts. `describes` is what it takes down of the
    case. `begins` is given where the act begins one; `becomes` is the kind a case is of afterwards,
    "" where that stays.
    """

    id: str
    title: str
    from_stages: tuple[str, ...]
    to_stage: str | None
    roles: tuple[str, ...]
    flow: str | None
    needs: tuple[Condition, ...]
    opens: tuple[Opening, ...]
    meets: tuple[Opening, ...]
    documents: tuple[str, ...]
    elsewhere: str
    basis: Basis
    records: tuple[str, ...] = ()
    reasoned: bool = False
    to_case: bool = False
    handover: Handover | None = None
    until: str = ""
    drops: tuple[str, ...] = ()
    label: str = ""
    done: str = ""
    standing: bool = False
    again: bool = False
    describes: tuple[str, ...] = ()
    begins: Beginning | None = None
    becomes: str = ""

    @property
    def to_office(self) -> bool:
        """Is another office chosen with the act? One that takes a case takes it from its own."""
        return self.handover is not None and self.handover.step is Step.SEND

    @cached_property
    def need(self) -> Condition:
        """All needs as one condition: what one fact decides in two of them is seen together."""
        return All(self.needs) if self.needs else Always()

    def is_for(self, kind: str) -> bool:
        """Could a case of this kind ever meet the needs, as far as its kind decides?"""
        innate = observable_facts.of_kind(kind)
        return not any(
            cure.wanted.fact in innate and not cure.possible for cure in self.need.cures(innate)
        )

    def opened(self, facts: Facts) -> tuple[str, ...]:
        """The rules whose limits this act opens under these facts."""
        return tuple(item.rule for item in self.opens if item.applies(facts))

    def met(self, facts: Facts) -> tuple[str, ...]:
        """The rules whose limits this act meets under these facts."""
        return tuple(item.rule for item in self.meets if item.applies(facts))
