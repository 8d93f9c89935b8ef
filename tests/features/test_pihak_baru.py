"""pihak_baru.feature"""

from __future__ import annotations

from datetime import timedelta

from pytest_bdd import parsers, scenarios, then, when

from casework.engine.papers import UndanganKlarifikasi
from casework.services.acts.clarification import sessions
from casework.services.acts.parties import Respondent
from casework.services.acts.registration import further_parties
from casework.services.acts.review import review
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.cases.record.identity import Person
from casework.services.documents.data import build
from tests.bureau import ARTICLE, Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("pihak_baru.feature")

KINDS = {"saksi": "witness", "ahli": "expert"}


@when(
    parsers.re(
        r"(?P<role>penangan|petugas penerima) mencatat (?P<kind>saksi|ahli|terlapor) "
        r'"(?P<name>[^"]+)" karena "(?P<reason>[^"]+)"'
    )
)
def recorded(kantor: Bureau, upaya: Attempt, role: str, kind: str, name: str, reason: str) -> None:
    def act() -> object:
        if kind == "terlapor":
            one = Respondent(name, "asn")
            return kantor.act(ROLES[role], further_parties.add_respondent, one, reason)
        person = Person(name, address="Jalan Rahasia 7")
        return kantor.act(ROLES[role], further_parties.add_protected, KINDS[kind], person, reason)

    upaya.make(act)


@when("semua orang diundang dan didengar")
def heard(kantor: Bureau) -> None:
    ids = [one.id for one in kantor.parties("reporter", "respondent", "witness", "expert")]
    at = kantor.app.now() + timedelta(hours=1)
    kantor.act("case_officer", sessions.invite, ids, at, "Kantor")
    kantor.issue()
    kantor.dispatch()
    kantor.hear()


@when("kajian diajukan ke pleno hanya tentang terlapor pertama")
def half(kantor: Bureau, upaya: Attempt) -> None:
    kantor.act("case_officer", sessions.close)
    first = {kantor.parties()[0].id: [Proposal("hukum_lainnya", ARTICLE, (), "Terbukti.")]}
    kantor.act("case_officer", review.save, Kajian("Fakta.", "Analisis.", "Kesimpulan.", first))
    upaya.make(lambda: kantor.act("coordinator", review.submit))


@then("ahli itu disamarkan")
def pseudonym(kantor: Bureau) -> None:
    (expert,) = kantor.parties("expert")
    assert expert.label.startswith("Ahli 2024-")
    assert expert.identity_id is not None
    assert expert.address == ""


@then(parsers.parse('keterangan ahli memakai formulir "{kind}"'))
def form(kantor: Bureau, kind: str) -> None:
    (expert,) = kantor.parties("expert")
    assert [one.context["party_id"] for one in kantor.documents(kind)] == [expert.id]


@then(parsers.parse('undangan ahli menyebut "{name}" sebagai "{capacity}"'))
def invited(kantor: Bureau, name: str, capacity: str) -> None:
    (expert,) = kantor.parties("expert")
    (letter,) = (
        one
        for one in kantor.documents("undangan_klarifikasi")
        if one.context["party_id"] == expert.id
    )
    paper = kantor.read(lambda work: build(work, letter))
    assert isinstance(paper, UndanganKlarifikasi)
    assert (paper.recipient.name, paper.capacity) == (name, capacity)


@then(parsers.parse("pada perkara ada {count:d} saksi"))
def witnesses(kantor: Bureau, count: int) -> None:
    assert len(kantor.parties("witness")) == count
