"""If received today, then …: the limits that would follow, as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from casework.engine.basis import Basis
from casework.engine.edition import Edition
from casework.engine.forecast import Chosen, Foreseen, Where, forecast
from casework.engine.law import Law
from casework.models.deadline import DeadlineState
from webui.core import labels
from webui.deadlines.limits_page import Day, Limit, outside, reason


@dataclass(frozen=True)
class Line:
    """One limit that would follow. `limit` is None where `why` says what nobody knows."""

    title: str
    rule: str
    opened_by: str
    at: str
    condition: str
    basis: Basis
    mark: str
    limit: Limit | None
    why: str


@dataclass(frozen=True)
class Forecast:
    """All of them, with the edition that answered and the office whose clock counts."""

    edition: Edition
    pin: str
    door: str
    began: str
    office: str
    zone: str
    settled_until: str
    lines: tuple[Line, ...]


def answer(
    law: Law, edition: Edition, door: str, typed: datetime, office: str, chosen: Chosen
) -> Forecast:
    """What follows when a case begins by `door` at `typed` on the office's wall clock."""
    entry, calendar = law.office(office), law.calendar_for(office)
    began = typed.replace(tzinfo=ZoneInfo(entry.zone))
    found = forecast(edition, edition.acts[door], began, Where(entry.zone, calendar, entry), chosen)
    return Forecast(
        edition=edition,
        pin=edition.pin,
        door=labels.law_title(edition.acts[door].title),
        began=began.isoformat(),
        office=entry.name,
        zone=entry.zone,
        settled_until=calendar.covers_until.isoformat(),
        lines=tuple(_line(edition, one) for one in found),
    )


def _line(edition: Edition, found: Foreseen) -> Line:
    rule = found.rule
    return Line(
        labels.law_title(rule.title), rule.id,
        labels.law_title(found.opened_by), found.at.isoformat(),
        labels.law_title(found.condition), rule.basis,
        (found.due or rule).mark.value, _limit(edition, found), found.why,
    )  # fmt: skip


def _limit(edition: Edition, found: Foreseen) -> Limit | None:
    due, rule = found.due, found.rule
    if due is None:
        return None
    return Limit(
        id=0,
        rule=rule.id,
        title=labels.law_title(rule.title),
        started_at=due.start.isoformat(),
        due=due.due.isoformat(),
        safe=due.safe.isoformat(),
        unit=due.unit.value,
        extended=due.extended,
        extension_reason=rule.extension.reason if due.extended and rule.extension else "",
        provisional=due.provisional,
        citation=due.basis.citation,
        quote=due.basis.quote,
        verification=due.mark.value,
        on_expiry=rule.on_expiry,
        derivation=tuple(
            Day(step.date.isoformat(), step.counted, reason(step.date.isoformat(), step.why))
            for step in due.derivation
        ),
        state=DeadlineState.OPEN,
        entry=f"{edition.pin}/batas/{rule.id}",
        outside=outside(edition, due.start.isoformat(), due.due.isoformat()),
        rests_on=tuple((one.part, one.basis) for one in due.caveats),
    )
