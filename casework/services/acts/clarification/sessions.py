"""Clarification sessions: invited, held with minutes, or absent; each recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select

from casework.engine.basis import Basis
from casework.engine.words import clock, long_date
from casework.errors import BadInput, NotFound, NotPermitted, wording
from casework.models import (
    Case,
    ClarificationSession,
    Dispatch,
    Document,
    Officer,
    Override,
    Party,
)
from casework.models.base import table
from casework.models.document import DocumentState
from casework.models.handling import SessionState
from casework.models.party import PartyRole
from casework.services.acts import acts, overrides
from casework.services.acts.registry import act, id_of
from casework.services.cases import access
from casework.services.cases import minutes as minute
from casework.services.cases.minutes import Minutes
from casework.services.cases.record import audit, remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers
from casework.services.people import officers

# `undangan_klarifikasi`: how many summonses may precede a decision without the person.
MOST_SUMMONSES = 2
REMOTE_PLACE = "Daring melalui sarana teknologi informasi"
"""What an invitation names as the place of a session by video, before the reason."""


REFUSING = "klarifikasi_menolak_tanda_tangan"
ARRIVAL = "undangan_dipastikan_diterima"
"""The provision on how an invitation reaches whom it is for; not known of every edition."""
EXAMINERS = ("case_officer", "coordinator", "commissioner", "chair")
"""Who of an office may ask in a clarification."""


@dataclass(frozen=True)
class Appointment:
    """One party at one hour and place; `officer_id` is who is to hear them, where that is known."""

    party_id: int
    at: datetime
    place: str
    officer_id: int | None = None


def invite(
    work: Work, case_id: int, version: int, party_ids: Sequence[int], at: datetime, place: str
) -> list[ClarificationSession]:
    """Invite parties to one session each (`undang_klarifikasi`); letters wait as drafts."""
    return invite_each(work, case_id, version, [Appointment(one, at, place) for one in party_ids])


@act("undang_klarifikasi")
def invite_each(
    work: Work,
    case_id: int,
    version: int,
    appointments: Sequence[Appointment],
    reason: str = "",
) -> list[ClarificationSession]:
    """Invite parties to one session each, with hour, place and officer of its own.

    The act is `undang_klarifikasi`: all sessions or none; the invitations wait as drafts. `reason`
    is why an hour is not what the office keeps, for the record.
    Raises NotFound, NotPermitted, Conflict, ActRefused, or BadInput naming each field ("pihak",
    "tempat", "waktu").
    """
    step = acts.begin(work, case_id, "undang_klarifikasi", version)
    check = TextChecker()
    places = {one.place: check.text("tempat", "Tempat klarifikasi", one.place, required=True)
              for one in appointments}  # fmt: skip
    if any(one.at <= work.now for one in appointments):
        check.refuse("waktu", "Waktu klarifikasi harus di depan.")
    if not appointments:
        check.refuse("pihak", "Pilih paling sedikit satu pihak yang diundang.")
    if len({one.party_id for one in appointments}) < len(appointments):
        check.refuse("pihak", "Satu pihak tidak dapat diundang dua kali sekaligus.")
    check.done()
    sessions, letters = [], []
    for one in appointments:
        party = _party(work, step.case, one.party_id)
        row = ClarificationSession(
            case_id=step.case.id,
            party_id=party.id,
            summons=_summons(work, party),
            scheduled_at=one.at,
            place=places[one.place],
            state=SessionState.INVITED,
            examiner_id=one.officer_id,
        )
        work.session.add(row)
        work.session.flush()
        sessions.append(row)
        letters.append(
            papers.plan(
                work,
                step.case,
                "undangan_klarifikasi",
                about=f"session:{row.id}",
                context={"session_id": row.id, "party_id": party.id},
            )
        )
    detail = {"sessions": [row.id for row in sessions], **({"reason": reason} if reason else {})}
    acts.finish(work, step, detail=detail, touched=letters)
    return sessions


@act("catat_klarifikasi")
def record(work: Work, session_id: int, version: int, minutes: Minutes) -> ClarificationSession:
    """Record a session that was held (`catat_klarifikasi`); its berita acara follows."""
    row = session(work, session_id)
    step = acts.begin(work, row.case_id, "catat_klarifikasi", version)
    work.session.refresh(row)  # it may have been called off while the lock was waited for
    _check_minutes(work, step, row, minutes)
    row.state, row.held_at = SessionState.HELD, minutes.held_at
    minutes = replace(minutes, examiners=minutes.examiners or _recorder(work))
    row.examiner_id = minutes.examiners[0] if minutes.examiners else None
    row.oath, row.counsel, row.signed = minutes.oath, minutes.counsel, minutes.signed
    row.note = minutes.note.strip()
    minute.seal(work, row, minutes)
    drawn = [
        papers.plan(
            work,
            step.case,
            kind,
            about=f"session:{row.id}",
            context={"session_id": row.id, "party_id": row.party_id},
        )
        for kind in (*_oath_form(work, row), "berita_acara_klarifikasi")
    ]
    acts.finish(
        work,
        step,
        subject=f"clarification_sessions:{row.id}",
        detail={
            "questions": len(minutes.answers),
            "signed": minutes.signed,
            "counsel": minutes.counsel,
            "read": minutes.read,
            "oath": "sworn" if minutes.oath in minute.SWORN else minutes.oath,
        },
        touched=drawn,
    )
    return row


@act("catat_ketidakhadiran")
def absent(
    work: Work, session_id: int, version: int, reason: str, told: str = ""
) -> ClarificationSession:
    """Record that the invited person did not come (`catat_ketidakhadiran`).

    Refused while it is not on record that the invitation left before the session. Where the edition
    does not say how it is to be delivered, `told` may say how the person knew of the session; that
    is an override, and stands in the minutes. Raises NotFound, NotPermitted, Conflict, ActRefused,
    or BadInput naming each field ("alasan", "diberi_tahu", "sesi").
    """
    row = session(work, session_id)
    step = acts.begin(work, row.case_id, "catat_ketidakhadiran", version)
    work.session.refresh(row)  # as above
    check = TextChecker()
    reason = check.text("alasan", "Keterangan ketidakhadiran", reason, limit=1000, required=True)
    remark.unnamed(work, step.case, check, "alasan", reason)
    if row.state != SessionState.INVITED:
        check.refuse("sesi", "Sesi ini sudah dicatat.")
    elif early := not_begun(work, step.case, row, step.act.id):
        check.refuse("sesi", early)
    check.done()
    undelivered = _undelivered(work, step, row, told)
    row.state, row.note = SessionState.ABSENT, reason
    drawn = [
        papers.plan(
            work,
            step.case,
            kind,
            about=f"session:{row.id}",
            context={"session_id": row.id, "party_id": row.party_id},
        )
        for kind in step.act.documents
    ]
    acts.finish(
        work,
        step,
        subject=f"clarification_sessions:{row.id}",
        detail={"reason": undelivered.reason} if undelivered else None,
        touched=[*drawn, *([undelivered] if undelivered else [])],
    )
    return row


def delivered(work: Work, row: ClarificationSession) -> bool:
    """Is it on record that the invitation to a session left before the session?"""
    sent = (
        select(Dispatch.id)
        .join(Document, Document.id == Dispatch.document_id)
        .where(
            Document.case_id == row.case_id,
            Document.kind == "undangan_klarifikasi",
            Document.about == f"session:{row.id}",
            Document.state != DocumentState.VOID,
            Dispatch.sent_at < row.scheduled_at,
        )
    )
    return work.session.scalar(sent.limit(1)) is not None


def must_arrive(work: Work, case: Case) -> Basis | None:
    """On what it rests that an invitation has to be delivered as prescribed; None if unread."""
    found = work.law.edition(case.edition, case.revision).provisions.get(ARRIVAL)
    return found.basis if found and found.known else None


def not_begun(work: Work, case: Case, row: ClarificationSession, act_id: str) -> str:
    """Why nothing can be recorded of a session that has not begun; "" once it has."""
    if row.state != SessionState.INVITED or row.scheduled_at <= work.now:
        return ""
    zone = case.office.zone
    begins = row.scheduled_at.astimezone(ZoneInfo(zone))
    basis = work.law.edition(case.edition, case.revision).acts[act_id].basis
    return (
        f"Sesi ini baru dimulai {long_date(begins.date())} pukul {clock(begins, zone)} menurut "
        f"undangannya; berita acara ({basis.citation}) memuat yang sudah terjadi. "
        "Catat sesudah sesi dimulai; bila jadwalnya salah, batalkan lalu undang lagi."
    )


def _undelivered(
    work: Work, step: acts.Step, row: ClarificationSession, told: str
) -> Override | None:
    """The override of an absence from a session whose invitation is not known to have left."""
    if delivered(work, row):
        return None
    case = step.case
    bound = must_arrive(work, case)
    edition = work.law.edition(case.edition, case.revision)
    basis = bound or edition.acts[id_of(invite_each)].basis
    if bound:
        raise BadInput.one(
            "alasan",
            wording(
                "Belum tercatat bahwa undangan sesi ini disampaikan sebelum waktunya, jadi berita "
                "acara tidak dapat menyatakan orang itu diundang lalu tidak hadir (%(article)s). "
                "Minta sekretariat mencatat penyampaiannya; bila memang tidak pernah disampaikan, "
                "batalkan jadwalnya lalu undang lagi.",
                article=basis.citation,
            ),
        )
    if not told.strip():
        raise BadInput.one(
            "diberi_tahu",
            wording(
                "Belum tercatat bahwa undangan sesi ini disampaikan sebelum waktunya, jadi berita "
                "acara tidak dapat menyatakan orang itu diundang lalu tidak hadir (%(article)s). "
                "Minta sekretariat mencatat penyampaiannya. Cara menyampaikan undangan tidak "
                "terbaca pada naskah edisi ini: bila orang itu diberi tahu dengan cara lain, "
                "misalnya lisan, tulis siapa yang memberi tahu, kapan, dan bagaimana; itu dimuat "
                "dalam berita acara.",
                article=basis.citation,
            ),
        )
    return overrides.write(
        work,
        case,
        act=step.act.id,
        title=step.act.title,
        about=f"clarification_sessions:{row.id}",
        what="penyampaian undangannya tidak tercatat sebelum waktu sesi",
        why=overrides.reason(work, case, "diberi_tahu", "Cara diberi tahu", told),
        basis=basis,
    )


@act("tutup_klarifikasi")
def close(work: Work, case_id: int, version: int) -> Case:
    """End the clarification and go on to the kajian (`tutup_klarifikasi`)."""
    step = acts.begin(work, case_id, "tutup_klarifikasi", version)
    acts.finish(work, step)
    return step.case


def _oath_form(work: Work, row: ClarificationSession) -> tuple[str, ...]:
    """Experts swear on a form of their own; there is none where nobody was asked to."""
    if row.oath == minute.NOT_ASKED:
        return ()
    party = work.session.get_one(Party, row.party_id)
    return ("keterangan_sumpah_ahli" if party.role == PartyRole.EXPERT else "keterangan_sumpah",)


def examiners(work: Work, case: Case) -> list[Officer]:
    """Who may have asked in a clarification of this case: officers of its office, by name."""
    on = work.now.astimezone(ZoneInfo(case.office.zone)).date()
    held = officers.holders(work.session, case.office_id, EXAMINERS, on, case_id=case.id)
    return sorted(held, key=lambda one: one.name)


def _recorder(work: Work) -> tuple[int, ...]:
    return () if work.actor.officer_id is None else (work.actor.officer_id,)


def _check_minutes(
    work: Work, step: acts.Step, row: ClarificationSession, minutes: Minutes
) -> None:
    check = TextChecker()
    if row.state != SessionState.INVITED:
        check.refuse("sesi", "Sesi ini sudah dicatat.")
    if minutes.held_at > work.now:
        check.refuse("waktu", "Waktu klarifikasi tidak boleh di masa depan.")
    elif early := not_begun(work, step.case, row, step.act.id):
        check.refuse("waktu", early)
    if minutes.oath not in minute.OATHS:
        check.refuse(
            "sumpah",
            "Pilih bagaimana sumpah atau janji diucapkan, bahwa itu ditolak, atau bahwa itu tidak "
            "diminta. Berita acara dan formulir sumpah hanya memuat yang sungguh terjadi.",
        )
    _check_sworn(check, minutes)
    known = {one.id for one in examiners(work, step.case)}
    if not known.issuperset(minutes.examiners):
        check.refuse("pemeriksa", "Pilih petugas kantor ini yang melakukan klarifikasi.")
    check.text("kewarganegaraan", "Kewarganegaraan", minutes.citizenship, limit=60)
    check.text("identitas", "Identitas yang ditunjukkan", minutes.proof_of_identity)
    if not minutes.answers:
        check.refuse("tanya-0", "Isi paling sedikit satu pertanyaan dan jawaban.")
    for index, (question, answer) in enumerate(minutes.answers):
        check.text(f"tanya-{index}", "Pertanyaan", question, limit=2000, required=True)
        check.text(f"jawab-{index}", "Jawaban", answer, limit=8000, required=True)
    name = check.text("nama_kuasa", "Nama kuasa hukum", minutes.counsel_name)
    if name and not minutes.counsel:
        check.refuse("nama_kuasa", "Tandai juga bahwa yang diklarifikasi didampingi kuasa hukum.")
    if not minutes.signed and not minutes.note.strip():
        basis = _refusal_basis(work, step)
        check.refuse("catatan", f"Tulis alasan penolakan tanda tangan ({basis}).")
    check.done()


def _check_sworn(check: TextChecker, minutes: Minutes) -> None:
    """Somebody took the oath or promise that was taken, and nobody one that was not."""
    who = check.text("pengambil", "Nama yang mengambil sumpah atau janji", minutes.sworn_by)
    held = check.text("jabatan_pengambil", "Jabatan pengambil sumpah", minutes.sworn_as)
    if minutes.oath in minute.SWORN:
        for field, text in (("pengambil", who), ("jabatan_pengambil", held)):
            if not text:
                check.refuse(
                    field,
                    "Tulis siapa yang mengambil sumpah atau janji itu dan sebagai apa (misalnya "
                    "rohaniwan); berita acara dan formulir sumpah memuatnya.",
                )
    elif who or held:
        check.refuse(
            "pengambil",
            "Menurut isian ini tidak ada sumpah atau janji yang diucapkan. Kosongkan siapa yang "
            "mengambilnya, atau betulkan pilihan sumpahnya.",
        )


def _refusal_basis(work: Work, step: acts.Step) -> str:
    """What the case's edition says of who will not sign, else on what its minutes rest."""
    edition = work.law.edition(step.case.edition, step.case.revision)
    found = edition.provisions.get(REFUSING)
    return found.basis.citation if found else step.act.basis.citation


