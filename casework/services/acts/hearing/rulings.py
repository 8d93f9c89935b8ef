"""The panel deliberates in secret, then reads its ruling out; only then is anything decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import func, select

from casework.engine.categories import ViolationClass
from casework.errors import BadInput
from casework.models import Case, Hearing, Meeting, Outcome, PanelRuling
from casework.models.handling import Purpose, Ruling
from casework.models.hearing import Agenda, HearingState
from casework.services.acts import acts
from casework.services.acts.acts import Step
from casework.services.acts.hearing import panel, sessions
from casework.services.acts.hearing.sessions import Held
from casework.services.acts.registry import act, id_of
from casework.services.acts.review import allegations, pleno
from casework.services.acts.review.pleno import Decision, Pleno
from casework.services.cases import conflict_of_interest, facts, hearings
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers
from casework.services.law import closed_classes

RULING = "putusan_administrasi"
MOST_LINES = 30
"""How many orders a dictum can have."""
_DRAWN_UP, _READ = "putusan_disusun", closed_classes.READ_OUT
_RULED_ON = (ViolationClass.ADMINISTRATIVE, ViolationClass.NONE)


@dataclass(frozen=True)
class Resolution:
    """What the panel resolved: who was there and how they stood, of whom what, why, and the dictum.

    `met` has the members of the panel as its seats; `amar` is one order a line.
    """

    met: Pleno
    decisions: Mapping[int, Sequence[Decision]]
    considerations: str
    amar: Sequence[str]


@act("putuskan_majelis")
def resolve(work: Work, case_id: int, version: int, told: Resolution) -> PanelRuling:
    """Record the deliberation and draw up the ruling, or another one (`putuskan_majelis`).

    Nothing of it is told to others before it is read out. Raises NotFound, NotPermitted, Conflict,
    ActRefused (too few of the panel), or BadInput naming each field ("waktu", "anggota",
    "mayoritas", "pertimbangan", "amar", and those of the decisions as in a pleno).
    """
    given = {"musyawarah_kuorum": told.met.quorum, _DRAWN_UP: True}
    step = acts.begin(work, case_id, "putuskan_majelis", version, given=given)
    row = _resolved(work, step, told)
    work.session.add(row)
    work.session.flush()
    acts.finish(
        work,
        step,
        given=given,
        subject=f"panel_rulings:{row.id}",
        detail={"round": row.round, "majority": told.met.majority},
        touched=[row, *facts.put(work, step.case, {_DRAWN_UP: told.met.held_at})],
    )
    return row


@act("bacakan_putusan")
def read_out(work: Work, case_id: int, version: int, told: Held, place: str = "") -> Case:
    """Read the ruling out in an open session (`bacakan_putusan`): now it is decided.

    `place` is where, when no session was fixed for it. Raises NotFound, NotPermitted, Conflict,
    ActRefused, or BadInput as for a session ("waktu", "selesai", "majelis", "hadir", "catatan",
    "tempat").
    """
    step = acts.begin(work, case_id, "bacakan_putusan", version, given={_READ: True})
    resolved, case = hearings.ruling(work, step.case), step.case
    if resolved is None:
        raise BadInput.one("putusan", "Putusan majelis belum disusun.")
    check = TextChecker()
    row = hearings.fixed(work, case) or _unsummoned(work, case, told, place, check)
    fields = sessions.checked(work, step, row, told, check)
    if told.at < resolved.held_at.replace(second=0, microsecond=0):
        check.refuse("waktu", "Putusan dibacakan sesudah musyawarah majelis. Periksa jamnya.")
    check.done()
    for name, value in fields.items():
        setattr(row, name, value)
    work.session.add(row)
    work.session.flush()
    meeting, outcomes = _decided(work, case, resolved)
    resolved.read_at, resolved.hearing_id = told.at, row.id
    resolved.meeting_id = meeting.id
    ruling = papers.plan(
        work, case, RULING, about=f"ruling:{resolved.id}", context={"ruling_id": resolved.id}
    )
    drawn = [*sessions.minutes(work, step, row), ruling]
    acts.finish(
        work,
        step,
        at={"diputuskan": told.at, _READ: told.at},
        given={_READ: True},
        met_at=told.at,
        subject=f"panel_rulings:{resolved.id}",
        detail={"meeting": meeting.id, "outcomes": len(outcomes), "number": row.number},
        touched=[row, resolved, meeting, *outcomes, *drawn],
    )
    return case


def _resolved(work: Work, step: Step, told: Resolution) -> PanelRuling:
    check, case, met = TextChecker(), step.case, told.met
    _check_meeting(work, step, met, check)
    for party_id in sorted(step.rows.respondents - told.decisions.keys()):
        check.refuse(f"hasil-{party_id}", "Tetapkan hasil untuk setiap terlapor.")
    _check_classes(told.decisions, check, hearings.resting(work, case, step.act.id))
    allegations.check(work, step, told.decisions, check, what="hasil", limit=2000, heard=True)
    considerations = check.text(
        "pertimbangan", "Pertimbangan hukum", told.considerations, limit=20_000, required=True
    )
    orders = [one.strip() for one in told.amar if one.strip()]
    amar = [check.text("amar", "Amar", one, limit=2000) for one in orders]
    if not amar or len(amar) > MOST_LINES:
        check.refuse(
            "amar", f"Tulis amar putusan, satu butir satu baris, paling banyak {MOST_LINES}."
        )
    note = check.text("alasan", "Alasan", met.reason, limit=4000)
    texts = {"pertimbangan": considerations, "amar": "\n".join(amar), "alasan": note}
    remark.unnamed_all(work, case, check, texts)
    check.done()
    pleno.check_majority(met)
    before = work.session.scalar(
        select(func.max(PanelRuling.round)).where(PanelRuling.case_id == case.id)
    )
    return PanelRuling(
        case_id=case.id,
        round=(before or 0) + 1,
        held_at=met.held_at,
        seats=[asdict(seat) for seat in met.seats],
        decisions=[
            {"party_id": party, "number": number, **asdict(one)}
            for party, ones in sorted(told.decisions.items())
            for number, one in enumerate(ones, start=1)
        ],
        considerations=considerations,
        amar=amar,
        note=note,
        recorded_at=work.now,
        recorded_by=work.actor.officer_id,
    )


def _check_meeting(work: Work, step: Step, met: Pleno, check: TextChecker) -> None:
    row = hearings.panel(work, step.case)
    sitting = {one["officer_id"] for one in row.members} if row else set()
    if {seat.officer_id for seat in met.seats} != sitting:
        check.refuse(
            "anggota",
            "Yang bermusyawarah adalah majelis perkara ini. Muat ulang halamannya."
            + hearings.resting(work, step.case, id_of(panel.appoint)),
        )
    if sitting & conflict_of_interest.from_case(work.session, step.case.id):
        check.refuse(
            "anggota",
            "Seorang anggota majelis dikecualikan dari perkara ini karena benturan kepentingan. "
            "Tetapkan majelis yang lain, tutup lagi pemeriksaan, lalu catat musyawarahnya."
            + hearings.NO_ARTICLE,
        )
    pleno.check_seats(check, met.seats)
    last = max(
        (one.closed_at for one in hearings.of_case(work, step.case) if one.closed_at),
        default=step.rows.times["majelis_ditetapkan"],
    )
    if met.held_at > work.now:
        check.refuse("waktu", "Waktu musyawarah tidak boleh di masa depan.")
    elif met.held_at < last.replace(second=0, microsecond=0):
        check.refuse(
            "waktu",
            "Musyawarah berlangsung sesudah sidang terakhir. Periksa jamnya." + hearings.NO_ARTICLE,
        )


def _check_classes(
    decisions: Mapping[int, Sequence[Decision]], check: TextChecker, basis: str
) -> None:
    for party, ones in decisions.items():
        for number, one in enumerate(ones, start=1):
            if one.violation_class in _RULED_ON:
                continue
            check.refuse(
                f"hasil-{allegations.slot(party, number)}",
                "Dalam sidang diputus ada atau tidaknya pelanggaran administrasi. Dugaan golongan "
                "lain ditangani sebagai perkara tersendiri, misalnya temuan yang ditautkan."
                + basis,
            )


def _unsummoned(work: Work, case: Case, told: Held, place: str, check: TextChecker) -> Hearing:
    """The session in which it was read out without summonses, as when all were told before."""
    return Hearing(
        case_id=case.id,
        number=sessions.next_number(work, case),
        agenda=[str(Agenda.RULING)],
        scheduled_at=told.at,
        place=check.text("tempat", "Tempat sidang", place, limit=300, required=True),
        summoned=[],
        state=HearingState.HELD,
        evidence=[],
        course="",
    )


def _decided(work: Work, case: Case, row: PanelRuling) -> tuple[Meeting, list[Outcome]]:
    meeting = Meeting(
        case_id=case.id,
        purpose=Purpose.RULING,
        held_at=row.held_at,
        members=len(row.seats),
        attendance=row.seats,
        decision=Ruling.RULED,
        reason=row.note,
        number="",
        recorded_at=work.now,
    )
    work.session.add(meeting)
    work.session.flush()
    outcomes = [_outcome(case, meeting, one) for one in row.decisions]
    work.session.add_all(outcomes)
    work.session.flush()
    return meeting, outcomes


def _outcome(case: Case, meeting: Meeting, told: Mapping[str, Any]) -> Outcome:
    return Outcome(
        case_id=case.id,
        party_id=told["party_id"],
        meeting_id=meeting.id,
        number=told["number"],
        violation_class=told["violation_class"],
        article=told["article"].strip(),
        reason=told["reason"].strip(),
        no_destination_reason="",
    )
