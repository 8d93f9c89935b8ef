"""Whom the cases that ended in this one named, and this one does not: nobody moves with a merge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casework.models import Case, Party
from casework.services.acts.registration import further_parties, merging
from casework.services.acts.registry import id_of
from casework.services.cases import known
from casework.services.core.work import Work

ADD = id_of(further_parties.add_protected)


@dataclass(frozen=True)
class LeftBehind:
    """The respondents, and whether the stage still lets them be recorded here."""

    people: tuple[Party, ...]
    addable: bool


def left_behind(work: Work, case: Case) -> LeftBehind:
    """The respondents who would be judged nowhere."""
    if known.of(work, case) is not None:
        return LeftBehind((), addable=False)
    act = work.law.edition(case.edition, case.revision).acts.get(ADD)
    addable = act is not None and case.stage in act.from_stages
    return LeftBehind(tuple(merging.left_behind(work, case)), addable)


def still_to_name(work: Work, case: Case) -> Mapping[str, object]:
    """For the page that adds somebody."""
    return {"left": left_behind(work, case)}
