"""The daily message of an office: what is due, late, or waits; once an officer and day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine.words import clock, long_date
from casework.failpoint import failpoint
from casework.models import Case, ChainHead, Deadline, Office, Officer, OfficerRole, Outbox
from casework.models.deadline import DeadlineState
from casework.services.cases import conflict_of_interest
from casework.services.core import outbox
from casework.services.core.batches import SWEPT
from casework.services.core.outbox import Job
from casework.services.core.runtime import NO_OFFICE, Door
from casework.services.core.work import Actor, Work
from casework.services.deadlines import expiry
from casework.services.people import notices, officers
from casework.services.upkeep import heads

AT = time(7, 30)
_LATE, _TODAY, _TOMORROW = "Lewat batas", "Jatuh hari ini", "Jatuh besok"
_ASKED, _WAITING = "Menunggu jawaban Anda", "Menunggu Anda"
ORDER = (_LATE, _TODAY, _TOMORROW, _ASKED, _WAITING)


def plan(door: Door) -> int:
    """Ask for today's message of every office that was not asked for; gives how many."""
    with door.reading(Actor.system(NO_OFFICE)) as work:
        wanted = missing(work)
    for office_id, day in wanted:
        with door.unit_of_work(Actor.system(office_id)) as work:
            ask(work, office_id, day)
    return len(wanted)


def missing(work: Work) -> list[tuple[int, date]]:
    """Offices with staff whose message of today was not asked for: office id and local day.

    Costs two look-ups by key, however many cases there are.
    """
    offices = work.session.execute(
        select(Office.id, Office.zone)
        .where(Office.id.in_(select(OfficerRole.office_id)))
        .order_by(Office.id)
    ).all()
    days = {row.id: work.now.astimezone(ZoneInfo(row.zone)).date() for row in offices}
    keys = {_key(office_id, day): (office_id, day) for office_id, day in days.items()}
    known = set(work.session.scalars(select(Outbox.key).where(Outbox.key.in_(keys))))
    return [found for key, found in keys.items() if key not in known]


def ask(work: Work, office_id: int, day: date) -> None:
    """Ask for the message of an office for a day, at half past seven there."""
    zone = work.session.get_one(Office, office_id).zone
    outbox.put(
        work,
        key=_key(office_id, day),
        kind="digest",
        flow=SWEPT,
        case_id=None,
        payload={"office_id": office_id, "day": day.isoformat()},
        not_before=datetime.combine(day, AT, ZoneInfo(zone)),
    )


def digest(door: Door, job: Job) -> None:
    """Tell each officer of an office what the day holds (`digest {office_id, day}`).

    The message of a day that is over by now is not sent: today's tells the same and more.
    """
    office_id = int(job.payload["office_id"])
    kept = heads.taken(door, office_id)
    with door.unit_of_work(Actor.system(office_id)) as work:
        office = work.session.get_one(Office, office_id)
        day = date.fromisoformat(job.payload["day"])
        if day == work.now.astimezone(ZoneInfo(office.zone)).date():
            _tell(work, office, day)
            if kept is not None:
                heads.send(work, office, day, kept)
        outbox.done(work, job)
        failpoint("digest.before-commit")
    failpoint("digest.after-commit")


@dataclass
class _Lines:
    """What one officer reads, by heading."""

    under: dict[str, list[str]] = field(default_factory=dict)

    def add(self, heading: str, line: str) -> None:
        self.under.setdefault(heading, []).append(line)

    def text(self) -> str:
        return "\n".join(
            f"{heading}: {'; '.join(self.under[heading])}."
            for heading in ORDER
            if heading in self.under
        )


