"""Makes a plan of sessions true: one act, invitations as drafts, and nothing that cannot be."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from casework.engine.deadline import is_late
from casework.engine.planner import REMOTE, Busy, Session, Span, clashes
from casework.engine.words import clock, long_date
from casework.models import Case, ClarificationSession
from casework.services.cases import access
from casework.services.hearing import clarification, free_time, planning, venues
from casework.services.hearing.clarification import REMOTE_PLACE, Appointment
from casework.services.hearing.planning import Wanted, Window
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Work


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

    Raises BadInput beside each session that shares its officer or room with another, comes before
    the notice the law asks for, or ends after the limit; `circumstance` is asked for where
    somebody is heard by video. Raises as `clarification.invite` does.
    """
    case = access.changeable(work, case_id)
    check = TextChecker()
    proposal = planning.propose(work, case, wanted)
    rows = [Session(one.party_id, Span(one.at, one.at + wanted.length), one.room, one.officer_id)
            for one in chosen]  # fmt: skip
    for row in rows:
        _check_window(check, case, row, proposal.window)
        _check_officer(check, row, wanted.officers)
    for i, j in clashes(rows):
        check.refuse(
            f"jam-{rows[i].invitee}",
            "Petugas atau ruang sesi ini sudah dipakai sesi lain pada jam yang sama "
            f"({clock(rows[j].span.opens, case.office.zone)}). Ubah jam, ruang, atau petugasnya.",
        )
    _check_busy(check, rows, free_time.taken(work, case, wanted.rooms, wanted.length))
    remote = any(one.room == REMOTE for one in chosen)
    reason = check.text("keadaan", "Keadaan tertentu", circumstance, limit=200)
    if remote and proposal.video is None:
        check.refuse("keadaan", "Edisi perkara ini tidak memuat klarifikasi daring. Pilih ruang.")
    elif remote and proposal.video and not reason:
        check.refuse(
            "keadaan",
            f"Klarifikasi daring hanya dalam keadaan tertentu ({proposal.video.citation}): "
            f"{planning.circumstances(work, case)} Tulis keadaannya.",
        )
    check.done()
    return clarification.invite_each(
        work,
        case_id,
        version,
        [
            Appointment(one.party_id, one.at, _place(one, case, reason), one.officer_id)
            for one in chosen
        ],
    )


def _place(one: Chosen, case: Case, reason: str) -> str:
    if one.room == REMOTE:
        return f"{REMOTE_PLACE} ({reason})"
    return venues.full(one.room, case.office)


def _check_window(check: TextChecker, case: Case, row: Session, window: Window) -> None:
    zone = case.office.zone
    if window.notice_known and row.span.opens < window.ready:
        check.refuse(
            f"jam-{row.invitee}",
            f"Terlalu dekat: {window.ready_why} ({window.ready_basis.citation}). Paling awal "
            f"{long_date(window.ready.date())} pukul {clock(window.ready, zone)}.",
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
