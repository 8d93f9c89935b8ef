"""penerimaan_surat.feature"""

from __future__ import annotations

from datetime import datetime

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import func, select

from casework.models import Dispatch
from casework.services.acts.recommendation import dispatches
from casework.services.acts.recommendation.dispatches import Sending
from casework.services.acts.registration import kajian_awal
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("penerimaan_surat.feature")


def send(kantor: Bureau, received: datetime | None) -> None:
    (letter,) = kantor.documents("pemberitahuan_kelengkapan")
    sending = Sending("langsung", kantor.app.now(), received, unsigned_reason="Di atas kertas")
    kantor.act("secretariat", dispatches.record, letter.id, sending)


@given("surat kelengkapan yang sudah diterima pelapor")
def received(kantor: Bureau) -> None:
    kantor.receive()
    kantor.assess({"dua_alat_bukti": "Baru satu alat bukti."})
    kantor.act("case_officer", kajian_awal.ask_to_complete)
    kantor.issue()
    send(kantor, kantor.app.now())


@when("sekretariat mencatat penerimaan surat itu sekali lagi")
def again(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: send(kantor, kantor.app.now()))


@when("sekretariat mencatat surat itu dikirim lagi tanpa jam terima")
def sent_again(kantor: Bureau) -> None:
    send(kantor, None)


@then(parsers.parse("surat itu mempunyai {n:d} catatan penyampaian"))
def recorded(kantor: Bureau, n: int) -> None:
    with kantor.app.reading(kantor.actor("secretariat")) as work:
        assert work.session.scalar(select(func.count(Dispatch.id))) == n
