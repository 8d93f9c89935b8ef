"""What the records of a case say of each requirement: facts gathered here, judged by the engine."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from casework.engine import suggestion
from casework.engine.office import Level
from casework.engine.requirements import Check, Detail
from casework.engine.suggestion import CaseFacts, Entry, Piece, Place, Receipt, Suggestion
from casework.errors import LawError
from casework.models import Blob, Case, CaseLink, Document, Evidence, Party, Signature
from casework.models.party import PartyRole
from casework.models.signature import Way
from casework.services.acts.registration import same_event
from casework.services.cases import facts
from casework.services.cases.record import identity
from casework.services.core.work import Work
from casework.services.law import derivation

FORM = "formulir_laporan"
"""The form of report, which the reporter signs."""


def of_case(work: Work, case: Case) -> dict[str, Suggestion]:
    """What is suggested of every requirement of the case's edition, by its id."""
    wanted = work.law.edition(case.edition, case.revision).requirements
    known = gather(work, case)
    return {key: suggestion.suggest(one, known) for key, one in wanted.items()}


def gather(work: Work, case: Case) -> CaseFacts:
    """The facts that requirements ask for; no protected name is among them."""
    parties = list(
        work.session.scalars(select(Party).where(Party.case_id == case.id).order_by(Party.id))
    )
    return CaseFacts(
        receipts=dict(_receipts(work, case)),
        details=_details(work, case, parties),
        evidence=tuple(_pieces(work, case)),
        witnesses=sum(one.role is PartyRole.WITNESS for one in parties),
        form_signed=signed_form(work, case) is not None,
        places=tuple(_places(work, case, parties)),
        same_event=tuple(_same_event(work, case)),
    )


def signed_form(work: Work, case: Case) -> Signature | None:
    """The newest scan of the form of report as the reporter signed it; None without one."""
    return work.session.scalar(
        select(Signature)
        .join(Document, Document.id == Signature.document_id)
        .where(
            Document.case_id == case.id,
            Document.kind == FORM,
            Signature.way == Way.INK,
            Signature.void_reason == "",
        )
        .order_by(Signature.id.desc())
        .limit(1)
    )


def _receipts(work: Work, case: Case) -> Iterator[tuple[str, Receipt]]:
    """The report against each limit that a requirement names."""
    edition = work.law.edition(case.edition, case.revision)
    asked = {
        one.decided_by.rule
        for one in edition.requirements.values()
        if one.decided_by is not None and one.decided_by.check is Check.DEADLINE
    }
    zone = ZoneInfo(case.office.zone)
    times = facts.times(work, case)
    received = times.get("laporan_diterima", case.received_at).astimezone(zone)
    for name in sorted(asked):
        rule, due, unknown = derivation.rule_of(work, case, name), None, ""
        start = next((times[one] for one in rule.starts_on if one in times), None)
        if not rule.known:
            unknown = rule.basis.note or rule.basis.citation
        elif start is not None:
            try:
                due = derivation.derive(work, case, rule, times)
            except LawError as refusal:
                unknown = str(refusal)
        if start is None and rule.known:
            continue
        title = rule.start_titles[0] if rule.start_titles else "Diketahui"
        begun = (start or times.get("diketahui", received)).astimezone(zone)
        yield name, Receipt(rule.title, title, begun, received, case.office.zone, due, unknown)


def _details(work: Work, case: Case, parties: list[Party]) -> dict[Detail, tuple[Entry, ...]]:
    reporters = [one for one in parties if one.role is PartyRole.REPORTER]
    people = [(one, identity.unseal(work, one)) for one in reporters if one.identity_id]
    respondents = [one for one in parties if one.role is PartyRole.RESPONDENT]
    matters = [one for one in parties if one.role is PartyRole.MATTER]
    account = Entry("Uraian kejadian", bool(case.account.strip()), "isian Uraian kejadian")
    return {
        Detail.REPORTER_NAME: tuple(
            Entry(f"Nama {one.label}", bool(person.name.strip()), "isian Pelapor")
            for one, person in people
        ),
        Detail.REPORTER_ADDRESS: tuple(
            Entry(f"Alamat {one.label}", bool(person.address.strip()), "isian Pelapor")
            for one, person in people
        ),
        Detail.RESPONDENT_NAME: tuple(
            Entry(f"Nama terlapor {one.ordinal}", bool(one.label.strip()), "isian Terlapor")
            for one in (*respondents, *matters)
        ),
        # A matter is nobody who could be invited anywhere.
        Detail.RESPONDENT_ADDRESS: tuple(
            Entry(f"Alamat {one.label}", bool(one.address.strip()), "isian Terlapor",
                  _region(work, one))
            for one in respondents
        )
        or tuple(Entry(one.label, filled=True, source="isian Terlapor") for one in matters),
        Detail.EVENT_DATE: (Entry("Tanggal kejadian", filled=True, source="isian Peristiwa"),),
        Detail.EVENT_PLACE: (
            Entry("Tempat kejadian", bool(case.event_place.strip()), "isian Peristiwa"),
        ),
        Detail.ACCOUNT: (account,),
    }  # fmt: skip


def _region(work: Work, party: Party) -> str:
    found = work.law.regions.get(party.region)
    return f"hanya {found.name}" if found else ""


def _pieces(work: Work, case: Case) -> Iterator[Piece]:
    rows = work.session.execute(
        select(Evidence, Blob.sha256)
        .join(Blob, Blob.id == Evidence.blob_id)
        .where(Evidence.case_id == case.id)
        .order_by(Evidence.ordinal)
    )
    for row, content in rows:
        label = f"B-{row.ordinal} {row.description}".strip()
        yield Piece(label, content, row.confidential)


def _places(work: Work, case: Case, parties: list[Party]) -> Iterator[Place]:
    """Where each respondent is, and whether that lies in what the office is for."""
    office = work.law.offices.get(case.office.code)
    for one in parties:
        region = work.law.regions.get(one.region)
        if one.role not in (PartyRole.RESPONDENT, PartyRole.MATTER) or region is None:
            continue
        own = None
        if office is not None and office.region is not None:
            own = office.region == region.id or office.level is Level.PROVINCE
        yield Place(f"{one.label}: {region.name}", "isian Terlapor", own)


def _same_event(work: Work, case: Case) -> Iterator[str]:
    linked = work.session.scalars(
        select(Case)
        .join(CaseLink, or_(CaseLink.other_id == Case.id, CaseLink.case_id == Case.id))
        .where(or_(CaseLink.case_id == case.id, CaseLink.other_id == case.id), Case.id != case.id)
        .order_by(Case.id)
    )
    found = {one.id: f"{one.number}, ditautkan" for one in linked}
    for hint in same_event.suggestions(work, case):
        other = work.session.get_one(
            Case, hint.other_id if hint.case_id == case.id else hint.case_id
        )
        if (other.received_at, other.id) < (case.received_at, case.id):
            found.setdefault(other.id, f"{other.number}: {hint.why}")
    yield from found.values()
