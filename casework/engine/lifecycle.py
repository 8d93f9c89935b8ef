"""The question "what can I do now, and if not, why not", asked of one edition."""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType
from typing import NamedTuple

from casework.engine.act import Act
from casework.engine.edition import Edition
from casework.engine.facts import Facts
from casework.engine.missing import Limits, Missing, Standing, WhyNot
from casework.engine.refusals import RuleUnknown
from casework.engine.remaining import Remaining

NO_LIMITS: Limits = MappingProxyType({})


def lacking(act: Act, missing: Missing) -> str:
    """The entry whose article a lack rests on: that of the fact, else that of the act."""
    own = missing.wanted is not None and missing.basis != act.basis
    return f"fakta/{missing.wanted.fact}" if own and missing.wanted else f"tindakan/{act.id}"


class Answer(NamedTuple):
    """An act and the complete list of what it lacks; allowed when the list is empty."""

    act: Act
    allowed: bool
    missing: tuple[Missing, ...]


class Lifecycle:
    """Answers for one edition; whatever does not depend on a case is worked out once.

    `remaining` tells what must still happen before a limit is met, from any stage.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.remaining = Remaining(edition)
        self._why_not = WhyNot(edition)

    def ask(
        self,
        stage: str,
        facts: Facts,
        roles: Collection[str],
        limits: Limits = NO_LIMITS,
        *,
        here: bool = False,
    ) -> tuple[Answer, ...]:
        """Every act of the edition, each allowed or with all that it lacks.

        `limits` are those that run in the case, by rule: they say until when a lack can be cured.
        `here` leaves out the acts of other stages, which spares a list of many cases the asking.
        """
        at = self._why_not.standing(stage, facts, roles, limits)
        acts = self.edition.acts.values()
        return tuple([self._weigh(act, at) for act in acts if not here or stage in act.from_stages])

    def answer(
        self,
        act_id: str,
        stage: str,
        facts: Facts,
        roles: Collection[str],
        limits: Limits = NO_LIMITS,
    ) -> Answer:
        """Whether one act may be done in a stage, or all that it lacks.

        `limits` are the deadlines that run in the case, by rule: they say until when a lack can be
        cured. Raises RuleUnknown when the edition has no such act.
        """
        act = self.edition.acts.get(act_id)
        if act is None:
            raise RuleUnknown(
                f'Tindakan "{act_id}" tidak ada pada edisi {self.edition.id}. '
                f"Pilih salah satu: {', '.join(self.edition.acts)}."
            )
        return self._weigh(act, self._why_not.standing(stage, facts, roles, limits))

    def _weigh(self, act: Act, at: Standing) -> Answer:
        missing = self._why_not.missing(act, at)
        return Answer(act, not missing, missing)
