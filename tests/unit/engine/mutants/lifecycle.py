"""Operators on stages, acts and facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casework.engine import observable_facts
from casework.engine.act import Act
from casework.engine.edition import Edition
from casework.engine.law import Law
from tests.unit.engine.mutants.editing import GONE, OWN_WORDS, Add, Amend, Mutant

FILE = "lifecycle.yaml"


def dead_end(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Nothing of its own leads out of a stage any more; what stops a case anywhere stays."""
    for stage in edition.stages.values():
        leaving = [one for one in _leaving(edition, stage.id) if not stage.final]
        if leaving and not stage.start:
            staying = tuple(_act(one.id, to=GONE) for one in leaving)
            yield Mutant(stage.id, "Jalan buntu", staying)


def unreachable_stage(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A stage nobody gets to."""
    entry = {"id": "yatim", "title": "Yatim", "unlimited": "Uji.", **OWN_WORDS}
    yield Mutant("yatim", "tak akan dicapai", (Add(FILE, "stages", entry),))


def two_starts(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A second start, whose acts do not say how they begin a case."""
    begun = {name for act in edition.acts.values() for name in act.from_stages}
    for stage in edition.stages.values():
        if not stage.start and stage.id in begun:
            yield Mutant(stage.id, "memulai perkara; tulis", (_stage(stage.id, start="true"),))


def kind_in_a_strange_stage(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An act for one kind of case no longer says so, and brings the others where it leads."""
    for act in edition.acts.values():
        stage = edition.stages.get(act.to_stage or "")
        only = [kind for kind in ("LP", "TM", "IA") if act.is_for(kind)]
        if stage and stage.kinds and len(only) == 1:
            yield Mutant(stage.id, "Beri tindakan itu syarat", (_act(act.id, needs=GONE),))


def act_for_nobody(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An act for reports, in a stage where no report stands."""
    for fact in (one for one in edition.facts.values() if one.innate):
        for stage in edition.stages.values():
            for act in edition.acts.values():
                if stage.kinds == ("TM",) and act.from_stages == (stage.id,):
                    change = _act(act.id, needs=[fact.id])
                    yield Mutant(act.id, "pada tahapnya hanya ada TM", (change,))


def no_start(law: Law, edition: Edition) -> Iterator[Mutant]:
    """No start at all, though acts say how they begin a case."""
    start = edition.start_stage.id
    yield Mutant(start, "tidak memulai perkara", (_stage(start, start="false"),))


def way_out_of_the_end(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An act in a final stage leads out of it: the last of those that move an open case."""
    ends = [one.id for one in edition.stages.values() if one.final]
    for act in edition.acts.values():
        if act.to_stage and act.to_stage not in ends and not act.reasoned:
            where = [*act.from_stages, ends[0]]
            yield Mutant(act.id, "Tahap akhir, tetapi", (_act(act.id, **{"from": where}),))


def silent_waiting(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A stage waits without a limit and without a word why."""
    for stage in edition.stages.values():
        if not stage.final:
            change = _stage(stage.id, limits=GONE, unlimited=GONE)
            yield Mutant(stage.id, "Menunggu tanpa batas waktu dan tanpa alasan", (change,))


def limit_nobody_opens(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A stage waits for a limit that no act opens."""
    for stage in edition.stages.values():
        for name in () if stage.start else stage.limits:
            edits = tuple(
                _act(act.id, opens=_kept(act, "opens", name) or GONE)
                for act in edition.acts.values()
                if any(item.rule == name for item in act.opens)
            )
            yield Mutant(f"{stage.id} {name}", "perkara menunggu selamanya", edits)


def limit_nothing_meets(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A limit that is opened and never met."""
    opened = {item.rule for act in edition.acts.values() for item in act.opens}
    for name in sorted(opened):
        edits = tuple(
            _act(act.id, meets=_kept(act, "meets", name) or GONE)
            for act in edition.acts.values()
            if any(item.rule == name for item in act.meets)
        )
        yield Mutant(name, "batas itu selalu lewat", edits)


def unknown_fact(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An act asks a fact that is not declared."""
    for act in edition.acts:
        yield Mutant(act, 'fakta "hujan" tidak dikenal', (_act(act, needs=["hujan"]),))


def unknown_guard(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A condition with an operator that does not exist."""
    for act in edition.acts:
        needs = [{"kira_kira": ["hujan"]}]
        yield Mutant(act, 'syarat "kira_kira" tidak dikenal', (_act(act, needs=needs),))


def contradiction(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An act whose needs can never hold together."""
    for act in edition.acts.values():
        for name in sorted({name for need in act.needs for name in need.names()}):
            needs = [name, {"not": [name]}]
            yield Mutant(act.id, "saling meniadakan", (_act(act.id, needs=needs),))


def fact_nothing_records(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A moment starts a limit or is asked, and no act dates it."""
    if edition.no_cases:
        return
    started = {
        name
        for act in edition.acts.values()
        for item in act.opens
        for name in edition.deadlines[item.rule].starts_on
    }
    for name in sorted(started - observable_facts.MOMENTS):
        edits = tuple(
            _act(act.id, records=[one for one in act.records if one != name] or GONE)
            for act in edition.acts.values()
            if name in act.records
        )
        yield Mutant(name, "tidak ada tindakan yang mencatatnya", edits)


def fact_nothing_tells(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A flag is asked that the product does not know."""
    if edition.no_cases:
        return
    entry = {
        "id": "hujan", "kind": "flag", "title": "Hujan", "missing": "Kering.", "cure": "Tunggu.",
        **OWN_WORDS,
    }  # fmt: skip
    for act in edition.acts:
        edits = (Add("facts.yaml", "facts", entry), _act(act, needs=["hujan"]))
        yield Mutant(act, "tidak ada yang menyatakannya", edits)


def fact_in_vain(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A fact that nothing asks."""
    entry = {"id": "hujan", "kind": "moment", "title": "Hujan", **OWN_WORDS}
    yield Mutant("hujan", "Dinyatakan, tetapi tidak", (Add("facts.yaml", "facts", entry),))


def role_nobody_holds(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A role that does not exist."""
    for act in edition.acts:
        yield Mutant(act, 'peran "raja"', (_act(act, roles=["raja"]),))


def role_that_never_acts(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A role that only reads."""
    for act in edition.acts:
        yield Mutant(act, "tidak menangani perkara", (_act(act, roles=["auditor"]),))


def unknown_stage(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An act leads to a stage that does not exist."""
    for act in edition.acts:
        yield Mutant(act, 'tahap "bulan"', (_act(act, to="bulan"),))


def unknown_form(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An act draws a form that does not exist."""
    for act in edition.acts:
        yield Mutant(act, 'formulir "kartu"', (_act(act, documents=["kartu"]),))


def unknown_limit(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An act opens a limit that does not exist."""
    for act in edition.acts:
        yield Mutant(act, 'batas waktu "seabad"', (_act(act, opens=["seabad"]),))


def _stage(stage: str, **changes: Any) -> Amend:
    return Amend(FILE, "stages", stage, changes)


def _act(act: str, **changes: Any) -> Amend:
    return Amend(FILE, "acts", act, changes)


def _leaving(edition: Edition, stage: str) -> list[Act]:
    """The acts that lead out of a stage, save those possible in every open stage."""
    open_stages = {one.id for one in edition.stages.values() if not one.start and not one.final}
    return [
        act
        for act in edition.acts.values()
        if stage in act.from_stages
        and act.to_stage not in (None, stage)
        and not open_stages <= {*act.from_stages}
    ]


def _kept(act: Act, key: str, rule: str) -> list[Any]:
    """The other limits the act opens or meets; their conditions do not matter to the mutant."""
    return [item.rule for item in getattr(act, key) if item.rule != rule]
