"""The reporter completes the report, or the term to do so lapses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from casework.engine.deadline import is_late
from casework.errors import BadInput
from casework.models import Case, Completion, Finding
from casework.models.deadline import DeadlineState
from casework.services.acts import acts
from casework.services.acts.registry import act
from casework.services.cases import evidence, facts
from casework.services.cases.evidence import Upload
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.deadlines import deadlines
from casework.services.documents import papers


@act("terima_kelengkapan")
def receive(
    work: Work,
    case_id: int,
    version: int,
    received_at: datetime,
    description: str,
    uploads: Sequence[Upload] = (),
) -> Completion:
    """Record what the reporter brought and when (`terima_kelengkapan`).

    A late completion is recorded and flagged, not refused: the pleno decides. Requirements met
    before stay met in the second round; the others are judged again.
    """
    step = acts.begin(work, case_id, "terima_kelengkapan", version)
    check = TextChecker()
    text = check.text("uraian", "Uraian kelengkapan", description, limit=4000, required=True)
    if received_at > work.now:
        check.refuse("waktu", "Waktu terima kelengkapan tidak boleh di masa depan.")
    elif received_at < step.case.received_at:
        check.refuse("waktu", "Waktu terima kelengkapan tidak boleh sebelum laporan diterima.")
    check.done()
    limits = deadlines.open_rows(work, step.case, "perbaikan")
    late = any(is_late(row.due_at, received_at) for row in limits)
    row = Completion(case_id=step.case.id, received_at=received_at, description=text, late=late)
    work.session.add(row)
    brought = [
        evidence.attach(work, step.case, upload, note="kelengkapan").id for upload in uploads
    ]
    work.session.flush()
    drawn = papers.plan_for_act(
        work, step.case, step.act, {"completion_id": row.id, "evidence": brought}
    )
    carried = _carry_over(work, step.case)
    acts.finish(
        work,
        step,
        at={"kelengkapan_diterima": received_at},
        met_at=received_at,
        detail={"late": late},
        touched=[*carried, *drawn],
    )
    return row


@act("nyatakan_gugur")
def lapse(work: Work, case_id: int, version: int) -> Case:
    """Declare that the term to complete has passed unused (`nyatakan_gugur`).

    The limit stays what it is, expired; also when the sweep has not recorded it yet.
    """
    step = acts.begin(work, case_id, "nyatakan_gugur", version)
    rows = deadlines.open_rows(work, step.case, "perbaikan")
    if not rows:
        raise BadInput.one("tenggat", "Tidak ada batas perbaikan yang lewat pada perkara ini.")
    for row in rows:
        row.state = DeadlineState.EXPIRED
    acts.finish(work, step, at={"dinyatakan_gugur": work.now}, touched=rows)
    return step.case


def received_at(work: Work, case: Case) -> datetime | None:
    """When the reporter completed the report; None when that did not happen."""
    return facts.times(work, case).get("kelengkapan_diterima")


def awaited(work: Work, case: Case) -> bool:
    """Does the case wait for the completion, or was it received? Else no term to complete runs.

    A letter may arrive, or its proof come back, after the report was withdrawn or stopped.
    """
    stage = work.law.edition(case.edition, case.revision).stages[case.stage]
    return "perbaikan" in stage.limits or received_at(work, case) is not None


def judge(work: Work, case: Case) -> None:
    """Say anew whether the completion was late, after its limit or its hour became known."""
    row = work.session.scalar(
        select(Completion).where(Completion.case_id == case.id).order_by(Completion.id.desc())
    )
    if row is not None:
        row.received_at = received_at(work, case) or row.received_at
        row.late = DeadlineState.LATE_MET in deadlines.states(work, case, "perbaikan")


def _carry_over(work: Work, case: Case) -> list[Finding]:
    first = work.session.scalars(
        select(Finding).where(Finding.case_id == case.id, Finding.round == 1, Finding.met)
    )
    rows = [
        Finding(
            case_id=case.id,
            round=2,
            requirement=finding.requirement,
            met=True,
            reason=finding.reason,
            judged_at=finding.judged_at,
            judged_by=finding.judged_by,
            suggestion=finding.suggestion,
            known_facts=finding.known_facts,
        )
        for finding in first
    ]
    work.session.add_all(rows)
    return rows
