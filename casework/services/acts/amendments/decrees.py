"""A holiday decree entered on the running system: a revision upon the calendars, never an edit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from casework.engine import decrees
from casework.engine.basis import Mark
from casework.engine.calendar import Calendar
from casework.engine.decrees import BACK, BASE, CALENDAR, ENTRY
from casework.engine.holiday import HolidayKind
from casework.engine.revision import Overlay, of_edition
from casework.engine.words import clock, long_date
from casework.errors import Conflict, NotFound, NotPermitted, wording
from casework.models import Base, Case, Deadline, Office, RuleRevision
from casework.services.acts.amendments import revisions
from casework.services.acts.amendments.revisions import Ground
from casework.services.cases import access
from casework.services.cases.record import audit
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.deadlines import deadlines, moves
from casework.services.deadlines.moves import Move, moved
from casework.services.law import place
from casework.services.law import revisions as revision_rows
from casework.services.people import notices
from casework.services.people import offices as office_settings

ROLES = frozenset({revisions.REVIEWER, "administrator"})
ENTER, WITHDRAW = "libur_ditetapkan", "libur_ditarik"
KINDS = (HolidayKind.NATIONAL, HolidayKind.JOINT_LEAVE, HolidayKind.CLOSURE, BACK)
MOST_DAYS = 60


@dataclass(frozen=True)
class Day:
    """One day of a decree; `kind` is one of `KINDS`, `office` the code of the office that closes.

    `field` is how the door calls the day, for a refusal.
    """

    on: date
    name: str
    kind: str
    office: str = ""
    field: str = "hari"


@dataclass(frozen=True)
class NewDecree:
    """A decree as it was read; `number` is empty while it is not known, `signed` may be, too.

    `settles`: it settles the year after the last one that is settled, whole.
    """

    title: str
    number: str
    signed: date | None
    quote: str
    mark: Mark
    days: tuple[Day, ...]
    settles: bool = False
    note: str = ""


def seen(work: Work) -> str:
    """The revision of the calendars as they stand now."""
    mine = of_edition(work.law.overlays, CALENDAR, BASE)
    return mine[-1].revision if mine else BASE


def offices(work: Work) -> list[Office]:
    """The offices whose closing the actor may record: those governed, or the reviewer's own."""
    found = office_settings.governed(work)
    if not found and revisions.REVIEWER in work.actor.roles:
        found = [work.session.get_one(Office, work.actor.office_id)]
    return found


def foresee(work: Work, new: NewDecree, ground: Ground) -> list[Move]:
    """The running deadlines that would end at another time with this decree; nothing is kept.

    Raises NotPermitted, or BadInput naming each field ("judul", "sumber", "alasan", "tanda",
    "tanggal", or the field of a day).
    """
    return _moved(work, _overlay(work, new, ground)[0])


def foresee_withdrawal(work: Work, number: int) -> list[Move]:
    """The running limits that would end otherwise without that decree. Raises NotFound."""
    return _moved(work, _next(work, {_standing(work, number).name: {"withdrawn": True}}))


def enter(work: Work, before: str, new: NewDecree, ground: Ground) -> RuleRevision:
    """Keep a decree, in force for every count from now on; `before` is the revision seen.

    Limits stay as stored until `decrees.rederive`. Raises NotPermitted, Conflict or BadInput.
    """
    _permitted(work)
    _unchanged(work, before)
    overlay, reason = _overlay(work, new, ground)
    return _keep(work, ENTER, overlay, replace(ground, reason=reason))


def withdraw(work: Work, before: str, number: int, reason: str) -> RuleRevision:
    """Take back a decree that was entered wrongly: recorded, with the reason; it stays readable.

    Raises NotPermitted, NotFound, Conflict or BadInput.
    """
    _permitted(work)
    one = _standing(work, number)
    own = {office.code for office in offices(work)}
    if any(code not in own for code, _day in one.closures):
        raise NotPermitted("Penutupan kantor lain hanya ditarik oleh administrator kantor itu.")
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=2000, required=True)
    check.done()
    _unchanged(work, before)
    overlay = _next(work, {one.name: {"withdrawn": True}})
    return _keep(work, WITHDRAW, overlay, Ground(text, one.decree.source))


def _keep(work: Work, act: str, overlay: Overlay, ground: Ground) -> RuleRevision:
    touched: list[Base] = []
    blob = revisions.paper(work, ground, touched)
    (row,) = revision_rows.add(work, act, [overlay], ground.reason, ground.source.strip(), blob)
    (name,) = overlay.changes
    audit.record(
        work,
        act,
        subject=f"rule_revisions:{row.id}",
        citation=_citation(work, overlay, name),
        detail={"entries": [name], "revisions": [f"{CALENDAR}@{overlay.revision}"]},
        touched=[row, *touched],
    )
    return row


def _citation(work: Work, overlay: Overlay, name: str) -> str:
    for one in decrees.entered((*work.law.overlays, overlay)):
        if one.name == name:
            return f"{one.decree.title}, {one.decree.number or 'nomor belum diketahui'}"
    return ""


def _permitted(work: Work) -> None:
    if not work.actor.roles & ROLES:
        raise NotPermitted(
            "Keputusan libur dicatat oleh penelaah hukum (legal_reviewer) atau administrator."
        )


def _unchanged(work: Work, before: str) -> None:
    if before != seen(work):
        raise Conflict(
            wording(
                "Kalender sudah menjadi revisi %(newest)s sejak halaman dibuka (revisi "
                "%(before)s). Periksa perubahannya, lalu kirim kembali bila masih "
                "perlu.",
                newest=seen(work),
                before=before,
            )
        )