def _tell(work: Work, office: Office, day: date) -> None:
    cases, head = _cases(work, office), _head(work, office)
    limits = _limits(work, office, day, cases)
    asked = list(expiry.waiting(work, cases))
    away_from = conflict_of_interest.everybody(work.session)
    for officer, roles in _staff(work, office, day):
        lines, unknown = _Lines(), away_from.get(officer.id, frozenset())
        for row in limits:
            if row.case_id not in unknown and roles & concerned(work, cases[row.case_id], row):
                lines.add(_heading(work, row, day), _limit(cases[row.case_id], row, office.zone))
        for question in asked:
            if question.case_id not in unknown and roles & set(question.roles):
                lines.add(_ASKED, cases[question.case_id].number)
        for case in cases.values():
            if case.id not in unknown and roles & notices.next_roles(work, case, case.stage):
                lines.add(_WAITING, f"{case.number} ({_stage(work, case)})")
        if lines.under:
            notices.write(
                work,
                officer,
                key=f"{_key(office.id, day)}:officer-{officer.id}",
                subject=f"Ringkasan {long_date(day)}",
                body=f"{lines.text()}\n{head}",
                zone=office.zone,
            )


def _head(work: Work, office: Office) -> str:
    """The newest link of the office's chain: who keeps the message can show it later."""
    row = work.session.get(ChainHead, office.id)
    return f"Kepala jejak audit: {office.id} {row.seq} {row.hash}" if row else ""


def _cases(work: Work, office: Office) -> Mapping[int, Case]:
    """The pending cases of the office; played ones remind nobody."""
    rows = work.session.scalars(
        select(Case)
        .where(Case.office_id == office.id, Case.played.is_(False))
        .where(Case.stage.not_in(_final(work)))
        .order_by(Case.id)
    )
    return {row.id: row for row in rows}


def _final(work: Work) -> set[str]:
    """Stages that are the end in every edition that has them; the others are looked at."""
    stages = [one for edition in work.law.editions.values() for one in edition.stages.values()]
    return {one.id for one in stages if one.final} - {one.id for one in stages if not one.final}


def _limits(work: Work, office: Office, day: date, cases: Mapping[int, Case]) -> list[Deadline]:
    after = datetime.combine(day + timedelta(days=2), time(), ZoneInfo(office.zone))
    rows = work.session.scalars(
        select(Deadline)
        .join(Case, Case.id == Deadline.case_id)
        .where(
            Case.office_id == office.id,
            Deadline.state.in_((DeadlineState.OPEN, DeadlineState.EXPIRED)),
            Deadline.due_at < after,
        )
        .order_by(Deadline.due_at, Deadline.id)
    )
    return [row for row in rows if row.case_id in cases]


def _staff(work: Work, office: Office, day: date) -> Iterator[tuple[Officer, frozenset[str]]]:
    rows = work.session.execute(
        select(OfficerRole.officer_id, OfficerRole.role).where(OfficerRole.office_id == office.id)
    ).all()
    for officer in officers.holders(work.session, office.id, tuple({r.role for r in rows}), day):
        yield officer, officers.actor(work.session, officer, office, day).roles


def concerned(work: Work, case: Case, row: Deadline) -> frozenset[str]:
    """Who acts next in the case, and whom the ladder of the limit names."""
    rule = work.law.edition(row.edition, row.revision).deadlines.get(row.rule)
    rule = work.law.reminded(case.office.code, rule) if rule else None
    named = {role for rung in rule.reminders for role in rung.roles} if rule else set()
    return notices.next_roles(work, case, case.stage) | named


def _heading(work: Work, row: Deadline, day: date) -> str:
    due = datetime.fromisoformat(row.due)
    if due < work.now:
        return _LATE
    return _TODAY if due.date() <= day else _TOMORROW


def _limit(case: Case, row: Deadline, zone: str) -> str:
    due = datetime.fromisoformat(row.due)
    return f"{case.number} ({row.title}, {long_date(due.date())} pukul {clock(due, zone)})"


def _stage(work: Work, case: Case) -> str:
    return work.law.edition(case.edition, case.revision).stages[case.stage].title


def _key(office_id: int, day: date) -> str:
    return f"digest:{office_id}:{day.isoformat()}"
