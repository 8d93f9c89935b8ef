"""Stages and acts, and the question "what can I do now, and if not, why not"."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casework.engine import roles as role_names
from casework.engine.basis import Basis
from casework.engine.conditions import Condition
from casework.engine.facts import Facts
from casework.engine.refusals import RuleUnknown

if TYPE_CHECKING:
    from casework.engine.edition import Edition


@dataclass(frozen=True)
class Stage:
    """One stage. `limits` are the rules that end its waiting; else `unlimited` says why none."""

    id: str
    title: str
    start: bool
    final: bool
    limits: tuple[str, ...]
    unlimited: str
    basis: Basis


@dataclass(frozen=True)
class Opening:
    """A limit that an act opens or meets, when its condition holds."""

    rule: str
    when: Condition

    def applies(self, facts: Facts) -> bool:
        """Does the condition hold?"""
        return self.when.holds(facts)


@dataclass(frozen=True)
class Act:
    """One act: from which stages, to which (None: it stays), by whom, with what.

    `records` are the moments the officer dates with the act, `reasoned` whether it needs a
    reason in words.
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

    def opened(self, facts: Facts) -> tuple[str, ...]:
        """The rules whose limits this act opens under these facts."""
        return tuple(item.rule for item in self.opens if item.applies(facts))

    def met(self, facts: Facts) -> tuple[str, ...]:
        """The rules whose limits this act meets under these facts."""
        return tuple(item.rule for item in self.meets if item.applies(facts))


@dataclass(frozen=True)
class Missing:
    """One thing an act lacks: `kind` is stage, role or need; `cure` is what to do about it."""

    kind: str
    what: str
    why: str
    cure: str
    basis: Basis


@dataclass(frozen=True)
class Answer:
    """An act and the complete list of what it lacks; allowed when the list is empty."""

    act: Act
    allowed: bool
    missing: tuple[Missing, ...]


def ask(edition: Edition, stage: str, facts: Facts, roles: Collection[str]) -> tuple[Answer, ...]:
    """Every act of the edition, each allowed or with all that it lacks."""
    return tuple(_weigh(edition, act, stage, facts, roles) for act in edition.acts.values())


def answer(
    edition: Edition, act_id: str, stage: str, facts: Facts, roles: Collection[str]
) -> Answer:
    """The same question for one act. Raises RuleUnknown when the edition has no such act."""
    act = edition.acts.get(act_id)
    if act is None:
        raise RuleUnknown(
            f'Tindakan "{act_id}" tidak ada pada edisi {edition.id}. '
            f"Pilih salah satu: {', '.join(edition.acts)}."
        )
    return _weigh(edition, act, stage, facts, roles)


def _weigh(edition: Edition, act: Act, stage: str, facts: Facts, roles: Collection[str]) -> Answer:
    missing = (
        *_stage_missing(edition, act, stage),
        *_role_missing(act, roles),
        *_needs_missing(edition, act, facts),
    )
    return Answer(act, not missing, missing)


def _stage_missing(edition: Edition, act: Act, stage: str) -> Iterable[Missing]:
    if stage in act.from_stages:
        return
    here = edition.stages[stage].title if stage in edition.stages else stage
    there = ", ".join(edition.stages[one].title for one in act.from_stages)
    yield Missing(
        "stage",
        f"Perkara berada pada tahap {here}",
        act.elsewhere or f"{act.title} hanya dapat dilakukan pada tahap: {there}.",
        "Selesaikan dahulu tindakan pada tahap sekarang.",
        act.basis,
    )


def _role_missing(act: Act, roles: Collection[str]) -> Iterable[Missing]:
    if any(role in roles for role in act.roles):
        return
    holders = role_names.titles(act.roles)
    yield Missing(
        "role",
        f"Peran Anda tidak berwenang melakukan {act.title}",
        f"{act.title} dilakukan oleh {holders}.",
        f"Minta {holders} melakukannya.",
        act.basis,
    )


def _needs_missing(edition: Edition, act: Act, facts: Facts) -> Iterable[Missing]:
    seen: set[str] = set()
    for need in act.needs:
        for name in sorted(need.failing(facts) - seen):
            seen.add(name)
            fact = edition.facts[name]
            yield Missing("need", fact.title, fact.missing, fact.cure, fact.basis or act.basis)
