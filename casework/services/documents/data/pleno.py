"""Builds the minutes of a pleno."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import distinct, func, select

from casework.engine.categories import VIOLATION_CLASSES
from casework.engine.meeting import alike, quorum
from casework.engine.papers import BeritaAcaraPleno, BeritaAcaraRalat
from casework.engine.papers.parts import Signatory
from casework.engine.papers.review import Attendance, CorrectedRuling, Finding
from casework.models import ClarificationSession, Meeting, Outcome, Override, Party, Review
from casework.models.case import CaseKind
from casework.models.handling import Purpose, SessionState
from casework.services.cases import facts
from casework.services.documents.data import wording
from casework.services.documents.data.review import article_text
from casework.services.documents.data.source import Source

_AGENDAS = {
    "registrasi": "penetapan registrasi laporan",
    "temuan": "penetapan temuan dari laporan hasil pengawasan",
    "putusan": "penetapan hasil kajian dugaan pelanggaran",
}
_DECISIONS = {
    "diregistrasi": "Laporan diregistrasi dengan Nomor {number}.",
    "tidak_diregistrasi": "Laporan tidak diregistrasi.",
    "temuan_ditetapkan": "Dugaan pelanggaran ditetapkan menjadi Temuan.",
    "bukan_temuan": "Tidak terdapat dugaan pelanggaran; tidak ditetapkan menjadi Temuan.",
    "diputuskan": "Menetapkan hasil penanganan untuk setiap terlapor sebagai berikut.",
}


def berita_acara(source: Source) -> BeritaAcaraPleno:
    """Attendance, quorum and decision of the meeting the paper is about."""
    meeting = source.work.session.get_one(Meeting, source.document.context["meeting_id"])
    present = [seat for seat in meeting.attendance if seat["present"]]
    return BeritaAcaraPleno(
        **source.common(),
        number=meeting.number,
        case_number=source.case.number,
        matter=source.matter,
        agenda=_agenda(source, meeting.purpose),
        legal=_legal(source),
        considering=tuple(_considering(source, meeting)),
        closed=wording.hour(meeting.closed_at, source.zone) if meeting.closed_at else "",
        unaware=tuple(seat["name"] for seat in present if seat.get("acknowledged_at") == ""),
        note_taker=(
            source.signatory(meeting.note_taker_id, "Notulis") if meeting.note_taker_id else None
        ),
        opened=wording.day_in_words(meeting.held_at, source.zone),
        venue=f"Kantor {source.office.name}",
        attendance=tuple(_attendance(source, seat) for seat in meeting.attendance),
        quorum=_quorum(len(present), meeting.members),
        decision=_decision(source, meeting.decision),
        reason=meeting.reason,
        findings=_findings(source, meeting),
        exceptions=_exceptions(source, meeting),
        place=source.office.city,
        date=wording.date_only(meeting.held_at, source.zone),
        signatories=tuple(
            Signatory(position=_position(source, seat), name=seat["name"]) for seat in present
        ),
    )


def ralat(source: Source) -> BeritaAcaraRalat:
    """The minutes of a pleno that corrected a ruling, with what was decided before."""
    minutes = berita_acara(source)
    told = source.document.context
    fields = {one.name: getattr(minutes, one.name) for one in dataclasses.fields(minutes)}
    return BeritaAcaraRalat(
        **{
            **fields,
            "agenda": "ralat putusan pleno",
            "decision": "Membetulkan putusan pleno sebelumnya sebagai berikut.",
            "findings": (),
        },
        corrections=tuple(_corrected(source, one) for one in told["corrections"]),
        withdrawn=tuple(_letter(one) for one in told["withdrawn"]),
    )


def _corrected(source: Source, told: dict[str, Any]) -> CorrectedRuling:
    party = source.work.session.get_one(Party, told["party_id"])
    was, now = told["was"], told["now"]
    return CorrectedRuling(
        respondent=party.label,
        was=VIOLATION_CLASSES[was[0]],
        was_article=article_text(source, was[1]),
        was_reason=was[2],
        now=VIOLATION_CLASSES[now[0]],
        now_article=article_text(source, now[1]),
        now_reason=now[2],
    )


def _letter(told: dict[str, str]) -> str:
    to = f" kepada {told['addressee']}" if told["addressee"] else ""
    return f"{told['title']} Nomor {told['number']} tanggal {told['sent']}{to}"


def _legal(source: Source) -> tuple[str, ...]:
    """On what the decision rests; minutes of before do not name their act."""
    done = source.document.context.get("act")
    return source.legal(source.act(done)) if done else ()


def _agenda(source: Source, purpose: str) -> str:
    text = _AGENDAS[purpose]
    return text.replace("registrasi laporan", "registrasi temuan") if _found(source) else text


def _decision(source: Source, decision: str) -> str:
    text = _DECISIONS[decision].format(number=source.case.registration_number)
    return text.replace("Laporan", "Temuan", 1) if _found(source) else text


def _found(source: Source) -> bool:
    return source.case.kind == CaseKind.FINDING


def _attendance(source: Source, seat: dict[str, Any]) -> Attendance:
    opinion = seat["position"].strip().replace("_", " ")
    return Attendance(
        name=seat["name"],
        position=_position(source, seat),
        presence="Hadir" if seat["present"] else "Tidak hadir",
        opinion=opinion[:1].upper() + opinion[1:] if seat["present"] else "",
    )


def _position(source: Source, seat: dict[str, Any]) -> str:
    officer = source.officer(seat["officer_id"])
    return officer.position if officer and officer.position else "Anggota"


def _quorum(present: int, members: int) -> str:
    enough = "memenuhi" if quorum(present, members) else "tidak memenuhi"
    return (
        f"Rapat dihadiri {wording.counted(present, 'anggota')} dari "
        f"{wording.counted(members, 'anggota')} sehingga {enough} kuorum."
    )


def _exceptions(source: Source, meeting: Meeting) -> tuple[str, ...]:
    rows = source.work.session.scalars(
        select(Override).where(Override.about == f"meetings:{meeting.id}").order_by(Override.id)
    )
    return tuple(
        f"{row.what[:1].upper()}{row.what[1:]}. Pleno tetap memutuskan dengan alasan: {row.reason}"
        for row in rows
    )


def _findings(source: Source, meeting: Meeting) -> tuple[Finding, ...]:
    rows = source.work.session.execute(
        select(Outcome, Party)
        .join(Party, Party.id == Outcome.party_id)
        .where(Outcome.meeting_id == meeting.id)
        .order_by(Party.role.desc(), Party.ordinal, Outcome.number)
    )
    return _grouped(
        Finding(
            respondent=party.label,
            violation=VIOLATION_CLASSES[outcome.violation_class],
            article=article_text(source, outcome.article),
            reason=outcome.reason,
        )
        for outcome, party in rows
    )


def _grouped(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """One row for all about whom the same was decided, in the order they came."""
    rows = alike((one.respondent, (one.violation, one.article, one.reason)) for one in found)
    return tuple(
        Finding(
            respondent=names[0],
            violation=violation,
            article=article,
            reason=reason,
            others=tuple(names[1:]),
        )
        for (violation, article, reason), names in rows
    )


def _considering(source: Source, meeting: Meeting) -> Iterator[str]:
    """What the record knows from before the meeting, in the order it happened."""
    case, times = source.case, facts.times(source.work, source.case)
    if _found(source):
        if found := times.get("ditemukan"):
            yield f"bahwa dugaan pelanggaran ditemukan pada {wording.day(found, source.zone)}"
    else:
        yield f"bahwa laporan Nomor {case.receipt_number} disampaikan pada {source.submitted}"
    if meeting.purpose != Purpose.RULING:
        return
    if registered := times.get("diregistrasi"):
        what = "temuan" if _found(source) else "laporan"
        yield (
            f"bahwa {what} itu diregistrasi dengan Nomor {case.registration_number} pada "
            f"{wording.day(registered, source.zone)}"
        )
    heard = source.work.session.scalar(
        select(func.count(distinct(ClarificationSession.party_id))).where(
            ClarificationSession.case_id == case.id,
            ClarificationSession.state == SessionState.HELD,
        )
    )
    if heard:
        yield f"bahwa klarifikasi telah dilakukan terhadap {wording.counted(heard, 'orang')}"
    review = source.work.session.scalar(
        select(Review).where(Review.case_id == case.id).order_by(Review.revision.desc()).limit(1)
    )
    if review:
        written = wording.day(review.written_at, source.zone)
        yield f"bahwa kajian dugaan pelanggaran disusun pada {written} dan diajukan ke rapat pleno"
