"""Makes a plan of sessions true: one act, invitations as drafts, and nothing that cannot be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine import deadline as calculus
from casework.engine.basis import Basis, Mark
from casework.engine.deadline import is_late
from casework.engine.planner import (
    REMOTE,
    Busy,
    Cure,
    Frame,
    Invitee,
    Plan,
    Session,
    Span,
    Ways,
    clashes,
    cures,
    plan,
)
from casework.engine.words import clock, long_date
from casework.models import Case, ClarificationSession, Deadline, Party
from casework.models.deadline import UNMET, DeadlineState
from casework.models.handling import SessionState
from casework.models.party import PartyRole
from casework.services.acts.clarification import availability, sessions
from casework.services.acts.clarification.sessions import MOST_SUMMONSES, REMOTE_PLACE, Appointment
from casework.services.cases import access, facts
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.law import derivation, place
from casework.services.people import officers

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
    ready_mark: Mark
    limit_mark: Mark | None
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
            if one.state == DeadlineState.OPEN
        ),
        availability.open_hours(work, case, limit, free_days=wanted.free_days),
        window.ready,
        end,
        wanted.rooms,
        wanted.officers,
        wanted.length,
        wanted.gap,
        availability.taken(work, case, wanted.rooms, wanted.length),
    )
    longer = window.extendable
    wider = replace(
        frame, open=availability.open_hours(work, case, longer or limit, free_days=wanted.free_days)
    )
    others = set(availability.open_hours(work, case, limit, free_days=True)) - set(frame.open)
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
        select(Party).where(Party.case_id == case.id, Party.role != PartyRole.MATTER)
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
    if last.state in (SessionState.ABSENT, SessionState.CANCELLED):
        over = last.summons >= MOST_SUMMONSES
        return Person(party, "called_out" if over else "open", last.summons + (not over))
    return Person(party, last.state, last.summons)


def _window(work: Work, case: Case, wanted: Wanted) -> Window:
    limit = work.session.scalar(
        select(Deadline)
        .where(Deadline.case_id == case.id, Deadline.rule == HANDLING, Deadline.state.in_(UNMET))
        .order_by(Deadline.due_at)
        .limit(1)
    )
    end = datetime.fromisoformat(limit.due) if limit else work.now + _WITHOUT_LIMIT
    ready, why, basis, mark = _ready(work, case, wanted.notice, end)
    last = end - wanted.reserve if limit else end
    return Window(
        ready, why, basis, mark or basis.mark, derivation.mark_of(work, limit) if limit else None,
        mark is not None, end, last, limit, _extension(work, case, limit),
    )  # fmt: skip


def _extension(work: Work, case: Case, limit: Deadline | None) -> datetime | None:
    due = derivation.longest(work, case, limit, facts.times(work, case)) if limit else None
    return due.due if due else None


def _ready(
    work: Work, case: Case, notice: timedelta, end: datetime
) -> tuple[datetime, str, Basis, Mark | None]:
    """The first moment a session may begin when its invitation leaves now.

    The mark is that of the notice of the law; None where the office set the notice itself.
    """
    edition = work.law.edition(case.edition, case.revision)
    rule = edition.deadlines.get(NOTICE)
    if rule is None or not rule.known:
        settings = work.law.practice.hearings(case.office.code)
        why = rule.basis.citation if rule else ""
        note = (
            f"Jarak undangan tidak diketahui dari sumber mana pun ({why}); dipakai setelan kantor."
        )
        return work.now + notice, note, settings.basis if settings else _NO_BASIS, None
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
    return ready, rule.title, rule.basis, rule.mark


@dataclass(frozen=True)
class Chosen:
    """One session as an officer left it: proposed or typed. An empty room: by video."""

    party_id: int
    at: datetime
    room: str
    officer_id: int


def accept(
    work: Work,
    case_id: int,
    version: int,
    chosen: Sequence[Chosen],
    wanted: Wanted,
    circumstance: str = "",
) -> list[ClarificationSession]:
    """Draft the invitations of a plan (`undang_klarifikasi`).

    `circumstance` is needed where somebody is heard by video. Raises NotFound, NotPermitted,
    Conflict, ActRefused, or BadInput: beside each session ("jam-<party key>") that shares its
    officer or room with another, comes before the notice the law asks for or ends after the
    deadline, and for "keadaan", "pihak", "tempat" and "waktu".
    """
    case = access.changeable(work, case_id)
    check = TextChecker()
    proposal = propose(work, case, wanted)
    rows = [Session(one.party_id, Span(one.at, one.at + wanted.length), one.room, one.officer_id)
            for one in chosen]  # fmt: skip
    for row in rows:
        _check_window(check, case, row, proposal.window)
        if not _open(work, case, row.span, free_days=wanted.free_days):
            check.refuse(
                f"jam-{row.invitee}",
                "Di luar jam kantor. Ubah jamnya; pada hari libur ubah setelan rencana. Sesi di "
                "luar jam diundang tanpa rencana, dengan alasannya.",
            )
        _check_officer(check, row, wanted.officers)
    for i, j in clashes(rows):
        check.refuse(
            f"jam-{rows[i].invitee}",
            "Petugas atau ruang sesi ini sudah dipakai sesi lain pada jam yang sama "
            f"({clock(rows[j].span.opens, case.office.zone)}). Ubah jam, ruang, atau petugasnya.",
        )
    _check_busy(check, rows, availability.taken(work, case, wanted.rooms, wanted.length))
    remote = any(one.room == REMOTE for one in chosen)
    reason = check.text("keadaan", "Keadaan tertentu", circumstance, limit=200)
    if remote and proposal.video is None:
        check.refuse("keadaan", "Edisi perkara ini tidak memuat klarifikasi daring. Pilih ruang.")
    elif remote and proposal.video and not reason:
        check.refuse(
            "keadaan",
            f"Klarifikasi daring hanya dalam keadaan tertentu ({proposal.video.citation}): "
            f"{circumstances(work, case)} Tulis keadaannya.",
        )
    check.done()
    return sessions.invite_each(
        work,
        case_id,
        version,
        [
            Appointment(one.party_id, one.at, _place(one, case, reason), one.officer_id)
            for one in chosen
        ],
    )


def invite(
    work: Work,
    case_id: int,
    version: int,
    party_ids: Sequence[int],
    at: datetime,
    place: str,
    reason: str = "",
) -> list[ClarificationSession]:
    """Invite parties to one hour without a plan, under the guards of one (`undang_klarifikasi`).

    What the law says (its notice, the deadline) holds in any case; what the office keeps (its
    hours, its own notice) gives way to a `reason`, which stands in the record. Raises NotFound,
    NotPermitted, Conflict, ActRefused, or BadInput ("pihak", "tempat", "waktu", "alasan").
    """
    case = access.changeable(work, case_id)
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=500)
    remark.unnamed(work, case, check, "alasan", text)
    wanted = defaults(work, case)
    window = _window(work, case, wanted)
    if at > work.now:
        span = Span(at, at + wanted.length)
        for why, basis, excused in _outside(work, case, span, window):
            way = "Tulis alasannya di bawah, atau pilih waktu lain." if excused else ""
            if not (excused and text):
                check.refuse("waktu", f"{why} ({basis}). {way}".strip())
    check.done()
    return sessions.invite_each(
        work, case_id, version, [Appointment(one, at, place) for one in party_ids], text
    )


def bounds(work: Work, case: Case) -> Window:
    """From when until when the office invites unless told otherwise."""
    return _window(work, case, defaults(work, case))


def _outside(work: Work, case: Case, span: Span, window: Window) -> Iterator[tuple[str, str, bool]]:
    """What speaks against a session: why, on which basis, and whether a reason excuses it."""
    zone = ZoneInfo(case.office.zone)
    if span.opens < window.ready - (timedelta() if window.notice_known else _TYPING):
        first = window.ready.astimezone(zone)
        earliest = f"{long_date(first.date())} pukul {clock(first, case.office.zone)}"
        why = f"Terlalu dekat: {window.ready_why.rstrip('.')}. Paling awal {earliest}"
        yield why, window.ready_basis.citation, not window.notice_known
    if window.limit is not None and is_late(window.end, span.closes):
        end = long_date(window.end.astimezone(zone).date())
        why = f"Sesudah batas penanganan, {end}. Majukan, atau perpanjang dengan alasannya"
        yield why, window.limit.citation, False
    elif not _open(work, case, span):
        yield "Di luar jam kantor menurut hari dan jam penerimaan", _NO_BASIS.citation, True


def _open(work: Work, case: Case, span: Span, *, free_days: bool = False) -> bool:
    """Is the office open for the whole of a session?"""
    hours = availability.open_hours(work, case, span.closes, free_days=free_days)
    return any(one.opens <= span.opens and span.closes <= one.closes for one in hours)


def _place(one: Chosen, case: Case, reason: str) -> str:
    if one.room == REMOTE:
        return f"{REMOTE_PLACE} ({reason})"
    return availability.full(one.room, case.office)


# A plan is accepted some time after it was proposed; an article's own notice bears no such grace.
_TYPING = timedelta(minutes=15)


def _check_window(check: TextChecker, case: Case, row: Session, window: Window) -> None:
    zone = case.office.zone
    if row.span.opens < window.ready - (timedelta() if window.notice_known else _TYPING):
        first = window.ready.astimezone(ZoneInfo(zone))
        way = (
            "Undur sesi ini."
            if window.notice_known
            else "Undur sesi ini, atau kurangi jarak undangan pada setelan rencana bila orangnya "
            "memang dapat hadir lebih awal."
        )
        check.refuse(
            f"jam-{row.invitee}",
            f"Terlalu dekat: {window.ready_why.rstrip('.')} ({window.ready_basis.citation}). "
            f"Paling awal {long_date(first.date())} pukul {clock(first, zone)}. {way}",
        )
    if window.limit is not None and is_late(window.end, row.span.closes):
        check.refuse(
            f"jam-{row.invitee}",
            f"Sesudah batas penanganan, {long_date(window.end.date())} "
            f"({window.limit.citation}). Majukan sesi ini atau perpanjang penanganan dengan "
            "alasannya.",
        )


def _check_officer(check: TextChecker, row: Session, known: Collection[int]) -> None:
    if row.officer not in known:
        check.refuse(f"petugas-{row.invitee}", "Pilih petugas yang ada pada rencana.")


def _check_busy(check: TextChecker, rows: Sequence[Session], busy: Sequence[Busy]) -> None:
    for row in rows:
        there = [one for one in busy if one.span.meets(row.span)]
        rooms = {one.room for one in there if one.room}
        if row.room in rooms or row.officer in {one.officer for one in there}:
            check.refuse(
                f"jam-{row.invitee}",
                "Petugas atau ruang ini sudah dipakai sesi perkara lain pada jam itu. Ubah jam, "
                "ruang, atau petugasnya.",
            )
