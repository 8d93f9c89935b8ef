"""What an officer of the training set who is kept away from a case sees of it, for tests."""

from __future__ import annotations

from sqlalchemy import select

from casework.errors import NotFound
from casework.models import Exclusion, Office, Officer
from casework.services.acts.parties import Respondent
from casework.services.cases import access
from casework.services.cases.record.identity import Person
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import officers
from tests.bureau import Bureau

HANDLER, COORDINATOR, CHAIR = "penangan.bengkulu", "koordinator.bengkulu", "ketua.bengkulu"
TAKER, UPPER = "penerima.bengkulu", "pengawas.ri"
NAMES = {
    HANDLER: "Damar Wicaksana",
    COORDINATOR: "Sekar Melati",
    CHAIR: "Bayu Samudra",
    TAKER: "Rani Lestari",
}


def respondent(login: str, written: str = "") -> Respondent:
    """A respondent with the name of an officer, however it is written."""
    return Respondent(name=written or NAMES[login], category="kepala_desa", region="seluma")


def person(login: str) -> Person:
    """A protected person with the name of an officer."""
    return Person(name=f"Dr. H. {NAMES[login].upper()}, S.H.", address="Jalan Uji 9")


def actor(bureau: Bureau, login: str, office: str = "07.00") -> Actor:
    """An officer by login, as the next request finds him."""
    with bureau.app.reading(Actor.system(NO_OFFICE)) as work:
        row = work.session.scalars(select(Officer).where(Officer.login == login)).one()
        here = work.session.scalars(select(Office).where(Office.code == office)).one()
        return officers.actor(work.session, row, here, bureau.app.today(here.zone))


def sees(bureau: Bureau, login: str, case_id: int | None = None, office: str = "07.00") -> bool:
    """Is there such a case for the officer?"""
    with bureau.app.reading(actor(bureau, login, office)) as work:
        try:
            access.readable(work, case_id or bureau.case_id)
        except NotFound:
            return False
        return True


def rows(bureau: Bureau) -> list[Exclusion]:
    """Every exclusion, in the order they were made."""
    return bureau.read(
        lambda work: list(work.session.scalars(select(Exclusion).order_by(Exclusion.id)))
    )