def session(work: Work, session_id: int) -> ClarificationSession:
    """A session by its number. Raises NotFound."""
    row = access.told(work, work.session.get(ClarificationSession, session_id))
    if row is None:
        raise NotFound("Sesi klarifikasi itu tidak ada.")
    return row


def _party(work: Work, case: Case, party_id: int) -> Party:
    party = work.session.get(Party, party_id)
    if party is None or party.case_id != case.id or party.role == PartyRole.MATTER:
        raise BadInput.one("pihak", "Pihak itu tidak ada pada perkara ini.")
    return party


def _summons(work: Work, party: Party) -> int:
    before = work.connection.execute(_SUMMONED, {"party": party.id}).all()
    if any(one.state == SessionState.INVITED for one in before):
        raise BadInput.one(
            "pihak",
            wording("%(party)s sudah diundang dan sesinya belum dicatat.", party=party.label),
        )
    last = max((one.summons for one in before if one.summons > 0), default=0)
    if last >= MOST_SUMMONSES:
        raise BadInput.one(
            "pihak",
            wording(
                "%(party)s sudah dipanggil %(most)s kali.", party=party.label, most=MOST_SUMMONSES
            ),
        )
    return last + 1


def below(work: Work, party_id: int) -> int:
    """A number for what was no summons: free, and below those that count."""
    before = work.connection.execute(_SUMMONED, {"party": party_id}).all()
    lowest: int = min(one.summons for one in before)
    return min(0, lowest) - 1


