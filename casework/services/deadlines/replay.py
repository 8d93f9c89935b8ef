"""What would differ in a stored case under another edition, revision or calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from casework.engine import routing
from casework.engine.calendar import Calendar
from casework.engine.categories import ViolationClass
from casework.engine.deadline import compute
from casework.engine.edition import Edition
from casework.engine.lifecycle import Answer, Lifecycle
from casework.engine.roles import TITLES
from casework.engine.routing import Routing
from casework.engine.rule import DeadlineRule
from casework.errors import LawError
from casework.models import Case, Deadline, Dispatch, Document, Event, Outcome, Party
from casework.models.deadline import UNMET, DeadlineState
from casework.models.document import DocumentState
from casework.services.cases import facts
from casework.services.core.work import Work
from casework.services.law import derivation
from casework.services.law.place import Place, counted_at, place

NOT_THERE = "tidak ada"


@dataclass(frozen=True)
class Moved:
    """One thing that would differ: what it is, how it stands, and how it would stand."""

    what: str
    title: str
    old: str
    new: str


@dataclass(frozen=True)
class Replay:
    """One case under other law; the lists are empty where nothing differs."""

    case_id: int
    number: str
    old: str
    new: str
    dates: tuple[Moved, ...]
    acts: tuple[Moved, ...]
    destinations: tuple[Moved, ...]
    letters: tuple[Moved, ...]

    @property
    def differs(self) -> bool:
        """Would anything be otherwise?"""
        return any((self.dates, self.acts, self.destinations, self.letters))


def replay(work: Work, case: Case, edition: Edition, calendar: Calendar) -> Replay:
    """Ask the other law what it would have said about the case; changes nothing."""
    old = work.law.edition(case.edition, case.revision)
    return Replay(
        case.id,
        case.number,
        old.pin,
        edition.pin,
        tuple(dates(work, case, edition, calendar)),
        tuple(_acts(work, case, old, edition)),
        tuple(_destinations(work, case, old, edition)),
        tuple(_letters(work, case, edition)),
    )


def due_under(
    work: Work,
    case: Case,
    rule: DeadlineRule,
    times: Mapping[str, datetime],
    where: Place,
    *,
    extended: bool,
) -> str:
    """When a limit would end, ISO-8601 with offset, or in words why it cannot be told."""
    missing = [name for name in rule.starts_on if name not in times]
    if missing:
        return f"belum berjalan ({', '.join(missing)} belum tercatat)"
    first, *others = rule.starts_on
    try:
        due = compute(
            rule, times[first], calendar=where.calendar, zone=where.zone,
            extended=extended and rule.extension is not None,
            also={name: times[name] for name in others},
            stops=derivation.stops(work, case, rule),
        )  # fmt: skip
    except LawError as unknown:
        return str(unknown)
    return due.due.isoformat()


def dates(
    work: Work, case: Case, edition: Edition, calendar: Calendar, *, judged: bool = True
) -> Iterator[Moved]:
    """The limits of a case that would end otherwise, come, or go.

    Without `judged` those that were met or are over are left out.
    """
    times = facts.times(work, case)
    # Under other law the office still counts by its own closed days and in its own way.
    law = replace(work.law, calendar=calendar)
    rows = work.session.scalars(
        select(Deadline)
        .where(Deadline.case_id == case.id, Deadline.state != DeadlineState.SUPERSEDED)
        # Of two limits in a chain the later one was opened later.
        .order_by(Deadline.id)
    ).all()
    before = work.law.edition(case.edition, case.revision).deadlines
    ends: dict[str, datetime] = {}
    for row in rows:
        new, office = NOT_THERE, counted_at(work, case, row.office_id)
        where = place(law, office.code, office.zone)
        if row.rule in edition.deadlines:
            rule, began = where.rule(edition, row.rule), times
            if rule.follows and rule.follows.id in ends:
                # The one before may have been extended or paused, and may itself move.
                began = {rule.follows.id: ends[rule.follows.id]}
                rule = derivation.after_the_one_before(rule)
            elif row.rule in before and before[row.rule].starts_on == rule.starts_on:
                # The same facts start it; in a later round they were recorded anew.
                began = dict.fromkeys(rule.starts_on, datetime.fromisoformat(row.started_at))
            new = due_under(work, case, rule, began, where, extended=row.extended)
            ends[row.rule] = datetime.fromisoformat(new if _is_date(new) else row.due)
        if new != row.due and (judged or row.state in UNMET):
            yield Moved(row.rule, row.title, row.due, new)
    known = {row.rule for row in rows}
    where = place(law, case.office.code, case.office.zone)
    for rule in _opened(work, case, edition):
        if rule.id not in known:
            mine = where.rule(edition, rule.id)
            new = due_under(work, case, mine, times, where, extended=False)
            yield Moved(rule.id, rule.title, NOT_THERE, new)


def _is_date(text: str) -> bool:
    return text[:4].isdecimal()


def _opened(work: Work, case: Case, edition: Edition) -> Iterator[DeadlineRule]:
    """The limits that the acts done would open under the other edition, as the case stands."""
    standing = facts.facts_of(work, case)
    done = work.session.scalars(
        select(Event.action).where(Event.case_id == case.id).order_by(Event.id)
    )
    names = dict.fromkeys(
        rule
        for action in done
        if action in edition.acts
        for rule in edition.acts[action].opened(standing)
    )
    yield from (edition.deadlines[name] for name in names if edition.deadlines[name].known)


def _acts(work: Work, case: Case, old: Edition, new: Edition) -> Iterator[Moved]:
    if case.stage not in new.stages:
        title = old.stages[case.stage].title
        yield Moved(f"tahap:{case.stage}", title, title, NOT_THERE)
        return
    standing = facts.facts_of(work, case)
    before = {one.act.id: one for one in Lifecycle(old).ask(case.stage, standing, TITLES)}
    after = {one.act.id: one for one in Lifecycle(new).ask(case.stage, standing, TITLES)}
    for name in dict.fromkeys((*before, *after)):
        if not any(_here(one) for one in (before.get(name), after.get(name))):
            continue  # of another stage in both
        was, would = _state(before.get(name)), _state(after.get(name))
        if was != would:
            title = (after.get(name) or before[name]).act.title
            yield Moved(name, title, was, would)


def _here(answer: Answer | None) -> bool:
    return answer is not None and all(one.kind != "stage" for one in answer.missing)


def _state(answer: Answer | None) -> str:
    if answer is None:
        return NOT_THERE
    if answer.allowed:
        return "boleh"
    return "tertahan: " + "; ".join(one.what for one in answer.missing)


def _destinations(work: Work, case: Case, old: Edition, new: Edition) -> Iterator[Moved]:
    rows = work.session.execute(
        select(Outcome, Party)
        .join(Party, Party.id == Outcome.party_id)
        .where(Outcome.case_id == case.id, Outcome.violation_class != ViolationClass.NONE)
        .order_by(Party.ordinal)
    ).all()
    sent = work.session.scalar(
        select(func.min(Dispatch.sent_at))
        .join(Document, Document.id == Dispatch.document_id)
        .where(Document.case_id == case.id, Document.kind.startswith("penerusan_"))
    )
    # The day of dispatch chooses the agency; a letter that never left would leave today.
    on = (sent or work.now).astimezone(ZoneInfo(case.office.zone)).date()
    for outcome, party in rows:
        was, would = (
            _told(work, edition, outcome.violation_class, party, case.office.level, on)
            for edition in (old, new)
        )
        if was != would:
            yield Moved(f"parties:{party.id}", outcome.violation_class, was, would)
        if outcome.article and outcome.article not in new.articles:
            name = old.article_name(outcome.article)
            yield Moved(f"pasal:{outcome.article}", "Pasal putusan", name, NOT_THERE)


def _told(
    work: Work, edition: Edition, violation_class: str, party: Party, level: str, on: date
) -> str:
    try:
        found = routing.destinations(
            work.law, edition, violation_class=violation_class, category=party.category,
            level=level, on=on, region=party.region or None,
        )  # fmt: skip
    except LawError as unknown:
        return str(unknown)
    return _named(edition, found)


def _named(edition: Edition, found: Routing) -> str:
    names = "; ".join(one.name for one in found.agencies) if found.known else "belum diketahui"
    form = edition.forms[found.form].title if found.form in edition.forms else ""
    return f"{names} ({form})" if form else names


def _letters(work: Work, case: Case, edition: Edition) -> Iterator[Moved]:
    rows = work.session.scalars(
        select(Document)
        .where(Document.case_id == case.id, Document.state != DocumentState.VOID)
        .order_by(Document.id)
    )
    for row in rows:
        form = edition.forms.get(row.kind)
        old = _titled(row.title, row.code)
        new = NOT_THERE if form is None else _titled(form.title, form.code)
        if old != new:
            yield Moved(f"documents:{row.id}", row.title, old, new)


def _titled(title: str, code: str) -> str:
    return f"{title} ({code})" if code else title
