"""The unanswered letters of referral as a table to print, without the name of any respondent."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from casework.engine.words import long_date
from casework.models import Office
from casework.ports import Sheet
from casework.services.cases import unanswered
from casework.services.cases.record import audit
from casework.services.cases.unanswered import Letter, Wait, Wanted
from casework.services.core.work import Work
from casework.services.documents import registers

STATES = {
    Wait.LATE: "lewat batas hukum",
    Wait.OVERDUE: "lewat perkiraan kantor",
    Wait.FAILED: "ada yang gagal terkirim",
    Wait.RUNNING: "menunggu",
}
COLUMNS = (("Lembaga", 34), ("Nomor surat", 26), ("Perihal", 30), ("Perkara", 26), ("Dikirim", 17),
           ("Umur (hari)", 9), ("Terlapor belum dijawab", 12), ("Gagal", 8),
           ("Batas jawaban", 34), ("Keadaan", 18))  # fmt: skip


def sheet(work: Work, wanted: Wanted) -> Sheet:
    """Give the list as a table, and record that it was taken out."""
    rows = tuple(
        (
            one.addressee,
            one.number,
            one.title,
            one.case_number,
            registers.day(one.sent_at, one.zone),
            str(one.days),
            f"{one.open} dari {one.people}",
            str(one.failed),
            _limit(one),
            STATES[one.state],
        )
        for one in unanswered.letters(work, wanted)
    )
    audit.record(work, "register_diunduh", detail={"register": "belum-dijawab", "rows": len(rows)})
    office = work.session.get_one(Office, work.actor.office_id)
    day = long_date(work.now.astimezone(ZoneInfo(office.zone)).date())
    return Sheet(
        title="Penerusan yang belum dijawab",
        under=office.name,
        columns=COLUMNS,
        rows=rows,
        foot=f"Dicetak {day} oleh {work.actor.name}. {len(rows)} baris.",
    )


def _limit(one: Letter) -> str:
    if one.limit is not None:
        return f"{registers.day(one.limit.due_at, one.zone)} ({one.limit.citation})"
    if one.expected is not None:
        return f"{long_date(one.expected)} (perkiraan kantor, bukan batas hukum)"
    return "tidak diketahui dari aturan"
