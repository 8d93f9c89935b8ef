"""From outcomes to grouped letters: one letter a destination and class, many respondents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine import routing
from casework.engine.routing import Destination
from casework.errors import BadInput, Problem
from casework.models import Case, Document, Outcome, Party, Referral, ReferralItem
from casework.services import acts, followup_state, papers
from casework.services.work import Work

# Office setting, not law: when an answer is expected before the desk asks again.
ANSWER_DAYS = 14


@dataclass(frozen=True)
class Planned:
    """One respondent's way out: the destinations, or why there is none."""

    outcome: Outcome
    party: Party
    destinations: tuple[Destination, ...]
    form: str
    citation: str
    verification: str
    note: str


def preview(work: Work, case: Case) -> list[Planned]:
    """Where each outcome goes if dispatched today, from the routing tables of the edition."""
    edition = work.law.edition(case.edition, case.revision)
    today = work.now.astimezone(ZoneInfo(case.office.zone)).date()
    rows = work.session.execute(
        select(Outcome, Party)
        .join(Party, Party.id == Outcome.party_id)
        .where(Outcome.case_id == case.id, Outcome.violation_class != "bukan_pelanggaran")
        .order_by(Party.role.desc(), Party.ordinal)
    )
    planned = []
    for outcome, party in rows:
        found = routing.destinations(
            work.law,
            edition,
            violation_class=outcome.violation_class,
            category=party.category,
            level=case.office.level,
            on=today,
            region=party.region or None,
        )
        planned.append(
            Planned(
                outcome,
                party,
                found.agencies if found.known else (),
                found.form or "",
                found.basis.citation,
                found.basis.mark.value,
                found.note,
            )
        )
    return planned


def draft(
    work: Work, case_id: int, version: int, without: Mapping[int, str] | None = None
) -> list[Referral]:
    """Draft the grouped letters (`susun_penerusan`).

    `without` gives, by party key, the reason why a respondent goes nowhere: needed for each one
    whose destination the law in hand does not name. Raises BadInput otherwise.
    """
    without = without or {}
    step = acts.begin(work, case_id, "susun_penerusan", version)
    if work.session.scalar(select(Referral.id).where(Referral.case_id == case_id).limit(1)):
        raise BadInput.one("penerusan", "Surat penerusan perkara ini sudah disusun.")
    planned = preview(work, step.case)
    problems = [
        Problem(
            f"tujuan-{one.party.id}",
            f"Tujuan untuk {one.party.label} tidak diketahui ({one.note or one.citation}). "
            "Tulis alasan tanpa penerusan, atau betulkan kategori terlapor.",
        )
        for one in planned
        if not one.destinations and len(without.get(one.party.id, "").strip()) < 5
    ]
    if problems:
        raise BadInput(*problems)
    groups: dict[tuple[str, str], list[tuple[Planned, Destination]]] = {}
    for one in planned:
        if not one.destinations:
            one.outcome.no_destination_reason = without[one.party.id].strip()
        for destination in one.destinations:
            key = (destination_key(destination), one.outcome.violation_class)
            groups.setdefault(key, []).append((one, destination))
    referrals = [_letter(work, step.case, key, members) for key, members in groups.items()]
    documents = [work.session.get_one(Document, r.document_id) for r in referrals]
    acts.finish(
        work,
        step,
        detail={"letters": len(referrals), "respondents": len(planned)},
        touched=[*documents, *(one.outcome for one in planned)],
    )
    return referrals


def destination_key(destination: Destination) -> str:
    """Agency and, for those that exist in every regency, its region."""
    if destination.region:
        return f"{destination.agency_id}:{destination.region}"[:64]
    return destination.agency_id


def status_notice(work: Work, case_id: int, version: int) -> Document:
    """Draft the notice of the status to the reporter (`beritahukan_status`)."""
    step = acts.begin(work, case_id, "beritahukan_status", version)
    waiting = work.session.scalar(
        select(Document.id).where(
            Document.case_id == case_id,
            Document.kind == "pemberitahuan_status",
            Document.state != "dispatched",
        )
    )
    if waiting is not None:
        raise BadInput.one("dokumen", "Pemberitahuan status sudah disusun dan belum dikirim.")
    document = papers.plan(work, step.case, "pemberitahuan_status", flow="recommendation")
    acts.finish(work, step, subject=f"documents:{document.id}", touched=[document])
    return document


def forward(work: Work, case_id: int, version: int) -> Case:
    """Close the forwarding once every letter has left (`teruskan`).

    Its limits were met as the last letter was sent; those recorded before are met by it too.
    """
    step = acts.begin(work, case_id, "teruskan", version)
    acts.finish(work, step, met_at=followup_state.forwarded(work, step.case))
    return step.case


def stop(work: Work, case_id: int, version: int) -> Case:
    """End a case that goes nowhere, after the reporter was told (`hentikan`)."""
    step = acts.begin(work, case_id, "hentikan", version)
    acts.finish(work, step)
    return step.case


def _letter(
    work: Work, case: Case, key: tuple[str, str], members: list[tuple[Planned, Destination]]
) -> Referral:
    first, destination = members[0]
    document = papers.plan(
        work,
        case,
        first.form,
        flow="recommendation",
        about=key[0],
        context={"party_ids": [one.party.id for one, _ in members]},
    )
    referral = Referral(
        case_id=case.id,
        destination=key[0],
        addressee=destination.name,
        addressee_place=destination.address_to,
        violation_class=key[1],
        document_id=document.id,
        citation=first.citation,
        verification=first.verification,
    )
    work.session.add(referral)
    work.session.flush()
    expected = (work.now + timedelta(days=ANSWER_DAYS)).date()
    for one, _ in members:
        work.session.add(
            ReferralItem(
                referral_id=referral.id,
                party_id=one.party.id,
                state="planned",
                expected=expected,
                note="",
                updated_at=work.now,
            )
        )
    work.session.flush()
    return referral
