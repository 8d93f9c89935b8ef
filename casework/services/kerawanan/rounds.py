"""A round of mapping: opened, answered item by item, sent, asked back, taken, closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from casework.engine.kerawanan import IndexEdition, PreventionForm
from casework.errors import BadInput, Conflict, NotFound
from casework.models import (
    Office,
    VulnerabilityAnswer,
    VulnerabilityRound,
    VulnerabilitySheet,
)
from casework.models.kerawanan import RoundState, SheetState
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.kerawanan import reach, reminders

MOST_TIMES = 999
ANSWERABLE = (SheetState.FILLING, SheetState.ASKED)
GIVEN = (SheetState.SENT, SheetState.ACCEPTED)
"""States of a sheet whose answers count."""


@dataclass(frozen=True)
class NewRound:
    """A round as it is opened; `offices` are keys of the own office or of those below it."""

    edition: str
    title: str
    counts_from: date
    closes_at: datetime
    offices: Collection[int]


@dataclass(frozen=True)
class Filled:
    """What an office answers about one item; `likelihood` None means not yet."""

    indicator: str
    times: int = 0
    level: int | None = None
    likelihood: int | None = None
    reason: str = ""
    proof: str = ""
    prevention: str = ""
    proposal: str = ""
    chosen: bool = False

    @property
    def empty(self) -> bool:
        """Was nothing answered and nothing typed?"""
        return self == Filled(self.indicator)


def open_round(work: Work, new: NewRound) -> VulnerabilityRound:
    """Open a round and ask the offices; they are reminded until they have sent.

    Raises NotPermitted, or BadInput naming each field: an edition that gives no value, offices
    that are none of the own, one without a region, an end that is over.
    """
    reach.lead(work)
    check = TextChecker()
    title = check.text("judul", "Judul putaran", new.title, limit=120, required=True)
    found = work.law.kerawanan.editions.get(new.edition)
    if found is None:
        check.refuse("edisi", "Pilih edisi dari daftar.")
    elif found.scoring is None:
        check.refuse("edisi", f"Edisi ini tidak dapat dipakai untuk putaran. {found.no_score}")
    if new.closes_at <= work.now:
        check.refuse("sampai", "Batas pengisian sudah lewat. Pilih waktu yang akan datang.")
    if new.counts_from > reach.today(work):
        check.refuse("sejak", "Kejadian dihitung sejak tanggal yang sudah lewat.")
    asked = [one for one in reach.below(work, work.actor.office_id) if one.id in new.offices]
    if not asked or len(asked) < len(set(new.offices)):
        check.refuse("kantor", "Pilih kantor sendiri atau kantor di bawahnya, paling sedikit satu.")
    regions = [reach.region_of(work, one) for one in asked]
    for one, region in zip(asked, regions, strict=True):
        if not region:
            check.refuse(
                "kantor",
                f"{one.name} belum punya wilayah pada rules/offices. Tambahkan, atau lepas dari "
                "putaran ini.",
            )
    if len(set(regions)) < len(regions):
        check.refuse("kantor", "Dua kantor mengisi wilayah yang sama. Pilih salah satu.")
    check.done()
    row = VulnerabilityRound(
        office_id=work.actor.office_id,
        edition=new.edition,
        title=title,
        counts_from=new.counts_from,
        opens_on=reach.today(work),
        closes_at=new.closes_at,
        opened_at=work.now,
        opened_by=work.actor.officer_id,
    )
    work.session.add(row)
    work.session.flush()
    sheets = [
        VulnerabilitySheet(round_id=row.id, office_id=one.id, region=region)
        for one, region in zip(asked, regions, strict=True)
    ]
    work.session.add_all(sheets)
    reach.tell(work, "kerawanan_dibuka", [row, *sheets], {"round": row.id})
    for sheet in sheets:
        reminders.of_sheet(work, row, sheet)
    return row


def rounds(work: Work) -> list[VulnerabilityRound]:
    """The rounds the own office opened or is asked in, newest first."""
    asked = select(VulnerabilitySheet.round_id).where(
        VulnerabilitySheet.office_id == work.actor.office_id
    )
    return list(
        work.session.scalars(
            select(VulnerabilityRound)
            .where(
                (VulnerabilityRound.office_id == work.actor.office_id)
                | VulnerabilityRound.id.in_(asked)
            )
            .order_by(VulnerabilityRound.id.desc())
        )
    )


def sheets_of(work: Work, row: VulnerabilityRound) -> list[tuple[VulnerabilitySheet, Office]]:
    """The sheets of a round the actor may read: all for who opened it, else the own one."""
    query = (
        select(VulnerabilitySheet, Office)
        .join(Office, Office.id == VulnerabilitySheet.office_id)
        .where(VulnerabilitySheet.round_id == row.id)
        .order_by(Office.code)
    )
    if not reach.opened(work, row):
        query = query.where(VulnerabilitySheet.office_id == work.actor.office_id)
    return [(sheet, office) for sheet, office in work.session.execute(query)]


def sheet(work: Work, round_id: int, sheet_id: int) -> VulnerabilitySheet:
    """A sheet of a round that the actor may read. Raises NotFound."""
    row = reach.round_of(work, round_id)
    for one, _office in sheets_of(work, row):
        if one.id == sheet_id:
            return one
    raise NotFound("Isian itu tidak ada atau bukan isian kantor Anda.")


def answers(work: Work, sheet_id: int) -> Mapping[str, VulnerabilityAnswer]:
    """What was answered so far, by indicator."""
    rows = work.session.scalars(
        select(VulnerabilityAnswer).where(VulnerabilityAnswer.sheet_id == sheet_id)
    )
    return {one.indicator: one for one in rows}


def save(
    work: Work, round_id: int, filled: Iterable[Filled], *, send_after: bool = False
) -> VulnerabilitySheet:
    """Keep what the own office answered about some items, all of it or none; then send, if wanted.

    Raises NotFound where the office is not asked, NotPermitted, Conflict once it was sent or the
    round closed, BadInput naming `<indicator>.<field>`.
    """
    reach.write(work)
    row, mine = _own(work, round_id)
    known = reach.edition(work, row)
    told = [one for one in filled if one.indicator in known.indicators]
    check = TextChecker()
    clean = [_checked(check, known, one) for one in told]
    check.done()
    before = answers(work, mine.id)
    changed = []
    for one in clean:
        answer = before.get(one.indicator)
        if answer is None:
            if one.empty:
                continue
            answer = VulnerabilityAnswer(
                sheet_id=mine.id, office_id=mine.office_id, indicator=one.indicator
            )
            work.session.add(answer)
        elif as_told(answer) == one:
            continue
        _write(work, answer, one)
        changed.append(answer)
    if changed:
        reach.tell(work, "kerawanan_diisi", changed, {"round": row.id, "items": len(changed)})
    return send(work, round_id) if send_after else mine


def earlier(work: Work, row: VulnerabilityRound, region: str) -> Mapping[str, int]:
    """How likely a region held each item in the round before of the same office and edition."""
    answer, one = VulnerabilityAnswer, VulnerabilityRound
    last = (
        select(one.id)
        .where(one.office_id == row.office_id, one.edition == row.edition, one.id < row.id)
        .order_by(one.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = work.session.execute(
        select(answer.indicator, answer.likelihood)
        .join(VulnerabilitySheet, VulnerabilitySheet.id == answer.sheet_id)
        .where(VulnerabilitySheet.round_id == last, VulnerabilitySheet.region == region)
    )
    return {key: likelihood for key, likelihood in rows if likelihood is not None}


def missing(work: Work, row: VulnerabilityRound, sheet_id: int) -> list[str]:
    """The items of a sheet that are not answered, in the order of the edition."""
    said = {key for key, one in answers(work, sheet_id).items() if one.likelihood is not None}
    return [key for key in reach.edition(work, row).indicators if key not in said]


def send(work: Work, round_id: int) -> VulnerabilitySheet:
    """Send the own answers. Raises BadInput naming what is open, Conflict, NotFound."""
    reach.write(work)
    row, mine = _own(work, round_id)
    order = list(reach.edition(work, row).indicators)
    if open_items := missing(work, row, mine.id):
        places = ", ".join(str(order.index(one) + 1) for one in open_items)
        raise BadInput.one(
            "",
            f"Belum dijawab: butir {places}. Tidak ada jawaban bawaan; pilih 0 bila memang tidak "
            "ada tanda.",
        )
    mine.state, mine.sent_at, mine.sent_by = SheetState.SENT, work.now, work.actor.officer_id
    reach.tell(work, "kerawanan_dikirim", [mine], {"round": row.id})
    reminders.stop_sheet(work, mine)
    return mine


def ask_back(work: Work, round_id: int, sheet_id: int, question: str) -> VulnerabilitySheet:
    """Give a sheet back to its office with what is asked. Raises BadInput, Conflict, NotFound."""
    reach.lead(work)
    row, one = _reviewed(work, round_id, sheet_id, GIVEN)
    check = TextChecker()
    text = check.text("tanya", "Yang ditanyakan", question, limit=1000, required=True)
    check.done()
    one.state, one.asked = SheetState.ASKED, text
    one.reviewed_at, one.reviewed_by = work.now, work.actor.officer_id
    reach.tell(work, "kerawanan_ditanya_lagi", [one], {"round": row.id})
    reminders.of_sheet(work, row, one)
    reminders.asked_back(work, row, one)
    return one


def accept(work: Work, round_id: int, sheet_id: int) -> VulnerabilitySheet:
    """Take the answers of an office as they are. Raises Conflict, NotFound."""
    reach.lead(work)
    row, one = _reviewed(work, round_id, sheet_id, (SheetState.SENT,))
    one.state, one.asked = SheetState.ACCEPTED, ""
    one.reviewed_at, one.reviewed_by = work.now, work.actor.officer_id
    reach.tell(work, "kerawanan_diterima", [one], {"round": row.id})
    return one


def close(work: Work, round_id: int, remark: str) -> VulnerabilityRound:
    """Close a round; from then on nothing about it changes.

    Without the answers of some offices a reason is wanted. Raises BadInput, Conflict, NotFound.
    """
    reach.lead(work)
    row = _open(work, reach.opened_round(work, round_id))
    sheets = [one for one, _office in sheets_of(work, row)]
    late = [one for one in sheets if one.state not in GIVEN]
    check = TextChecker()
    text = check.text("alasan", "Alasan", remark, limit=500)
    if late and not text:
        check.refuse(
            "alasan",
            f"{len(late)} kantor belum mengirim. Tulis mengapa putaran ditutup tanpa jawabannya; "
            "wilayahnya digambar bergaris, tanpa angka.",
        )
    check.done()
    row.state, row.closed_at, row.closed_by = RoundState.CLOSED, work.now, work.actor.officer_id
    row.remark = text
    reach.tell(work, "kerawanan_ditutup", [row], {"round": row.id, "late": len(late)})
    for one in sheets:
        reminders.stop_sheet(work, one)
    return row


def _own(work: Work, round_id: int) -> tuple[VulnerabilityRound, VulnerabilitySheet]:
    row = _open(work, reach.round_of(work, round_id))
    mine = reach.own_sheet(work, row)
    if mine is None:
        raise NotFound("Kantor Anda tidak diminta mengisi putaran itu.")
    work.session.refresh(mine, with_for_update=True)
    if mine.state not in ANSWERABLE:
        raise Conflict(
            "Isian kantor Anda sudah dikirim. Bila ada yang keliru, minta kantor pembuka putaran "
            "menanyakannya kembali."
        )
    return row, mine


def _reviewed(
    work: Work, round_id: int, sheet_id: int, states: Sequence[SheetState]
) -> tuple[VulnerabilityRound, VulnerabilitySheet]:
    row = _open(work, reach.opened_round(work, round_id))
    one = sheet(work, round_id, sheet_id)
    work.session.refresh(one, with_for_update=True)
    if one.state not in states:
        raise Conflict("Isian itu belum dikirim atau sudah diperiksa. Muat ulang halamannya.")
    return row, one


def _open(work: Work, row: VulnerabilityRound) -> VulnerabilityRound:
    work.session.refresh(row, with_for_update=True)
    if row.state is not RoundState.OPEN:
        raise Conflict("Putaran itu sudah ditutup: jawabannya tidak berubah lagi.")
    return row


def _checked(check: TextChecker, known: IndexEdition, one: Filled) -> Filled:
    at = one.indicator
    reason = check.text(f"{at}.alasan", "Alasan", one.reason, limit=1000)
    proof = check.text(f"{at}.bukti", "Bukti", one.proof, limit=300)
    proposal = check.text(f"{at}.usul", "Usul pencegahan", one.proposal, limit=300)
    if not 0 <= one.times <= MOST_TIMES:
        check.refuse(f"{at}.jumlah", f"Jumlah kejadian dari 0 sampai {MOST_TIMES}.")
    levels = {step.id for step in known.levels}
    if one.times and one.level not in levels:
        check.refuse(f"{at}.tingkat", "Pilih tingkat kejadiannya.")
    likely = one.likelihood
    if likely is not None and likely not in {step.id for step in known.likelihoods}:
        check.refuse(f"{at}.mungkin", "Pilih salah satu kemungkinan.")
    if likely and not reason:
        check.refuse(f"{at}.alasan", "Tulis alasannya, satu atau dua kalimat.")
    if one.prevention and one.prevention not in set(PreventionForm):
        check.refuse(f"{at}.bentuk", "Pilih salah satu dari tujuh bentuk pencegahan.")
    if known.warns(likely) and not one.prevention:
        check.refuse(
            f"{at}.bentuk", "Kemungkinan ini menjadi peringatan: pilih bentuk pencegahannya."
        )
    return Filled(
        at, one.times, one.level if one.times else None, likely, reason, proof,
        one.prevention, proposal, one.chosen,
    )  # fmt: skip


def as_told(row: VulnerabilityAnswer) -> Filled:
    """An answer as it was told."""
    return Filled(
        row.indicator, row.times, row.level, row.likelihood, row.reason, row.proof,
        row.prevention or "", row.proposal, row.chosen,
    )  # fmt: skip


def _write(work: Work, row: VulnerabilityAnswer, one: Filled) -> None:
    row.times, row.level, row.likelihood = one.times, one.level, one.likelihood
    row.reason, row.proof, row.proposal = one.reason, one.proof, one.proposal
    row.prevention = PreventionForm(one.prevention) if one.prevention else None
    row.chosen = one.chosen
    row.answered_at, row.answered_by = work.now, work.actor.officer_id
