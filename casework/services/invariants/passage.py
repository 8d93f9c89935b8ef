"""Every case stands where its recorded acts brought it, under the law it pinned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select

from casework.engine.edition import Edition
from casework.errors import LawError
from casework.models import Case, Event
from casework.services.work import Work


def faults(work: Work) -> Iterator[str]:
    """Replay the events of each case from the start stage; the last must be where it stands."""
    told: dict[int, list[Event]] = defaultdict(list)
    moved = select(Event).where(Event.case_id.is_not(None)).order_by(Event.office_id, Event.seq)
    for event in work.session.scalars(moved):
        if event.case_id is not None and "version" in event.detail:
            told[event.case_id].append(event)
    for events in told.values():
        # A case that went to another office stands in two chains; its versions count through both.
        events.sort(key=lambda event: int(event.detail["version"]))
    for case in work.session.scalars(select(Case)):
        try:
            edition = work.law.edition(case.edition, case.revision)
        except LawError as fault:
            yield f"perkara {case.id}: {fault}"
            continue
        yield from _replay(edition, case, told[case.id])


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
