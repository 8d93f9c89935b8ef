"""The main path of a class of violation: the acts that lead a case of it from its start to an end.

An edition, or one of its classes, takes cases when nothing on that path is `known: false`. An
unknown entry lies on the path where a step cannot be taken without it: a stage of the path waits
for the limit, an act of it starts the limit or is judged by it, a requirement is decided by it, or
the class has nowhere to be sent. Every other unknown entry stands beside it: it is shown
as unknown, and no step waits for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casework.engine.act import Act, Stage
from casework.engine.basis import Basis
from casework.engine.edition import Edition


@dataclass(frozen=True)
class Unknown:
    """An entry that is `known: false`, by its name (`batas/…`), with the reason on its basis.

    `classes` are those on whose main path it lies; empty where it stands beside all of them.
    """

    entry: str
    title: str
    basis: Basis
    classes: tuple[str, ...]


def unknown(edition: Edition) -> tuple[Unknown, ...]:
    """Every limit, provision, destination and file item of an edition that is not known."""
    touched = {name: frozenset(_touched(edition, name)) for name in edition.violations.classes}
    return tuple(
        Unknown(entry, title, basis, tuple(name for name, on in touched.items() if entry in on))
        for entry, title, basis in _unknown(edition)
    )


def on_path(edition: Edition, violation_class: str) -> tuple[Unknown, ...]:
    """What is not known on the main path of one class."""
    return tuple(one for one in unknown(edition) if violation_class in one.classes)


def acts(edition: Edition, violation_class: str) -> tuple[Act, ...]:
    """The acts of a main path that exist, in their order; nothing where none is declared."""
    named = edition.violations.classes[violation_class].path
    return tuple(edition.acts[one] for one in named if one in edition.acts)


def stages(edition: Edition, violation_class: str) -> tuple[Stage, ...]:
    """The stages that a case passes on the main path, the start among them."""
    passed = [edition.start_stage.id]
    passed += [one.to_stage for one in acts(edition, violation_class) if one.to_stage]
    return tuple(edition.stages[one] for one in dict.fromkeys(passed) if one in edition.stages)


def broken(edition: Edition, violation_class: str) -> str:
    """Where the path does not lead on, as words; "" where it goes from the start to an end."""
    named = edition.violations.classes[violation_class].path
    here = edition.start_stage.id
    for name in named:
        act = edition.acts.get(name)
        if act is None:
            return f"menyebut tindakan {name} yang tidak ada"
        if here not in act.from_stages:
            return f"{name} tidak dapat dilakukan pada tahap {here}"
        here = act.to_stage or here
    return "" if edition.stages[here].final else f"berhenti pada tahap {here}, bukan tahap akhir"


def _touched(edition: Edition, violation_class: str) -> Iterator[str]:
    """The names of everything that a case of the class needs on its way."""
    walked = acts(edition, violation_class)
    if not walked:
        return
    for stage in stages(edition, violation_class):
        yield from (f"batas/{one}" for one in stage.limits)
    for act in walked:
        yield from (f"batas/{one.rule}" for one in act.opens)
        if act.begins is not None:
            yield f"batas/{act.begins.term}"
        named = {name for need in act.needs for name in need.names()}
        asked = [edition.facts[name] for name in named & edition.facts.keys()]
        yield from (f"batas/{rule}" for one in asked for rule in (one.within, one.after))
    for requirement in edition.requirements.values():
        if requirement.binding and requirement.decided_by is not None:
            yield f"batas/{requirement.decided_by.rule}"
    routes = [one for one in edition.routes if one.violation_class == violation_class]
    if not any(one.known for one in routes):
        yield from (f"tujuan/{one.id}" for one in routes)


def _unknown(edition: Edition) -> Iterator[tuple[str, str, Basis]]:
    for rule in edition.deadlines.values():
        if not rule.known:
            yield f"batas/{rule.id}", rule.title, rule.basis
    for provision in edition.provisions.values():
        if not provision.known:
            yield f"ketentuan/{provision.id}", provision.title, provision.basis
    for route in edition.routes:
        if not route.known:
            yield f"tujuan/{route.id}", route.id.replace("_", " "), route.basis
