"""The lifecycle of an edition in words: what the drawing shows, and who may do what."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.act import Act, Stage
from casework.engine.edition import Edition


@dataclass(frozen=True)
class Move:
    """One act at a stage: who does it, and the stage it leads to (None: the case stays)."""

    act: Act
    to: tuple[int, Stage] | None
    opens: tuple[tuple[str, str], ...]
    meets: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Place:
    """One stage with its number in the drawing, its limits, and what can be done there."""

    number: int
    stage: Stage
    limits: tuple[tuple[str, str], ...]
    moves: tuple[Move, ...]
    stays: tuple[Move, ...]


@dataclass(frozen=True)
class Outline:
    """Every stage, and apart from them the acts of nearly every stage."""

    places: tuple[Place, ...]
    everywhere: tuple[tuple[Move, tuple[int, ...]], ...]


def outline(edition: Edition) -> Outline:
    """Tell the lifecycle stage by stage."""
    numbers = {name: at + 1 for at, name in enumerate(edition.stages)}
    often = [one for one in edition.acts.values() if _often(edition, one)]
    places = tuple(
        _place(edition, stage, numbers, [one for one in edition.acts.values() if one not in often])
        for stage in edition.stages.values()
    )
    everywhere = tuple(
        (_move(edition, one, numbers), tuple(numbers[name] for name in one.from_stages))
        for one in often
    )
    return Outline(places, everywhere)


def _often(edition: Edition, act: Act) -> bool:
    waiting = [one for one in edition.stages.values() if not one.start and not one.final]
    return len(act.from_stages) > 3 and len(act.from_stages) * 3 >= len(waiting) * 2


def _place(edition: Edition, stage: Stage, numbers: dict[str, int], acts: list[Act]) -> Place:
    here = [_move(edition, one, numbers) for one in acts if stage.id in one.from_stages]
    return Place(
        numbers[stage.id],
        stage,
        tuple((name, edition.deadlines[name].title) for name in stage.limits),
        tuple(one for one in here if one.to and one.to[1].id != stage.id),
        tuple(one for one in here if not one.to or one.to[1].id == stage.id),
    )


def _move(edition: Edition, act: Act, numbers: dict[str, int]) -> Move:
    to = (numbers[act.to_stage], edition.stages[act.to_stage]) if act.to_stage else None
    opens, meets = (
        tuple(dict.fromkeys((one.rule, edition.deadlines[one.rule].title) for one in limits))
        for limits in (act.opens, act.meets)
    )
    return Move(act, to, opens, meets)
