"""penandatanganan.feature"""

from __future__ import annotations

from io import BytesIO

from pytest_bdd import given, parsers, scenarios, then, when

from casework.models import Document
from casework.services.acts.recommendation import dispatches
from casework.services.acts.recommendation.dispatches import Sending
from casework.services.acts.registration import kajian_awal, withdrawal
from casework.services.documents import signing
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("penandatanganan.feature")


def letter(kantor: Bureau) -> Document:
    (row,) = kantor.documents("pemberitahuan_kelengkapan")
    return row


def send(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    sending = Sending("langsung", kantor.app.now(), unsigned_reason=reason)
    upaya.make(lambda: kantor.act("secretariat", dispatches.record, letter(kantor).id, sending))


@given("surat kelengkapan terbit dan belum ditandatangani")
def issued(kantor: Bureau) -> None:
    kantor.receive()
    kantor.assess({"dua_alat_bukti": "Baru satu alat bukti."})
    kantor.act("case_officer", kajian_awal.ask_to_complete)
    kantor.issue()


@given("pindaian bertanda tangan surat itu sudah disimpan")
def scanned(kantor: Bureau) -> None:
    file = kantor.app.store.put(BytesIO(b"\xff\xd8 pindaian"), sealed=True, limit=1000)
    with kantor.app.unit_of_work(kantor.actor("secretariat")) as work:
        signing.attach_scan(work, letter(kantor).id, file, "image/jpeg")


@when("sekretariat mencatat penyampaiannya tanpa alasan")
def send_plainly(kantor: Bureau, upaya: Attempt) -> None:
    send(kantor, upaya, "")


@when(parsers.parse('sekretariat mencatat penyampaiannya karena "{reason}"'))
def send_because(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    send(kantor, upaya, reason)


@then(parsers.parse("surat itu menunggu tanda tangan {role}"))
def waits(kantor: Bureau, role: str) -> None:
    assert letter(kantor).id in waiting(kantor, role)


@then(parsers.parse("surat itu tidak menunggu tanda tangan {role}"))
def waits_not(kantor: Bureau, role: str) -> None:
    assert letter(kantor).id not in waiting(kantor, role)


def waiting(kantor: Bureau, role: str) -> list[int]:
    found, _more = kantor.read(signing.waiting, ROLES[role])
    return [document.id for document, _case in found]


@when("perkara itu selesai")
def over(kantor: Bureau) -> None:
    kantor.act("intake_officer", withdrawal.withdraw, "Dicabut pelapor.")
    assert kantor.stage == "dicabut"


@when(parsers.re(r'(?P<role>ketua|penangan) mengakhirinya karena "(?P<reason>[^"]*)"'))
def ended(kantor: Bureau, upaya: Attempt, role: str, reason: str) -> None:
    number = letter(kantor).id
    upaya.make(
        lambda: kantor.act(
            ROLES[role], lambda work, _case, _version: signing.end(work, number, reason)
        )
    )


@then(parsers.parse('dokumennya menyebut alasan "{reason}"'))
def kept(kantor: Bureau, reason: str) -> None:
    assert kantor.read(lambda work: signing.ended(work, letter(kantor))) == reason


@then(parsers.parse('penyampaiannya tercatat dengan alasan "{reason}"'))
def left(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    assert upaya.refusal is None
    assert told(kantor) == reason
    assert kantor.sound() == ()


@then("penyampaiannya tercatat tanpa alasan")
def left_signed(kantor: Bureau, upaya: Attempt) -> None:
    assert upaya.refusal is None
    assert told(kantor) is None


def told(kantor: Bureau) -> str | None:
    (event,) = kantor.events("catat_penyampaian_surat")
    return event.detail.get("reason")
