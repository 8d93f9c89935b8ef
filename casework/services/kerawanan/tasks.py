"""From warning to task to done: one of the seven forms, whose, by when, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from casework.engine.kerawanan import PreventionForm
from casework.engine.words import long_date
from casework.errors import BadInput, Conflict, NotFound
from casework.models import (
    Office,
    Officer,
    PreventionTask,
    VulnerabilityAnswer,
    VulnerabilityRound,
    VulnerabilitySheet,
)
from casework.models.kerawanan import TaskState
from casework.ports import Sheet, StoredFile
from casework.services.cases import evidence
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.kerawanan import reach, reminders
from casework.services.kerawanan.rounds import GIVEN
from casework.services.people import officers

FORMS = {
    PreventionForm.IDENTIFYING: "Identifikasi kerawanan",
    PreventionForm.EDUCATION: "Pendidikan",
    PreventionForm.COOPERATION: "Kerja sama",
    PreventionForm.PARTICIPATION: "Partisipasi masyarakat",
    PreventionForm.APPEAL: "Imbauan atau naskah dinas",
    PreventionForm.PUBLICATION: "Publikasi",
    PreventionForm.OTHER: "Kegiatan lainnya",
}
"""The seven forms as Form Pencegahan names them."""
COLUMNS = (
    "Pelaksana", "Wilayah", "Bentuk pencegahan", "Kegiatan", "Tanggal", "Tempat", "Mitra",
    "Uraian singkat", "Penanggung jawab", "Indikator", "Bukti",
)  # fmt: skip
"""The columns of a row of Form Cegah: executor, what, when, where, with whom, what came of it."""


@dataclass(frozen=True)
class NewTask:
    """A task as it is planned; `owner` is an officer of the own office."""

    form: str
    what: str
    due_on: date
    owner: int
    partner: str = ""


@dataclass(frozen=True)
class Warned:
    """An item that needs a task: a warning, or one that was chosen; with those it has."""

    answer: VulnerabilityAnswer
    sheet: VulnerabilitySheet
    tasks: tuple[PreventionTask, ...]

    @property
    def open(self) -> bool:
        """Is nothing planned for it?"""
        return not any(one.state is not TaskState.DROPPED for one in self.tasks)


@dataclass(frozen=True)
class Measure:
    """How many warnings have a task, and how many of the tasks that were due were done in time."""

    warnings: int
    with_task: int
    due: int
    in_time: int


def warnings(work: Work, row: VulnerabilityRound) -> list[Warned]:
    """The warnings of the answers that were given, those without a task first.

    Of all offices for who opened the round, of the own office for the others.
    """
    edition = reach.edition(work, row)
    query = (
        select(VulnerabilityAnswer, VulnerabilitySheet)
        .join(VulnerabilitySheet, VulnerabilitySheet.id == VulnerabilityAnswer.sheet_id)
        .where(VulnerabilitySheet.round_id == row.id, VulnerabilitySheet.state.in_(GIVEN))
    )
    if not reach.opened(work, row):
        query = query.where(VulnerabilitySheet.office_id == work.actor.office_id)
    told = [
        (answer, sheet)
        for answer, sheet in work.session.execute(query)
        if answer.chosen or edition.warns(answer.likelihood)
    ]
    planned: dict[int | None, list[PreventionTask]] = {}
    for task in work.session.scalars(
        select(PreventionTask)
        .where(PreventionTask.answer_id.in_([answer.id for answer, _sheet in told]))
        .order_by(PreventionTask.id)
    ):
        planned.setdefault(task.answer_id, []).append(task)
    order = {key: place for place, key in enumerate(edition.indicators)}
    found = [Warned(answer, sheet, tuple(planned.get(answer.id, ()))) for answer, sheet in told]
    return sorted(
        found,
        key=lambda one: (not one.open, order[one.answer.indicator], one.sheet.office_id),
    )


def tasks(work: Work) -> list[PreventionTask]:
    """The tasks of the own office and of those below it: running ones first, by day."""
    inside = [one.id for one in reach.below(work, work.actor.office_id)]
    rows = work.session.scalars(select(PreventionTask).where(PreventionTask.office_id.in_(inside)))
    return sorted(rows, key=lambda one: (one.state is not TaskState.OPEN, one.due_on, one.id))


def task(work: Work, task_id: int) -> PreventionTask:
    """A task of the own office or of one below it. Raises NotFound."""
    row = work.session.get(PreventionTask, task_id)
    inside = {one.id for one in reach.below(work, work.actor.office_id)}
    if row is None or row.office_id not in inside:
        raise NotFound("Tugas itu tidak ada atau bukan tugas kantor Anda.")
    return row


def own_task(work: Work, task_id: int) -> PreventionTask:
    """A task of the own office, which alone ends it. Raises NotPermitted or NotFound."""
    reach.write(work)
    row = task(work, task_id)
    if row.office_id != work.actor.office_id:
        raise NotFound("Tugas itu milik kantor lain; kantor itu yang mencatat hasilnya.")
    return row


def owners(work: Work) -> list[Officer]:
    """Officers of the own office who may have a task."""
    return officers.holders(
        work.session, work.actor.office_id, tuple(sorted(reach.WRITERS)), reach.today(work)
    )


def plan(work: Work, round_id: int, answer_id: int, new: NewTask) -> PreventionTask:
    """Plan a task for an item of a round; its owner is reminded.

    An office plans for its own region, who opened the round for any. Raises NotPermitted,
    NotFound, or BadInput naming each field.
    """
    reach.write(work)
    row = reach.round_of(work, round_id)
    found = work.session.get(VulnerabilityAnswer, answer_id)
    sheet = work.session.get(VulnerabilitySheet, found.sheet_id) if found else None
    mine = sheet is not None and (
        reach.opened(work, row) or sheet.office_id == work.actor.office_id
    )
    if found is None or sheet is None or sheet.round_id != row.id or not mine:
        raise NotFound("Butir itu tidak ada pada putaran ini.")
    check = TextChecker()
    what = check.text("kegiatan", "Kegiatan", new.what, limit=300, required=True)
    partner = check.text("mitra", "Mitra", new.partner, limit=200)
    if new.form not in set(PreventionForm):
        check.refuse("bentuk", "Pilih salah satu dari tujuh bentuk pencegahan.")
    if new.due_on < reach.today(work):
        check.refuse("sampai", "Tanggal itu sudah lewat. Pilih hari ini atau sesudahnya.")
    if new.owner not in {one.id for one in owners(work)}:
        check.refuse("pemilik", "Pilih petugas kantor Anda.")
    check.done()
    made = PreventionTask(
        office_id=work.actor.office_id,
        answer_id=found.id,
        edition=row.edition,
        indicator=found.indicator,
        region=sheet.region,
        form=PreventionForm(new.form),
        what=what,
        owner_id=new.owner,
        partner=partner,
        due_on=new.due_on,
        made_at=work.now,
        made_by=work.actor.officer_id,
    )
    work.session.add(made)
    reach.tell(work, "pencegahan_direncanakan", [made])
    reminders.of_task(work, made)
    return made


def finish(
    work: Work,
    task_id: int,
    done_on: date,
    place: str,
    result: str,
    file: StoredFile | None = None,
    media_type: str = "",
) -> PreventionTask:
    """Record that a task was done: when, where, what came of it, and the file that shows it.

    Raises NotPermitted, NotFound, Conflict, or BadInput naming each field.
    """
    row = _running(work, task_id)
    check = TextChecker()
    where = check.text("tempat", "Tempat", place, limit=200, required=True)
    text = check.text("hasil", "Hasil", result, limit=2000, required=True)
    made_on = reach.today(work, row.office_id)
    if done_on > made_on:
        check.refuse("tanggal", "Tanggal pelaksanaan tidak boleh di depan.")
    check.done()
    if file is not None:
        blob = evidence.blob_of(work, file, media_type)
        work.session.flush()
        row.document_id = blob.id
    row.state, row.done_on, row.place, row.result = TaskState.DONE, done_on, where, text
    row.ended_at, row.ended_by = work.now, work.actor.officer_id
    reach.tell(work, "pencegahan_selesai", [row])
    reminders.stop_task(work, row)
    return row


def drop(work: Work, task_id: int, reason: str) -> PreventionTask:
    """Call a task off; its warning is open again.

    Raises NotPermitted, NotFound, Conflict, or BadInput ("alasan").
    """
    row = _running(work, task_id)
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    check.done()
    row.state, row.result = TaskState.DROPPED, text
    row.ended_at, row.ended_by = work.now, work.actor.officer_id
    reach.tell(work, "pencegahan_dibatalkan", [row])
    reminders.stop_task(work, row)
    return row


def measured(work: Work, warned: list[Warned]) -> Measure:
    """What became of the warnings of a round until today."""
    day = reach.today(work)
    made = [task for one in warned for task in one.tasks if task.state is not TaskState.DROPPED]
    due = [one for one in made if one.state is TaskState.DONE or one.due_on < day]
    return Measure(
        len(warned),
        sum(1 for one in warned if not one.open),
        len(due),
        sum(1 for one in due if one.done_on is not None and one.done_on <= one.due_on),
    )


def form_cegah(work: Work) -> Sheet:
    """The tasks that were done, as rows of Form Cegah. Raises BadInput where there are none."""
    done = [one for one in tasks(work) if one.state is TaskState.DONE]
    if not done:
        raise BadInput.one("", "Belum ada tugas pencegahan yang selesai, jadi belum ada barisnya.")
    named = {
        one.id: one for one in work.session.scalars(
            select(Office).where(Office.id.in_({one.office_id for one in done}))
        )
    }  # fmt: skip
    people = {
        one.id: one.name for one in work.session.scalars(
            select(Officer).where(Officer.id.in_({one.owner_id for one in done}))
        )
    }  # fmt: skip
    rows = tuple(
        (
            named[one.office_id].name,
            work.law.region(one.region).name,
            FORMS[one.form],
            one.what,
            long_date(one.done_on or one.due_on),
            one.place,
            one.partner,
            one.result,
            people.get(one.owner_id or 0, ""),
            _indicator(work, one),
            "ada" if one.document_id else "",
        )
        for one in sorted(done, key=lambda one: (one.done_on or one.due_on, one.id))
    )
    return Sheet(
        title="Form Cegah",
        under=f"{len(rows)} kegiatan pencegahan · {long_date(reach.today(work))}",
        columns=tuple((name, 28) for name in COLUMNS),
        rows=rows,
    )


def _indicator(work: Work, row: PreventionTask) -> str:
    found = work.law.kerawanan.edition(row.edition).indicators.get(row.indicator)
    return f"{row.indicator} {found.title}" if found else row.indicator


def _running(work: Work, task_id: int) -> PreventionTask:
    row = own_task(work, task_id)
    work.session.refresh(row, with_for_update=True)
    if row.state is not TaskState.OPEN:
        raise Conflict("Tugas itu sudah selesai atau dibatalkan.")
    return row
