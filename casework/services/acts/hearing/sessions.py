"""The sessions of a hearing: fixed with its summonses, held with minutes, postponed, closed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from casework.engine.words import clock, long_date
from casework.errors import BadInput, wording
from casework.models import Case, Document, Evidence, Hearing, Party
from casework.models.document import DocumentState
from casework.models.hearing import Agenda, HearingState
from casework.models.party import PartyRole
from casework.services.acts import acts
from casework.services.acts.acts import Step
from casework.services.acts.registry import act, id_of
from casework.services.cases import facts, hearings
from casework.services.cases.hearings import AGENDAS, DONE
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers

SUMMONS = "panggilan_sidang"
MINUTES = "berita_acara_sidang"


@dataclass(frozen=True)
class Fixed:
    """A session to come: when, where, for what, and the keys of the parties who are summoned."""

    at: datetime
    place: str
    agenda: Sequence[str]
    parties: Sequence[int]


@dataclass(frozen=True)
class Held:
    """What is told of a session: who sat, who came and spoke, what was done and examined.

    `panel` are keys of officers; `attended` who spoke for each party that came ("" for itself), by
    key; `agenda` what was finished; `evidence` keys of what was examined. `note` says why somebody
    did not come, and what was agreed.
    """

    at: datetime
    closed_at: datetime
    panel: Collection[int]
    attended: Mapping[int, str]
    agenda: Sequence[str] = ()
    course: str = ""
    note: str = ""
    evidence: Collection[int] = field(default=())
    open_to_public: bool = True


@act("panggil_sidang")
def fix(work: Work, case_id: int, version: int, told: Fixed) -> Hearing:
    """Fix a session and summon the parties to it (`panggil_sidang`); the letters wait as drafts.

    Raises NotFound, NotPermitted, Conflict, ActRefused, or BadInput naming each field ("acara",
    "waktu", "tempat", "pihak", "sidang").
    """
    step = acts.begin(work, case_id, "panggil_sidang", version)
    row = _fixed(work, step, told)
    work.session.add(row)
    work.session.flush()
    letters = [
        papers.plan(
            work,
            step.case,
            SUMMONS,
            about=f"hearing:{row.id}:{party}",
            context={"hearing_id": row.id, "party_id": party},
        )
        for party in row.summoned
    ]
    acts.finish(
        work,
        step,
        subject=f"hearings:{row.id}",
        detail={"number": row.number, "agenda": row.agenda, "summoned": len(letters)},
        touched=[row, *letters],
    )
    return row


@act("catat_sidang")
def hold(work: Work, case_id: int, version: int, told: Held) -> Hearing:
    """Record the session that was fixed (`catat_sidang`); its minutes follow.

    What was finished of the agenda is dated by the session. Raises NotFound, NotPermitted,
    Conflict, ActRefused, or BadInput naming each field ("acara", "waktu", "selesai", "majelis",
    "hadir", "jalannya", "catatan", "bukti", "sidang").
    """
    finished = [one for one in Agenda if one in told.agenda and one in DONE]
    given = {DONE[one]: True for one in finished}
    step = acts.begin(work, case_id, "catat_sidang", version, given=given)
    row = _waiting(work, step.case)
    check = TextChecker()
    fields = checked(work, step, row, told, check)
    fields["course"] = check.text(
        "jalannya", "Jalannya sidang", told.course, limit=20_000, required=True
    )
    remark.unnamed_all(work, step.case, check, {"jalannya": fields["course"]})
    _check_finished(step, row, told.agenda, check)
    fields["evidence"] = _examined(work, step.case, told, check)
    check.done()
    for name, value in fields.items():
        setattr(row, name, value)
    dated = facts.put(work, step.case, dict.fromkeys(given, told.closed_at))
    acts.finish(
        work,
        step,
        given=given,
        subject=f"hearings:{row.id}",
        detail={"number": row.number, "facts": sorted(given)},
        touched=[row, *dated, *minutes(work, step, row)],
    )
    return row


@act("tunda_sidang")
def postpone(work: Work, case_id: int, version: int, reason: str) -> Hearing:
    """Postpone the session that was fixed, with the reason in words (`tunda_sidang`).

    Summonses that have not left are void. Raises NotFound, NotPermitted, Conflict, ActRefused, or
    BadInput ("alasan", "sidang").
    """
    step = acts.begin(work, case_id, "tunda_sidang", version)
    row = _waiting(work, step.case)
    check = TextChecker()
    row_reason = check.text("alasan", "Alasan penundaan", reason, limit=1000, required=True)
    remark.unnamed(work, step.case, check, "alasan", row_reason)
    check.done()
    row.state, row.note = HearingState.POSTPONED, row_reason
    void = [
        changed
        for letter in _unsent(work, step.case, row)
        for changed in papers.void(work, step.case, letter, row_reason)
    ]
    acts.finish(
        work,
        step,
        subject=f"hearings:{row.id}",
        detail={"number": row.number, "void": len(void)},
        touched=[row, *void],
    )
    return row


@act("tutup_sidang")
def close(work: Work, case_id: int, version: int) -> Case:
    """End the examination; the panel deliberates (`tutup_sidang`).

    Raises NotFound, NotPermitted, Conflict, ActRefused, or BadInput ("sidang") while a session is
    fixed.
    """
    step = acts.begin(work, case_id, "tutup_sidang", version)
    _check_none_fixed(work, step.case)
    acts.finish(work, step)
    return step.case


def not_begun(work: Work, case: Case, row: Hearing | None, act_id: str) -> str:
    """Why no minutes can be written of the session that was fixed; "" once it has begun."""
    if row is None or row.scheduled_at <= work.now:
        return ""
    zone = case.office.zone
    begins = row.scheduled_at.astimezone(ZoneInfo(zone))
    return (
        f"Sidang ke-{row.number} baru dimulai {long_date(begins.date())} pukul "
        f"{clock(begins, zone)} menurut panggilannya; berita acara memuat yang sudah terjadi. "
        "Catat sesudah sidang dibuka; bila jadwalnya salah, tunda sidang ini dan panggil para "
        "pihak lagi." + hearings.resting(work, case, act_id)
    )


def able(work: Work, case: Case) -> list[Party]:
    """Who can be summoned: everybody of the case but matters without a person."""
    return list(
        work.session.scalars(
            select(Party)
            .where(Party.case_id == case.id, Party.role != PartyRole.MATTER)
            .order_by(Party.id)
        )
    )


def exhibits(work: Work, case: Case) -> list[Evidence]:
    """The evidence of a case in the order it came."""
    return list(
        work.session.scalars(
            select(Evidence).where(Evidence.case_id == case.id).order_by(Evidence.ordinal)
        )
    )


def next_number(work: Work, case: Case) -> int:
    """The number of the session that is fixed next."""
    return (
        work.session.scalar(select(func.max(Hearing.number)).where(Hearing.case_id == case.id)) or 0
    ) + 1


def minutes(work: Work, step: Step, row: Hearing) -> list[Document]:
    """Ask for the minutes of a session that was held."""
    return [
        papers.plan(
            work,
            step.case,
            MINUTES,
            flow=step.act.flow or "",
            about=f"hearing:{row.id}",
            context={"hearing_id": row.id},
        )
    ]


def checked(work: Work, step: Step, row: Hearing, told: Held, check: TextChecker) -> dict[str, Any]:
    """The columns of a session that was held, with what is wrong about them noted."""
    case = step.case
    panel = hearings.panel(work, case)
    seats = {one["officer_id"]: one for one in panel.members} if panel else {}
    if told.at > work.now or told.closed_at > work.now:
        check.refuse("waktu", "Waktu sidang tidak boleh di masa depan.")
    elif told.closed_at <= told.at:
        check.refuse(
            "selesai",
            "Sidang ditutup pada menit yang sama atau sebelum dibuka. Periksa kedua jamnya.",
        )
    elif told.at < row.scheduled_at.replace(second=0, microsecond=0):
        check.refuse(
            "waktu",
            "Sidang dibuka sebelum waktu pada panggilannya. Periksa jamnya, atau tunda sidang ini "
            "dan panggil para pihak lagi." + hearings.resting(work, case, id_of(fix)),
        )
    if not set(told.panel) or not set(told.panel) <= set(seats):
        check.refuse(
            "majelis",
            "Pilih anggota majelis perkara ini yang hadir dalam sidang."
            + hearings.resting(work, case, id_of(hold)),
        )
    parties = {one.id for one in able(work, case)}
    if not set(told.attended) <= parties:
        check.refuse("hadir", "Yang hadir harus pihak perkara ini.")
    who = {
        key: check.text(f"kuasa-{key}", "Kuasa atau pendamping", name)
        for key, name in told.attended.items()
    }
    note = check.text("catatan", "Catatan", told.note, limit=4000)
    texts = {"catatan": note, **{f"kuasa-{key}": name for key, name in who.items()}}
    remark.unnamed_all(work, case, check, texts)
    if not note and (set(row.summoned) - set(told.attended) or set(seats) - set(told.panel)):
        check.refuse(
            "catatan",
            "Ada anggota majelis atau pihak yang dipanggil tetapi tidak hadir. Tulis keterangan "
            "ketidakhadirannya." + hearings.NO_ARTICLE,
        )
    return {
        "state": HearingState.HELD,
        "held_at": told.at,
        "closed_at": told.closed_at,
        "open_to_public": told.open_to_public,
        "panel": [one for one in seats.values() if one["officer_id"] in set(told.panel)],
        "attended": [{"party_id": key, "by": who[key]} for key in sorted(who)],
        "note": note,
        "recorded_at": work.now,
        "recorded_by": work.actor.officer_id,
    }


def _fixed(work: Work, step: Step, told: Fixed) -> Hearing:
    check, case = TextChecker(), step.case
    _check_none_fixed(work, case)
    place = check.text("tempat", "Tempat sidang", told.place, limit=300, required=True)
    if told.at <= work.now:
        check.refuse("waktu", "Waktu sidang harus di depan.")
    agenda = [one for one in Agenda if one in told.agenda]
    if Agenda.RULING in agenda or case.stage != _examination(work, case):
        if agenda != [Agenda.RULING] or case.stage == _examination(work, case):
            check.refuse(
                "acara",
                "Pembacaan putusan dijadwalkan tersendiri, sesudah musyawarah majelis; sebelum itu "
                "dijadwalkan pemeriksaan." + hearings.resting(work, case, id_of(hold)),
            )
    else:
        _check_order(step, agenda, check)
    parties = {one.id for one in able(work, case)}
    chosen = list(dict.fromkeys(told.parties))
    if not chosen or not set(chosen) <= parties:
        check.refuse("pihak", "Pilih paling sedikit satu pihak perkara ini yang dipanggil.")
    check.done()
    return Hearing(
        case_id=case.id,
        number=next_number(work, case),
        agenda=[str(one) for one in agenda],
        scheduled_at=told.at,
        place=place,
        summoned=chosen,
        state=HearingState.FIXED,
        recorded_at=work.now,
        recorded_by=work.actor.officer_id,
    )


def _examination(work: Work, case: Case) -> str:
    """The stage in which a matter is examined: the one that ends with `tutup_sidang`."""
    edition = work.law.edition(case.edition, case.revision)
    return edition.acts["tutup_sidang"].from_stages[0]


def _check_order(step: Step, agenda: Sequence[Agenda], check: TextChecker) -> None:
    """Each part follows the one before it, which was finished earlier or is of this session."""
    if not agenda:
        check.refuse("acara", "Pilih paling sedikit satu acara sidang.")
    for number, one in enumerate(DONE):
        before = list(DONE)[:number]
        open_ = [b for b in before if DONE[b] not in step.rows.times and b not in agenda]
        if one in agenda and open_:
            check.refuse(
                "acara",
                f"Acara {AGENDAS[one]} mendahului {AGENDAS[open_[0]]}. Urutan sidang: laporan "
                "dibacakan, jawaban terlapor, pembuktian, kesimpulan, lalu putusan "
                f"({step.act.basis.citation}, {step.act.basis.mark.label}).",
            )
            return


def _check_finished(step: Step, row: Hearing, agenda: Sequence[str], check: TextChecker) -> None:
    if set(agenda) - set(row.agenda):
        check.refuse("acara", "Yang selesai hanya acara yang dijadwalkan untuk sidang ini.")
        return
    if agenda:
        _check_order(step, [one for one in Agenda if one in agenda], check)


def _examined(work: Work, case: Case, told: Held, check: TextChecker) -> list[int]:
    there = {one.id for one in exhibits(work, case)}
    if not set(told.evidence) <= there:
        check.refuse("bukti", "Pilih bukti perkara ini yang diperiksa.")
    return sorted(set(told.evidence))


def _waiting(work: Work, case: Case) -> Hearing:
    row = hearings.fixed(work, case)
    if row is None:
        raise BadInput.one(
            "sidang", "Tidak ada sidang yang dijadwalkan. Panggil dahulu para pihak ke sidang."
        )
    work.session.refresh(row)
    return row


def _check_none_fixed(work: Work, case: Case) -> None:
    row = hearings.fixed(work, case)
    if row is not None:
        raise BadInput.one(
            "sidang",
            wording(
                "Sidang ke-%(number)s sudah dijadwalkan dan belum dicatat. Catat berita "
                "acaranya, atau tunda dengan alasannya.",
                number=row.number,
            ),
        )


def _unsent(work: Work, case: Case, row: Hearing) -> Sequence[Document]:
    return work.session.scalars(
        select(Document)
        .where(
            Document.case_id == case.id,
            Document.kind == SUMMONS,
            Document.about.like(f"hearing:{row.id}:%"),
            Document.state.not_in((DocumentState.DISPATCHED, DocumentState.VOID)),
        )
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
