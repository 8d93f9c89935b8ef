"""Which entries of the law the stored cases rest on, and how many of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    and_,
    case,
    false,
    func,
    literal,
    not_,
    or_,
    select,
)

from casework.engine import comparing
from casework.engine.basis import Basis, Mark
from casework.engine.counting import Unit
from casework.engine.edition import Edition
from casework.engine.entry import entries
from casework.engine.law import Law
from casework.models import (
    Case,
    Deadline,
    Document,
    Event,
    Finding,
    Number,
    Office,
    Outcome,
    Party,
    Referral,
    ReferralItem,
)
from casework.models.party import PartyRole
from casework.services.core.work import Work


@dataclass(frozen=True)
class Use:
    """How often an entry of an edition is in use: times, cases, and cases not yet finished."""

    edition: str
    name: str
    times: int
    cases: int
    open_cases: int


@dataclass(frozen=True)
class Weak:
    """An entry in use that nobody has confirmed; `parts` are the citations that are unverified."""

    use: Use
    title: str
    mark: Mark
    citation: str
    parts: tuple[str, ...]


COUNTING = "hitungan/"
_LETTER, _CASE = "surat", "perkara"


def uses(work: Work) -> dict[tuple[str, str], Use]:
    """Every entry in use by edition and name: numbers alone, so they may count all offices."""
    running = _running(work.law)
    found = {}
    for kind, source in _sources():
        rows = source.subquery()
        query = (
            select(
                rows.c.edition,
                rows.c.entry,
                func.count(),
                func.count(rows.c.case_id.distinct()),
                func.count(case((running, rows.c.case_id)).distinct()),
            )
            .join(Case, Case.id == rows.c.case_id)
            .group_by(rows.c.edition, rows.c.entry)
        )
        for edition, entry, *counts in work.session.execute(query):
            if entry:
                found[edition, f"{kind}/{entry}"] = Use(edition, f"{kind}/{entry}", *counts)
    return found | _used_routes(work)


def users(work: Work, edition: str, name: str, limit: int) -> list[int]:
    """The newest running cases that rest on an entry, at most `limit`."""
    kind, _, entry = name.partition("/")
    if kind == "tujuan":
        there = {one for route, one, runs in _routes(work) if runs and route == (edition, name)}
        return sorted(there, reverse=True)[:limit]
    found: set[int] = set()
    for one, source in _sources():
        if one == kind:
            rows = source.subquery()
            query = (
                select(rows.c.case_id)
                .join(Case, Case.id == rows.c.case_id)
                .where(rows.c.edition == edition, rows.c.entry == entry, _running(work.law))
                .distinct()
                .order_by(rows.c.case_id.desc())
                .limit(limit)
            )
            found |= set(work.session.scalars(query))
    return sorted(found, reverse=True)[:limit]


def unverified(work: Work, marks: Iterable[Mark] = (Mark.UNVERIFIED,)) -> tuple[Weak, ...]:
    """The entries in use that bear one of `marks` in whole or in part, most used first."""
    wanted, found = frozenset(marks), []
    known = {one.id: _titled(work.law, one) for one in work.law.editions.values()}
    for (edition, name), use in uses(work).items():
        if name not in known.get(edition, {}):
            continue  # used under an older revision; nothing is left to confirm
        title, bases = known[edition][name]
        weak = tuple(dict.fromkeys(one.citation for one in bases if one.mark in wanted))
        if weak:
            found.append(Weak(use, title, bases[0].mark, bases[0].citation, weak))
    return tuple(
        sorted(
            found, key=lambda one: (-one.use.cases, -one.use.times, one.use.edition, one.use.name)
        )
    )


def _titled(law: Law, edition: Edition) -> dict[str, tuple[str, tuple[Basis, ...]]]:
    """Title and bases of every entry; how days are counted is one entry, not one of each limit."""
    counting = {
        name: law.builder.basis(edition.id, law.upon(edition.id), name)
        for name in law.builder.names(edition.id, law.upon(edition.id))
        if name.startswith(COUNTING)
    }
    shared = set(counting.values())
    found: dict[str, tuple[str, tuple[Basis, ...]]] = {
        name: (comparing.COUNTING.get(name, name), (basis,)) for name, basis in counting.items()
    }
    for name, one in entries(edition).items():
        own = tuple(basis for basis in one.bases[1:] if basis not in shared)
        found[name] = (one.title, (one.basis, *own))
    return found


def _sources() -> Iterator[tuple[str, Select[Any, Any, Any]]]:
    """Kind of entry, and a query for each time one was used: edition, entry, case."""
    timed = Deadline.edition.label("edition"), Deadline.case_id.label("case_id")
    yield "batas", select(timed[0], Deadline.rule.label("entry"), timed[1])
    yield "hitungan", select(timed[0], Deadline.unit.label("entry"), timed[1])
    days = select(timed[0], literal("first_day").label("entry"), timed[1])
    yield "hitungan", days.where(Deadline.unit != Unit.HOURS)
    yield (
        "formulir",
        select(
            Document.edition.label("edition"),
            Document.kind.label("entry"),
            Document.case_id.label("case_id"),
        ),
    )
    of_case: tuple[tuple[str, SQLColumnExpression[Any], SQLColumnExpression[Any]], ...] = (
        ("syarat", Finding.requirement, Finding.case_id),
        ("pasal", Outcome.article, Outcome.case_id),
        ("golongan", Outcome.violation_class, Outcome.case_id),
        ("tindakan", Event.action, Event.case_id),
        ("nomor", case((Number.series.startswith("letter"), _LETTER), else_=_CASE), Number.case_id),
    )
    for kind, entry, owner in of_case:
        yield kind, _of_case(entry, owner)
    yield "pelapor", _of_case(Party.category, Party.case_id).where(Party.role == PartyRole.REPORTER)


def _of_case(
    entry: SQLColumnExpression[Any], owner: SQLColumnExpression[Any]
) -> Select[Any, Any, Any]:
    """What a case holds, under the edition of the case."""
    return select(Case.edition.label("edition"), entry.label("entry"), owner.label("case_id")).join(
        Case, Case.id == owner
    )


def _used_routes(work: Work) -> dict[tuple[str, str], Use]:
    touched: dict[tuple[str, str], list[tuple[int, bool]]] = {}
    for route, one, runs in _routes(work):
        touched.setdefault(route, []).append((one, runs))
    return {
        route: Use(
            *route,
            len(all_),
            len({one for one, _ in all_}),
            len({one for one, runs in all_ if runs}),
        )
        for route, all_ in touched.items()
    }


def _routes(work: Work) -> Iterator[tuple[tuple[str, str], int, bool]]:
    """Each destination of a person: edition and route, case, whether the case still runs."""
    rows = work.session.execute(
        select(
            Case.edition,
            Referral.violation_class,
            Party.category,
            Office.level,
            Case.id,
            _running(work.law).label("runs"),
        )
        .join(Referral, Referral.case_id == Case.id)
        .join(ReferralItem, ReferralItem.referral_id == Referral.id)
        .join(Party, Party.id == ReferralItem.party_id)
        .join(Office, Office.id == Case.office_id)
    )
    routes = {one.id: one.routes for one in work.law.editions.values()}
    for edition, violation_class, category, level, one, runs in rows:
        for route in routes.get(edition, ()):
            if route.covers(violation_class, category, level):
                yield (edition, f"tujuan/{route.id}"), one, bool(runs)
                break


def _running(law: Law) -> ColumnElement[bool]:
    """Whether a case stands on a stage that is not a final one of its edition."""
    ended = [
        and_(
            Case.edition == one.id,
            Case.stage.in_([stage.id for stage in one.stages.values() if stage.final]),
        )
        for one in law.editions.values()
    ]
    return not_(or_(false(), *ended))
