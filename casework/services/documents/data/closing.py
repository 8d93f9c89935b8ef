"""Builds the report at the end of a case, from the record of its acts; pseudonyms only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine.basis import Basis, Mark
from casework.engine.categories import VIOLATION_CLASSES
from casework.engine.deadline import is_late
from casework.engine.meeting import alike
from casework.engine.papers import LaporanAkhir
from casework.engine.papers.closing import ClosedOutcome, DoneDay, DoneKind, DoneStage, KeptLimit
from casework.engine.papers.parts import Signatory
from casework.engine.roles import TITLES
from casework.engine.spelling import date_in_words
from casework.models import (
    ClarificationSession,
    Deadline,
    Event,
    Fact,
    Outcome,
    Party,
    Referral,
    ReferralItem,
)
from casework.models.case import CaseKind
from casework.models.deadline import DeadlineState
from casework.models.handling import SessionState
from casework.models.referral import ITEM_STATES, ItemState
from casework.services.documents.data import people, wording
from casework.services.documents.data.review import article_text
from casework.services.documents.data.source import Source
from casework.services.law import derivation

_KINDS = {
    CaseKind.REPORT: "Laporan",
    CaseKind.FINDING: "Temuan",
    CaseKind.INFORMATION: "Informasi awal",
}
_KEPT = {
    DeadlineState.OPEN: "Berjalan",
    DeadlineState.PAUSED: "Dihentikan sementara",
    DeadlineState.MET: "Terpenuhi",
    DeadlineState.LATE_MET: "Terpenuhi sesudah lewat",
    DeadlineState.EXPIRED: "Lewat waktu",
}
_ENDED_WITH_IT = "Berakhir bersama perkara sebelum jatuh tempo"
_STOPPED = "penanganan_dihentikan"


def laporan_akhir(source: Source) -> LaporanAkhir:
    """Everything that was done, within which limits, and what came of it."""
    case = source.case
    author = source.holder("coordinator")
    return LaporanAkhir(
        **source.common(),
        case_number=case.number,
        report_number=case.receipt_number,
        kind=_KINDS[case.kind],
        matter=source.matter,
        reporter=people.reporter_label(source),
        event=source.event(),
        stage_reason=source.case.stage_reason or "",
        respondents=people.respondents(source),
        stages=_stages(source),
        heard=_heard(source),
        limits=_limits(source),
        outcomes=_outcomes(source),
        closing=_closing(source),
        place=source.office.city,
        date=source.date,
        author=Signatory(
            position=(author.position if author else "") or "Koordinator Divisi",
            name=author.name if author else "",
        ),
        approver=source.chair(),
    )


def _stages(source: Source) -> tuple[DoneStage, ...]:
    """The acts of the law, not what the product did by itself, by stage, day and kind."""
    acts, stages = source.edition.acts, source.edition.stages
    rows = source.work.session.scalars(
        select(Event).where(Event.case_id == source.case.id).order_by(Event.id)
    )
    done = [row for row in rows if row.action in acts]
    return tuple(
        DoneStage(
            title=stages[stage].title if stage in stages else "",
            days=tuple(
                DoneDay(day=date_in_words(day), done=_kinds(source, list(of_day)))
                for day, of_day in groupby(of_stage, lambda row: _day(source, row))
            ),
        )
        for stage, of_stage in groupby(done, lambda row: str(row.detail.get("from", "")))
    )


def _day(source: Source, row: Event) -> date:
    return row.at.astimezone(ZoneInfo(source.zone)).date()


def _kinds(source: Source, rows: Sequence[Event]) -> tuple[DoneKind, ...]:
    counted = Counter((row.action, row.role) for row in rows)  # in the order they came
    return tuple(
        DoneKind(
            act=action,
            what=source.edition.acts[action].title,
            who=TITLES.get(role, role),
            times=times,
        )
        for (action, role), times in counted.items()
    )


def _heard(source: Source) -> str:
    """How many of those who were called came."""
    states = source.work.session.scalars(
        select(ClarificationSession.state).where(
            ClarificationSession.case_id == source.case.id,
            ClarificationSession.state.in_((SessionState.HELD, SessionState.ABSENT)),
        )
    ).all()
    if not states:
        return ""
    held, absent = states.count(SessionState.HELD), states.count(SessionState.ABSENT)
    missing = f" dan {wording.counted(absent, 'sesi')} tidak dihadiri" if absent else ""
    return f"Klarifikasi: {wording.counted(held, 'sesi')} dilaksanakan{missing}."


def _limits(source: Source) -> tuple[KeptLimit, ...]:
    """Every deadline that was to be kept: also those which the end of the case closed.

    One that was replaced, or that nobody had to keep any more, is no part of the report.
    """
    rows = source.work.session.scalars(
        select(Deadline)
        .where(Deadline.case_id == source.case.id)
        .order_by(Deadline.due_at, Deadline.id)
    )
    ended = _ended(source)
    return tuple(
        KeptLimit(
            title=row.title,
            due=wording.iso_day_and_hour(row.due, source.zone),
            result=_result(source, row),
            citation=source.cited(Basis(row.citation, "", Mark(row.verification), "")),
        )
        for row in rows
        if row.state != DeadlineState.SUPERSEDED or (ended is not None and row.closed_at == ended)
    )


def _ended(source: Source) -> datetime | None:
    """When an act last brought the case to an end, which closed what was still running."""
    stages = source.edition.stages
    ends = [
        row.at
        for row in source.work.session.scalars(select(Event).where(Event.case_id == source.case.id))
        if row.detail.get("to") in stages
        and stages[row.detail["to"]].final
        and row.detail.get("from") != row.detail["to"]
    ]
    return max(ends, default=None)


def _result(source: Source, row: Deadline) -> str:
    if row.state != DeadlineState.SUPERSEDED:
        return _KEPT[row.state]
    work, case, due = source.work, source.case, row.due_at
    ran_out = row.closed_at is not None and is_late(due, row.closed_at)
    rule = derivation.rule_of(work, case, row.rule, row.office_id)
    if ran_out and not derivation.stands_still(work, case, rule, due):
        return _KEPT[DeadlineState.EXPIRED]
    return _ENDED_WITH_IT


def _outcomes(source: Source) -> tuple[ClosedOutcome, ...]:
    session = source.work.session
    followed: dict[int, list[str]] = {}
    for outcome_id, addressee, state in session.execute(
        select(ReferralItem.outcome_id, Referral.addressee, ReferralItem.state)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(Referral.case_id == source.case.id, ReferralItem.state != ItemState.VOID)
        .order_by(Referral.id)
    ):
        followed.setdefault(outcome_id, []).append(f"{addressee}: {ITEM_STATES[state]}")
    rows = session.execute(
        select(Outcome, Party)
        .join(Party, Party.id == Outcome.party_id)
        .where(Outcome.case_id == source.case.id)
        .order_by(Party.role.desc(), Party.ordinal, Outcome.number)
    )
    told = alike(
        (
            party.label,
            (
                VIOLATION_CLASSES[outcome.violation_class],
                article_text(source, outcome.article) if outcome.article else "",
                *followed.get(outcome.id, ()),
            ),
        )
        for outcome, party in rows
    )
    return tuple(
        ClosedOutcome(
            respondent=_together(names), outcome=kind, article=article, followed=tuple(steps)
        )
        for (kind, article, *steps), names in told
    )


def _together(names: Sequence[str]) -> str:
    """One name, or how many there are and who."""
    if len(names) == 1:
        return names[0]
    return f"{wording.counted(len(names), 'terlapor')}: {'; '.join(names)}"


def _closing(source: Source) -> str:
    moment = source.document.dated or source.document.created_at
    ended = f"Penanganan perkara ini berakhir pada {wording.day(moment, source.zone)}."
    reason = source.work.session.scalar(
        select(Fact.reason)
        .where(Fact.case_id == source.case.id, Fact.name == _STOPPED)
        .order_by(Fact.id.desc())
        .limit(1)
    )
    return f"{ended}\nAlasan penghentian: {reason}" if reason else ended
