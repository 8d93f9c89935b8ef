"""Cures are followed as the page tells them, and limits computed again, in a random office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from casework.engine.act import Act
from casework.engine.edition import Edition
from casework.engine.lifecycle import Answer
from casework.engine.missing import Missing
from casework.engine.roles import TITLES
from casework.errors import ActRefused, BadInput, CaseworkError, Conflict, NotFound, NotPermitted
from casework.models import Case, Deadline
from casework.services.acts import acts
from casework.services.acts.any_stage import plain_acts
from casework.services.cases import facts
from casework.services.law import derivation
from casework.services.upkeep.invariants import lists
from tests.bureau import Bureau
from tests.stateful.cures import cure, perform

ROLES = tuple(TITLES)
EXPLAINED = (ActRefused, BadInput, Conflict, NotFound, NotPermitted)
CLOSED = {"met", "late_met", "superseded"}
RUNNING = {"open", "expired", "paused"}


class Following(RuleBasedStateMachine):
    """An office that does what its page advises; `followed` counts the cures that helped."""

    followed: ClassVar[Counter[str]]
    office: Bureau
    cases: list[int]

    @rule(which=st.integers(0, 2), choice=st.integers(0, 60))
    def a_dated_act_is_recorded(self, which: int, choice: int) -> None:
        """An act without a page of its own, by who may: nothing else stands in its way."""
        self._choose(which)
        edition = self._edition()
        allowed = [
            one.act
            for one in self._answers("coordinator")
            if plain_acts.is_plain(edition, one.act)
            and one.act.handover is None  # where to, the office must say
            and _kinds(one) <= {"role"}
        ]
        if allowed:
            act = allowed[choice % len(allowed)]
            assert self._attempt(act.id, lambda: perform(self.office, act, act.roles[0])), act.id
            self.followed["plain"] += 1

    @rule(which=st.integers(0, 2), choice=st.integers(0, 999), role=st.sampled_from(ROLES))
    def cures_are_followed(self, which: int, choice: int, role: str) -> None:
        """What the page says would help is done, and helps: who, what, and where."""
        self._choose(which)
        self.follow(choice, role)

    def follow(self, choice: int, role: str) -> None:
        """One cure of each kind, of the case at hand as the role sees it."""
        answers = self._answers(role)
        for act, gap in _lacks(answers, "role", choice):
            assert "role" not in _kinds(self._asked(act.id, gap.roles[0]))
            self.followed["role"] += 1
        here = [one for one in answers if "stage" not in _kinds(one)]
        for act, gap in _lacks(here, "need", choice):
            self._cure(act.id, gap, act.roles[0])
        for _act, gap in _lacks(self._answers(role), "stage", choice):
            self._walk(gap)

    def _walk(self, missing: Missing) -> None:
        """Do the acts on the way, as far as nothing else is missing for them."""
        known = self._edition().acts
        for name in missing.path:
            act = known[name]
            if not self._asked(name, act.roles[0]).allowed:
                return
            if not self._attempt(name, partial(perform, self.office, act, act.roles[0])):
                return
            if self.office.stage != act.to_stage:
                return
            self.followed["stage"] += 1
        assert self.office.stage == missing.stage

    def _cure(self, act: str, missing: Missing, role: str) -> None:
        before = self.office.stage
        known = dict(self._edition().acts)
        can = False

        def do() -> None:
            nonlocal can
            can = cure(self.office, missing, known)

        if not self._attempt("", do) or not can or self.office.stage != before:
            return
        still = {one.wanted for one in self._asked(act, role).missing}
        assert missing.wanted not in still, f"{missing.cure} did not help {act}"
        self.followed["need"] += 1

    def _edition(self) -> Edition:
        return self.office.read(lambda work: work.law.edition(self.office.case(work).edition))

    def _answers(self, role: str) -> tuple[Answer, ...]:
        return self.office.read(lambda work: acts.available(work, self.office.case(work)), role)

    def _asked(self, act: str, role: str) -> Answer:
        return next(one for one in self._answers(role) if one.act.id == act)

    @invariant()
    def every_limit_can_be_computed_again(self) -> None:
        """The newest limit of a rule, or letter, is what its facts give; none ran out unnoticed."""
        if not self.cases:
            return
        lost = self.office.read(
            lambda work: [
                (row.rule, row.state, row.due)
                for case in work.session.scalars(select(Case))
                for row in {
                    (one.rule, one.document_id): one
                    for one in work.session.scalars(
                        select(Deadline).where(Deadline.case_id == case.id).order_by(Deadline.id)
                    )
                }.values()
                if row.state in RUNNING
                and row.due
                != derivation.derive(
                    work,
                    case,
                    derivation.rule_of(work, case, row.rule),
                    derivation.own_times(
                        row, derivation.rule_of(work, case, row.rule), facts.times(work, case)
                    ),
                    extended=row.extended,
                ).due.isoformat()
            ]
        )
        assert not lost

    @invariant()
    def every_line_is_what_would_be_written_now(self) -> None:
        """Lists follow each act: the latest moment to begin, what is said, and every count."""
        if self.cases:
            assert not self.office.read(lambda work: list(lists.lines_of(work)))
            assert not self.office.read(lambda work: list(lists.rollups_of(work)))

    def _choose(self, which: int) -> None:
        self.office.case_id = self.cases[which % len(self.cases)]

    def _attempt(self, act: str, do: Callable[[], object]) -> bool:
        """Whether the act was done; a refusal explains itself and changes nothing."""
        before = self.office.stage
        try:
            do()
        except EXPLAINED as refusal:
            self._explained(refusal)
            return False
        after = self.office.stage
        if after != before and act:
            legal = self._edition().acts[act]
            assert before in legal.from_stages
            assert after == legal.to_stage
        return True

    def _explained(self, refusal: CaseworkError) -> None:
        text = str(refusal)
        assert len(text) > 20, text
        assert text[-1] in ".)”", text
        if isinstance(refusal, ActRefused):
            assert refusal.lacks
            assert all(lack.what and lack.citation and lack.cure for lack in refusal.lacks)


def _kinds(answer: Answer) -> set[str]:
    return {gap.kind for gap in answer.missing}


def _lacks(answers: Iterable[Answer], kind: str, choice: int) -> list[tuple[Act, Missing]]:
    """One thing of a kind that some act lacks and that can be cured; at best at once."""
    answers = tuple(answers)
    now = {one.act.id for one in answers if _kinds(one) <= {"role"}}
    found = [
        (one.act, gap) for one in answers for gap in one.missing if gap.kind == kind and gap.curable
    ]
    # A way that begins with something that can be done is walked before others.
    found = [pair for pair in found if {*pair[1].path[:1]} & now] or found
    return [found[choice % len(found)]] if found else []
