"""Which entries of an edition name which others, so that a reader can follow them both ways."""

from __future__ import annotations

from collections.abc import Iterator

from casework.engine.act import Act, Opening
from casework.engine.edition import Edition
from casework.engine.entry import entries
from casework.engine.rule import DeadlineRule


def related(edition: Edition, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The entries that this one names, and those that name it, each in the order of the edition."""
    pairs = tuple(dict.fromkeys(_pairs(edition)))
    return (
        tuple(to for one, to in pairs if one == name and to != name),
        tuple(one for one, to in pairs if to == name and one != name),
    )


def titles(edition: Edition) -> dict[str, str]:
    """Every entry that can be named, with its title."""
    found = {name: one.title for name, one in entries(edition).items()}
    found |= {f"tahap/{one.id}": one.title for one in edition.stages.values()}
    found |= {f"fakta/{one.id}": one.title for one in edition.facts.values()}
    found |= {f"jenis/{one.id}": one.title for one in edition.violations.kinds.values()}
    return found | {f"golongan/{one.id}": one.title for one in edition.violations.classes.values()}


def _pairs(edition: Edition) -> Iterator[tuple[str, str]]:
    for stage in edition.stages.values():
        yield from ((f"tahap/{stage.id}", f"batas/{rule}") for rule in stage.limits)
    for act in edition.acts.values():
        yield from ((f"tindakan/{act.id}", other) for other in _of_act(act))
    for rule in edition.deadlines.values():
        yield from ((f"batas/{rule.id}", other) for other in _of_rule(rule))
    for article in edition.articles.values():
        yield f"pasal/{article.id}", f"golongan/{article.violation_class}"
        yield f"pasal/{article.id}", f"jenis/{article.kind}"
    for row in edition.outcomes:
        yield from ((f"hasil/{row.id}", f"golongan/{one}") for one in row.outcomes)
        kinds = (one for one in row.kinds if one in edition.violations.kinds)
        yield from ((f"hasil/{row.id}", f"jenis/{one}") for one in kinds)
    for route in edition.routes:
        yield f"tujuan/{route.id}", f"golongan/{route.violation_class}"
        yield from ((f"tujuan/{route.id}", f"formulir/{form}") for form in (route.form,) if form)
    for fact in edition.facts.values():
        limits = (fact.within, fact.after)
        yield from ((f"fakta/{fact.id}", f"batas/{limit}") for limit in limits if limit)


def _of_rule(rule: DeadlineRule) -> Iterator[str]:
    yield from (f"fakta/{fact}" for fact in rule.starts_on)
    for other in (rule.within, rule.follows.id if rule.follows else None):
        if other:
            yield f"batas/{other}"
    if rule.extension and rule.extension.act:
        yield f"tindakan/{rule.extension.act}"


def _of_act(act: Act) -> Iterator[str]:
    yield from (f"tahap/{one}" for one in act.from_stages)
    if act.to_stage:
        yield f"tahap/{act.to_stage}"
    for need in act.needs:
        yield from (f"fakta/{one}" for one in sorted(need.names()))
    yield from (f"fakta/{one}" for one in act.records)
    yield from _limits((*act.opens, *act.meets))
    yield from (f"formulir/{one}" for one in act.documents)


def _limits(openings: tuple[Opening, ...]) -> Iterator[str]:
    yield from (f"batas/{one.rule}" for one in openings)
