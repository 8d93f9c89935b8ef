"""Where each outcome goes on a day, and whether a letter still goes to the right one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine import routing
from casework.engine.categories import ViolationClass
from casework.engine.routing import Destination
from casework.engine.words import long_date
from casework.errors import ActRefused, Lack
from casework.models import Case, Document, Outcome, Party, Referral, ReferralItem
from casework.models.document import DocumentState
from casework.services.core.work import Work
from casework.services.law import closed_classes, rulings

CURE = (
    "Susun ulang surat penerusan: surat ini dibatalkan dengan alasannya, nomornya tidak dipakai "
    "lagi, dan surat baru disusun untuk instansi yang berwenang."
)


@dataclass(frozen=True)
class Planned:
    """The way out of one outcome: the destinations, or why there is none.

    `verification` is how far the words of the row were read; `mark`, for the screen, is as weak as
    the weakest of all that the destination rests on. `refused` says why the outcome itself is
    impossible by the law of the case, "" where it is not.
    """

    outcome: Outcome
    party: Party
    destinations: tuple[Destination, ...]
    form: str
    citation: str
    verification: str
    note: str
    mark: str
    refused: str = ""


Violation = tuple[Outcome, Party]


def ways(
    work: Work, case: Case, on: date, instead: Mapping[int, tuple[str, str]] | None = None
) -> list[Planned]:
    """Where each outcome goes if dispatched on a day, from the routing tables of the edition.

    `instead` gives, by party key, another category and region than those recorded: what if?
    """
    return planned(work, case, violations(work, [case.id])[case.id], on, instead)


def violations(work: Work, case_ids: Collection[int]) -> Mapping[int, list[Violation]]:
    """What was decided to be a violation in many cases, and whose it was, by case."""
    found: dict[int, list[Violation]] = {key: [] for key in case_ids}
    rows = work.session.execute(
        select(Outcome, Party)
        .join(Party, Party.id == Outcome.party_id)
        .where(Outcome.case_id.in_(found), Outcome.violation_class != ViolationClass.NONE)
        .order_by(Party.role.desc(), Party.ordinal, Outcome.number)
    )
    for outcome, party in rows:
        found[outcome.case_id].append((outcome, party))
    return found


def planned(
    work: Work,
    case: Case,
    rows: Iterable[Violation],
    on: date,
    instead: Mapping[int, tuple[str, str]] | None = None,
) -> list[Planned]:
    """Where outcomes that were read already go if dispatched on the day `on`.

    `instead` gives, by party key, another category and region than those recorded.
    """
    edition = work.law.edition(case.edition, case.revision)
    found_ways = []
    for outcome, party in rows:
        category, region = (instead or {}).get(party.id, (party.category, party.region))
        refused = rulings.refusal(
            work, case, party.label, category, outcome.violation_class, outcome.article
        )
        found = routing.destinations(
            work.law,
            edition,
            violation_class=outcome.violation_class,
            category=category,
            level=case.office.level,
            on=on,
            region=region or None,
        )
        found_ways.append(
            Planned(
                outcome,
                party,
                found.agencies if found.known and not refused else (),
                found.form or "",
                found.basis.citation,
                found.basis.mark.value,
                refused or found.note,
                found.mark.value,
                refused or "",
            )
        )
    return found_ways


def day_of(case: Case, at: datetime) -> date:
    """The day of a moment on the wall of the case's office."""
    return at.astimezone(ZoneInfo(case.office.zone)).date()


def destination_key(destination: Destination) -> str:
    """Agency and, for those that exist in every regency, its region."""
    if destination.region:
        return f"{destination.agency_id}:{destination.region}"[:64]
    return destination.agency_id


def check_addressee(work: Work, case: Case, document: Document, sent_at: datetime) -> None:
    """Refuse to send a letter to an agency that is not the competent one on the day it leaves.

    The destination is chosen by the date of dispatch, whatever it was when the letter was
    drafted. Raises ActRefused with the article and the cure, also
    for a class that the edition leaves closed.
    """
    referral = work.session.scalar(select(Referral).where(Referral.document_id == document.id))
    if referral is None:
        return
    act = work.law.edition(case.edition, case.revision).acts["catat_penyampaian_surat"]
    if document.state != DocumentState.DISPATCHED:  # what has left still gets its receipt
        closed_classes.check_sent(work, case, referral.violation_class, act.title)
    named = set(
        work.session.scalars(
            select(ReferralItem.outcome_id).where(ReferralItem.referral_id == referral.id)
        )
    )
    on = day_of(case, sent_at)
    lacks = {
        _lack(referral, one, on): None
        for one in ways(work, case, on)
        if one.outcome.id in named
        and referral.destination not in {destination_key(to) for to in one.destinations}
    }
    if lacks:
        raise ActRefused(act.title, tuple(lacks))


def _lack(referral: Referral, one: Planned, on: date) -> Lack:
    right = "; ".join(to.name for to in one.destinations)
    citation = "; ".join(dict.fromkeys(to.basis.citation for to in one.destinations))
    there = f"yang berwenang adalah {right}" if right else f"tujuannya tidak diketahui ({one.note})"
    return Lack(
        f"Surat ini ditujukan kepada {referral.addressee}, tetapi pada {long_date(on)} {there}",
        citation or one.citation,
        CURE,
    )
