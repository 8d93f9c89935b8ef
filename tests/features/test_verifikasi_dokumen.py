"""verifikasi_dokumen.feature"""

from __future__ import annotations

from io import BytesIO

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.models import Blob, Document, Officer, Signature
from casework.services.acts.registration import kajian_awal
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.documents import signing, verification
from casework.services.documents.verification import Verdict
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("verifikasi_dokumen.feature")
STRANGER = Actor(None, "Umum", NO_OFFICE, frozenset())
SCAN = b"\xff\xd8 pindaian surat"


def _check(kantor: Bureau, upaya: Attempt, code: str) -> None:
    with kantor.app.reading(STRANGER) as work:
        upaya.notes["hasil"] = verification.find(work, code)


def found(upaya: Attempt) -> Verdict:
    verdict = upaya.notes["hasil"]
    assert isinstance(verdict, Verdict)
    return verdict


def letter(kantor: Bureau) -> Document:
    (row,) = kantor.documents("pemberitahuan_kelengkapan")
    return row


@given("pindaian surat yang ditandatangani sudah disimpan")
def scanned(kantor: Bureau, upaya: Attempt) -> None:
    file = kantor.app.store.put(BytesIO(SCAN), sealed=True, limit=1000)
    with kantor.app.unit_of_work(kantor.actor("secretariat")) as work:
        signing.attach_scan(work, letter(kantor).id, file, "image/jpeg")
    upaya.notes["pindaian"] = file.sha256


@given(parsers.parse('pindaian itu dicabut karena "{reason}"'))
def taken_back(kantor: Bureau, reason: str) -> None:
    with kantor.app.unit_of_work(kantor.actor("secretariat")) as work:
        row = work.session.scalars(select(Signature)).one()
        signing.take_back(work, row.id, reason)


@given("sebuah konsep surat lain menunggu")
def another(kantor: Bureau) -> None:
    kantor.receive("laporan-2")
    kantor.assess({"dua_alat_bukti": "Baru satu alat bukti."})
    kantor.act("case_officer", kajian_awal.ask_to_complete)
    assert letter(kantor).state == "draft"


@when("seseorang memeriksa kode surat kelengkapan")
@when("seseorang memeriksa kode konsep itu")
def check(kantor: Bureau, upaya: Attempt) -> None:
    _check(kantor, upaya, letter(kantor).verify_code)


@then(parsers.parse('keadaannya "{state}" dengan nomor dan kantornya'))
def state_is(kantor: Bureau, upaya: Attempt, state: str) -> None:
    verdict = found(upaya)
    assert (verdict.state, verdict.number) == (state, letter(kantor).number)
    assert "Bengkulu" in verdict.office


@then(parsers.parse('yang menandatangani disebut "{position}"'))
def signed_by(upaya: Attempt, position: str) -> None:
    assert found(upaya).signers == (position,)


@then("berkas terbitnya dikenali")
def recognised(kantor: Bureau, upaya: Attempt) -> None:
    row = letter(kantor)
    sha256 = kantor.read(lambda work: work.session.get_one(Blob, row.issued_blob_id).sha256)
    assert found(upaya).of_file(sha256) == verification.SAME


@then("tidak ada nama orang di dalamnya")
def nobody(kantor: Bureau, upaya: Attempt) -> None:
    names = kantor.read(lambda work: list(work.session.scalars(select(Officer.name))))
    told = repr(found(upaya))
    assert names
    assert not [name for name in (*names, "Pelapor Uji", "Terlapor Uji") if name in told]


@then("berkas yang diubah satu bita tidak dikenali")
def altered(upaya: Attempt) -> None:
    (sha256,) = found(upaya).files
    other = ("1" if sha256[0] == "0" else "0") + sha256[1:]
    assert found(upaya).of_file(other) == verification.OTHER


@then("pindaian itu dikenali sebagai salinan bertanda tangan")
def scan_known(upaya: Attempt) -> None:
    assert found(upaya).of_file(str(upaya.notes["pindaian"])) == verification.SIGNED
    assert found(upaya).ink


@then("pindaian itu tidak dikenali")
def scan_unknown(upaya: Attempt) -> None:
    assert found(upaya).of_file(str(upaya.notes["pindaian"])) == verification.OTHER


@then("kodenya tidak dikenal")
def unknown(upaya: Attempt) -> None:
    assert upaya.notes["hasil"] is None
