"""A new decree moves working days: the limits it moves are derived anew, and listed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from itertools import groupby

from casework.engine.words import clock, long_date
from casework.models import Case, Deadline
from casework.services.cases import access
from casework.services.law import place
from casework.services.limits import deadlines
from casework.services.limits.moves import Move, moved
from casework.services.messaging import notices
from casework.services.record import audit
from casework.services.unit.work import Work

ACTION = "batas_dihitung_ulang"
TOLD = ("case_officer", "coordinator")
# As many keys as one statement takes on either database.
_AT_A_TIME = 500


def rederive(work: Work, cases: Collection[int] | None = None, cause: str = "") -> list[Move]:
    """Derive anew the limits that `moved` finds, with their stories and reminders; gives them.

    `cause` names the revision of the calendars (`kalender@1.2`) where one act caused it.

    Each case gets one event with the list, and its officers a message. A limit that had run out
    runs again when its end is to come. Limits that were met stay as they were judged.
    """
    wanted = sorted({one.case_id for one in moved(work, cases)})
    for case_id in wanted:
        access.locked(work, case_id)
    # Read anew under the locks: an act may just have met or moved a limit.
    again = [
        one
        for start in range(0, len(wanted), _AT_A_TIME)
        for one in moved(work, wanted[start : start + _AT_A_TIME])
    ]
    by_case = sorted(again, key=lambda one: (one.case_id, one.deadline_id))
    done: list[Move] = []
    for case_id, moves in groupby(by_case, key=lambda one: one.case_id):
        done += _renew(work, work.session.get_one(Case, case_id), list(moves), cause)
    return done


def _renew(work: Work, case: Case, moves: list[Move], cause: str) -> list[Move]:
    wanted = {one.deadline_id for one in moves}
    before = {row.id: row.due for row in deadlines.open_rows(work, case) if row.id in wanted}
    rows = deadlines.count_anew(work, case, wanted)
    told = [_told(case, row, before.get(row.id, row.due)) for row in rows]
    audit.record(
        work,
        ACTION,
        case=case,
        citation="; ".join(sorted({row.citation for row in rows})),
        detail={
            "limits": [{"rule": one.rule, "was": one.old, "is": one.new} for one in told],
            **({"cause": cause} if cause else {}),
        },
        touched=rows,
    )
    for one, row in zip(told, rows, strict=True):
        if one.moves:
            _tell(work, case, row, one)
    return told


def _tell(work: Work, case: Case, row: Deadline, move: Move) -> None:
    zone = place.counted_at(work, case, row.office_id).zone
    old, new = (_said(text, zone) for text in (move.old, move.new))
    notices.tell(
        work,
        case,
        TOLD,
        key=f"{case.id}:deadline-{row.id}:decree:{row.calendar}:{row.due_epoch}",
        subject=f"{case.number}: batas waktu bergeser",
        body=(
            f"Perkara {case.number}. Hari kerja berubah menurut kalender yang berlaku: "
            f"{row.title} semula berakhir {old}, sekarang {new} ({row.citation})."
        ),
    )


def _said(text: str, zone: str) -> str:
    at = datetime.fromisoformat(text)
    return f"{long_date(at.date())} pukul {clock(at, zone)}"


def _told(case: Case, row: Deadline, old: str) -> Move:
    return Move(case.id, case.number, case.office.code, row.id, row.rule, row.title, old, row.due)
