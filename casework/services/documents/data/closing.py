"""Builds the report at the end of a case, from the record of its acts; pseudonyms only."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from casework.engine.categories import VIOLATION_CLASSES
from casework.engine.deadline import is_late
from casework.engine.papers import LaporanAkhir
from casework.engine.papers.closing import ClosedOutcome, DoneAct, KeptLimit
from casework.engine.papers.parts import Signatory
from casework.engine.roles import TITLES
from casework.models import Deadline, Event, Fact, Outcome, Party, Referral, ReferralItem
from casework.models.case import CaseKind
from casework.models.deadline import DeadlineState
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
        respondents=people.respondents(source),
        acts=_acts(source),
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


def _acts(source: Source) -> tuple[DoneAct, ...]:
    """The acts of the law, not what the product did by itself."""
    rows = source.work.session.scalars(
        select(Event).where(Event.case_id == source.case.id).order_by(Event.id)
    )
    acts = source.edition.acts
    return tuple(
        DoneAct(
            when=wording.day_and_hour(row.at, source.zone),
            what=acts[row.action].title,
            who=TITLES.get(row.role, row.role).capitalize(),
        )
        for row in rows
        if row.action in acts
    )


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
            citation=row.citation,
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
    return tuple(
        ClosedOutcome(
            respondent=party.label,
            outcome=VIOLATION_CLASSES[outcome.violation_class],
            article=article_text(source, outcome.article) if outcome.article else "",
            followed=tuple(followed.get(outcome.id, ())),
        )
        for outcome, party in rows
    )


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
