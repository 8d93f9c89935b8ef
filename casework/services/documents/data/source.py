"""What every builder starts from: the case, its office, its people, and who signs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as calendar_day
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from casework.engine.basis import Basis, Mark
from casework.engine.edition import Edition
from casework.engine.papers.parts import (
    Emblem,
    LegalBasis,
    LetterBlock,
    Letterhead,
    Limit,
    ReportedEvent,
    Signatory,
    Verification,
)
from casework.engine.words import long_date
from casework.models import Case, Deadline, Document, Office, Officer, OfficerRole, Party
from casework.models.party import RESPONDENTS
from casework.services.cases import conflict_of_interest, facts
from casework.services.core.work import Work
from casework.services.documents.data import citing, wording
from casework.services.law import regions
from casework.services.people import emblem

_CHAIR = "Ketua"
_BODY = "Badan Pengawas Pemilihan Umum"


def letterhead_of(office: Office) -> Letterhead:
    """What an office filled in for the top of its papers; else its name and its city."""
    own, kept = office.letterhead, office.letterhead.get("emblem")
    name = office.name
    lines = [_BODY, name.removeprefix(_BODY).strip()] if name.startswith(_BODY) else [name]
    return Letterhead(
        institution=tuple(own.get("institution") or [x.upper() for x in lines if x]),
        address=tuple(own.get("address") or [office.city]),
        emblem=kept
        and Emblem(path=kept["path"], sha256=kept["sha256"], kind=emblem.KINDS[kept["type"]]),
    )


@dataclass(frozen=True)
class Source:
    """One document to build, with what is common to all papers."""

    work: Work
    case: Case
    document: Document

    @property
    def office(self) -> Office:
        """The office whose paper it is: the one that handles the case, or handled it then."""
        before = self.document.office_id
        return self.work.session.get_one(Office, before) if before else self.case.office

    @property
    def zone(self) -> str:
        """The office's own zone; every date on a paper is in it."""
        return self.office.zone

    @cached_property
    def edition(self) -> Edition:
        """The edition the case pinned."""
        return self.work.law.edition(self.case.edition, self.case.revision)

    @property
    def matter(self) -> str:
        """What the case is about, for the middle of a sentence."""
        return self.inside(self.case.title)

    def inside(self, text: str) -> str:
        """A title or an event for the middle of a sentence; the names of respondents stay."""
        labels = self.work.session.scalars(
            select(Party.label).where(Party.case_id == self.case.id, Party.role.in_(RESPONDENTS))
        )
        return wording.inside(text.rstrip("."), [word for one in labels for word in one.split()])

    @property
    def place(self) -> str:
        """Where the event happened, with its region where that is known."""
        return regions.event_place(self.work, self.case)

    @property
    def submitted(self) -> str:
        """When the report was handed in."""
        at = facts.times(self.work, self.case).get("laporan_diterima", self.case.received_at)
        return wording.day_and_hour(at, self.zone)

    @property
    def day(self) -> calendar_day:
        """The day of the paper in the office's zone; of a draft, the day it is drawn."""
        moment = self.document.dated or self.work.now
        return moment.astimezone(ZoneInfo(self.zone)).date()

    @property
    def date(self) -> str:
        """The date the paper bears; empty on a draft."""
        dated = self.document.dated
        return wording.date_only(dated, self.zone) if dated else ""

    def common(self) -> dict[str, Any]:
        """The fields of every paper; the footer names its own number, else the case's."""
        doc = self.document
        moment = (doc.dated or doc.created_at).astimezone(ZoneInfo(self.zone))
        number = doc.number or f"Perkara {self.case.number}"
        return {
            "letterhead": self.letterhead(),
            "reference": f"Nomor {number}" if doc.number else number,
            "dated": moment.isoformat(timespec="seconds"),
            "verification": Verification(
                code=doc.verify_code, url=f"{self.work.base_url}/verifikasi/{doc.verify_code}"
            ),
        }

    def letterhead(self) -> Letterhead:
        """What the office filled in; else its name in capitals and its city."""
        return letterhead_of(self.office)

    def block(self, subject: str, *, nature: str, enclosure: str = "-") -> LetterBlock:
        """The block of a letter; number and date stay open on a draft."""
        return LetterBlock(
            nomor=self.document.number,
            sifat=nature,
            lampiran=enclosure,
            perihal=subject,
            tempat=self.office.city,
            tanggal=self.date,
        )

    def chair(self) -> Signatory:
        """Who signs: of a letter the chair who issued it, else whoever is chair on that day.

        An acting chair signs under the position held ("Plt. Ketua").
        """
        issued_by = self.document.issued_by if self.document.kind in self.work.law.letters else None
        officer = self.officer(issued_by) or self.holder("chair")
        if officer is None:
            return Signatory(position=_CHAIR, name="")
        held = officer.position if _CHAIR in officer.position.split() else _CHAIR
        return Signatory(position=held, name=officer.name)

    def officer(self, officer_id: int | None) -> Officer | None:
        """An officer by key."""
        return self.work.session.get(Officer, officer_id) if officer_id else None

    def signatory(self, officer_id: int | None, position: str) -> Signatory:
        """An officer as signatory, under the position held or the one given."""
        officer = self.officer(officer_id)
        if officer is None:
            return Signatory(position=position, name="")
        return Signatory(position=officer.position or position, name=officer.name)

    def holder(self, role: str) -> Officer | None:
        """Who holds a role at the office on the day of the paper, and is not kept away."""
        on = self.day
        return self.work.session.scalar(
            select(Officer)
            .join(OfficerRole, OfficerRole.officer_id == Officer.id)
            .where(
                OfficerRole.office_id == self.office.id,
                OfficerRole.role == role,
                OfficerRole.starts <= on,
                or_(OfficerRole.until.is_(None), OfficerRole.until > on),
                Officer.id.not_in(conflict_of_interest.officers(self.case.id)),
            )
            .order_by(Officer.id)
            .limit(1)
        )

    def event(self) -> ReportedEvent:
        """The event as it was reported."""
        case = self.case
        return ReportedEvent(
            what=case.event_what,
            place=self.place,
            occurred=long_date(case.event_date),
            known=long_date(case.known_date),
        )

    def limit(self, rule: str) -> Limit | None:
        """The newest limit of a rule."""
        row = self.work.session.scalar(
            select(Deadline)
            .where(Deadline.case_id == self.case.id, Deadline.rule == rule)
            .order_by(Deadline.id.desc())
            .limit(1)
        )
        if row is None:
            return None
        return Limit(
            title=row.title,
            due=wording.iso_day_and_hour(row.due, self.zone),
            basis=self.basis(Basis(row.citation, "", Mark(row.verification), "")),
        )

    def act(self, act_id: str) -> Basis:
        """On what an act rests in this edition."""
        return self.edition.acts[act_id].basis

    def cited(self, basis: Basis) -> str:
        """The law behind an entry, for a table in a letter; nothing where it is not law."""
        return citing.cited(self.work.law, basis, self.day, self.edition)

    def basis(self, basis: Basis) -> LegalBasis:
        """An article as a paper that stays inside names it: as letters do, or not at all."""
        return LegalBasis(citation=self.cited(basis), mark=basis.mark.value)

    def legal(self, *bases: Basis, tabled: Iterable[Basis] = ()) -> tuple[str, ...]:
        """What a letter rests on: the articles given, what its table cites, the regulation."""
        return citing.legal(self.work.law, self.edition, self.day, *bases, tabled=tabled)
