"""Acts: each can happen, by someone who acts; what it opens is met; its facts are recorded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from casework.engine.act import Act
from casework.engine.conditions import All, Any, Compare, Condition, Not
from casework.engine.edition import Edition
from casework.engine.facts import Facts, Value
from casework.engine.proofs.fault import Fault
from casework.engine.proofs.graph import onward
from casework.engine.roles import NEVER_ACT, TITLES

_MOST_CASES = 1 << 14  # more combinations than that are not tried out


def faults(edition: Edition) -> Iterator[Fault]:
    """Try every act, and follow every limit from the act that opens it to one that meets it."""
    for act in edition.acts.values():
        where = f"tindakan {act.id}"
        for role in act.roles:
            if role in NEVER_ACT:
                yield Fault(where, f"Peran {TITLES[role]} ({role}) tidak menangani perkara.")
        if not _possible(All(act.needs)):
            yield Fault(where, "Syarat-syaratnya saling meniadakan; tidak pernah boleh dilakukan.")
            continue
        for verb, items in (("membuka", act.opens), ("memenuhi", act.meets)):
            for item in items:
                if not _possible(All((*act.needs, item.when))):
                    yield Fault(
                        where, f"Tidak pernah {verb} batas {item.rule}: syaratnya mustahil."
                    )
    yield from _never_met(edition)
    yield from _extensions(edition)


def _never_met(edition: Edition) -> Iterator[Fault]:
    for act in edition.acts.values():
        after = _after(edition, act)
        for name in dict.fromkeys(item.rule for item in act.opens):
            meeting = [
                one
                for one in edition.acts.values()
                if any(item.rule == name for item in one.meets) and after & {*one.from_stages}
            ]
            if not meeting:
                yield Fault(
                    f"batas {name}",
                    f"Dibuka oleh {act.id}, tetapi sesudahnya tidak ada tindakan yang memenuhinya; "
                    "batas itu selalu lewat.",
                )


def _extensions(edition: Edition) -> Iterator[Fault]:
    """A limit that a case opens can be extended only by an act, while it still runs."""
    for act in edition.acts.values():
        for name in dict.fromkeys(item.rule for item in act.opens):
            rule = edition.deadlines.get(name)
            if rule is None or rule.extension is None:
                continue
            granting = edition.acts.get(rule.extension.act or "")
            if rule.extension.act is None:
                yield Fault(
                    f"batas {name}",
                    "Dapat diperpanjang, tetapi tidak ada tindakan yang melakukannya.",
                )
            elif granting and not _after(edition, act) & {*granting.from_stages}:
                yield Fault(
                    f"batas {name}",
                    f"Dibuka oleh {act.id}, tetapi perpanjangannya ({granting.id}) tidak dapat "
                    "dilakukan sesudah itu.",
                )


def _after(edition: Edition, act: Act) -> set[str]:
    """The stages a case can be in once the act is done."""
    began = [act.to_stage] if act.to_stage else act.from_stages
    return {reached for stage in began for reached in onward(edition, stage)}


def _possible(condition: Condition) -> bool:
    """Do some values of the facts make it hold?"""
    values = _values(condition)
    cases = 1
    for options in values.values():
        cases *= len(options)
    if cases > _MOST_CASES:
        return True
    return any(condition.holds(facts) for facts in _every(values))


def _every(values: dict[str, set[Value]]) -> Iterator[Facts]:
    for case in product(*values.values()):
        yield dict(zip(values, case, strict=True))


def _values(condition: Condition) -> dict[str, set[Value]]:
    """The values of each fact that can make a difference."""
    if isinstance(condition, Not):
        return _values(condition.inner)
    if isinstance(condition, Compare):
        near: set[Value] = {condition.value, ""}
        if isinstance(condition.value, int):
            near = {max(condition.value - 1, 0), condition.value, condition.value + 1}
        return {condition.fact: near}
    if isinstance(condition, All | Any):
        found: dict[str, set[Value]] = {}
        for part in condition.parts:
            for name, options in _values(part).items():
                found.setdefault(name, set()).update(options)
        return found
    return {name: {True, False} for name in condition.names()}
