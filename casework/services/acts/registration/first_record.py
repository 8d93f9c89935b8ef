"""How a case begins without a report: what the office learned is recorded whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from casework.engine import chain
from casework.engine.edition import Edition
from casework.engine.lifecycle import Act, Answer
from casework.errors import BadInput, Conflict, NotPermitted
from casework.models import Base, Case, Deadline, Office
from casework.services.acts import parties
from casework.services.acts.parties import Respondent
from casework.services.acts.registration import intake_check
from casework.services.cases import evidence, facts
from casework.services.cases.evidence import Upload
from casework.services.cases.record import audit
from casework.services.cases.record.identity import Person
from casework.services.core import outbox
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.deadlines import deadlines
from casework.services.documents import papers
from casework.services.people import exclusions, notices


@dataclass(frozen=True)
class Telling:
    """What became known, from where (`source`), and the aware time `at` that starts the clock.

    `key` is the hidden identifier of the form: the same key and content is the same record.
    """

    key: str
    election: str
    event_what: str
    event_place: str
    event_date: date | None
    account: str
    source: str
    at: datetime | None
    respondents: tuple[Respondent, ...] = ()
    witnesses: tuple[Person, ...] = ()
    evidence: tuple[Upload, ...] = ()
    title: str = ""
    suspects_crime: bool = False
    regime: str = "pemilihan"
    played: bool = False


@dataclass(frozen=True)
class Wording:
    """What a door calls its source and the moment that starts its clock, and their fields."""

    source_field: str
    source: str
    moment_field: str
    moment: str
    needs_respondent: bool


def edition_of(work: Work, telling: Telling) -> Edition:
    """The edition in force today at the actor's office, if it takes cases."""
    zone = ZoneInfo(work.session.get_one(Office, work.actor.office_id).zone)
    edition = work.law.edition_on(telling.regime, work.now.astimezone(zone).date())
    edition.check_takes_cases()
    return edition


def sent_before(work: Work, telling: Telling) -> Case | None:
    """The case that the same form made already; raises Conflict when its content differed."""
    twin = work.session.scalar(select(Case).where(Case.submission_key == telling.key))
    if twin is None:
        return None
    if (twin.office_id, twin.submission_hash) != (work.actor.office_id, _mark(work, telling)):
        raise Conflict(
            "Formulir ini sudah pernah dikirim dengan isi yang berbeda. Buka formulir baru, atau "
            "perbaiki perkara yang sudah tercatat.",
            (twin.number,),
        )
    return twin


def record(work: Work, answer: Answer, kind: str, telling: Telling, wording: Wording) -> Case:
    """Begin a case by an act of the law that was asked for (`answer`).

    Raises NotPermitted, or BadInput that names every field. The act's one recorded moment is
    `telling.at`; its limits open from it.
    """
    act = answer.act
    if not answer.allowed:
        raise NotPermitted("; ".join(f"{m.what}. {m.why} {m.cure}" for m in answer.missing))
    office = work.session.get_one(Office, work.actor.office_id)
    sent = telling
    telling, event_date, at = _checked(work, telling, wording, ZoneInfo(office.zone))
    edition = edition_of(work, telling)
    case = Case(
        office_id=office.id,
        submission_key=telling.key,
        submission_hash=_mark(work, sent),
        election=telling.election,
        kind=kind,
        regime=telling.regime,
        edition=edition.id,
        revision=edition.revision,
        stage=act.to_stage or "",
        version=1,
        title=telling.title or telling.event_what[:200],
        event_what=telling.event_what,
        event_place=telling.event_place,
        event_date=event_date,
        known_date=at.astimezone(ZoneInfo(office.zone)).date(),
        account=telling.account,
        suspects_crime=telling.suspects_crime,
        received_at=work.now,
        received_by=work.actor.officer_id,
        played=telling.played,
    )
    case.office = office
    try:
        with work.session.begin_nested():
            work.session.add(case)
    except IntegrityError:
        # The same form came twice at once, and the other one was faster.
        if twin := sent_before(work, sent):
            return twin
        raise
    rows: list[Base] = parties.add(work, case, telling.respondents, telling.witnesses)
    for upload in telling.evidence:
        evidence.attach(work, case, upload)
    rows += facts.put(work, case, dict.fromkeys(act.records, at), telling.source)
    rows += _limits(work, case, act)
    rows += papers.plan_for_act(work, case, act)
    event = audit.record(
        work,
        act.id,
        case=case,
        role=next(role for role in act.roles if role in work.actor.roles),
        citation=act.basis.citation,
        detail={"from": edition.start_stage.id, "to": case.stage, "version": case.version},
        touched=[case, *rows],
    )
    notices.announce(work, case, event, act.flow)
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


def _limits(work: Work, case: Case, act: Act) -> Iterable[Deadline]:
    times = facts.times(work, case)
    opened = (deadlines.open_limit(work, case, one.rule, times) for one in act.opens)
    return [row for row in opened if row is not None]


def _checked(
    work: Work, telling: Telling, wording: Wording, zone: ZoneInfo
) -> tuple[Telling, date, datetime]:
    """The telling with its text cleaned, the day of the event and the moment it became known."""
    check = TextChecker()
    today = work.now.astimezone(zone).date()
    if telling.election not in work.law.elections:
        check.refuse("pemilihan", "Pilih pemilihan yang bersangkutan.")
    intake_check.check_event_date(check, telling.event_date, today)
    field, at = wording.moment_field, telling.at
    if at is None:
        check.refuse(field, f"{wording.moment} belum diisi. Isi tanggal dan jamnya.")
    elif at > work.now:
        check.refuse(field, f"{wording.moment} tidak boleh di masa depan. Periksa tanggalnya.")
    elif telling.event_date and at.astimezone(zone).date() < telling.event_date:
        check.refuse(
            field, f"{wording.moment} lebih awal daripada tanggal kejadian. Periksa keduanya."
        )
    cleaned = replace(
        telling,
        respondents=intake_check.clean_respondents(
            check, telling.respondents, needed=wording.needs_respondent
        ),
        witnesses=tuple(
            intake_check.clean_person(check, f"saksi-{index}", f"saksi {index + 1}", one)
            for index, one in enumerate(telling.witnesses)
        ),
        title=check.text("judul", "Judul singkat", telling.title, limit=150),
        event_what=check.text(
            "peristiwa", "Peristiwa", telling.event_what, limit=2000, required=True
        ),
        event_place=check.text(
            "tempat", "Tempat kejadian", telling.event_place, limit=200, required=True
        ),
        account=check.text("uraian", "Uraian kejadian", telling.account, limit=20000),
        source=check.text(
            wording.source_field, wording.source, telling.source, limit=500, required=True
        ),
    )
    check.done()
    if telling.event_date is None or at is None:
        raise BadInput.one(field, f"{wording.moment} belum diisi.")
    return cleaned, telling.event_date, at


def _mark(work: Work, telling: Telling) -> str:
    body = asdict(replace(telling, key="", evidence=(), at=None))
    files = [(one.file.sha256, one.name, one.description) for one in telling.evidence]
    at = telling.at.isoformat() if telling.at else ""
    # Keyed: names of witnesses could be tried against what can be read elsewhere.
    return work.vault.mark(chain.canonical({**body, "at": at, "evidence": files}), "submission")
