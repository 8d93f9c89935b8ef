"""alamat_tujuan.feature"""

from __future__ import annotations

from datetime import date

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.engine.papers import Penerusan
from casework.engine.papers.parts import Recipient
from casework.models import Document, Referral
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import referral
from casework.services.core.work import Work
from casework.services.documents import data as paper_data
from casework.services.people import addresses
from casework.services.people.addresses import NewAddress
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("alamat_tujuan.feature")


@given("konsep penerusan kepada instansi di Seluma menunggu")
def drafted(kantor: Bureau) -> None:
    kantor.receive(respondents=(Respondent("Terlapor Uji", "kepala_desa", region="seluma"),))
    kantor.register()
    kantor.invite()
    kantor.hear()
    kantor.review()
    kantor.decide()
    kantor.act("case_officer", referral.draft)


def first(work: Work) -> Referral:
    """The first referral of the case."""
    return work.session.scalars(select(Referral).order_by(Referral.id)).first() or Referral()


def recipient(kantor: Bureau) -> Recipient:
    """To whom the letter goes, as it would be drawn now."""

    def look(work: Work) -> Recipient:
        document = work.session.get_one(Document, first(work).document_id)
        paper = paper_data.build(work, document)
        assert isinstance(paper, Penerusan)
        return paper.recipient

    return kantor.read(look)


@when(
    parsers.re(
        r"(?P<role>kepala sekretariat|koordinator) mencatat alamat tujuan itu "
        r'"(?P<line>[^"]+)" di "(?P<place>[^"]+)" mulai "(?P<since>[^"]+)"'
    )
)
def recorded(
    kantor: Bureau, upaya: Attempt, role: str, line: str, place: str, since: str
) -> None:  # fmt: skip
    key = kantor.read(lambda work: first(work).destination)
    new = NewAddress("", (line,), place, "", date.fromisoformat(since), None)

    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
            addresses.change(work, work.actor.office_id, key, new, "Dibaca pada lamannya.")

    upaya.make(act)


@then(parsers.parse('surat itu menyebut "{line}" di "{place}"'))
def addressed(kantor: Bureau, line: str, place: str) -> None:
    to = recipient(kantor)
    assert (to.address, to.place) == ((line,), place)


@then(parsers.parse('surat itu tidak menyebut alamat dan ditutup "{place}"'))
def unaddressed(kantor: Bureau, place: str) -> None:
    to = recipient(kantor)
    assert (to.address, to.place) == ((), place)
