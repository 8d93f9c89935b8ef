"""Drives one case by officers' acts from the desk to the status notice; the flows do the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from casework.models import Case, ClarificationSession, Meeting, Officer, Party
from casework.services.acts.clarification import sessions
from casework.services.acts.recommendation import referral
from casework.services.acts.registration import kajian_awal
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.acts.review import acknowledgement, pleno, review
from casework.services.acts.review.pleno import Decision, Pleno, Seat
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.cases.minutes import Minutes
from casework.services.core.work import Work
from tests import desk
from tests.bureau import SWORN
from tests.flows.installation import House
from tests.flows.looking import NOBODY

OFFICER, COORDINATOR, CHAIR = "penangan.bengkulu", "koordinator.bengkulu", "ketua.bengkulu"
SECRETARIAT = "sekretariat.bengkulu"


class Clerk:
    """Acts on one case as the officers would, each time on its newest version."""

    def __init__(self, house: House, case_id: int) -> None:
        self.house = house
        self.case_id = case_id

    def act(self, login: str, service: Callable[..., Any], *rest: Any, of: int = 0) -> Any:
        """Call a service as an officer; `of` is the row it is about when not the case."""
        with self.house.app.unit_of_work(desk.officer(self.house.app, login)) as work:
            version = work.session.get_one(Case, self.case_id).version
            return service(work, of or self.case_id, version, *rest)

    def read(self, query: Any) -> list[Any]:
        """Rows of the case."""
        with self.house.app.reading(NOBODY) as work:
            return list(work.session.scalars(query))

    @property
    def now(self) -> datetime:
        """What the clock of the installation says."""
        return self.house.app.now()

    def meeting(self) -> Pleno:
        """A plenary with all its members."""
        seats = self.read(select(Officer).where(Officer.login.like("anggota%.bengkulu")))
        return Pleno(
            self.now,
            tuple(Seat(one.id, one.name, present=True, position="setuju") for one in seats),
        )

    def acknowledge(self) -> None:
        """Every member who was there acknowledges the plenaries of the case."""
        members = self.read(select(Officer).where(Officer.login.like("anggota%.bengkulu")))
        for meeting in self.read(select(Meeting).where(Meeting.case_id == self.case_id)):
            for one in members:
                if one.name in acknowledgement.missing(meeting):
                    with self.house.app.unit_of_work(
                        desk.officer(self.house.app, one.login)
                    ) as work:
                        acknowledgement.acknowledge(work, self.case_id, meeting.id)

    def respondents(self) -> list[int]:
        """Party keys of the reported."""
        query = select(Party.id).where(
            Party.case_id == self.case_id, Party.role.in_(("respondent", "matter"))
        )
        return self.read(query)


def steps(clerk: Clerk) -> Iterator[str]:
    """Do the acts that each flow follows on, in order; yields the flow that has work now."""
    requirements = _requirements(clerk)
    clerk.act(
        OFFICER,
        kajian_awal.assess,
        {name: Verdict(True, "Diperiksa pada berkas.") for name in requirements},
    )
    clerk.act(OFFICER, kajian_awal.propose_registration)
    yield "registration"
    clerk.act(CHAIR, pleno.register, clerk.meeting())
    clerk.acknowledge()
    place = "Kantor Bawaslu Provinsi Bengkulu"
    at = clerk.now + timedelta(hours=1)
    clerk.act(OFFICER, sessions.invite, clerk.respondents(), at, place)
    yield "clarification"
    clerk.house.clock.shift(timedelta(hours=2))
    (session,) = clerk.read(
        select(ClarificationSession).where(ClarificationSession.case_id == clerk.case_id)
    )
    minutes = Minutes(
        at, (("Apakah Saudara hadir?", "Ya, sebagai undangan."),), oath="islam", **SWORN
    )
    clerk.act(OFFICER, sessions.record, minutes, of=session.id)
    clerk.act(OFFICER, sessions.close)
    proposals = {key: [Proposal("bukan_pelanggaran", reason="Bukan kampanye.")]
                 for key in clerk.respondents()}  # fmt: skip
    clerk.act(OFFICER, review.save, Kajian("Fakta.", "Analisis.", "Kesimpulan.", proposals))
    clerk.act(COORDINATOR, review.submit)
    yield "review"
    decisions = {key: [Decision("bukan_pelanggaran", reason="Bukan kampanye.")]
                 for key in clerk.respondents()}  # fmt: skip
    clerk.act(CHAIR, pleno.decide, clerk.meeting(), decisions)
    clerk.acknowledge()
    clerk.act(SECRETARIAT, referral.status_notice)
    yield "recommendation"


def _requirements(clerk: Clerk) -> list[str]:
    def wanted(work: Work) -> list[str]:
        case = work.session.get_one(Case, clerk.case_id)
        return list(work.law.edition(case.edition, case.revision).requirements)

    with clerk.house.app.reading(NOBODY) as work:
        return wanted(work)
