"""What a scenario file says: people, reports, dated acts, and what is expected of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from casework.services.acts.parties import Respondent
from casework.services.cases.record.identity import Person
from casework.simulation.turn import Do


@dataclass(frozen=True)
class Source:
    """Where a part of the scenario was read, and what it says there."""

    id: str
    url: str
    says: str


@dataclass(frozen=True)
class Cast:
    """The people of one report by the names the script calls them; a group names several."""

    reporter: Person
    reporter_kind: str
    witnesses: Mapping[str, Person]
    respondents: Mapping[str, Respondent]
    groups: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Attachment:
    """A small text file that stands for a piece of evidence; sealed when it tells an identity."""

    name: str
    text: str
    description: str
    confidential: bool = False


@dataclass(frozen=True)
class ReportScript:
    """One report as it is told at the desk."""

    id: str
    cast: Cast
    title: str
    what: str
    place: str
    event_date: date
    known_date: date
    account: str
    evidence: tuple[Attachment, ...]
    suspects_crime: bool


@dataclass(frozen=True)
class Expected:
    """What an act must bring about; what is not named is not looked at.

    `refused` is a part of the refusal's text ("" for any). Limits are given as `rule: due` and
    `rule: state`; a due without a time is a day.
    """

    refused: str | None = None
    stage: str | None = None
    number: str | None = None
    edition: str | None = None
    letters: tuple[str, ...] | None = None
    documents: tuple[str, ...] | None = None
    destinations: tuple[str, ...] | None = None
    same_event: tuple[str, ...] | None = None
    deadlines: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ActScript:
    """One dated act; `by` is a role, `line` its place in the file, `do` what is done."""

    line: int
    at: datetime
    by: str
    act: str
    case: str
    invented: bool
    note: str
    do: Do
    expected: Expected


@dataclass(frozen=True)
class Scenario:
    """A whole file. `until` is the moment up to which the clock runs after the last act."""

    path: str
    id: str
    title: str
    regime: str
    office: str
    zone: str
    election: str
    facts: Mapping[str, date]
    sources: tuple[Source, ...]
    left_open: str
    reports: Mapping[str, ReportScript]
    acts: tuple[ActScript, ...]
    until: datetime

    def key_of(self, report: str) -> str:
        """The submission key of a report, the same at every play."""
        return f"{self.id}:{report}"
