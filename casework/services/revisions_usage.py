"""Which entries of the law the stored cases rest on, and how many of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select

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
from casework.services.work import Work


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
# (edition, entry name) to the cases that rest on it, one for each time.
_Touched = dict[tuple[str, str], list[int]]


def uses(work: Work) -> dict[tuple[str, str], Use]:
    """Every entry in use by edition and name: numbers alone, so they may count all offices."""
    touched: _Touched = {}
    for edition, name, case in _touches(work):
        touched.setdefault((edition, name), []).append(case)
    ended = _ended(work)
    return {
        key: Use(*key, len(cases), len(set(cases)), len(set(cases) - ended))
        for key, cases in touched.items()
    }


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


def _touches(work: Work) -> Iterator[tuple[str, str, int]]:
    """Each time an entry was used: edition, entry name, case."""
    session = work.session
    for edition, rule, unit, case in session.execute(
        select(Deadline.edition, Deadline.rule, Deadline.unit, Deadline.case_id)
    ):
        yield edition, f"batas/{rule}", case
        yield edition, f"{COUNTING}{unit}", case
        if unit != Unit.HOURS:
            yield edition, f"{COUNTING}first_day", case
    plain = (
        ("syarat", select(Case.edition, Finding.requirement, Case.id).join(Finding)),
        ("pasal", select(Case.edition, Outcome.article, Case.id).join(Outcome)),
        ("golongan", select(Case.edition, Outcome.violation_class, Case.id).join(Outcome)),
        ("tindakan", select(Case.edition, Event.action, Case.id).join(Event)),
        ("pelapor", select(Case.edition, Party.category, Case.id).join(Party)
                    .where(Party.role == "reporter")),
        ("formulir", select(Document.edition, Document.kind, Document.case_id)),
    )  # fmt: skip
    for kind, query in plain:
        for edition, entry, case in session.execute(query):
            if entry:
                yield edition, f"{kind}/{entry}", case
    for edition, series, case in session.execute(
        select(Case.edition, Number.series, Case.id).join(Number)
    ):
        yield edition, "nomor/surat" if series.startswith("letter") else "nomor/perkara", case
    yield from _routes(work)


def _routes(work: Work) -> Iterator[tuple[str, str, int]]:
    rows = work.session.execute(
        select(Case.edition, Referral.violation_class, Party.category, Office.level, Case.id)
        .join(Referral, Referral.case_id == Case.id)
        .join(ReferralItem, ReferralItem.referral_id == Referral.id)
        .join(Party, Party.id == ReferralItem.party_id)
        .join(Office, Office.id == Case.office_id)
    )
    routes = {one.id: one.routes for one in work.law.editions.values()}
    for edition, violation_class, category, level, case in rows:
        for route in routes.get(edition, ()):
            if route.covers(violation_class, category, level):
                yield edition, f"tujuan/{route.id}", case
                break


def _ended(work: Work) -> set[int]:
    final = _final_stages(work.law)
    rows = work.session.execute(select(Case.id, Case.edition, Case.stage))
    return {case for case, edition, stage in rows if stage in final.get(edition, frozenset())}


def _final_stages(law: Law) -> Mapping[str, frozenset[str]]:
    return {
        one.id: frozenset(stage.id for stage in one.stages.values() if stage.final)
        for one in law.editions.values()
    }