def _standing(work: Work, number: int) -> decrees.Entered:
    for one in decrees.entered(work.law.overlays):
        if one.name == f"{ENTRY}{number}" and not one.until:
            return one
    raise NotFound("Keputusan itu tidak ada, sudah ditarik, atau berasal dari berkas aturan.")


def _next(work: Work, changes: dict[str, dict[str, Any]]) -> Overlay:
    done = of_edition(work.law.overlays, CALENDAR, BASE)
    return Overlay(CALENDAR, BASE, len(done) + 1, changes)


def _moved(work: Work, overlay: Overlay) -> list[Move]:
    law = work.law.revised((*work.law.overlays, overlay))
    return moves.moved(replace(work, law=law))


def _overlay(work: Work, new: NewDecree, ground: Ground) -> tuple[Overlay, str]:
    """The overlay of a decree, and the reason; every fault is named beside its field."""
    _permitted(work)
    check = TextChecker()
    values: dict[str, Any] = {
        "title": check.text("judul", "Nama keputusan", new.title, limit=300, required=True),
        "number": check.text("nomor", "Nomor keputusan", new.number, limit=200) or None,
        "signed": new.signed.isoformat() if new.signed else None,
        "quote": check.text("kutipan", "Bunyi keputusan", new.quote, limit=4000),
        "verification": new.mark.value,
        "source": check.text("sumber", "Sumber", ground.source, limit=1000, required=True),
        "note": check.text("catatan", "Catatan", new.note, limit=2000),
    }
    reason = check.text("alasan", "Alasan", ground.reason, limit=2000, required=True)
    values["known"] = values["number"] is not None
    if new.mark is Mark.CONFIRMED and not (values["known"] and values["quote"]):
        check.refuse(
            "tanda",
            "Tanda terkonfirmasi memerlukan nomor keputusan dan bunyinya (kutipan). Isi keduanya, "
            "atau pilih tanda lain sampai keputusan itu dibaca.",
        )
    if new.mark is Mark.CONFIRMED and revisions.REVIEWER not in work.actor.roles:
        check.refuse("tanda", "Tanda terkonfirmasi hanya diberikan oleh penelaah hukum.")
    if new.signed and new.signed > _today(work):
        check.refuse("tanggal", "Keputusan tidak mungkin ditetapkan pada hari yang akan datang.")
    last = work.law.calendar.covers_until
    if new.settles:
        values["settles"], last = last.year + 1, date(last.year + 1, 12, 31)
    values["days"] = _days(work, check, new.days, last)
    if not new.days and not new.settles:
        check.refuse("hari", "Keputusan ini belum menyebut satu hari pun. Isi tanggalnya.")
    check.done()
    number = 1 + len(decrees.entered(work.law.overlays))
    return _next(work, {f"{ENTRY}{number}": values}), reason


def _days(
    work: Work, check: TextChecker, days: tuple[Day, ...], last: date
) -> list[dict[str, str]]:
    if len(days) > MOST_DAYS:
        check.refuse("hari", f"Paling banyak {MOST_DAYS} hari dalam satu keputusan.")
    known = {office.code: office for office in offices(work)}
    rows, taken = [], set()
    for one in days:
        name = check.text(one.field, "Nama hari", one.name, limit=200, required=True)
        row = {"date": one.on.isoformat(), "name": name, "kind": str(one.kind)}
        calendar = work.law.calendar
        if one.kind == HolidayKind.CLOSURE:
            office = known.get(one.office)
            if office is None:
                check.refuse(one.field, "Pilih kantor yang tutup, dari kantor yang Anda kelola.")
                continue
            row["office"] = office.code
            calendar = place.place(work.law, office.code, office.zone).calendar
        if story := _unfit(calendar, one, last):
            check.refuse(one.field, story)
        if (one.on, row.get("office")) in taken:
            check.refuse(one.field, f"{long_date(one.on)} tertulis dua kali. Hapus satu.")
        taken.add((one.on, row.get("office")))
        rows.append(row)
    return rows


def _unfit(calendar: Calendar, day: Day, last: date) -> str:
    """Why a day cannot be decreed so, or nothing."""
    on, now = long_date(day.on), calendar.holidays.get(day.on)
    if day.kind not in KINDS:
        return f"Jenis hari “{day.kind}” tidak ada. Pilih: {', '.join(KINDS)}."
    if not calendar.covers_from <= day.on <= last:
        return (
            f"{on} di luar kalender ({long_date(calendar.covers_from)} sampai {long_date(last)}). "
            "Kalender tahun baru dimulai dengan keputusan yang menetapkan seluruh tahun itu."
        )
    if day.kind == BACK:
        if now is None or now.kind not in decrees.EVERYWHERE:
            return f"{on} bukan hari libur menurut keputusan, jadi tidak dapat dikembalikan."
        return ""
    if not decrees.freer(now, HolidayKind(day.kind)):
        return f"{on} sudah bukan hari kerja: {now.why if now else ''}."
    return ""


def _today(work: Work) -> date:
    zone = work.session.get_one(Office, work.actor.office_id).zone
    return work.now.astimezone(ZoneInfo(zone)).date()


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
    for case_id, own in groupby(by_case, key=lambda one: one.case_id):
        done += _renew(work, work.session.get_one(Case, case_id), list(own), cause)
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
