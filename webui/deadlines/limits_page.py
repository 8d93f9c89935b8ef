"""The legal limits of a case as pages show them: counted, explained, and walked back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from casework.engine.basis import Basis
from casework.engine.edition import Edition
from casework.engine.rule import DeadlineRule
from casework.engine.slack import Slack
from casework.models import Case, Deadline, Fact, Officer
from casework.models.deadline import UNMET, DeadlineState
from casework.services.cases import known, slack
from casework.services.cases.slack import matters
from casework.services.core.work import Work
from casework.services.law import derivation
from webui.core import labels

DONE = (DeadlineState.MET, DeadlineState.LATE_MET)


@dataclass(frozen=True)
class Day:
    """One day of a derivation."""

    date: str
    counted: bool
    why: str


@dataclass(frozen=True)
class Start:
    """A fact that starts the clock: when it happened, who recorded that, and when."""

    title: str
    at: str
    who: str
    recorded_at: str


@dataclass(frozen=True)
class Walk:
    """The latest moments to begin what a limit still asks for, and every step of the walk."""

    latest: str
    safe: str
    provisional: bool
    strides: tuple[tuple[str, str, str, str, str, bool], ...]
    """What, why, citation, mark, latest moment, and whether the step takes time of its own."""


@dataclass(frozen=True)
class Limit:
    """A legal limit as stored, ready to be shown with its derivation."""

    id: int
    rule: str
    title: str
    started_at: str
    due: str
    safe: str
    unit: str
    extended: bool
    extension_reason: str
    provisional: bool
    citation: str
    quote: str
    verification: str
    on_expiry: str
    derivation: tuple[Day, ...]
    state: str
    entry: str
    """Where its rule stands in the law: edition@revision/kind/id."""
    starts: tuple[Start, ...] = ()
    rests_on: tuple[tuple[str, Basis], ...] = ()
    walk: Walk | None = None
    closed_at: str = ""
    """When its duty was done; "" while it is not."""
    ended_by: str = ""
    """What ends it, where its words do not say so."""
    outside: str = ""
    """Why its edition is doubtful for it: it begins or ends outside the edition's time."""


def limits(work: Work, case: Case, *, told: bool = False) -> list[Limit]:
    """Every limit of a case, running ones first, the one with the least slack on top.

    `told` asks for the walk back in words and for who recorded the facts.
    """
    edition = work.law.edition(case.edition, case.revision)
    rows = list(
        work.session.scalars(
            select(Deadline).where(Deadline.case_id == case.id).order_by(Deadline.due_at)
        )
    )
    then = known.of(work, case)
    if then is not None:
        return [
            replace(
                limit_of(work, row),
                state=(state := then.limits[row.id]),
                closed_at=_closed_at(row, state),
            )
            for row in known.only(then, rows)
        ]
    still = [row for row in rows if matters(edition, case.stage, row.rule, row.state)]
    walks = slack.of_limits(work, case, still, told=told)
    facts = _facts(work, case) if told else {}
    found = [
        replace(
            limit_of(work, row),
            walk=_walk(walks[row.id]) if row.id in walks else None,
            starts=_starts(work, row, facts),
            rests_on=_rests_on(work, row),
            ended_by=rule.ended_by if (rule := _rule(work, row)) else "",
        )
        for row in rows
    ]
    return sorted(found, key=_urgency)


def _urgency(limit: Limit) -> tuple[bool, bool, str]:
    return (
        limit.state not in UNMET,
        limit.walk is None,
        limit.walk.latest if limit.walk else limit.due,
    )


def limit_of(work: Work, row: Deadline) -> Limit:
    """One stored limit."""
    return Limit(
        id=row.id,
        rule=row.rule,
        title=labels.law_title(row.title),
        started_at=row.started_at,
        due=row.due,
        safe=row.safe,
        unit=row.unit,
        extended=row.extended,
        extension_reason=row.extension_reason,
        provisional=row.provisional,
        citation=row.citation,
        quote=row.quote,
        verification=derivation.mark_of(work, row),
        on_expiry=row.on_expiry,
        state=row.state,
        closed_at=_closed_at(row, row.state),
        entry=f"{row.edition}@{row.revision}/batas/{row.rule}",
        outside=outside(work.law.edition(row.edition, row.revision), row.started_at, row.due),
        derivation=tuple(
            Day(d["date"], d["counted"], reason(d["date"], d["why"])) for d in row.derivation
        ),
    )


def _closed_at(row: Deadline, state: str) -> str:
    """When the duty was done, for whoever sees the limit in this state."""
    return row.closed_at.isoformat() if row.closed_at and state in DONE else ""


def outside(edition: Edition, started: str, due: str) -> str:
    """Why the edition is doubtful for a limit with these moments; "" where it is not."""
    days = (datetime.fromisoformat(text).date() for text in (started, due))
    return next((why for day in days if (why := edition.outside(day))), "")


def reason(day: str, why: str) -> str:
    """The reason alone: the page writes the date itself, in its own language."""
    date_words, colon, rest = why.partition(": ")
    return rest if colon and day[:4] in date_words else why


def _walk(found: Slack) -> Walk:
    return Walk(
        found.latest.isoformat(),
        found.safe.isoformat(),
        found.provisional,
        tuple(
            (one.what, one.why, one.basis.citation, one.mark.value, one.latest.isoformat(),
             one.timed)
            for one in found.strides
        ),
    )  # fmt: skip


def _facts(work: Work, case: Case) -> Mapping[str, Fact]:
    rows = work.session.scalars(select(Fact).where(Fact.case_id == case.id).order_by(Fact.id))
    return {row.name: row for row in rows}


def _rule(work: Work, row: Deadline) -> DeadlineRule | None:
    return work.law.edition(row.edition, row.revision).deadlines.get(row.rule)


def _starts(work: Work, row: Deadline, facts: Mapping[str, Fact]) -> tuple[Start, ...]:
    rule = _rule(work, row)
    if rule is None or not facts:
        return ()
    first = rule.follows or rule
    named = [(name, facts[name]) for name in first.starts_on if name in facts]
    people = _names(work, {fact.recorded_by for _, fact in named if fact.recorded_by})
    titles = work.law.edition(row.edition, row.revision).facts
    return tuple(
        Start(
            labels.law_title(titles[name].title),
            fact.at.isoformat(),
            people.get(fact.recorded_by or 0, ""),
            fact.recorded_at.isoformat(),
        )
        for name, fact in named
    )


def _names(work: Work, wanted: Collection[int]) -> Mapping[int, str]:
    rows = work.session.execute(select(Officer.id, Officer.name).where(Officer.id.in_(wanted)))
    return {row.id: row.name for row in rows}


def _rests_on(work: Work, row: Deadline) -> tuple[tuple[str, Basis], ...]:
    """The parts of the count that rest on a basis of their own: start, unit, first day."""
    rule = _rule(work, row)
    if rule is None:
        return ()
    end = (("ended_by", rule.ended_by_basis),) if rule.ended_by_basis else ()
    return (*((one.part, one.basis) for one in rule.caveats), *end)
