"""dua_surat_kpu.feature"""

from __future__ import annotations

from datetime import datetime

import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Deadline, Dispatch, Referral, ReferralItem
from casework.services.acts.corrections import clerical_dispatch, fact_correction
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import dispatches, followup, referral
from casework.services.acts.recommendation.dispatches import Sending
from casework.simulation.steps.letters import IN_INK
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.features.conftest import to_kpu

scenarios("dua_surat_kpu.feature")

SENT = "2024-09-24T15:00:00+07:00"


@pytest.fixture
def kantor(app: App, clock: SettableClock) -> Bureau:
    """An office of a kabupaten: its letters go to the KPU of each respondent's region."""
    return Bureau(app, clock, "07.08")


@given("rekomendasi administrasi dikirim ke KPU Kepahiang dan KPU Lebong")
def two_letters(kantor: Bureau) -> None:
    kantor.at("2024-09-23T10:00:00")
    kantor.receive(
        respondents=(
            Respondent("Terlapor Satu", "kepala_desa", region="kepahiang"),
            Respondent("Terlapor Dua", "kepala_desa", region="lebong"),
        )
    )
    to_kpu(kantor)
    kantor.issue()


def letter(kantor: Bureau, addressee: str) -> Referral:
    query = select(Referral).where(Referral.addressee == addressee)
    return kantor.read(lambda work: work.session.scalars(query).one())


@given(parsers.parse('surat ke "{addressee}" diterima pada "{moment}"'))
def arrived(kantor: Bureau, addressee: str, moment: str) -> None:
    kantor.at(moment)
    at = datetime.fromisoformat(f"{moment}+07:00")
    sending = Sending("langsung", datetime.fromisoformat(SENT), at, unsigned_reason=IN_INK)
    kantor.act("secretariat", dispatches.record, letter(kantor, addressee).document_id, sending)
    if all(one.state == "dispatched" for one in kantor.documents("penerusan_administrasi")):
        kantor.act("secretariat", referral.forward)


@when(parsers.re(r'"(?P<addressee>[^"]+)" (?P<what>\w+) pada "(?P<moment>[^"]+)"'))
def answers(kantor: Bureau, addressee: str, what: str, moment: str) -> None:
    wanted = letter(kantor, addressee).id
    query = select(ReferralItem.id).where(ReferralItem.referral_id == wanted)
    items = kantor.read(lambda work: list(work.session.scalars(query)))
    if kantor.app.now() < datetime.fromisoformat(f"{moment}+07:00"):
        kantor.at(moment)
    state = {"menindaklanjuti": "followed_up", "mengembalikan": "returned"}[what]
    at = datetime.fromisoformat(f"{moment}+07:00")
    kantor.act("secretariat", followup.record, items, state, "Menurut surat.", answered_at=at)


@when(parsers.parse('waktu terima surat ke "{addressee}" dibetulkan menjadi "{moment}"'))
def corrected(kantor: Bureau, addressee: str, moment: str) -> None:
    document = letter(kantor, addressee).document_id
    query = select(Dispatch.id).where(Dispatch.document_id == document)
    row = kantor.read(lambda work: work.session.scalars(query).one())
    at = datetime.fromisoformat(f"{moment}+07:00")
    kantor.act(
        "secretariat", clerical_dispatch.correct_dispatch, row,
        datetime.fromisoformat(SENT), at, "Salah baca tanda terima.",
    )  # fmt: skip


@when(parsers.parse('koordinator membetulkan fakta waktu terima KPU menjadi "{moment}"'))
def fact_corrected(kantor: Bureau, moment: str) -> None:
    at = datetime.fromisoformat(f"{moment}+07:00")
    fact = "rekomendasi_kpu_diterima"
    kantor.act("coordinator", fact_correction.correct, fact, at, "Salah baca tanda terima.")


def limit(kantor: Bureau, addressee: str) -> Deadline:
    query = select(Deadline).where(
        Deadline.rule == "tindak_lanjut_kpu", Deadline.title.contains(addressee)
    )
    return kantor.read(lambda work: work.session.scalars(query).one())


@then(parsers.parse('batas surat ke "{addressee}" jatuh pada "{due}"'))
def falls(kantor: Bureau, addressee: str, due: str) -> None:
    assert limit(kantor, addressee).due == due


@then(parsers.parse('batas surat ke "{addressee}" dalam keadaan "{state}"'))
def stands(kantor: Bureau, addressee: str, state: str) -> None:
    assert limit(kantor, addressee).state == state
