"""Facts: every one that is asked is told or recorded before, and none is declared in vain."""

from __future__ import annotations

from collections.abc import Iterator

from casework.engine import observable_facts
from casework.engine.act import Act
from casework.engine.edition import Edition
from casework.engine.facts import FactKind
from casework.engine.proofs.fault import Fault
from casework.engine.proofs.graph import onward


def faults(edition: Edition) -> Iterator[Fault]:
    """Follow every fact from where it is told to where it is asked."""
    asked = {act.id: _asked(act) for act in edition.acts.values()}
    used = {name for names in asked.values() for name in names}
    used |= {name for act in edition.acts.values() for name in act.records}
    for rule in edition.deadlines.values():
        used |= {*rule.starts_on, *(fact for one in rule.pauses for fact in (one.begins, one.ends))}
    for name in edition.facts:
        if name not in used:
            yield Fault(
                f"fakta {name}",
                "Dinyatakan, tetapi tidak ditanyakan, dicatat, atau memulai batas mana pun.",
            )
    if edition.no_cases:
        return
    for act in edition.acts.values():
        for name in sorted(asked[act.id]):
            yield from _told(edition, act, name, f"Ditanyakan oleh {act.id}")
        for opened in dict.fromkeys(item.rule for item in act.opens):
            rule_asked = edition.deadlines.get(opened)
            for name in rule_asked.starts_on if rule_asked else ():
                if name not in act.records:
                    yield from _told(edition, act, name, f"Memulai batas {opened} pada {act.id}")


def _told(edition: Edition, act: Act, name: str, opening: str) -> Iterator[Fault]:
    fact = edition.facts.get(name)
    if fact is None or name in observable_facts.MOMENTS or name in observable_facts.FLAGS:
        return
    if fact.kind is not FactKind.MOMENT:
        yield Fault(f"fakta {name}", f"{opening}, tetapi tidak ada yang menyatakannya.")
        return
    recording = [one for one in edition.acts.values() if name in one.records]
    if not recording:
        yield Fault(f"fakta {name}", f"{opening}, tetapi tidak ada tindakan yang mencatatnya.")
    elif not any(_before(edition, one, act) for one in recording):
        yield Fault(
            f"fakta {name}",
            f"{opening}, tetapi baru dapat dicatat sesudahnya "
            f"({', '.join(one.id for one in recording)}).",
        )


def _before(edition: Edition, first: Act, then: Act) -> bool:
    """Can `then` be done after `first`?"""
    began = [first.to_stage] if first.to_stage else first.from_stages
    return any(onward(edition, stage) & {*then.from_stages} for stage in began)


def _asked(act: Act) -> frozenset[str]:
    conditions = (*act.needs, *(item.when for item in (*act.opens, *act.meets)))
    return frozenset().union(*(condition.names() for condition in conditions))
