"""Letters between offices: a case is handed over to another office, or taken over from it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.papers.parts import Letter, ReportedParty


@dataclass(frozen=True, kw_only=True)
class RunningLimit:
    """A limit that goes on at the receiving office, with the article it rests on."""

    title: str
    due: str
    citation: str


@dataclass(frozen=True, kw_only=True)
class Transfer(Letter):
    """Pelimpahan or pengambilalihan; the reporter and the witnesses do not appear.

    `moved` is the day it took effect, `office` who handles the case from then on.
    """

    case_number: str
    report_number: str
    matter: str
    event: str
    respondents: tuple[ReportedParty, ...]
    moved: str
    office: str
    reason: str
    limits: tuple[RunningLimit, ...]
    enclosures: tuple[str, ...]
