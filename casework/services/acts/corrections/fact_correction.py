"""A corrected fact re-derives every limit that hangs on it; nothing is deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine.words import clock, long_date
from casework.errors import BadInput, wording
from casework.models import Case, Deadline, Dispatch, Document
from casework.services.acts import acts
from casework.services.acts.recommendation import dispatches
from casework.services.acts.registration import completion
from casework.services.acts.registry import act
from casework.services.cases import facts
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.deadlines import corrections


def of_fact(work: Work, case: Case, fact: str, was: datetime) -> Sequence[Dispatch]:
    """The dispatches whose receipt a fact recorded at a time, locked; none for other facts."""
    kind = dispatches.STARTERS.get(fact)
    if kind is None:
        return ()
    return work.session.scalars(
        select(Dispatch)
        .join(Document, Document.id == Dispatch.document_id)
        .where(Document.case_id == case.id, Document.kind == kind, Dispatch.received_at == was)
        .order_by(Dispatch.id)
        .with_for_update(of=Dispatch, key_share=True)
    ).all()


def check_receipts(case: Case, letters: Sequence[Dispatch], at: datetime) -> None:
    """Raise BadInput when a letter would have arrived before it left."""
    sent = max((one.sent_at for one in letters), default=at)
    # Forms give minutes.
    if at < sent.replace(second=0, microsecond=0):
        left = sent.astimezone(ZoneInfo(case.office.zone))
        raise BadInput.one(
            "waktu",
            wording(
                "Surat itu tercatat dikirim %(day)s pukul %(hour)s; waktu terimanya "
                "tidak boleh lebih awal. Betulkan dahulu waktu kirimnya pada halaman "
                "surat itu.",
                day=long_date(left.date()),
                hour=clock(left, case.office.zone),
            ),
        )


@act("koreksi_fakta")
def correct(
    work: Work, case_id: int, version: int, name: str, at: datetime, reason: str
) -> list[Deadline]:
    """Correct the time of a fact and derive anew the limits that hang on it.

    Gives the deadlines that changed. Raises BadInput when the fact is unknown, lies in the
    future or out of the order of events, or no reason is given.
    """
    step = acts.begin(work, case_id, "koreksi_fakta", version)
    check = TextChecker()
    known = step.rows.times
    if name not in known:
        raise BadInput.one("fakta", "Fakta itu belum tercatat pada perkara ini.")
    if at > work.now:
        raise BadInput.one("waktu", "Waktu yang dibetulkan tidak boleh di masa depan.")
    if len(reason.strip()) < 5:
        raise BadInput.one("alasan", "Tulis alasan pembetulan (paling sedikit 5 huruf).")
    text = check.text("alasan", "Alasan pembetulan", reason, limit=2000)
    check.done()
    _check_order(step.case, known, name, at)
    letters = of_fact(work, step.case, name, known[name])
    check_receipts(step.case, letters, at)
    told = facts.put(work, step.case, {name: at}, text)
    for letter in letters:
        letter.received_at = at
    moved = corrections.derive_again(work, step.case, name, known[name])
    if name == "diketahui":
        step.case.known_date = at.astimezone(ZoneInfo(step.case.office.zone)).date()
    completion.judge(work, step.case)
    acts.finish(
        work,
        step,
        detail={"fact": name, "was": known[name].isoformat(), "is": at.isoformat()},
        touched=[*told, *moved, *letters],
    )
    return moved


def _check_order(case: Case, known: Mapping[str, datetime], name: str, at: datetime) -> None:
    """An event comes to be known, then is reported; everything else follows the report."""
    if name == "diketahui":
        if at.astimezone(ZoneInfo(case.office.zone)).date() < case.event_date:
            raise BadInput.one("waktu", "Waktu diketahui tidak boleh sebelum tanggal kejadian.")
        if at > known["laporan_diterima"]:
            raise BadInput.one("waktu", "Laporan tidak mungkin diterima sebelum diketahui.")
    elif name == "laporan_diterima":
        if at < known["diketahui"]:
            raise BadInput.one("waktu", "Laporan tidak mungkin diterima sebelum diketahui.")
        if any(at > known[one] for one in known if one not in ("diketahui", name)):
            raise BadInput.one("waktu", "Fakta lain tercatat sebelum waktu itu; periksa lagi.")
    else:
        first = next((one for one in facts.BEGINNINGS if one in known), name)
        if first == name:
            if any(at > known[one] for one in known if one != name):
                raise BadInput.one("waktu", "Fakta lain tercatat sebelum waktu itu; periksa lagi.")
        elif at < known[first].replace(second=0, microsecond=0):
            what = "laporan diterima" if first == "laporan_diterima" else "perkara bermula"
            raise BadInput.one(
                "waktu", wording("Waktu itu tidak boleh sebelum %(what)s.", what=what)
            )
