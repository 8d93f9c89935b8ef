"""The register of reports and findings, with those that came from another office or went there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from casework.models import Case, Office, Transfer, TransferStep
from casework.models.case import CaseKind
from casework.models.transfer import Passage
from casework.services.cases import access, known, transfers
from casework.services.core.work import Work
from casework.services.documents.registers import Wanted, of_offices, offices


@dataclass(frozen=True)
class Report:
    """One line of the register of reports and findings; `note` tells of a transfer.

    Of a case that is not `legible` to the actor the line says no more than the book it came into:
    title and place are empty, and its stage is that another office handles it.
    """

    kind: CaseKind
    receipt_number: str
    received_at: datetime
    registration_number: str
    title: str
    place: str
    stage: str
    stage_title: str
    edition: str
    office: str
    zone: str
    note: str = ""
    legible: bool = True


ELSEWHERE = "ditangani kantor lain"


def reports(work: Work, wanted: Wanted) -> Iterator[Report]:
    """The reports and findings received in a year, in the order they came.

    A case that went to another office stays in the book it came into, and stands in the
    receiver's under the day it arrived there, with its number of origin. The books count every
    case, also one the actor may no longer read.
    """
    rows = [*_begun(work, wanted), *_passed(work, wanted)]
    moved = select(Case.id).where(Case.id.in_(transfers.arrived()), access.legible(work))
    seen = set(work.session.scalars(moved))
    for case, office, at, note in sorted(rows, key=lambda one: (one[1].code, one[2], one[0].id)):
        if at.astimezone(ZoneInfo(office.zone)).year != wanted.year:
            continue
        stages = work.law.edition(case.edition, case.revision).stages
        # Those that never moved are in the book because they are visible.
        legible = not note or case.id in seen
        then = known.of(work, case) if note and legible else None
        stage = case.stage if then is None else then.stage
        registration = case.registration_number if then is None else then.registration
        yield Report(
            kind=case.kind,
            receipt_number=case.receipt_number,
            received_at=at,
            registration_number=registration if legible else "",
            title=case.title if legible else "",
            place=case.event_place if legible else "",
            stage=stage if legible else "",
            stage_title=stages[stage].title if legible and stage else ELSEWHERE,
            edition=f"{case.edition}@{case.revision}",
            office=office.name,
            zone=office.zone,
            note=note,
            legible=legible,
        )


_Line = tuple[Case, Office, datetime, str]


def _begun(work: Work, wanted: Wanted) -> Iterator[_Line]:
    """What an office received itself and still has."""
    rows = work.session.execute(
        select(Case, Office)
        .join(Office, Office.id == Case.office_id)
        .where(
            access.visible(work),
            Case.id.not_in(transfers.arrived()),
            *_within(Case.received_at, wanted),
            *of_offices(work, wanted),
        )
    )
    for case, office in rows:
        yield case, office, case.received_at, ""


def _passed(work: Work, wanted: Wanted) -> Iterator[_Line]:
    """What an office received and gave away, and what it received from another one.

    One line an office, under the day the case first came there, however often it came back.
    """
    names = {one.id: one for one in work.session.scalars(select(Office))}
    allowed = {one.id for one in offices(work) if wanted.office in ("", one.code)}
    rows = work.session.execute(
        select(Case, Transfer, TransferStep)
        .join(Transfer, Transfer.case_id == Case.id)
        .join(TransferStep, TransferStep.transfer_id == Transfer.id)
        .where(TransferStep.step == Passage.RECEIVED, *access.not_kept_away(work))
        .order_by(Transfer.id)
    )
    when = transfers.Days(work)
    lines: dict[tuple[int, int], tuple[Case, Office, datetime, list[str]]] = {}
    for case, transfer, step in rows:
        sender, receiver = names[transfer.from_office_id], names[transfer.to_office_id]
        for office, at, note in (
            # Where it is sent from without having come there, it began.
            (sender, case.received_at, f"{transfer.kind} ke {receiver.name}"),
            (receiver, when.of(case.id, step), f"{transfer.kind} dari {sender.name}"),
        ):
            lines.setdefault((case.id, office.id), (case, office, at, []))[3].append(note)
    for case, office, at, notes in lines.values():
        if office.id in allowed:
            yield case, office, at, "; ".join(notes)


def _within(
    column: InstrumentedAttribute[datetime], wanted: Wanted
) -> tuple[ColumnElement[bool], ...]:
    # A day more on both sides: the year is that of the office's own clock.
    return (
        column >= datetime(wanted.year, 1, 1, tzinfo=UTC) - timedelta(days=1),
        column < datetime(wanted.year + 1, 1, 1, tzinfo=UTC) + timedelta(days=1),
    )
