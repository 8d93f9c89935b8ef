"""One message to one officer: on the desk at once, by the chosen channels through the outbox."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, not_, or_, select

from casework.engine.words import clock, long_date
from casework.errors import EmblemUnusable
from casework.failpoint import failpoint
from casework.models import Case, Event, Notice, Office, Officer, Outbox
from casework.models.outbox import OutboxState
from casework.services.cases import access, conflict_of_interest, transfers
from casework.services.core import outbox
from casework.services.core.outbox import Job
from casework.services.core.runtime import Door
from casework.services.core.work import Actor, Work
from casework.services.people import deputies, officers, preferences
from casework.services.people.preferences import EMAIL


def write(
    work: Work,
    officer: Officer,
    *,
    key: str,
    subject: str,
    body: str,
    zone: str,
    case: Case | None = None,
    ends_at: datetime | None = None,
) -> Notice | None:
    """Write a message and queue its sendings; None when the officer has it under that key.

    `zone` is that of the office it is about: its clock decides about quiet hours. `ends_at` is
    the end of the limit it reminds of.
    """
    if work.session.scalar(select(Notice.id).where(Notice.key == key)) is not None:
        return None
    row = Notice(
        key=key,
        officer_id=officer.id,
        case_id=case.id if case else None,
        subject=subject[:200],
        body=body,
        ends_at=ends_at,
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    waits = held_back(work, row, zone)
    for channel in preferences.channels(work, officer.id):
        about = f"{case.id}:" if case else ""
        outbox.put(
            work,
            key=f"{about}notice-{row.id}:{'mail' if channel == EMAIL else channel}",
            kind="mail",
            flow="delivery",
            case_id=case.id if case else None,
            payload={"notice_id": row.id, "channel": channel, "zone": zone},
            not_before=waits,
        )
    return row


def held_back(work: Work, notice: Notice, zone: str) -> datetime | None:
    """Until when the officer's quiet hours hold a message back; None when they do not."""
    quiet = preferences.quiet(work, notice.officer_id)
    return quiet.holds_back(work.now, zone, notice.ends_at) if quiet else None


WHEN_STUCK = ("coordinator", "head_of_secretariat")
# Held at the office above; a ladder that names it escalates to there.
UPPER = "supervisor"


def announce(work: Work, case: Case, event: Event, flow: str | None) -> None:
    """Have those told whose turn it is after an act that moved the case on.

    Links are counted for each office; a case may stand in the chains of several.

    The flow of the act does it; an act without one leaves it to `delivery`.
    """
    outbox.put(
        work,
        key=f"{case.id}:event-{event.office_id}-{event.seq}:notice",
        kind="notice",
        flow=flow or "delivery",
        case_id=case.id,
        payload={"event_id": event.id},
    )


def notice(door: Door, job: Job) -> None:
    """Tell the officers who may act in the stage an act led to (`notice {event_id}`)."""
    with door.unit_of_work(Actor.system(job.office_id)) as work:
        event = work.session.get_one(Event, job.payload["event_id"])
        case = work.session.get_one(Case, event.case_id)
        edition = work.law.edition(case.edition, case.revision)
        stage = edition.stages[str(event.detail.get("to", case.stage))]
        act = edition.acts.get(event.action)
        zone = case.office.zone
        when = event.at.astimezone(ZoneInfo(zone))
        tell(
            work,
            case,
            next_roles(work, case, stage.id),
            key=job.key,
            subject=f"{case.number}: {act.title if act else event.action}",
            body=(
                f"{long_date(when.date())} pukul {clock(when, zone)}: "
                f"{act.title if act else event.action}. Tahap sekarang: {stage.title}."
            ),
            leave_out=event.actor_id,
        )
        outbox.done(work, job)
        failpoint("notice.before-commit")
    failpoint("notice.after-commit")


def next_roles(work: Work, case: Case, stage: str) -> frozenset[str]:
    """Roles of the acts that lead on from a stage.

    Acts that need a reason (stop, hand over, merge) are no ordinary next step: nobody waits for
    them.
    """
    acts = work.law.edition(case.edition, case.revision).acts.values()
    return frozenset(
        role
        for act in acts
        if act.to_stage and stage in act.from_stages and not act.reasoned
        for role in act.roles
    )


def tell(
    work: Work,
    case: Case,
    roles: Collection[str],
    *,
    key: str,
    subject: str,
    body: str,
    leave_out: int | None = None,
    ends_at: datetime | None = None,
    escalate: bool = False,
    office: Office | None = None,
) -> list[Notice]:
    """Write one message to each holder of the roles at the case's office, and queue its sending.

    `office` is another one that is told of the case, as when it passes between offices.

    `ends_at` is the end of the limit it reminds of. With `escalate` the supervisor's role means
    the upper office, and roles that nobody who is at work holds leave the message to those who
    can help. Whom the case keeps away is told nothing; where that would be all of them, those who
    can help are. Telling the same under the same key again does nothing.
    """
    told = (
        write(
            work,
            officer,
            key=f"{key}:officer-{officer.id}",
            subject=subject,
            body=body,
            zone=work.session.get_one(Office, place).zone,
            case=case,
            ends_at=ends_at,
        )
        for officer, place in _audience(
            work, case, office or case.office, frozenset(roles), escalate
        )
        if officer.id != leave_out
    )
    return [one for one in told if one is not None]


