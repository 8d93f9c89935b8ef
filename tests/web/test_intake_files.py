"""Evidence of a report that is not sent yet."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Evidence
from tests.web.reporting import begin, fill, send
from tests.web.visitor import Visitor, errors, upload, words

AsRole = Callable[[str], Visitor]


def test_evidence_is_encrypted_until_it_is_sent(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = begin(visitor)
    content = b"FOTO-TERANG-4711"
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
    secret = {"berkas": upload(b"KTP-1771", "ktp.jpg"), "rahasia": "y", "unggah": "1"}
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