_invited = table(ClarificationSession).c
_SUMMONED = select(_invited.summons, _invited.state).where(_invited.party_id == bindparam("party"))


CALLERS = frozenset({"case_officer", "coordinator"})
"""Who may call a session off."""


def call_off(work: Work, session_id: int, version: int, reason: str) -> ClarificationSession:
    """Call off a session with a wrong day or a wrong person, before it comes to it.

    A letter that has not left is void, and the session was then no summons. What the person was
    told already stays a summons. Raises NotFound, NotPermitted, Conflict or BadInput.
    """
    row = session(work, session_id)
    case = access.changeable(work, row.case_id)
    if not work.actor.roles & CALLERS:
        raise NotPermitted("Jadwal klarifikasi dibatalkan oleh penangan atau koordinator.")
    access.at_version(work, case, version)
    work.session.refresh(row)
    letters = work.session.scalars(
        select(Document)
        .where(
            Document.case_id == case.id,
            Document.kind == "undangan_klarifikasi",
            Document.about == f"session:{row.id}",
            Document.state != DocumentState.VOID,
        )
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
    summoned = any(one.state == DocumentState.DISPATCHED for one in letters)
    check = TextChecker()
    text = check.text("alasan", "Alasan pembatalan", reason, limit=500, required=True)
    remark.unnamed(work, case, check, "alasan", text)
    if row.state != SessionState.INVITED:
        check.refuse("sesi", "Sesi ini sudah dicatat atau dibatalkan.")
    elif summoned and row.scheduled_at <= work.now:
        check.refuse(
            "sesi",
            "Undangannya sudah disampaikan dan waktunya sudah lewat. Catat berita acara atau "
            "ketidakhadirannya.",
        )
    check.done()
    row.state, row.note = SessionState.CANCELLED, text
    if not summoned:
        row.summons = below(work, row.party_id)
    void = [
        changed
        for one in letters
        if one.state != DocumentState.DISPATCHED
        for changed in papers.void(work, case, one, text)
    ]
    audit.record(
        work,
        "sesi_dibatalkan",
        case=case,
        subject=f"clarification_sessions:{row.id}",
        detail={"reason": text, "summoned": summoned},
        touched=[case, *void],
    )
    return row