def _audience(
    work: Work, case: Case, office: Office, roles: frozenset[str], escalate: bool
) -> Collection[tuple[Officer, int]]:
    """Who is told, each with the office at which: quiet hours are those of its clock."""
    today = work.now.astimezone(ZoneInfo(office.zone)).date()

    def holders(office_id: int, wanted: Collection[str]) -> list[Officer]:
        return officers.holders(work.session, office_id, tuple(wanted), today, case_id=case.id)

    if not escalate:
        asked = [(officer, office.id) for officer in holders(office.id, roles)]
        return asked or _instead(work, office, roles, today, holders)
    found: list[tuple[Officer, int]] = []
    reached = not roles
    for place, wanted in _asked(office, roles):
        here = holders(place, wanted) if wanted else []
        if not here and UPPER in wanted:
            here = holders(place, WHEN_STUCK)
        found += [(officer, place) for officer in here]
        reached = reached or deputies.present(work.session, place, here, today)
    for place, helpers in _helpers(office):
        if reached:
            break
        here = holders(place, helpers)
        found += [(officer, place) for officer in here]
        reached = deputies.present(work.session, place, here, today)
    waiting = transfers.waiting(work, case.id)
    if waiting is not None:
        # Until it is received the sender answers for its limits; both are told of them.
        there = waiting.to_office_id
        found += [(officer, there) for officer in holders(there, transfers.RECEIVERS)]
    # Who is found at two places is told where the case is.
    return list({officer.id: (officer, place) for officer, place in reversed(found)}.values())


def _instead(
    work: Work,
    office: Office,
    roles: frozenset[str],
    today: date,
    holders: Callable[[int, Collection[str]], list[Officer]],
) -> list[tuple[Officer, int]]:
    """The next in line, where the case keeps away everybody who would have been told."""
    if not officers.holders(work.session, office.id, tuple(roles), today):
        return []
    for place, helpers in _helpers(office):
        if here := holders(place, helpers):
            return [(officer, place) for officer in here]
    return []


def _asked(office: Office, roles: frozenset[str]) -> Iterator[tuple[int, frozenset[str]]]:
    """At which office the holders of which roles are told."""
    if UPPER not in roles or office.parent_id is None:
        yield office.id, roles
        return
    yield office.id, roles - {UPPER}
    yield office.parent_id, frozenset({UPPER})


def _helpers(office: Office) -> Iterator[tuple[int, frozenset[str]]]:
    """Who is told, one after the other, while nobody who is at work was reached."""
    yield office.id, frozenset(WHEN_STUCK)
    yield office.id, frozenset({"chair"})
    if office.parent_id is not None:
        yield office.parent_id, frozenset({UPPER, *WHEN_STUCK})
    yield office.id, frozenset({"administrator"})


def stuck(work: Work, job: Job) -> None:
    """Make a dead row visible to the people who can do something about it."""
    case = work.session.get(Case, job.case_id) if job.case_id else None
    if case is None or job.kind in ("mail", "notice"):
        return
    tell(
        work,
        case,
        WHEN_STUCK,
        key=f"{job.key}:stuck",
        subject=f"{case.number}: pekerjaan sistem gagal",
        body=(
            f"Pekerjaan {job.kind} untuk perkara {case.number} gagal {job.attempt} kali dan tidak "
            "dicoba lagi. Minta administrator menjalankan casework doctor dan memeriksa log."
        ),
    )


def without_emblem(work: Work, job: Job) -> None:
    """Say, once a case and emblem, that papers wait for a picture that can be drawn."""
    case = work.session.get(Case, job.case_id) if job.case_id else None
    if case is None:
        return
    tell(
        work,
        case,
        (*WHEN_STUCK, "administrator"),
        key=f"{case.id}:emblem-{case.office.letterhead.get('emblem', {}).get('sha256', '')}",
        subject=f"{case.number}: lambang kop surat tidak dapat dipakai",
        body=f"Perkara {case.number}: {EmblemUnusable()}",
    )


def of_officer(work: Work, officer_id: int, *, limit: int = 50) -> list[Notice]:
    """The newest messages of an officer, newest first."""
    return list(
        work.session.scalars(
            select(Notice)
            .where(Notice.officer_id == officer_id)
            .order_by(Notice.id.desc())
            .limit(limit)
        )
    )


def dead(work: Work, *, limit: int = 100) -> list[Outbox]:
    """Rows that were given up, newest first."""
    return list(
        work.session.scalars(
            select(Outbox)
            .where(Outbox.state == OutboxState.DEAD)
            .order_by(Outbox.id.desc())
            .limit(limit)
        )
    )


def is_kept(work: Work, notice: Notice) -> bool:
    """Does a message tell its officer of a case that keeps him away?

    The message of the day is about many cases and calls each by its number.
    """
    cases = conflict_of_interest.of_officer(work.session, notice.officer_id)
    if not cases or notice.case_id is not None:
        return notice.case_id in cases
    return any(number in notice.body for number in _numbers(work, cases))


def unread(work: Work) -> int:
    """How many messages the actor has not read."""
    query = select(func.count()).where(
        Notice.officer_id == work.actor.officer_id, Notice.read_at.is_(None), *readable(work)
    )
    return work.session.scalar(query) or 0


def readable(work: Work) -> tuple[ColumnElement[bool], ...]:
    """The condition that a message of the actor is not kept back; none where no case is."""
    if not work.actor.excluded:
        return ()
    told = (
        or_(Notice.case_id.is_not(None), not_(Notice.body.contains(number, autoescape=True)))
        for number in _numbers(work, work.actor.excluded)
    )
    return (*access.not_kept_away(work, Notice.case_id), *told)


def _numbers(work: Work, cases: Collection[int]) -> list[str]:
    rows = work.session.scalars(select(Case).where(Case.id.in_(sorted(cases))))
    return sorted({one for row in rows for one in (row.number, row.receipt_number) if one})
