"""One act being played: who acts, on which case, and how a service is called for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case, Document, Outcome, Party
from casework.models.party import RESPONDENTS
from casework.services.acts.review.pleno import Seat
from casework.services.cases.evidence import Upload
from casework.services.core.work import Actor, Work
from casework.services.documents import papers
from casework.services.people import officers
from casework.simulation.faults import ScenarioFault

if TYPE_CHECKING:
    from casework.simulation.script import Attachment, ReportScript, Scenario

Result = TypeVar("Result")
_LIMIT = 1 << 20
_YES = "setuju"  # the script tells of a decision, which carried


@dataclass(frozen=True)
class Turn:
    """What an act of the script needs to be done; every service call has its own transaction."""

    app: App
    scenario: Scenario
    report: ReportScript
    cases: Mapping[str, int]
    actor: Actor
    at: datetime
    line: int
    played: bool
    receive: Callable[[int], None]

    def call(self, service: Callable[[Work, Case], Result]) -> Result:
        """Call a service on the case as it stands now."""
        with self.app.unit_of_work(self.actor) as work:
            return service(work, work.session.get_one(Case, self.case_id))

    @property
    def submission_key(self) -> str:
        """The key under which the report is sent: sent again, it never becomes a second case."""
        return self.scenario.key_of(self.report.id)

    @property
    def case_id(self) -> int:
        """Key of the case; the script is at fault when its report was never received."""
        return self.other(self.report.id)

    def other(self, name: str) -> int:
        """Key of any case of the script."""
        if name not in self.cases:
            raise ScenarioFault(
                self.scenario.path, self.line, f'laporan "{name}" belum diterima pada saat ini.'
            )
        return self.cases[name]

    def party_ids(self, work: Work, names: Iterable[str]) -> list[int]:
        """Keys of the people the script names, groups opened up, in the order named."""
        cast = self.report.cast
        known = {("reporter", 1): "pelapor"}
        known |= {("witness", index): name for index, name in enumerate(cast.witnesses, 1)}
        known |= {("accused", index): name for index, name in enumerate(cast.respondents, 1)}
        rows = work.session.scalars(select(Party).where(Party.case_id == self.case_id))
        ids = {}
        for row in rows:
            role = "accused" if row.role in RESPONDENTS else row.role
            # Whom an act added has no name in the report: `witness-2`, `expert-1`, `accused-3`.
            ids[known.get((role, row.ordinal), f"{role}-{row.ordinal}")] = row.id
        opened = [one for name in names for one in cast.groups.get(name, (name,))]
        for name in opened:
            if name not in ids:
                raise ScenarioFault(
                    self.scenario.path, self.line, f'tidak ada pihak bernama "{name}".'
                )
        return [ids[name] for name in opened]

    def outcome_ids(self, work: Work, names: Iterable[str]) -> list[int]:
        """Keys of what was decided about these people."""
        people = self.party_ids(work, names)
        return list(work.session.scalars(select(Outcome.id).where(Outcome.party_id.in_(people))))

    def documents(
        self, work: Work, case: Case, kinds: Iterable[str], states: Iterable[str]
    ) -> list[Document]:
        """The letters of the case in one of the states, of one of the kinds (all when none)."""
        wanted, in_state = set(kinds) or work.law.letters, set(states)
        return [
            one
            for one in papers.of_case(work, case)
            if one.kind in wanted and one.kind in work.law.letters and one.state in in_state
        ]

    def seats(self, work: Work, absent: int) -> tuple[Seat, ...]:
        """The commissioners and the chair of the office; the last `absent` of them are away."""
        members = officers.holders(
            work.session, self.actor.office_id, ("commissioner", "chair"), self.at.date()
        )
        away = {member.id for member in members[len(members) - absent :]}
        return tuple(
            Seat(one.id, one.name, present=False)
            if one.id in away
            else Seat(one.id, one.name, present=True, position=_YES)
            for one in members
        )

    def uploads(self, attachments: Iterable[Attachment]) -> tuple[Upload, ...]:
        """Put the evidence of the script into the store, as a door does before its act."""
        return tuple(
            Upload(
                self.app.store.put(
                    BytesIO(one.text.encode()), sealed=one.confidential, limit=_LIMIT
                ),
                one.name,
                one.description,
                "text/plain",
            )
            for one in attachments
        )


Do = Callable[[Turn], None]


def doing(service: Callable[[Turn, Work, Case], object]) -> Do:
    """The plain act: one service call on the case."""

    def do(turn: Turn) -> None:
        turn.call(lambda work, case: service(turn, work, case))

    return do
