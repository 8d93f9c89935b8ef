"""Members of a pleno acknowledge on their own desk what was recorded of them, within the day.

No article asks for it: a practice of this product, so that nobody's position is recorded without
that member's knowledge. The minutes are drawn when everybody has, else at the end of the day, and
name who has not.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine.act import Act
from casework.engine.words import END_OF_DAY, clock, long_date
from casework.errors import BadInput, NotFound, NotPermitted, wording
from casework.models import Case, Document, Meeting, Officer
from casework.services.cases import access
from casework.services.cases.record import audit
from casework.services.core import outbox
from casework.services.core.work import Work
from casework.services.documents import papers
from casework.services.people import notices

MEMBERS = frozenset({"chair", "commissioner"})
AT = "acknowledged_at"
"""Key of a seat: when its member acknowledged, ISO; absent of meetings from before."""


def begun(work: Work, seats: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The seats of a meeting that is being recorded: whoever records it knows of it."""
    return [{**seat, AT: work.now.isoformat() if _mine(work, seat) else ""} for seat in seats]


def tell(work: Work, case: Case, meeting: Meeting) -> None:
    """Write to each member who was there and has not acknowledged; names nobody else."""
    zone = case.office.zone
    end = until(meeting, zone)
    if end is None:
        return
    held, due = meeting.held_at.astimezone(ZoneInfo(zone)), clock(end, zone)
    for seat in meeting.attendance:
        if not seat["present"] or seat.get(AT) != "":
            continue
        notices.write(
            work,
            work.session.get_one(Officer, seat["officer_id"]),
            key=f"{case.id}:meeting-{meeting.id}:acknowledge:officer-{seat['officer_id']}",
            subject=f"{case.number}: rapat pleno menunggu diketahui",
            body=(
                f"Rapat pleno {long_date(held.date())} pukul {clock(held, zone)} atas perkara "
                f"{case.number} mencatat kehadiran dan sikap Anda. Baca catatannya di meja kerja "
                f"dan nyatakan mengetahui paling lambat {long_date(end.date())} pukul {due}; "
                "sesudah itu berita acara menyebut Anda belum mengetahui. Bila ada yang keliru, "
                "jangan menyatakannya; hubungi yang mencatat."
            ),
            zone=zone,
            case=case,
            ends_at=end,
        )


def missing(meeting: Meeting) -> list[str]:
    """Names of those who were there and have not acknowledged; none for a meeting of before."""
    return [seat["name"] for seat in meeting.attendance if seat["present"] and seat.get(AT) == ""]


def until(meeting: Meeting, zone: str) -> datetime | None:
    """The end of the day on which the meeting was recorded, None for one of before."""
    if meeting.recorded_at is None:
        return None
    day = meeting.recorded_at.astimezone(ZoneInfo(zone)).date()
    return datetime.combine(day, END_OF_DAY, ZoneInfo(zone))


def minutes(work: Work, case: Case, meeting: Meeting, act: Act) -> Document:
    """Ask for the minutes: at once where everybody knows of them, else at the end of the day."""
    return papers.plan(
        work,
        case,
        "berita_acara_pleno",
        flow=act.flow or "",
        context={"meeting_id": meeting.id, "act": act.id},
        about=_about(meeting),
        not_before=until(meeting, case.office.zone) if missing(meeting) else None,
    )


def mine(work: Work, zone: str) -> list[tuple[Meeting, Case]]:
    """Meetings recorded today (in `zone`) at the actor's office that wait for the actor."""
    if work.actor.officer_id is None or not work.actor.roles & MEMBERS:
        return []
    there = ZoneInfo(zone)
    today = datetime.combine(work.now.astimezone(there).date(), time(), there)
    rows = work.session.execute(
        select(Meeting, Case)
        .join(Case, Case.id == Meeting.case_id)
        .where(
            access.visible(work),
            Case.office_id == work.actor.office_id,
            Meeting.recorded_at >= today,
        )
        .order_by(Meeting.id)
    ).all()
    return [(meeting, case) for meeting, case in rows if waiting(work, meeting)]


def waiting(work: Work, meeting: Meeting) -> bool:
    """Was the actor there, and has not acknowledged it yet?"""
    return any(_mine(work, seat) and seat.get(AT) == "" for seat in meeting.attendance)


def find(work: Work, case_id: int, meeting_id: int) -> Meeting:
    """A meeting of the case; raises NotFound."""
    row = work.session.get(Meeting, meeting_id)
    if row is None or row.case_id != case_id:
        raise NotFound("Rapat pleno itu tidak ada pada perkara ini.")
    return row


def acknowledge(work: Work, case_id: int, meeting_id: int) -> Meeting:
    """The actor acknowledges what a meeting recorded today says of it (`pleno_diketahui`).

    Raises NotFound, NotPermitted for anybody who was not there, BadInput ("pleno") when it was
    acknowledged already or its day is over.
    """
    case = access.changeable(work, case_id)
    meeting = find(work, case_id, meeting_id)
    work.session.refresh(meeting)  # another member may have been faster
    if not any(_mine(work, seat) for seat in meeting.attendance):
        raise NotPermitted("Yang menyatakan mengetahui hanya anggota yang hadir dalam rapat itu.")
    if not waiting(work, meeting):
        raise BadInput.one("pleno", "Anda sudah menyatakan mengetahui rapat ini.")
    end = until(meeting, case.office.zone)
    if end is None or work.now > end:
        said = f" {long_date(end.date())} pukul {clock(end, case.office.zone)}" if end else ""
        raise BadInput.one(
            "pleno",
            wording(
                "Waktunya sudah lewat%(said)s; berita acara menyebut Anda belum "
                "menyatakan mengetahui. Bila sikap Anda keliru dicatat, minta "
                "koordinator mencatat koreksinya.",
                said=said,
            ),
        )
    meeting.attendance = [
        {**seat, AT: work.now.isoformat()} if _mine(work, seat) else seat
        for seat in meeting.attendance
    ]
    audit.record(
        work,
        "pleno_diketahui",
        case=case,
        subject=f"meetings:{meeting.id}",
        detail={"missing": len(missing(meeting))},
        touched=[meeting],
    )
    if not missing(meeting):
        for document in work.session.scalars(
            select(Document.id).where(
                Document.case_id == case.id,
                Document.kind == "berita_acara_pleno",
                Document.about == _about(meeting),
            )
        ):
            outbox.hasten(work, papers.drawing_key(case.id, document))
    return meeting


def _about(meeting: Meeting) -> str:
    return f"meeting:{meeting.id}"


def _mine(work: Work, seat: dict[str, Any]) -> bool:
    return bool(seat["present"]) and seat["officer_id"] == work.actor.officer_id
