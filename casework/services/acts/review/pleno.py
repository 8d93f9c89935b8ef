"""The pleno fixes a suspected finding as one, or decides that there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from casework.engine.meeting import quorum
from casework.errors import BadInput, wording
from casework.models import Case, Meeting, Officer, Outcome
from casework.models.handling import Purpose, Ruling
from casework.services.acts import acts
from casework.services.acts.acts import Step
from casework.services.acts.registry import act
from casework.services.acts.review import acknowledgement, allegations, crime_ruling
from casework.services.cases import conflict_of_interest
from casework.services.cases.record import remark
from casework.services.core import numbers
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers
from casework.services.people import officers

# An office decides several cases one after another in one sitting and writes minutes for each, so
# a few minutes are possible: they are pointed out where the meeting is read once more before it is
# recorded, and not refused. A reason that is asked for each time would soon be a dash.
SHORT = timedelta(minutes=5)
POSITIONS = ("setuju", "tidak_setuju", "abstain")


@dataclass(frozen=True)
class Seat:
    """One commissioner at the pleno: present or not, and the position taken, one of POSITIONS.

    Whoever is present has one, and nobody else.
    """

    officer_id: int
    name: str
    present: bool
    position: str = ""


@dataclass(frozen=True)
class Pleno:
    """When the pleno was held and who took part; quorum is more than half of the members.

    `acknowledged`: the officer was told that the positions carry no majority and records the
    decision nevertheless. `held_at` is when it was opened, `closed_at` when it was closed;
    `note_taker_id` is the officer who took the notes, `number` that of the minutes in the books of
    the office.
    """

    held_at: datetime
    seats: tuple[Seat, ...]
    reason: str = ""
    acknowledged: bool = False
    closed_at: datetime | None = None
    note_taker_id: int | None = None
    number: str = ""

    @property
    def short(self) -> bool:
        """True when it took so little time that the hours may be mistyped."""
        return self.closed_at is not None and self.closed_at - self.held_at < SHORT

    @property
    def quorum(self) -> bool:
        """True when more than half of the members were present."""
        return quorum(sum(seat.present for seat in self.seats), len(self.seats))

    @property
    def majority(self) -> bool:
        """True when more of those present agreed than disagreed."""
        views = [seat.position for seat in self.seats if seat.present]
        return views.count("setuju") > views.count("tidak_setuju")


@dataclass(frozen=True)
class Decision:
    """What the pleno decided about one allegation against a respondent."""

    violation_class: str
    article: str = ""
    reason: str = ""


@act("registrasi")
def register(work: Work, case_id: int, version: int, pleno: Pleno) -> Case:
    """Register a report: its number, and the clock of the handling (`registrasi`)."""
    step = acts.begin(work, case_id, "registrasi", version, given={"pleno_kuorum": pleno.quorum})
    return _registered(work, step, pleno)


@act("registrasi_sidang")
def register_for_hearing(work: Work, case_id: int, version: int, pleno: Pleno) -> Case:
    """Register a report that a panel is to hear (`registrasi_sidang`), as `register` does.

    Raises ActRefused while the office has not chosen the hearing, and for a suspected crime.
    """
    given = {"pleno_kuorum": pleno.quorum}
    return _registered(
        work, acts.begin(work, case_id, "registrasi_sidang", version, given=given), pleno
    )


def _registered(work: Work, step: Step, pleno: Pleno) -> Case:
    check_majority(pleno)
    meeting = convene(work, step, pleno, Ruling.REGISTERED)
    number = numbers.take_registration(work, step.case)
    step.case.registration_number = number.text
    minutes = acknowledgement.minutes(work, step.case, meeting, step.act)
    acts.finish(
        work,
        step,
        at={"diregistrasi": work.now},
        detail={"number": number.text, "meeting": meeting.id, "majority": pleno.majority},
        touched=[number, meeting, minutes],
    )
    return step.case


@act("tolak_registrasi")
def refuse_registration(work: Work, case_id: int, version: int, pleno: Pleno) -> Case:
    """Decide not to register (`tolak_registrasi`); the reporter is told why, item by item."""
    check = TextChecker()
    check.text("alasan", "Alasan", pleno.reason, limit=4000, required=True)
    check.done()
    step = acts.begin(
        work, case_id, "tolak_registrasi", version, given={"pleno_kuorum": pleno.quorum}
    )
    check_majority(pleno)
    meeting = convene(work, step, pleno, Ruling.NOT_REGISTERED)
    planned = [acknowledgement.minutes(work, step.case, meeting, step.act)]
    if step.rows.has_reporter:
        planned.append(papers.plan(work, step.case, "pemberitahuan_status"))
    acts.finish(
        work,
        step,
        detail={"meeting": meeting.id, "majority": pleno.majority},
        touched=[meeting, *planned],
    )
    return step.case


@act("putuskan_pleno")
def decide(
    work: Work,
    case_id: int,
    version: int,
    pleno: Pleno,
    decisions: Mapping[int, Sequence[Decision]],
    undiscussed: str = "",
) -> Case:
    """Decide about every allegation against every respondent, by party key (`putuskan_pleno`).

    The decision was taken when the pleno was held, whenever that is recorded. `undiscussed` is why
    an election crime is decided on without the second discussion of the Sentra Gakkumdu; without
    it that is refused (ActRefused).
    """
    step = acts.begin(
        work, case_id, "putuskan_pleno", version, given={"pleno_kuorum": pleno.quorum}
    )
    _check_decisions(work, step, decisions)
    check_majority(pleno)
    classes = {one.violation_class for ones in decisions.values() for one in ones}
    missing = crime_ruling.check(work, step, pleno.held_at, classes, undiscussed)
    meeting = convene(work, step, pleno, Ruling.RULED)
    against = [crime_ruling.override(work, step, meeting, missing)] if missing else []
    outcomes = [
        Outcome(
            case_id=step.case.id,
            party_id=party_id,
            meeting_id=meeting.id,
            number=number,
            violation_class=decision.violation_class,
            article=decision.article.strip(),
            reason=decision.reason.strip(),
            no_destination_reason="",
        )
        for party_id, ones in sorted(decisions.items())
        for number, decision in enumerate(ones, start=1)
    ]
    work.session.add_all(outcomes)
    minutes = acknowledgement.minutes(work, step.case, meeting, step.act)
    acts.finish(
        work,
        step,
        at={"diputuskan": pleno.held_at},
        met_at=pleno.held_at,
        detail={
            "meeting": meeting.id,
            "outcomes": len(outcomes),
            "majority": pleno.majority,
            **({"reason": missing[1]} if missing else {}),
        },
        touched=[meeting, *outcomes, *against, minutes],
    )
    return step.case


def _check_decisions(work: Work, step: Step, decisions: Mapping[int, Sequence[Decision]]) -> None:
    check = TextChecker()
    proposed = allegations.proposed(work, step.case)
    for party_id in sorted(step.rows.respondents):
        ones = decisions.get(party_id, ())
        if not ones:
            check.refuse(f"hasil-{party_id}", "Tetapkan hasil untuk setiap terlapor.")
            continue
        for number in range(len(ones) + 1, proposed.get(party_id, 1) + 1):
            check.refuse(
                f"hasil-{allegations.slot(party_id, number)}",
                f"Tetapkan hasil untuk setiap pasal: pasal ke-{number} yang diajukan kajian untuk "
                "terlapor ini belum diputus.",
            )
    allegations.check(work, step, decisions, check, what="hasil", limit=2000)
    check.done()


# No source in hand tells how many votes a pleno decision needs; so this is a warning that the
# officer answers, not a rule of the law.
NO_MAJORITY = (
    "Sikap yang dicatat belum mendukung keputusan ini: yang setuju tidak lebih banyak daripada "
    "yang tidak setuju. Pasal yang mengatur jumlah suara dalam rapat pleno belum ditemukan, jadi "
    "keputusan tidak ditolak karenanya. Periksa sikap setiap anggota; bila memang demikian "
    "putusannya, tulis pertimbangannya dan centang bahwa hal ini sudah diperiksa."
)


def check_majority(pleno: Pleno) -> None:
    """Refuse a decision that the positions do not carry, unless the officer answered for it."""
    if not pleno.majority and not (pleno.acknowledged and pleno.reason.strip()):
        raise BadInput.one("mayoritas", NO_MAJORITY)


# What a decision is about, and the events it follows: of those that happened the last.
_DECIDES = {
    Ruling.REGISTERED: Purpose.REGISTRATION,
    Ruling.NOT_REGISTERED: Purpose.REGISTRATION,
    Ruling.FINDING_FIXED: Purpose.FINDING,
    Ruling.NO_FINDING: Purpose.FINDING,
    Ruling.RULED: Purpose.RULING,
}
_FOLLOWS = {
    Purpose.REGISTRATION: {
        "laporan_diterima": "laporan diterima",
        "temuan_ditetapkan": "temuan ditetapkan",
    },
    Purpose.FINDING: {"ditemukan": "dugaan pelanggaran ditemukan"},
    Purpose.RULING: {"diregistrasi": "laporan diregistrasi"},
}


def convene(work: Work, step: Step, pleno: Pleno, decision: Ruling) -> Meeting:
    """Record the meeting and what it decided; it was held after what it decides about.

    Raises BadInput for a meeting in the future or before that, with a member whom the case keeps
    away, or with a reason that names somebody protected.
    """
    if pleno.held_at > work.now:
        raise BadInput.one("waktu", "Waktu pleno tidak boleh di masa depan.")
    if {seat.officer_id for seat in pleno.seats} & conflict_of_interest.from_case(
        work.session, step.case.id
    ):
        raise BadInput.one(
            "anggota",
            "Salah satu anggota dikecualikan dari perkara ini karena benturan kepentingan dan "
            "tidak ikut memutus. Muat ulang halaman; daftar anggotanya sudah tanpa dia.",
        )
    check = TextChecker()
    reason = check.text("alasan", "Pertimbangan", pleno.reason, limit=4000)
    remark.unnamed(work, step.case, check, "alasan", reason)
    number = check.text("nomor", "Nomor berita acara", pleno.number, limit=100)
    check_seats(check, pleno.seats)
    if pleno.closed_at is not None and pleno.closed_at > work.now:
        check.refuse("selesai", "Waktu rapat ditutup tidak boleh di masa depan.")
    elif pleno.closed_at is not None and pleno.closed_at <= pleno.held_at:
        check.refuse(
            "selesai",
            "Rapat ditutup pada menit yang sama atau sebelum dibuka. Tulis kedua jamnya seperti "
            f"dalam notulen; berita acara ({step.act.basis.citation}) memuatnya.",
        )
    if pleno.note_taker_id is not None and pleno.note_taker_id not in {
        one.id for one in note_takers(work, step.case)
    }:
        check.refuse("notulis", "Pilih petugas kantor ini sebagai notulis.")
    check.done()
    known = step.rows.times
    purpose = _DECIDES[decision]
    before, what = max(
        (known[name], text) for name, text in _FOLLOWS[purpose].items() if name in known
    )
    # Forms give minutes.
    if pleno.held_at < before.replace(second=0, microsecond=0):
        raise BadInput.one(
            "waktu",
            wording("Waktu pleno tidak boleh sebelum %(what)s. Periksa tanggalnya.", what=what),
        )
    row = Meeting(
        case_id=step.case.id,
        purpose=purpose,
        held_at=pleno.held_at,
        members=len(pleno.seats),
        attendance=acknowledgement.begun(work, [asdict(seat) for seat in pleno.seats]),
        decision=decision,
        reason=reason,
        number=number,
        closed_at=pleno.closed_at,
        note_taker_id=pleno.note_taker_id,
        recorded_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    acknowledgement.tell(work, step.case, row)
    return row


def check_seats(check: TextChecker, seats: Sequence[Seat]) -> None:
    """Everybody who was there took a position; nobody else did."""
    for seat in seats:
        if seat.present and seat.position not in POSITIONS:
            check.refuse(
                f"sikap-{seat.officer_id}",
                f"Isi sikap {seat.name}: setuju, tidak setuju, atau abstain.",
            )
        elif not seat.present and seat.position:
            check.refuse(
                f"sikap-{seat.officer_id}",
                f"{seat.name} tidak hadir, jadi tidak bersikap. Kosongkan sikapnya, atau catat "
                "bahwa ia hadir.",
            )


NOTE_TAKERS = ("intake_officer", "case_officer", "coordinator", "secretariat",
               "head_of_secretariat", "commissioner", "chair")  # fmt: skip
"""Who of an office may take the notes of a pleno."""


def note_takers(work: Work, case: Case) -> list[Officer]:
    """Who may have taken the notes of a pleno on this case, by name."""
    on = work.now.astimezone(ZoneInfo(case.office.zone)).date()
    held = officers.holders(work.session, case.office_id, NOTE_TAKERS, on, case_id=case.id)
    return sorted(held, key=lambda one: one.name)


@act("tetapkan_temuan")
def fix(work: Work, case_id: int, version: int, held: Pleno) -> Case:
    """Fix the finding in a pleno (`tetapkan_temuan`); it was fixed when the pleno was held.

    Raises NotFound, NotPermitted, Conflict, ActRefused (no quorum among others), or BadInput
    for the meeting itself ("waktu", "anggota", "alasan", "mayoritas").
    """
    step = acts.begin(
        work, case_id, "tetapkan_temuan", version, given={"pleno_kuorum": held.quorum}
    )
    return _conclude(work, step, held, Ruling.FINDING_FIXED, also=("formulir_temuan",))


@act("tolak_temuan")
def refuse(work: Work, case_id: int, version: int, held: Pleno) -> Case:
    """Decide that there is no suspected violation (`tolak_temuan`), with the reason in words."""
    check = TextChecker()
    check.text("alasan", "Pertimbangan", held.reason, limit=4000, required=True)
    check.done()
    step = acts.begin(work, case_id, "tolak_temuan", version, given={"pleno_kuorum": held.quorum})
    return _conclude(work, step, held, Ruling.NO_FINDING)


def _conclude(
    work: Work, step: Step, held: Pleno, decision: Ruling, also: tuple[str, ...] = ()
) -> Case:
    check_majority(held)
    meeting = convene(work, step, held, decision)
    drawn = [acknowledgement.minutes(work, step.case, meeting, step.act)]
    drawn += [
        papers.plan(
            work,
            step.case,
            kind,
            context={"meeting_id": meeting.id},
            about=f"meeting:{meeting.id}",
        )
        for kind in also
    ]
    acts.finish(
        work,
        step,
        at=dict.fromkeys(step.act.records, held.held_at),
        met_at=held.held_at,
        detail={"meeting": meeting.id, "majority": held.majority},
        touched=[meeting, *drawn],
    )
    return step.case
