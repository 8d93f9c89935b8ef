"""Ways to sign, each against a true other side: a certificate, a service, a time-stamp server."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from casework.adapters.signing import BsreSigner, PadesSigner, stamping
from casework.adapters.signing.check import examine
from casework.errors import BadInput, CaseworkError, SigningFailed
from casework.ports import Secret, SignOrder
from tests.certificates import PASSPHRASE, install
from tests.unit.signing.bsre_server import NIK, PASSWORD, USER, Service, serving


def order(ordinal: int = 1, subscriber: str = "", login: str = "ketua") -> SignOrder:
    return SignOrder(
        login=login,
        office="07.00",
        name="Hasan Basri",
        lines=("Ditandatangani secara elektronik oleh", "Hasan Basri", "Ketua"),
        reason="Nomor 194/PP.00.01/K/09/2024",
        place="Bengkulu",
        at=datetime(2024, 9, 21, 3, 0, tzinfo=UTC),
        ordinal=ordinal,
        subscriber=subscriber,
    )


@pytest.fixture(scope="module")
def paper() -> bytes:
    out, whole = BytesIO(), PdfWriter()
    whole.add_blank_page(595, 842)
    whole.write(out)
    return out.getvalue()


@pytest.fixture
def service(tmp_path: Path) -> Iterator[tuple[Service, BsreSigner]]:
    service = Service(tmp_path)
    with serving(service) as url:
        yield service, BsreSigner(url, USER, PASSWORD)


def test_the_service_signs_and_gets_what_it_needs_once(
    service: tuple[Service, BsreSigner], paper: bytes
) -> None:
    there, signer = service
    made = signer.sign(paper, order(subscriber=NIK), Secret(PASSPHRASE))
    assert made.content.startswith(paper)
    assert [one.holds for one in examine(made.content)] == [True]
    (asked,) = there.asked
    assert (asked["nik"], asked["passphrase"]) == (NIK, PASSPHRASE)
    assert base64.b64decode(asked["file"][0]) == paper
    assert asked["signatureProperties"][0]["tampilan"] == "VISIBLE"
    assert base64.b64decode(there.authorised[0].split()[1]).decode() == f"{USER}:{PASSWORD}"


@pytest.mark.parametrize(
    ("nik", "passphrase", "field", "said"),
    [
        (NIK, "salah-sekali-99", "frasa_sandi", "ketik ulang"),
        ("", PASSPHRASE, "nik", "Isi NIK"),
        ("1700000000000000", PASSPHRASE, "", "kode 2011"),
    ],
)
def test_what_the_service_refuses_is_said_without_what_was_sent(
    service: tuple[Service, BsreSigner], paper: bytes, nik: str, passphrase: str, field: str,
    said: str,
) -> None:  # fmt: skip
    with pytest.raises(CaseworkError, match=said) as refusal:
        service[1].sign(paper, order(subscriber=nik), Secret(passphrase))
    if isinstance(refusal.value, BadInput):
        assert refusal.value.problems[0].field == field
    assert passphrase not in repr(refusal.value)


@pytest.mark.parametrize("mood", ["broken", "odd"])
def test_a_service_that_fails_signs_nothing_and_repeats_no_passphrase(
    service: tuple[Service, BsreSigner], paper: bytes, mood: str
) -> None:
    service[0].mood = mood
    with pytest.raises(SigningFailed) as failure:
        service[1].sign(paper, order(subscriber=NIK), Secret(PASSPHRASE))
    assert PASSPHRASE not in str(failure.value)
    assert failure.value.__cause__ is None


def test_nobody_there_is_a_failure_that_can_be_tried_again(paper: bytes) -> None:
    with pytest.raises(SigningFailed, match="tidak dapat dihubungi"):
        BsreSigner("http://127.0.0.1:9", "", "").sign(
            paper, order(subscriber=NIK), Secret(PASSPHRASE)
        )


def test_a_time_stamp_server_that_is_down_leaves_the_paper_unsigned(
    tmp_path: Path, paper: bytes
) -> None:
    install(tmp_path, "ketua", "Hasan Basri")
    signer = PadesSigner(tmp_path, tsa="http://127.0.0.1:9/tsa")
    with pytest.raises(SigningFailed, match="TSA"):
        signer.sign(paper, order(), Secret(PASSPHRASE))


def test_the_officers_certificate_comes_before_that_of_the_office(
    tmp_path: Path, paper: bytes
) -> None:
    install(tmp_path, "ketua", "Hasan Basri")
    office = tmp_path / "offices"
    office.mkdir()
    install(tmp_path, "07.00", "Bawaslu Provinsi Bengkulu").rename(office / "07.00.p12")
    signer = PadesSigner(tmp_path)
    assert signer.sign(paper, order(), Secret(PASSPHRASE)).signer == "Hasan Basri"
    other = signer.sign(paper, order(login="lain"), Secret(PASSPHRASE))
    assert other.signer == "Bawaslu Provinsi Bengkulu"
    assert not signer.ready("../officers/ketua", "../offices/07.00")


def test_a_paper_that_is_no_pdf_is_not_signed(tmp_path: Path) -> None:
    install(tmp_path, "ketua", "Hasan Basri")
    with pytest.raises(CaseworkError):
        PadesSigner(tmp_path).sign(b"bukan pdf", order(), Secret(PASSPHRASE))


def test_a_secret_tells_nothing() -> None:
    assert PASSPHRASE not in f"{Secret(PASSPHRASE)!r} {Secret(PASSPHRASE)}"


def test_without_a_printed_name_the_mark_goes_to_the_foot_of_the_last_page(paper: bytes) -> None:
    first, second = (stamping.place_mark(paper, "Hasan Basri", ordinal) for ordinal in (1, 2))
    assert (first.page, second.page) == (0, 0)
    assert first.box[2] < second.box[0]
    assert stamping.place_mark(b"bukan pdf", "Hasan Basri", 1).page == -1
