"""One way to perform any act: begin asks the law, finish records it and moves the clocks.

An act that begins a case is `open_case`, from the law's `begins` of it and what is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from casework.engine import lifecycle
from casework.engine.act import Act, Beginning
from casework.engine.deadline import is_late
from casework.engine.lifecycle import Answer
from casework.engine.missing import Limit, Missing, window
from casework.errors import ActRefused, BadInput, Conflict, Lack, NotPermitted, wording
from casework.models import Base, Case, Deadline, Document, Event, Fact, Office
from casework.models.case import CaseKind
from casework.services.acts import departure, parties
from casework.services.acts.registration import opening
from casework.services.acts.registration.opening import Opening
from casework.services.cases import access, act_owner, case_rows, evidence, facts
from casework.services.cases import facts as case_facts
from casework.services.cases.case_rows import CaseRows
from casework.services.cases.record import audit
from casework.services.core import numbers, outbox
from casework.services.core.work import Work
from casework.services.deadlines import deadlines
from casework.services.documents import papers
from casework.services.people import exclusions, notices


@dataclass(frozen=True)
class Step:
    """An act that was asked for and allowed; nothing has changed yet.

    `rows` are what the lifecycle read of the case for it.
    """

    act: Act
    case: Case
    facts: dict[str, bool]
    rows: CaseRows


def available(work: Work, case: Case) -> tuple[Answer, ...]:
    """Every act of the case's edition, allowed or with the complete list of what is missing."""
    return available_in(work, [case], {case.id: case_rows.read(work, case)})[case.id]


def available_in(
    work: Work, cases: Sequence[Case], rows: Mapping[int, CaseRows], *, here: bool = False
) -> dict[int, tuple[Answer, ...]]:
    """Every act of many cases, by key of the case: allowed, or with all that is missing.

    `rows` are those that were read of the cases. `here` asks only for acts of the stage in
    which a case stands.
    """
    known = case_facts.of_many(work, cases, rows)
    lacks = act_owner.Lacks(work, cases)
    found = {}
    for case in cases:
        edition = work.law.edition(case.edition, case.revision)
        asked = work.law.lifecycle(edition).ask(
            case.stage,
            known[case.id],
            work.actor.roles,
            _running(work, rows[case.id]),
            here=here,
        )
        found[case.id] = tuple(_of_office(one, lacks.of(case, one.act)) for one in asked)
    return found


def begin(
    work: Work,
    case_id: int,
    act_id: str,
    version: int,
    *,
    given: Mapping[str, bool] | None = None,
) -> Step:
    """Load and lock the case and ask whether the act may be done now.

    `given` are facts the officer supplies with the act. Raises NotFound, NotPermitted (role),
    Conflict (someone else was faster) or ActRefused (stage or a need of the law).
    """
    case = access.attempted(work, case_id)
    edition = work.law.edition(case.edition, case.revision)
    if case.version == version or case.office_id == work.actor.office_id:
        # On an older page it is told below that the case went to another office meanwhile.
        act_owner.check(work, case, edition.acts.get(act_id))
    rows = case_rows.read(work, case)
    found = case_facts.facts_of(work, case, given, rows)
    answer = work.law.lifecycle(edition).answer(
        act_id, case.stage, found, work.actor.roles, _running(work, rows)
    )
    _check_role(answer)
    access.at_version(work, case, version)
    _check_law(answer, case.office.zone, edition.pin)
    departure.check_end(work, case, edition, answer.act)
    return Step(answer.act, case, found, rows)


