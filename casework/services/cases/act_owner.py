"""Which office may do an act on a case that passes between offices, and what refuses the others.

The law data say what an act does with the case (`handover`); which office has the case is in our
rows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from casework.engine.act import Act
from casework.engine.handover import Handover, Parents, Step
from casework.engine.missing import Missing
from casework.errors import NotPermitted
from casework.models import Case, Office
from casework.services.cases import access, between, transfers
from casework.services.core.work import Work

KIND = "office"
"""The kind of a lack that only another office can make good."""


def lack(work: Work, case: Case, act: Act) -> Missing | None:
    """What is in the way when another office than the actor's has this act; None when nothing."""
    return Lacks(work, [case]).of(case, act)


class Lacks:
    """Says for each act of many cases whether another office than the actor's has it.

    Which cases wait to be received is read once for all of them.
    """

    def __init__(self, work: Work, cases: Sequence[Case]) -> None:
        self._work = work
        self._elsewhere = [one.id for one in cases if one.office_id != work.actor.office_id]

    @cached_property
    def _waiting(self) -> Collection[int]:
        """Which of the cases of other offices have left for another one and wait there."""
        return transfers.waiting_of(self._work, self._elsewhere) if self._elsewhere else ()

    @cached_property
    def _parents(self) -> Parents:
        return transfers.parents(self._work)

    def of(self, case: Case, act: Act) -> Missing | None:
        """What is in the way of one act; None when nothing."""
        here = self._work.actor.office_id == case.office_id
        step = act.handover.step if act.handover else Step.SEND
        if self._work.actor.is_system or (step is Step.SEND and here):
            return None
        if step is Step.SEND:
            return _missing(
                act, f"Perkara ini ditangani {case.office.name}.", "Minta kantor itu melakukannya."
            )
        if step is Step.TAKE:
            return None if not here and self._takes(case, act) else _missing(act, _TAKEN, _ASK)
        meant = None if case.id not in self._waiting else transfers.waiting(self._work, case.id)
        if meant is not None and meant.to_office_id == self._work.actor.office_id:
            return None
        return _missing(act, _RECEIVED, "Tunggu kantor itu menerima atau mengembalikannya.")

    def _takes(self, case: Case, act: Act) -> bool:
        if act.handover is None or not between.allows(self._work, case, act.id, act.roles):
            return False
        own = self._work.session.get_one(Office, self._work.actor.office_id)
        other = case.office
        return act.handover.reaches(own.code, other.code, other.level, self._parents)


_ASK = "Minta kantor di atasnya mengambil alih perkara ini."
_TAKEN = "Perkara diambil alih oleh supervisor kantor tepat di atas kantor yang memegangnya."
_RECEIVED = "Ini tindakan kantor yang dituju pelimpahan, bukan kantor yang memegang perkara."


def named(work: Work, handover: Handover, other: Office, here: Office) -> bool:
    """May the office `here` name this other one, by what the law data allow?"""
    return handover.reaches(here.code, other.code, other.level, transfers.parents(work))


def check(work: Work, case: Case, act: Act | None) -> None:
    """Refuse an act that another office has; raises NotFound where not even that may be known."""
    missing = lack(work, case, act) if act else None
    if act is None and case.office_id != work.actor.office_id:
        access.refuse_other(work, case)
    if missing is None or act is None:
        return
    if case.office_id != work.actor.office_id and not _takes_over(act):
        access.refuse_other(work, case)
    access.check_known(work, case)
    raise NotPermitted(f"{act.title}: {missing.why} {missing.cure}".strip())


def _takes_over(act: Act) -> bool:
    return act.handover is not None and act.handover.step is Step.TAKE


def _missing(act: Act, why: str, cure: str) -> Missing:
    return Missing(KIND, "Kantor lain", why, cure, act.basis, curable=False)
