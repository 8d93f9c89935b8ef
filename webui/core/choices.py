"""Choices of select fields that come from the law: elections, regions, acts that open a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.engine.law import Law
from casework.engine.rule import DeadlineRule
from casework.errors import LawError


def elections(law: Law, office: str) -> list[tuple[str, str]]:
    """Elections a report at an office can be about."""
    return [
        (election.id, election.title)
        for election in law.elections.values()
        if office in election.offices
    ]


def every_election(law: Law) -> list[tuple[str, str]]:
    """Every election there is."""
    return [(one.id, one.title) for one in law.elections.values()]


def regions(law: Law) -> list[tuple[str, str]]:
    """Regions a respondent can belong to."""
    return [(region.id, region.name) for region in law.regions.values()]


@dataclass(frozen=True)
class Opening:
    """An act that begins a case, and the limits it starts."""

    act: str
    label: str
    kind: str
    limits: tuple[DeadlineRule, ...]


def opening(law: Law, on: date, act_id: str) -> Opening:
    """The act as the edition of a day has it; without limits where no edition is known for it."""
    try:
        edition = law.edition_on("pemilihan", on)
    except LawError:
        return Opening(act_id, "", "", ())
    act = edition.acts[act_id]
    rules = (edition.deadlines.get(one.rule) for one in act.opens)
    kind = act.begins.kind if act.begins else ""
    return Opening(act_id, act.label, kind, tuple(rule for rule in rules if rule and rule.known))