def finish(
    work: Work,
    step: Step,
    *,
    at: Mapping[str, datetime] | None = None,
    given: Mapping[str, bool] | None = None,
    met_at: datetime | Mapping[str, datetime] | None = None,
    fulfilled: Mapping[str, datetime] | None = None,
    letter: int | None = None,
    subject: str = "",
    detail: Mapping[str, Any] | None = None,
    touched: Iterable[Base] = (),
) -> Event:
    """Move the stage, open and meet limits, and append the event: the end of every act.

    `at` are the times of facts the act records; `met_at` is when the duty was fulfilled, when
    that is not now, for all rules or by rule. `fulfilled` are rules whose duty was done before
    the act that opens their limit was recorded, with its time: they are judged at once.
    `letter` is the paper by whose receipt the limits opened here begin, where each has its own.
    """
    case, act = step.case, step.act
    moved: list[Base] = [case, *touched]
    if at:
        moved += facts.put(work, case, at)
    moved += deadlines.pause(work, case, [row.name for row in moved if isinstance(row, Fact)])
    moved += _limits(work, step, given, met_at, fulfilled or {}, letter)
    before = case.stage
    case.stage = act.to_stage or before
    case.version += 1
    if _ends(work, case):
        moved += deadlines.close_all(work, case)
    event = audit.record(
        work,
        act.id,
        case=case,
        subject=subject,
        role=acting_role(work, act),
        citation=act.basis.citation,
        detail={**(detail or {}), "from": before, "to": case.stage, "version": case.version},
        touched=moved,
    )
    if case.stage != before:
        notices.announce(work, case, event, act.flow)
    if act.handover is not None or _began_again(work, case, before):
        # Accounts that came meanwhile, or while the case was over, were not compared with it.
        exclusions.review(work, case)
    return event


