"""Every case stands where its recorded acts brought it, under the law it pinned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sqlalchemy import select

from casework.engine.edition import Edition
from casework.errors import LawError
from casework.models import Case, Event
from casework.services.acts.amendments import revisions
from casework.services.acts.corrections import clerical
from casework.services.cases.record.audit_check import AT_A_TIME
from casework.services.core.work import Work

STAYING = frozenset({clerical.ACTION, revisions.ACTION})
"""Acts of the house that raise the version of a case and leave it at its stage."""


def faults(work: Work) -> Iterator[str]:
    """Replay the events of each case from the start stage; the last must be where it stands."""
    told = select(Event).where(Event.case_id.is_not(None))
    told = told.order_by(Event.case_id, Event.office_id, Event.seq)
    events = work.session.scalars(told.execution_options(yield_per=AT_A_TIME))
    query = select(Case).order_by(Case.id).execution_options(yield_per=AT_A_TIME)
    for case, moved in _paired(work.session.scalars(query), events):
        try:
            edition = work.law.edition(case.edition, case.revision)
        except LawError as fault:
            yield f"perkara {case.id}: {fault}"
            continue
        yield from _replay(edition, case, moved)


def _paired(cases: Iterable[Case], events: Iterable[Event]) -> Iterator[tuple[Case, list[Event]]]:
    """Each case with the events that moved it; both come in the order of the cases."""
    nothing: tuple[int, Iterable[Event]] = (0, ())
    groups = groupby(events, key=lambda event: event.case_id or 0)
    key, group = next(groups, nothing)
    for case in cases:
        while 0 < key < case.id:
            key, group = next(groups, nothing)
        of_case = group if key == case.id else ()
        moved = [
            event for event in of_case if "version" in event.detail and event.action not in STAYING
        ]
        # A case that went to another office stands in two chains; its versions count through both.
        yield case, sorted(moved, key=lambda event: int(event.detail["version"]))


def _replay(edition: Edition, case: Case, events: list[Event]) -> Iterator[str]:
    stage = edition.start_stage.id
    for event in events:
        where = f"perkara {case.id}, {event.action}"
        act = edition.acts.get(event.action)
        if act is None:
            yield f"{where}: tindakan itu tidak ada pada edisi {edition.pin}"
            return
        if event.detail["from"] != stage or stage not in act.from_stages:
            yield f"{where}: dilakukan pada tahap {stage}, yang tidak membolehkannya"
        if event.detail["to"] != (act.to_stage or stage):
            yield f"{where}: membawa perkara ke tahap {event.detail['to']}"
        if not event.citation or not event.role:
            yield f"{where}: tanpa pasal atau tanpa peran"
        stage = event.detail["to"]
    if stage != case.stage:
        yield f"perkara {case.id}: berada pada tahap {case.stage}, seharusnya {stage}"
