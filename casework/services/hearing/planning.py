"""Plans the clarification of a case: who is still to be heard, when the office can, by when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine import deadline as calculus
from casework.engine.basis import Basis, Mark
from casework.engine.planner import Frame, Invitee, Plan, plan
from casework.engine.planner_cures import Cure, Ways, cures
from casework.models import Case, ClarificationSession, Deadline, Party
from casework.services.cases import facts
from casework.services.hearing import free_time
from casework.services.hearing.clarification import MOST_SUMMONSES
from casework.services.law import derivation, place
from casework.services.limits.deadlines import UNMET
from casework.services.staff import officers
from casework.services.unit.work import Work

HANDLING, NOTICE, VIDEO = "penanganan", "undangan_klarifikasi", "klarifikasi_daring"
CIRCUMSTANCES = "klarifikasi_keadaan_tertentu"
_NO_BASIS = Basis("Setelan kantor", "", Mark.UNVERIFIED, "")
# A case without a running limit is planned this far ahead.
_WITHOUT_LIMIT = timedelta(days=14)


@dataclass(frozen=True)
class Wanted:
    """What the officer plans with; `video` are the parties heard by video."""

    rooms: tuple[str, ...]
    officers: tuple[int, ...]
    length: timedelta
    gap: timedelta = timedelta(0)
    notice: timedelta = timedelta(0)
    reserve: timedelta = timedelta(0)
    free_days: bool = False
    video: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Person:
    """One party: `open` to be invited, `invited`, `held`, or `called_out` often enough."""

    party: Party
    state: str
    summons: int


@dataclass(frozen=True)
class Window:
    """From when until when sessions can be held, and what says so.

    `last` is when the last of them has to be over: the end, less what is kept for the kajian.

    `limit` is the running limit (None: there is none); `ready_basis` is the law's notice where it
    is known, else the office's own with its mark. `extendable`: the end with the extension.
    """

    ready: datetime
    ready_why: str
    ready_basis: Basis
    notice_known: bool
    end: datetime
    last: datetime
    limit: Deadline | None
    extendable: datetime | None


@dataclass(frozen=True)
class Proposal:
    """A plan with everything it rests on."""

    plan: Plan
    people: tuple[Person, ...]
    window: Window
    cures: tuple[Cure, ...]
    video: Basis | None
    practice: Basis


def defaults(work: Work, case: Case) -> Wanted:
    """What the office plans with unless an officer says otherwise (`rules/practice/`)."""
    settings = work.law.practice.hearings(case.office.code)
    on = work.now.astimezone(ZoneInfo(case.office.zone)).date()
    held = officers.holders(work.session, case.office_id, ("case_officer",), on, case_id=case.id)
    people = tuple(one.id for one in held)
    if settings is None:
        return Wanted((), people, timedelta(hours=1))
    return Wanted(
        settings.rooms,
        people,
        settings.length,
        settings.gap,
        settings.notice,
        settings.reserve,
    )


def propose(work: Work, case: Case, wanted: Wanted) -> Proposal:
    """Propose a session for everybody who is still to be invited, the second time too."""
    people = tuple(standing(work, case))
    window = _window(work, case, wanted)
    limit, end = window.end, window.last
    frame = Frame(
        tuple(
            Invitee(one.party.id, one.party.role, one.party.ordinal, one.party.id in wanted.video)
            for one in people
            if one.state == "open"
        ),
        free_time.open_hours(work, case, limit, free_days=wanted.free_days),
        window.ready,
        end,
        wanted.rooms,
        wanted.officers,
        wanted.length,
        wanted.gap,
        free_time.taken(work, case, wanted.rooms, wanted.length),
    )
    longer = window.extendable
    wider = replace(
        frame, open=free_time.open_hours(work, case, longer or limit, free_days=wanted.free_days)
    )
    others = set(free_time.open_hours(work, case, limit, free_days=True)) - set(frame.open)
    provisions = work.law.edition(case.edition, case.revision).provisions
    video = provisions[VIDEO].basis if VIDEO in provisions else None
    settings = work.law.practice.hearings(case.office.code)
    return Proposal(
        plan(frame),
        people,
        window,
        cures(
            wider,
            Ways(
                extended=longer - wanted.reserve if longer else None,
                unreserved=limit if wanted.reserve and window.limit else None,
                free_days=sorted(others, key=lambda span: span.opens),
                video=video is not None,
            ),
        ),
        video,
        settings.basis if settings else _NO_BASIS,
    )


def circumstances(work: Work, case: Case) -> str:
    """The circumstances in which the edition allows a hearing by video, in its own words."""
    provisions = work.law.edition(case.edition, case.revision).provisions
    return provisions[CIRCUMSTANCES].text if CIRCUMSTANCES in provisions else ""


def standing(work: Work, case: Case) -> list[Person]:
    """Everybody who can be heard, in the order of hearing, with how far each is."""
    parties = work.session.scalars(
        select(Party).where(Party.case_id == case.id, Party.role != "matter")
    ).all()
    rows = work.session.scalars(
        select(ClarificationSession)
        .where(ClarificationSession.case_id == case.id, ClarificationSession.summons > 0)
        .order_by(ClarificationSession.summons)
    )
    last = {row.party_id: row for row in rows}
    found = [_person(one, last.get(one.id)) for one in parties]
    ranks = {one.id: Invitee(one.id, one.role, one.ordinal).rank for one in parties}
    return sorted(found, key=lambda one: ranks[one.party.id])


def _person(party: Party, last: ClarificationSession | None) -> Person:
    if last is None:
        return Person(party, "open", 1)
    if last.state in ("absent", "cancelled"):
        over = last.summons >= MOST_SUMMONSES
        return Person(party, "called_out" if over else "open", last.summons + (not over))
    return Person(party, last.state, last.summons)


def _window(work: Work, case: Case, wanted: Wanted) -> Window:
    limit = work.session.scalar(
        select(Deadline)
        .where(Deadline.case_id == case.id, Deadline.rule == HANDLING, Deadline.state.in_(UNMET))
        .order_by(Deadline.due_epoch)
        .limit(1)
    )
    end = datetime.fromisoformat(limit.due) if limit else work.now + _WITHOUT_LIMIT
    ready, why, basis, known = _ready(work, case, wanted.notice, end)
    last = end - wanted.reserve if limit else end
    return Window(ready, why, basis, known, end, last, limit, _extension(work, case, limit))


def _extension(work: Work, case: Case, limit: Deadline | None) -> datetime | None:
    rule = derivation.rule_of(work, case, HANDLING, limit.office_id) if limit else None
    if limit is None or limit.extended or rule is None or rule.extension is None:
        return None
    times = facts.times(work, case)
    due = derivation.derive(work, case, rule, times, extended=True, office_id=limit.office_id)
    return due.due


def _ready(
    work: Work, case: Case, notice: timedelta, end: datetime
) -> tuple[datetime, str, Basis, bool]:
    """The first moment a session may begin when its invitation leaves now."""
    edition = work.law.edition(case.edition, case.revision)
    rule = edition.deadlines.get(NOTICE)
    if rule is None or not rule.known:
        settings = work.law.practice.hearings(case.office.code)
        why = rule.basis.citation if rule else ""
        note = (
            f"Jarak undangan tidak diketahui dari sumber mana pun ({why}); dipakai setelan kantor."
        )
        return work.now + notice, note, settings.basis if settings else _NO_BASIS, False
    where = place.of_case(work, case)
    zone = ZoneInfo(where.zone)
    day = work.now.astimezone(zone).date()
    last = end.astimezone(zone).date() + timedelta(days=1)
    while day <= last:
        start = datetime.combine(day, time(), zone)
        sent_by = calculus.compute(rule, start, calendar=where.calendar, zone=where.zone).due
        if sent_by >= work.now:
            break
        day += timedelta(days=1)
    ready = max(datetime.combine(day, time(), zone), work.now.astimezone(zone))
    return ready, rule.title, rule.basis, True
