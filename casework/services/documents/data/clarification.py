"""Builds the invitation (to the invitee alone) and the minutes of a clarification."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from casework.engine.papers import BeritaAcaraKlarifikasi, KeteranganSumpah, UndanganKlarifikasi
from casework.engine.papers.clarification import Answered, BeritaAcaraKetidakhadiran
from casework.engine.papers.parts import Person, Signatory
from casework.engine.spelling import ordinal
from casework.models import ClarificationSession, Dispatch, Document, Override, Party
from casework.models.document import DocumentState
from casework.services.cases import minutes
from casework.services.documents.data import people, wording
from casework.services.documents.data.source import Source

_EXAMINER = "Staf Penanganan Pelanggaran"
_RELIGIONS = {
    "islam": "agama Islam",
    "kristen": "agama Kristen",
    "katolik": "agama Katolik",
    "hindu": "agama Hindu",
    "buddha": "agama Buddha",
    "konghucu": "agama Khonghucu",
}


_UNSWORN = {
    minutes.REFUSED: "Sebelum memberikan keterangan, yang diklarifikasi telah diminta untuk "
    "mengucapkan sumpah atau janji dan menyatakan tidak bersedia.",
    minutes.NOT_ASKED: "Yang diklarifikasi tidak diminta untuk mengucapkan sumpah atau janji.",
    "": "Tidak tercatat apakah yang diklarifikasi diminta untuk mengucapkan sumpah atau janji.",
}


def undangan(source: Source) -> UndanganKlarifikasi:
    """Who is invited, as what, when and where."""
    session, party = _session(source)
    return UndanganKlarifikasi(
        **source.common(),
        block=source.block("Undangan Klarifikasi", nature="Penting"),
        recipient=people.recipient(source, party),
        legal=source.legal(source.act("undang_klarifikasi")),
        signatory=source.chair(),
        case_number=source.case.number,
        matter=source.matter,
        capacity=people.CAPACITIES[party.role],
        summons=ordinal(session.summons).capitalize(),
        day=wording.day(session.scheduled_at, source.zone),
        hour=wording.hour(session.scheduled_at, source.zone),
        venue=session.place,
        meeting="Divisi Penanganan Pelanggaran",
    )


def berita_acara(source: Source) -> BeritaAcaraKlarifikasi:
    """The sworn questions and answers of one session; one copy, for the file."""
    session, party = _session(source)
    held = session.held_at or session.scheduled_at
    kept = minutes.unseal(source.work, session)
    return BeritaAcaraKlarifikasi(
        **source.common(),
        case_number=source.case.number,
        matter=source.matter,
        opened=wording.day_in_words(held, source.zone),
        venue=session.place,
        capacity=people.CAPACITIES[party.role],
        person=_person(source, party, kept),
        examiners=tuple(
            source.signatory(one, _EXAMINER) for one in kept.examiners or (session.examiner_id,)
        ),
        identified=_identified(kept.proof_of_identity),
        oath=_oath(session.oath, kept),
        counsel=_counsel(session.counsel, kept.counsel_name),
        answers=tuple(Answered(question=asked, answer=told) for asked, told in kept.answers),
        unread=not kept.read,
        refusal=(
            ""
            if session.signed
            else "Yang diklarifikasi tidak bersedia menandatangani berita acara ini. "
            f"Alasan: {session.note}"
        ),
        bases=(source.basis(source.act("catat_klarifikasi")),),
        place=source.office.city,
        date=wording.date_only(held, source.zone),
    )


def keterangan_sumpah(source: Source) -> KeteranganSumpah:
    """The oath or promise before the questions, or that none was taken."""
    session, party = _session(source)
    held = session.held_at or session.scheduled_at
    kept = minutes.unseal(source.work, session)
    return KeteranganSumpah(
        **source.common(),
        case_number=source.case.number,
        matter=source.matter,
        opened=wording.day_in_words(held, source.zone),
        venue=session.place,
        capacity=people.CAPACITIES[party.role],
        person=_person(source, party, kept),
        oath=session.oath,
        examiner=(
            Signatory(position=kept.sworn_as, name=kept.sworn_by)
            if kept.sworn_by
            else source.signatory(session.examiner_id, _EXAMINER)
        ),
        signed=session.signed,
        note=f"Alasan: {session.note}" if session.note and not session.signed else "",
        bases=(source.basis(source.edition.forms[source.document.kind].basis),),
        place=source.office.city,
        date=wording.date_only(held, source.zone),
    )


def _session(source: Source) -> tuple[ClarificationSession, Party]:
    context = source.document.context
    db = source.work.session
    session = db.get_one(ClarificationSession, context["session_id"])
    return session, db.get_one(Party, session.party_id)


def _person(source: Source, party: Party, kept: minutes.Kept) -> Person:
    """Who was heard; a citizenship only where it was asked in the session itself."""
    return replace(people.person(source, party), citizenship=kept.citizenship)


def _identified(proof: str) -> str:
    if not proof:
        return ""
    return f"Identitas yang diklarifikasi dicocokkan dengan {proof.removesuffix('.')}."


def _counsel(present: bool, name: str) -> str:
    if not present:
        return "Yang diklarifikasi hadir tanpa didampingi kuasa hukum."
    who = f", yaitu {name}".removesuffix(".") if name else ""  # a title may end in a stop
    return f"Yang diklarifikasi hadir didampingi kuasa hukum{who}."


def _oath(code: str, kept: minutes.Kept) -> str:
    """What the minutes say of the oath; those of before do not always know it, or who took it."""
    if code in _UNSWORN:
        return _UNSWORN[code]
    said = f"sumpah menurut {_RELIGIONS[code]}" if code in _RELIGIONS else "janji"
    who = ", ".join(part.strip(" .,") for part in (kept.sworn_by, kept.sworn_as) if part)
    return (
        f"Sebelum memberikan keterangan, yang diklarifikasi telah mengucapkan {said}"
        f"{f' di hadapan {who}' if who else ''}."
    )


def ketidakhadiran(source: Source) -> BeritaAcaraKetidakhadiran:
    """Who was summoned and did not come, with the letter and what is known of its arrival."""
    session, party = _session(source)
    written = source.document.dated or source.document.created_at
    letter = source.work.session.scalar(
        select(Document).where(
            Document.case_id == source.case.id,
            Document.kind == "undangan_klarifikasi",
            Document.about == f"session:{session.id}",
            Document.number != "",
            Document.state != DocumentState.VOID,
        )
    )
    return BeritaAcaraKetidakhadiran(
        **source.common(),
        case_number=source.case.number,
        matter=source.matter,
        opened=wording.day_in_words(written, source.zone),
        venue=source.office.name,
        capacity=people.CAPACITIES[party.role],
        person=people.person(source, party),
        letter=_numbered(source, letter),
        summons=ordinal(session.summons).capitalize(),
        scheduled=f"{wording.day_and_hour(session.scheduled_at, source.zone)}, di {session.place}",
        delivered=_delivered(source, letter, session),
        told=_told(source, session),
        reason=session.note,
        place=source.office.city,
        date=wording.date_only(written, source.zone),
        officer=source.signatory(source.document.issued_by, _EXAMINER),
    )


def _told(source: Source, session: ClarificationSession) -> str:
    """How the person knew of the session, where that stands in for a delivery on record."""
    row = source.work.session.scalar(
        select(Override).where(
            Override.case_id == source.case.id,
            Override.about == f"clarification_sessions:{session.id}",
        )
    )
    return row.reason if row else ""


def _numbered(source: Source, letter: Document | None) -> str:
    if letter is None or letter.dated is None:
        return ""
    return f"Nomor {letter.number} tanggal {wording.date_only(letter.dated, source.zone)}"


def _delivered(source: Source, letter: Document | None, session: ClarificationSession) -> str:
    """When the letter left before the session, and when it arrived where that is on record."""
    row = letter and source.work.session.scalar(
        select(Dispatch)
        .where(Dispatch.document_id == letter.id, Dispatch.sent_at < session.scheduled_at)
        .order_by(Dispatch.id.desc())
    )
    if not row:
        return ""
    left = f"dikirim {wording.day_and_hour(row.sent_at, source.zone)}"
    if row.received_at is None:
        return left
    return f"{left}, diterima {wording.day_and_hour(row.received_at, source.zone)}"
