"""Receiving a report at the desk: recorded whole or not at all, flagged, never refused as late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError

from casework.engine import chain, lifecycle
from casework.engine.intake import intake_open
from casework.engine.lifecycle import Act
from casework.errors import Conflict, NotPermitted
from casework.models import Case, Deadline, Document, Office
from casework.models.case import CaseKind
from casework.services.acts import parties
from casework.services.acts.parties import Respondent as Respondent
from casework.services.acts.registration import intake_check
from casework.services.cases import evidence, facts
from casework.services.cases.evidence import Upload
from casework.services.cases.record import audit
from casework.services.cases.record.identity import Person
from casework.services.core import numbers, outbox
from casework.services.core.work import Work
from casework.services.deadlines import deadlines
from casework.services.documents import papers
from casework.services.people import exclusions, notices


@dataclass(frozen=True)
class Intake:
    """A report as told at the desk; dates are the office's local dates.

    `key` is the hidden identifier of the form: the same key and content is the same report.
    """

    key: str
    election: str
    reporter: Person
    reporter_kind: str
    respondents: tuple[Respondent, ...]
    event_what: str
    event_place: str
    event_date: date | None
    known_date: date | None
    account: str
    title: str = ""
    witnesses: tuple[Person, ...] = ()
    evidence: tuple[Upload, ...] = ()
    suspects_crime: bool = False
    late_reason: str = ""
    kind: str = CaseKind.REPORT
    regime: str = "pemilihan"
    played: bool = False


def receive(work: Work, intake: Intake) -> Case:
    """Record a report, take its receipt number and start the kajian awal (`terima_laporan`).

    Gives the case that exists already when the same form is sent twice. Raises NotPermitted,
    Conflict (same form, other content) or BadInput naming every field.
    """
    if twin := _sent_before(work, intake):
        return twin
    office = work.session.get_one(Office, work.actor.office_id)
    zone = ZoneInfo(office.zone)
    today = work.now.astimezone(zone).date()
    sent, mark = intake, _mark(work, intake)
    intake, event_date, known_date = intake_check.checked(work, intake, today)
    edition = work.law.edition_on(intake.regime, today)
    edition.check_takes_cases()
    answer = lifecycle.answer(edition, "terima_laporan", "penyampaian", {}, work.actor.roles)
    if not answer.allowed:
        raise NotPermitted("Laporan diterima oleh petugas penerima (intake_officer).")
    case = Case(
        office_id=office.id,
        submission_key=intake.key,
        submission_hash=mark,
        election=intake.election,
        kind=intake.kind,
        regime=intake.regime,
        edition=edition.id,
        revision=edition.revision,
        stage=answer.act.to_stage or "",
        version=1,
        title=intake.title or intake.event_what[:200],
        event_what=intake.event_what,
        event_place=intake.event_place,
        event_date=event_date,
        known_date=known_date,
        account=intake.account,
        suspects_crime=intake.suspects_crime,
        received_at=work.now,
        received_by=work.actor.officer_id,
        played=intake.played,
        late_reason=intake.late_reason,
    )
    case.office = office
    try:
        with work.session.begin_nested():
            work.session.add(case)
    except IntegrityError:
        # The same form came twice at once, and the other one was faster.
        if twin := _sent_before(work, sent):
            return twin
        raise
    number = numbers.take_receipt(work, case)
    case.receipt_number = number.text
    people = parties.add(
        work, case, intake.respondents, intake.witnesses, (intake.reporter, intake.reporter_kind)
    )
    for upload in intake.evidence:
        evidence.attach(work, case, upload)
    known = datetime.combine(known_date, time(), zone)
    times = {"diketahui": known, "laporan_diterima": work.now}
    known_facts = facts.put(work, case, times)
    limits = _limits(work, case, answer.act, times)
    documents = _papers(work, case)
    event = audit.record(
        work,
        "terima_laporan",
        case=case,
        role="intake_officer",
        citation=answer.act.basis.citation,
        detail={
            "number": number.text,
            "from": edition.start_stage.id,
            "to": case.stage,
            "version": case.version,
            "desk": desk_hours(work, case),
        },
        touched=[case, number, *people, *known_facts, *limits, *documents],
    )
    notices.announce(work, case, event, answer.act.flow)
    outbox.put(
        work,
        key=f"{case.id}:same-event",
        kind="same_event",
        flow="registration",
        case_id=case.id,
        payload={"case_id": case.id},
    )
    exclusions.review(work, case)
    return case


def desk_hours(work: Work, case: Case) -> dict[str, object]:
    """Was the desk open when the report came in? Recorded, never a reason to refuse.

    Empty for an office whose hours the rules do not hold.
    """
    if case.office.code not in work.law.offices:
        return {}
    desk = intake_open(work.law, case.office.code, case.received_at, case.edition)
    return {"open": desk.open, "why": desk.why, "mark": desk.basis.mark.value if desk.basis else ""}


def _limits(work: Work, case: Case, act: Act, times: Mapping[str, datetime]) -> list[Deadline]:
    # The term for reporting ran before the case existed: it is judged at once and kept.
    term = deadlines.open_limit(work, case, "penyampaian_laporan", times)
    rows = [term] if term else []
    deadlines.meet(work, case, "penyampaian_laporan", work.now)
    for opening in act.opens:
        opened = deadlines.open_limit(work, case, opening.rule, times)
        rows += [opened] if opened else []
    return rows


def _papers(work: Work, case: Case) -> list[Document]:
    return [
        papers.plan(work, case, kind, flow="registration", number=case.receipt_number)
        for kind in ("formulir_laporan", "tanda_bukti")
    ]


def told(intake: Intake) -> bytes:
    """Everything a form says, as it was sent: what makes it the same form."""
    body = asdict(replace(intake, key="", evidence=()))
    if not intake.late_reason:
        # Came later: a form without it is the form it was.
        del body["late_reason"]
    files = [(one.file.sha256, one.name, one.description) for one in intake.evidence]
    return chain.canonical({**body, "evidence": files})


def _mark(work: Work, intake: Intake) -> str:
    # Keyed: everything but the reporter can be read elsewhere, so names could be tried.
    return work.vault.mark(told(intake), "submission")


_TWIN = select(Case).where(Case.submission_key == bindparam("key"))


def _sent_before(work: Work, intake: Intake) -> Case | None:
    twin = work.session.scalar(_TWIN, {"key": intake.key})
    if twin is None:
        return None
    same = twin.office_id == work.actor.office_id and twin.submission_hash == _mark(work, intake)
    if not same:
        raise Conflict(
            "Formulir ini sudah pernah dikirim dengan isi yang berbeda. Buka formulir baru untuk "
            "laporan lain, atau perbaiki laporan yang sudah tercatat.",
            (twin.receipt_number,),
        )
    return twin