def open_case(work: Work, act_id: str, told: Opening) -> Case:
    """Begin a case by an act: recorded whole or not at all, flagged, never refused as late.

    What kind of case it is, its deadlines and its documents the law says. Gives the case that
    exists already when the same form is sent twice. Raises NotPermitted, Conflict (same form, other
    content), RuleUnknown, or BadInput naming every field.
    """
    office = work.session.get_one(Office, work.actor.office_id)
    zone = ZoneInfo(office.zone)
    received = told.received_at or work.now
    told = replace(told, regime=opening.regime_of(work.law, told.election, told.regime))
    edition = work.law.edition_on(told.regime, received.astimezone(zone).date())
    answer = work.law.lifecycle(edition).answer(
        act_id, edition.start_stage.id, {}, work.actor.roles
    )
    act, begins = answer.act, answer.act.begins
    if begins is None:
        raise BadInput.one("tindakan", wording("%(act)s tidak memulai perkara.", act=act.title))
    mark = _mark(work, begins, told)
    if twin := _sent_before(work, told, mark):
        return twin
    edition.check_takes_cases()
    if not answer.allowed:
        raise NotPermitted("; ".join(f"{m.what}. {m.why} {m.cure}" for m in answer.missing))
    checked = opening.checked(work, edition, act, begins, told, zone)
    clean = checked.opening
    case = Case(
        office_id=office.id,
        submission_key=clean.key,
        submission_hash=mark,
        kind=CaseKind(begins.kind),
        edition=edition.id,
        revision=edition.revision,
        stage=act.to_stage or "",
        version=1,
        title=clean.title or clean.event_what[:200],
        event_date=checked.event_date,
        known_date=checked.known_date,
        received_at=checked.received_at,
        received_by=work.actor.officer_id,
        stage_reason=clean.stage_reason or None,
        received_reason=clean.received_reason or None,
        event_region=clean.event_region or None,
        event_point=clean.event_point or None,
        **{name: getattr(clean, name) for name in opening.KEPT},
    )
    case.office = office
    try:
        with work.session.begin_nested():
            work.session.add(case)
    except IntegrityError:
        # The same form came twice at once, and the other one was faster.
        if twin := _sent_before(work, told, mark):
            return twin
        raise
    rows: list[Base] = [case]
    detail: dict[str, Any] = {}
    if begins.reporter:
        number = numbers.take_receipt(work, case)
        case.receipt_number = detail["number"] = number.text
        rows.append(number)
    reporter = (clean.reporter, clean.reporter_kind) if clean.reporter else None
    rows += parties.add(work, case, clean.respondents, clean.witnesses, reporter)
    for upload in clean.evidence:
        evidence.attach(work, case, upload, at=case.received_at)
    rows += facts.put(work, case, checked.moments, clean.source)
    rows += _first_limits(work, case, act, begins, checked.moments)
    rows += _first_documents(work, case, act, begins)
    detail |= {"from": edition.start_stage.id, "to": case.stage, "version": case.version}
    if begins.reporter:
        detail["desk"] = opening.desk_hours(work, case)
    if clean.received_at is not None:
        detail |= {"received": clean.received_at.isoformat(), "reason": clean.received_reason}
    event = audit.record(
        work,
        act.id,
        case=case,
        role=acting_role(work, act),
        citation=act.basis.citation,
        detail=detail,
        touched=rows,
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


def _first_limits(
    work: Work, case: Case, act: Act, begins: Beginning, times: Mapping[str, datetime]
) -> list[Deadline]:
    rows = []
    if begins.term:
        # It ran before the case existed: it is judged at once and kept.
        rows.append(deadlines.open_limit(work, case, begins.term, times))
        deadlines.meet(work, case, begins.term, case.received_at)
    rows += [deadlines.open_limit(work, case, one.rule, times) for one in act.opens]
    return [row for row in rows if row is not None]


def _first_documents(work: Work, case: Case, act: Act, begins: Beginning) -> list[Document]:
    if not begins.reporter:
        return papers.plan_for_act(work, case, act)
    # The papers of a report carry its number, and need nothing else to be drawn.
    return [papers.plan(work, case, kind, number=case.receipt_number) for kind in act.documents]


def _mark(work: Work, begins: Beginning, told: Opening) -> str:
    # Keyed: everything but the reporter can be read elsewhere, so names could be tried.
    return work.vault.mark(opening.told(begins, told), "submission")


def _sent_before(work: Work, told: Opening, mark: str) -> Case | None:
    """The case that the same form made already; raises Conflict when its content differed."""
    twin = work.session.scalar(select(Case).where(Case.submission_key == told.key))
    if twin is None:
        return None
    if (twin.office_id, twin.submission_hash) != (work.actor.office_id, mark):
        raise Conflict(
            "Formulir ini sudah pernah dikirim dengan isi yang berbeda. Buka formulir baru, atau "
            "perbaiki perkara yang sudah tercatat.",
            (twin.number,),
        )
    return twin


def acting_role(work: Work, act: Act) -> str:
    """The role by which the actor may do the act, for the record."""
    held = [role for role in act.roles if role in work.actor.roles]
    return held[0] if held else "sistem"


def _of_office(answer: Answer, lack: Missing | None) -> Answer:
    """The answer for the actor's office: what another office has, it cannot do."""
    return answer if lack is None else Answer(answer.act, False, (*answer.missing, lack))


def _limits(
    work: Work,
    step: Step,
    given: Mapping[str, bool] | None,
    met_at: datetime | Mapping[str, datetime] | None,
    fulfilled: Mapping[str, datetime],
    letter: int | None,
) -> list[Base]:
    """Meet and open the limits of an act, as the facts stand after it; gives those that moved."""
    case, act = step.case, step.act
    if not act.meets and not act.opens:
        return [row for rule in act.drops for row in deadlines.drop(work, case, rule)]
    rows = case_rows.read(work, case)
    now_facts = case_facts.facts_of(work, case, given, rows)
    moved: list[Base] = [row for rule in act.drops for row in deadlines.drop(work, case, rule)]
    for meeting in act.meets:
        if meeting.applies(now_facts):
            when = met_at.get(meeting.rule) if isinstance(met_at, Mapping) else met_at
            moved += deadlines.meet(work, case, meeting.rule, when or work.now)
    for one in act.opens:
        if one.applies(now_facts):
            opened = deadlines.open_limit(work, case, one.rule, rows.times, letter)
            moved += [opened] if opened else []
            if opened and one.rule in fulfilled:
                deadlines.close(work, [opened], fulfilled[one.rule])
    return moved


def _running(work: Work, rows: CaseRows) -> dict[str, Limit]:
    """The limits that run in the case, by rule; of several the soonest."""
    ends = [(datetime.fromisoformat(one.due), one.rule) for one in rows.limits]
    return {rule: Limit(due, over=is_late(due, work.now)) for due, rule in sorted(ends)[::-1]}


def _ends(work: Work, case: Case) -> bool:
    return work.law.edition(case.edition, case.revision).stages[case.stage].final


def _began_again(work: Work, case: Case, before: str) -> bool:
    stages = work.law.edition(case.edition, case.revision).stages
    return case.stage != before and before in stages and stages[before].final


def _check_role(answer: Answer) -> None:
    for missing in answer.missing:
        if missing.kind == "role":
            raise NotPermitted(f"{missing.what}. {missing.why} {missing.cure}")


def _check_law(answer: Answer, zone: str, pin: str) -> None:
    if not answer.allowed:
        raise ActRefused(
            answer.act.title,
            tuple(
                Lack(
                    f"{m.what}: {m.why}",
                    m.basis.citation,
                    f"{m.cure} {window(m, zone)}".strip(),
                    f"{pin}/{lifecycle.lacking(answer.act, m)}",
                )
                for m in answer.missing
            ),
        )
