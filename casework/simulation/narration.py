"""A timeline as an officer reads it: day by day, each date with its article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from casework.engine.basis import Mark
from casework.engine.words import clock, long_date
from casework.models.deadline import DeadlineState
from casework.models.document import DocumentState
from casework.models.referral import ITEM_STATES as ANSWERS
from casework.models.referral import ItemState
from casework.simulation.sights import Row
from casework.simulation.timeline import Changes, Entry, Timeline

_LIMIT_STATES = {
    DeadlineState.OPEN: "berjalan",
    DeadlineState.PAUSED: "dijeda",
    DeadlineState.MET: "terpenuhi",
    DeadlineState.LATE_MET: "terpenuhi terlambat",
    DeadlineState.EXPIRED: "lewat",
    DeadlineState.SUPERSEDED: "tidak berlaku lagi",
}
_PAPER_STATES = {
    DocumentState.PLANNED: "direncanakan",
    DocumentState.DRAFT: "konsep siap",
    DocumentState.NUMBERED: "bernomor",
    DocumentState.ISSUED: "terbit",
    DocumentState.DISPATCHED: "tersampaikan",
    DocumentState.VOID: "batal",
}


def lines(timeline: Timeline) -> Iterator[str]:
    """Every line of the timeline as text."""
    yield f"Skenario {timeline.scenario}: {timeline.title}"
    yield f"Kantor: {timeline.office}"
    for source in timeline.sources:
        yield f"Sumber {source['id']}: {source['says']} ({source['url']})"
    yield f"Karangan, karena sumber tidak menyebutnya: {timeline.left_open}"
    day = None
    for entry in timeline.entries:
        local = entry.at.astimezone(ZoneInfo(timeline.zone))
        if local.date() != day:
            day = local.date()
            yield ""
            yield long_date(day)
        yield from _entry(entry, local, timeline)
    yield ""
    yield from _closing(timeline)


def _entry(entry: Entry, local: datetime, timeline: Timeline) -> Iterator[str]:
    zone = timeline.zone
    where = f"[{entry.case}] " if entry.case else ""
    invented = " (karangan)" if entry.invented else ""
    yield f"  {clock(local, zone)}  {where}{entry.title} · {entry.officer} {entry.role}{invented}"
    if entry.note != "-" and entry.note:
        yield f"      catatan: {entry.note}"
    if entry.refused is not None:
        yield f"      DITOLAK: {entry.refused}"
    if entry.changes.stage:
        before, now = (timeline.stages.get(one, one) for one in entry.changes.stage)
        yield f"      tahap: {before or 'belum ada'} → {now}"
    for line in _changes(entry.changes, zone):
        yield f"      {line}"
    for one in entry.expectations:
        if not one.kept:
            yield f"      BERBEDA: {one.what}: diharapkan {one.wanted}; ternyata {one.found}"


def _changes(changes: Changes, zone: str) -> Iterator[str]:
    if changes.edition:
        yield f"edisi: {changes.edition}"
    for number in changes.numbers:
        yield f"nomor: {number}"
    for row in changes.deadlines:
        yield from _limit(row, zone)
    for row in changes.documents:
        number = f" {row['number']}" if row["number"] else ""
        state = _PAPER_STATES.get(row["state"], row["state"])
        yield f"dokumen: {row['title']}{number} · {state}"
    for row in changes.same_event:
        yield f"ditawarkan sebagai peristiwa sama: {row['case']} dan {row['other']} ({row['why']})"
    for row in changes.referrals:
        mark = Mark(row["verification"]).label
        yield (
            f"tujuan: {row['addressee']} · {row['respondents']} terlapor · {row['class']} "
            f"({row['citation']}; {mark})"
        )
    yield from _answers(changes.answers)
    yield from _notices(changes.notices)


def _limit(row: Row, zone: str) -> Iterator[str]:
    due, safe = datetime.fromisoformat(row["due"]), datetime.fromisoformat(row["safe"])
    state = _LIMIT_STATES.get(row["state"], row["state"])
    before = row["before"]
    if before and before["due"] == row["due"]:
        yield f"batas: {row['title']} · {state}"
        return
    longer = f" · diperpanjang: {row['extension_reason']}" if row["extended"] else ""
    yield (
        f"batas: {row['title']} · {long_date(due.date())} {clock(due, zone)} · {state}"
        f"{longer} ({row['citation']}; {Mark(row['verification']).label})"
    )
    if safe != due:
        yield f"  tanggal aman: {long_date(safe.date())} {clock(safe, zone)}"
    for step in row["derivation"]:
        yield f"  {step['why']}"


def _notices(rows: tuple[Row, ...]) -> Iterator[str]:
    told: dict[str, list[str]] = {}
    for row in rows:
        told.setdefault(row["subject"], []).append(row["to"])
    for subject, people in told.items():
        yield f"pemberitahuan: {subject} → {', '.join(people)}"


def _closing(timeline: Timeline) -> Iterator[str]:
    audit = timeline.audit
    yield (
        f"Jejak audit: {audit['events']} kejadian, {audit['rows']} baris, {audit['files']} berkas, "
        f"{audit['faults']} ketidakcocokan."
    )
    if timeline.edition:
        yield f"Edisi diganti menjadi {timeline.edition}; harapan skenario tidak diuji."
        return
    looked = sum(len(entry.expectations) for entry in timeline.entries)
    broken = timeline.broken
    yield f"Harapan: {looked - len(broken)} dari {looked} terpenuhi."
    for entry, one in broken:
        yield (
            f"BERBEDA pada baris {entry.line} ({entry.title}): {one.what}: diharapkan "
            f"{one.wanted}; ternyata {one.found}"
        )


def _answers(rows: tuple[Row, ...]) -> Iterator[str]:
    told: dict[tuple[str, str, str], list[str]] = {}
    for row in rows:
        told.setdefault((row["destination"], row["state"], row["note"]), []).append(
            row["respondent"]
        )
    for (destination, state, note), people in told.items():
        who = people[0] if len(people) == 1 else f"{len(people)} terlapor"
        end = f" · {note}" if note else ""
        yield f"jawaban {destination}: {who} · {ANSWERS[ItemState(state)]}{end}"
