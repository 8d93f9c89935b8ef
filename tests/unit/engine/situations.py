"""Cases of any edition as they might stand, with whoever asks about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from casework.engine.act import Act
from casework.engine.edition import Edition
from casework.engine.facts import FactKind, Value
from casework.engine.law import Law
from casework.engine.lifecycle import Answer, Lifecycle
from casework.engine.missing import Limit
from casework.engine.roles import TITLES

NOON = datetime(2024, 9, 20, 5, tzinfo=UTC)
VALUES: Mapping[FactKind, st.SearchStrategy[Value]] = {
    FactKind.FLAG: st.booleans(),
    FactKind.MOMENT: st.booleans(),
    FactKind.NUMBER: st.integers(0, 60),
    FactKind.TEXT: st.sampled_from(("LP", "TM")),
}


@dataclass(frozen=True)
class Moment:
    """A case as it might stand, and who asks."""

    edition: Edition
    stage: str
    facts: dict[str, Value]
    roles: frozenset[str]
    limits: dict[str, Limit]

    def ask(self) -> tuple[Answer, ...]:
        """Every act."""
        return Lifecycle(self.edition).ask(self.stage, self.facts, self.roles, self.limits)

    def allowed(
        self, act: Act, stage: str, facts: Mapping[str, Value], roles: frozenset[str]
    ) -> bool:
        """May the act be done under these circumstances?"""
        return Lifecycle(self.edition).answer(act.id, stage, facts, roles, self.limits).allowed


@st.composite
def moments(draw: st.DrawFn, law: Law) -> Moment:
    """Any stage, facts, roles and running limits of any edition that has acts."""
    names = sorted(name for name, one in law.editions.items() if one.acts)
    edition = law.editions[draw(st.sampled_from(names))]
    asked = sorted(
        {name for act in edition.acts.values() for need in act.needs for name in need.names()}
    )
    return Moment(
        edition,
        draw(st.sampled_from(sorted(edition.stages))),
        draw(
            st.fixed_dictionaries(
                {}, optional={name: VALUES[edition.facts[name].kind] for name in asked}
            )
        ),
        draw(st.frozensets(st.sampled_from(sorted(TITLES)), max_size=3)),
        draw(
            st.dictionaries(
                st.sampled_from(sorted(edition.deadlines)),
                st.builds(
                    lambda hours, over: Limit(NOON + timedelta(hours=hours), over),
                    st.integers(-48, 48),
                    st.booleans(),
                ),
                max_size=6,
            )
        ),
    )
