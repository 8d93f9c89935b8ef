"""What the law asks for an act of the shared page, and what the act would do to the clocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from casework.engine.basis import Basis
from casework.engine.handover import Handover
from casework.models import Case
from casework.services.acts.any_stage import transfers
from casework.services.acts.registration import merging
from casework.services.core.work import Work
from casework.services.deadlines import foresight
from casework.services.deadlines.foresight import Met, Opened
from webui.cases.acts_page import act_of
from webui.cases.people_page import named_already
from webui.core import labels


@dataclass(frozen=True)
class Asked:
    """The moments to be dated (fact and title), the reason, who may act, and where it leads."""

    moments: tuple[tuple[str, str], ...]
    reasoned: bool
    roles: tuple[str, ...]
    moves_to: tuple[str, str]
    ends: bool
    moves_clocks: bool
    basis: Basis
    cases: tuple[tuple[int, str], ...] | None = None
    """The cases this one can end in, for an act that merges; None for any other."""
    named: tuple[str, ...] = ()
    """For an act that merges: the respondents of this case, who do not move with it."""
    offices: tuple[tuple[int, str], ...] | None = None
    """The offices the act can concern; None for an act that concerns no other office."""
    receives: bool = False
    """Is the case received from another office? Then its proof is asked for, not a reason."""


@dataclass(frozen=True)
class Effects:
    """The limits that would be opened and met."""

    opened: tuple[Opened, ...]
    met: tuple[Met, ...]


def asked_of(work: Work, case: Case, act_id: str) -> Asked:
    """What one act of the case's edition wants to know; raises NotFound."""
    edition = work.law.edition(case.edition, case.revision)
    act = act_of(work, case, act_id)
    there = edition.stages[act.to_stage] if act.to_stage else None
    return Asked(
        moments=tuple((name, labels.law_title(edition.facts[name].title)) for name in act.records),
        reasoned=act.reasoned,
        roles=act.roles,
        moves_to=(there.id, there.title) if there else ("", ""),
        ends=bool(there and there.final),
        moves_clocks=bool(act.opens or act.meets),
        basis=act.basis,
        cases=_cases(work, case) if act.to_case else None,
        named=named_already(work, case)["named"] if act.to_case else (),
        offices=_offices(work, case, act.handover) if act.to_office else None,
        receives=transfers.receives(act),
    )


def _offices(work: Work, case: Case, handover: Handover | None) -> tuple[tuple[int, str], ...]:
    found = transfers.other_offices(work, case, handover) if handover else ()
    return tuple((one.id, one.name) for one in found)


def _cases(work: Work, case: Case) -> tuple[tuple[int, str], ...]:
    found = merging.candidates(work, case)
    return tuple((one.id, f"{one.number} · {one.title}") for one in found)


def consequences(
    work: Work, case: Case, act_id: str, at: Mapping[str, datetime]
) -> Mapping[str, object]:
    """For the page: the questions, and what follows when these moments are recorded."""
    opened, met = foresight.foresee(work, case, act_of(work, case, act_id), at)
    return {"asked": asked_of(work, case, act_id), "effects": Effects(opened, met)}
