"""Evidence of a report that is not sent yet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Blob, Evidence
from tests.web.reporting import begin, fill, receive, send
from tests.web.steps import act
from tests.web.visitor import Visitor, errors, report, upload, words

AsRole = Callable[[str], Visitor]


def test_evidence_is_encrypted_until_it_is_sent(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = begin(visitor)
    content = b"\xff\xd8 FOTO-TERANG-4711"
    sent = {"berkas": upload(content, "foto.jpg"), "keterangan": "Foto", "unggah": "1"}
    assert visitor.submit(f"{base}/bukti", sent).status_code == 303
    page = visitor.get(f"{base}/bukti")
    assert "SHA-256" in words(page)
    stored = [file for file in app.settings.var.rglob("*") if file.is_file()]
    assert not any(content in file.read_bytes() for file in stored)
    again = visitor.submit(f"{base}/bukti", {**sent, "berkas": upload(content, "sama.jpg")})
    assert again.status_code == 422
    assert "isi yang sama" in errors(again)["berkas"]
    path = html.fromstring(page.text).xpath("//input[@name='keluar']/@value")[0]
    assert (app.settings.var / "files" / path).is_file()
    visitor.client.post(f"{base}/bukti/hapus", data={"csrf_token": visitor.token(), "keluar": path})
    assert not (app.settings.var / "files" / path).exists()
    assert "SHA-256 " not in visitor.get(f"{base}/periksa").text


def test_only_confidential_evidence_stays_encrypted_after_sending(
    app: App, as_role: AsRole
) -> None:
    visitor = as_role("intake_officer")
    base = fill(visitor)
    secret = {"berkas": upload(b"\xff\xd8 KTP-1771", "ktp.jpg"), "rahasia": "y", "unggah": "1"}
    visitor.submit(f"{base}/bukti", secret)
    send(visitor, base)
    with app.database.read() as session:
        rows = session.scalars(select(Evidence).order_by(Evidence.ordinal)).all()
        assert [row.confidential for row in rows] == [False, True]
    assert as_role("case_officer").get("/bukti/2").status_code == 403
    sealed = [one for one in (app.settings.var / "files" / "sealed").rglob("*") if one.is_file()]
    assert len(sealed) == 1


def test_an_empty_file_is_refused_beside_its_field(as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = begin(visitor)
    page = visitor.submit(f"{base}/bukti", {"berkas": upload(b"", "kosong.jpg"), "unggah": "1"})
    assert page.status_code == 422
    assert "0 byte" in errors(page)["berkas"]
    assert "Pilih berkas" in errors(visitor.submit(f"{base}/bukti", {"unggah": "1"}))["berkas"]


PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00"


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (PROGRAM, "foto.exe", "sebuah program"),
        (PROGRAM, "foto.jpg", "sebuah program"),
        (b"Bukan PDF sama sekali", "surat.pdf", "bukan PDF seperti kata namanya"),
        (b"<html></html>", "foto.png", "bukan gambar seperti kata namanya"),
        (b"\x00\x01\x02\x03", "rekaman", "tidak dikenali dari isinya"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_beside_its_field(
    app: App, as_role: AsRole, content: bytes, name: str, told: str
) -> None:
    visitor = as_role("intake_officer")
    base = begin(visitor)
    page = visitor.submit(f"{base}/bukti", {"berkas": upload(content, name), "unggah": "1"})
    assert page.status_code == 422
    assert told in errors(page)["berkas"]
    stored = [file for file in app.settings.var.rglob("*") if file.is_file()]
    assert not any(content in file.read_bytes() for file in stored)


def test_what_telephones_make_is_taken_and_known_by_its_content(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    video = b"\x00\x00\x00\x18ftypmp42" + bytes(40)
    receive(visitor, report(**{"bukti-0-berkas": upload(video, "VID-20240915.mp4")}))
    webp = {"bukti": upload(b"RIFF\x00\x00\x00\x00WEBPVP8 ", "IMG.jpg"), "bukti_keterangan": "Foto"}
    act(visitor, "/perkara/1/bukti/baru", dict(webp))
    with app.database.read() as session:
        kinds = session.scalars(select(Blob.media_type).order_by(Blob.id)).all()
    assert kinds[:2] == ["video/mp4", "image/webp"]
