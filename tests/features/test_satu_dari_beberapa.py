"""satu_dari_beberapa.feature"""

from __future__ import annotations

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.models import ReferralItem
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import followup
from casework.services.cases import facts as case_facts
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("satu_dari_beberapa.feature")


@given("tiga ASN diteruskan kepada BKN dengan satu surat")
def forwarded(kantor: Bureau) -> None:
    kantor.at("2024-09-19T10:00:00")
    kantor.receive(respondents=tuple(Respondent(f"ASN {one}", "asn") for one in (1, 2, 3)))
    kantor.register()
    kantor.invite()
    kantor.hear()
    kantor.review()
    kantor.decide()
    kantor.forward()
    (letter,) = kantor.documents("penerusan_hukum_lainnya")
    assert letter.about.startswith("bkn")


def record(kantor: Bureau, upaya: Attempt, numbers: str, state: str, note: str) -> None:
    items = kantor.read(
        lambda work: list(work.session.scalars(select(ReferralItem.id).order_by("id")))
    )
    chosen = [items[int(one) - 1] for one in numbers.split(" dan ")]
    upaya.make(lambda: kantor.act("secretariat", followup.record, chosen, state, note))


@when(parsers.parse('BKN menerima berkas "{numbers}"'))
def accepted(kantor: Bureau, upaya: Attempt, numbers: str) -> None:
    record(kantor, upaya, numbers, "accepted", "")


@when(parsers.re(r'berkas "(?P<n>\d)" dicatat "(?P<state>\w+)" dengan catatan "(?P<note>[^"]*)"'))
def told(kantor: Bureau, upaya: Attempt, n: str, state: str, note: str) -> None:
    record(kantor, upaya, n, state, note)


def over(kantor: Bureau) -> bool:
    facts = kantor.read(lambda work: case_facts.facts_of(work, kantor.case(work)))
    return facts["tindak_lanjut_tuntas"]


@then("tindak lanjut belum tuntas")
def waits(kantor: Bureau) -> None:
    assert not over(kantor)


@then("tindak lanjut tuntas")
def done(kantor: Bureau) -> None:
    assert over(kantor)
