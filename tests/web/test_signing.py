"""Signing through the pages: by certificate, by several, on paper; no passphrase is kept."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from lxml import html
from PIL import Image
from sqlalchemy import func, select, text

from casework.adapters.signing.check import examine
from casework.bootstrap import App
from casework.models import Base, Blob, Document, Event, Signature
from casework.services.cases.record import audit_check
from casework.services.core.work import Actor
from casework.services.upkeep.effects import drain
from tests.certificates import PASSPHRASE, install
from tests.staff import NAMES
from tests.web.steps import act, newest_pleno, received, to_clarification
from tests.web.visitor import Visitor, errors, upload, words

AsRole = Callable[[str], Visitor]
NOBODY = Actor.system(0)
WRONG = "bukan-frasa-sandinya-88"


def certify(app: App, *roles: str) -> None:
    """Certificates for officers by role; in the test house the login is the role."""
    for role in roles:
        install(app.settings.certificate_folder, role, NAMES[role])


def paper(app: App, kind: str) -> int:
    with app.reading(NOBODY) as work:
        return work.session.scalars(select(Document.id).where(Document.kind == kind)).one()


def copies(app: App, document_id: int) -> list[tuple[Signature, bytes]]:
    """The signed copies of a paper with their bytes."""
    with app.reading(NOBODY) as work:
        query = select(Signature, Blob).join(Blob, Blob.id == Signature.blob_id)
        rows = work.session.execute(query.where(Signature.document_id == document_id)).all()
        return [(row, b"".join(work.store.read(b.path, b.wrapped_key))) for row, b in rows]


def sound(app: App) -> tuple[str, ...]:
    with app.reading(NOBODY) as work:
        return audit_check.verify(work, app.anchors.read()).faults


def sign(visitor: Visitor, document_id: int, passphrase: str = PASSPHRASE) -> int:
    typed = {"cara": "pades", "frasa_sandi": passphrase}
    return visitor.submit(f"/dokumen/{document_id}/tanda-tangan", typed).status_code


@pytest.fixture
def receipt(app: App, as_role: AsRole) -> int:
    """An issued receipt, which the intake officer signs."""
    received(as_role)
    drain(app)
    return paper(app, "tanda_bukti")


def test_a_paper_is_signed_and_says_so(app: App, as_role: AsRole, receipt: int) -> None:
    certify(app, "intake_officer")
    officer = as_role("intake_officer")
    assert "Belum ditandatangani." in words(officer.get(f"/dokumen/{receipt}"))
    assert sign(officer, receipt) == 303
    shown = words(officer.get(f"/dokumen/{receipt}"))
    assert "Ditandatangani oleh Ratna Dewi" in shown
    assert "Berkasnya masih sama dengan yang ditandatangani." in shown
    ((row, signed),) = copies(app, receipt)
    assert [one.holds for one in examine(signed)] == [True]
    assert (row.signer_name, row.way, len(row.certificate)) == ("Ratna Dewi", "pades", 64)
    assert sound(app) == ()
    # The very file is recognised by anyone, and nothing but it.
    code = app_code(app, receipt)
    page = Visitor(officer.client.application).submit(
        f"/verifikasi/{code}", {"berkas": (io.BytesIO(signed), "surat.pdf")}
    )
    assert "dengan salinan yang ditandatangani" in words(page)
    assert "elektronik, 1 tanda tangan" in words(page)


def app_code(app: App, document_id: int) -> str:
    with app.reading(NOBODY) as work:
        return work.session.get_one(Document, document_id).verify_code


def test_a_wrong_passphrase_is_said_at_its_field_and_signs_nothing(
    app: App, as_role: AsRole, receipt: int
) -> None:
    certify(app, "intake_officer")
    page = as_role("intake_officer").submit(
        f"/dokumen/{receipt}/tanda-tangan", {"cara": "pades", "frasa_sandi": WRONG}
    )
    assert page.status_code == 422
    assert "tidak cocok dengan sertifikat" in errors(page)["frasa_sandi"]
    assert WRONG not in page.text
    assert copies(app, receipt) == []


def test_the_passphrase_is_nowhere(
    app: App, as_role: AsRole, receipt: int, var: Path, caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    certify(app, "intake_officer")
    with caplog.at_level(logging.DEBUG):
        sign(as_role("intake_officer"), receipt, WRONG)
        assert sign(as_role("intake_officer"), receipt) == 303
    told = "".join(capfd.readouterr()) + caplog.text
    with app.database.read() as session:
        for table in Base.metadata.sorted_tables:
            told += repr(session.execute(text(f"SELECT * FROM {table.name}")).all())
    kept = b"".join(file.read_bytes() for file in var.rglob("*") if file.is_file())
    for secret in (PASSPHRASE, WRONG):
        assert secret not in told
        assert secret.encode() not in kept


def test_a_second_signature_keeps_the_first_valid_and_a_flipped_bit_is_found(
    app: App, as_role: AsRole
) -> None:
    to_clarification(app, as_role)
    act(as_role("commissioner"), newest_pleno(app))
    drain(app)
    minutes = paper(app, "berita_acara_pleno")
    certify(app, "chair", "commissioner")
    assert sign(as_role("chair"), minutes) == 303
    assert sign(as_role("commissioner"), minutes) == 303
    (_first, one), (_second, two) = copies(app, minutes)
    assert two.startswith(one)
    assert [(seen.signer, seen.holds) for seen in examine(two)] == [
        ("Hasan Basri", True), ("Yusuf Karim", True),
    ]  # fmt: skip
    altered = bytearray(two)
    altered[3000] ^= 1
    assert not any(seen.holds for seen in examine(bytes(altered)))
    again = as_role("chair").submit(
        f"/dokumen/{minutes}/tanda-tangan", {"cara": "pades", "frasa_sandi": PASSPHRASE}
    )
    assert again.status_code == 422
    assert "sudah menandatangani" in words(again)
    assert sound(app) == ()


def test_a_signed_file_that_changes_on_disk_is_told_on_the_page_and_by_the_audit(
    app: App, as_role: AsRole
) -> None:
    to_clarification(app, as_role)
    act(as_role("commissioner"), newest_pleno(app))
    drain(app)
    minutes = paper(app, "berita_acara_pleno")
    certify(app, "chair")
    assert sign(as_role("chair"), minutes) == 303
    with app.reading(NOBODY) as work:
        row = work.session.scalars(select(Signature)).one()
        path = work.session.get_one(Blob, row.blob_id).path
    file = app.settings.var / "files" / path
    content = bytearray(file.read_bytes())
    content[-200] ^= 1
    file.chmod(0o640)
    file.write_bytes(bytes(content))
    assert "Berkas berubah sesudah ditandatangani" in words(
        as_role("chair").get(f"/dokumen/{minutes}")
    )
    assert any("isi berkas tidak sama" in fault for fault in sound(app))


def test_only_who_the_form_names_signs_it(app: App, as_role: AsRole, receipt: int) -> None:
    certify(app, "chair")
    typed = {"cara": "pades", "frasa_sandi": PASSPHRASE}
    path = f"/dokumen/{receipt}/tanda-tangan"
    assert as_role("chair").submit(path, typed).status_code == 403
    assert as_role("secretariat").get(path).status_code == 403
    assert copies(app, receipt) == []


def test_without_a_certificate_the_page_says_what_to_do(as_role: AsRole, receipt: int) -> None:
    page = as_role("intake_officer").get(f"/dokumen/{receipt}/tanda-tangan")
    assert "Belum ada sertifikat untuk Anda" in words(page)


def test_a_scan_is_kept_beside_the_original_and_taken_back_with_a_reason(
    app: App, as_role: AsRole, receipt: int
) -> None:
    officer = as_role("intake_officer")
    code = app_code(app, receipt)
    typed = {
        "kode": f"https://x.example/verifikasi/{code}",
        "berkas": upload(b"\xff\xd8 pindaian", "s.jpg"),
    }
    assert officer.submit("/dokumen/pindaian", typed).status_code == 303
    ((row, content),) = copies(app, receipt)
    assert (row.way, content) == ("basah", b"\xff\xd8 pindaian")
    with officer.get(f"/dokumen/salinan/{row.id}") as answer:
        assert answer.data == content
        assert answer.headers["Content-Disposition"].startswith("attachment")
    # What stands on paper is not signed a second time in another way.
    certify(app, "intake_officer")
    assert sign(officer, receipt) == 422
    taken = officer.submit(f"/dokumen/salinan/{row.id}/cabut", {"alasan": "Pindaian surat lain."})
    assert taken.status_code == 303
    assert "dicabut" in words(officer.get(f"/dokumen/{receipt}"))
    assert sign(officer, receipt) == 303
    assert sound(app) == ()


def test_a_scan_finds_its_paper_by_the_code_in_its_text(
    app: App, as_role: AsRole, receipt: int
) -> None:
    with app.reading(NOBODY) as work:
        issued = work.session.get_one(Blob, work.session.get_one(Document, receipt).issued_blob_id)
        pdf = b"".join(work.store.read(issued.path, issued.wrapped_key))
    officer = as_role("intake_officer")
    same = officer.submit("/dokumen/pindaian", {"kode": "", "berkas": upload(pdf, "s.pdf")})
    assert same.status_code == 422
    assert "bukan pindaian" in words(same)
    scanned = officer.submit(
        "/dokumen/pindaian", {"kode": "", "berkas": upload(pdf + b"\n% pindaian\n", "s.pdf")}
    )
    assert scanned.status_code == 303
    assert len(copies(app, receipt)) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"kode": "", "berkas": upload(b"\xff\xd8", "s.jpg")}, "tidak terbaca"),
        ({"kode": "tidak-pernah-ada", "berkas": upload(b"\xff\xd8", "s.jpg")}, "tidak ditemukan"),
        ({"kode": ""}, "Pilih berkas pindaian"),
    ],
)
def test_a_scan_of_no_paper_here_is_refused(
    as_role: AsRole, receipt: int, typed: dict[str, object], said: str
) -> None:
    page = as_role("intake_officer").submit("/dokumen/pindaian", typed)
    assert page.status_code == 422
    assert said in words(page)


def test_a_certificate_that_has_ended_does_not_sign(
    app: App, as_role: AsRole, receipt: int, flask: Flask
) -> None:
    install(app.settings.certificate_folder, "intake_officer", "Ratna Dewi Lama", years=0)
    page = as_role("intake_officer").submit(
        f"/dokumen/{receipt}/tanda-tangan", {"cara": "pades", "frasa_sandi": PASSPHRASE}
    )
    assert page.status_code == 422
    assert "Perpanjang sertifikat" in words(page)


@pytest.mark.parametrize("name", ["s.pdf", "s.jpg", "s.png", "s.tiff"])
def test_a_file_that_is_not_what_its_name_says_is_no_scan(
    app: App, as_role: AsRole, receipt: int, name: str
) -> None:
    page = as_role("intake_officer").submit(
        f"/dokumen/{receipt}/pindaian", {"berkas": upload(b"<script>1</script>", name)}
    )
    assert page.status_code == 422
    assert "bukan seperti kata namanya" in errors(page)["berkas"]
    with app.database.read() as session:
        assert session.scalars(select(Signature)).all() == []


def test_what_waits_shows_its_pages_to_who_may_read_it(
    app: App, as_role: AsRole, receipt: int
) -> None:
    officer, way = as_role("intake_officer"), f"/dokumen/{receipt}/halaman.png"
    with app.reading(NOBODY) as work:
        sealed = work.session.get_one(Document, receipt).confidential
    queue = html.fromstring(officer.get("/dokumen/tanda-tangan").text)
    # What a browser loads by itself opens nothing that is sealed: its pages have a link.
    assert sealed
    assert not queue.xpath(f"//*[@src='{way}']")
    assert queue.xpath(f"//a[@href='{way}']")
    assert not html.fromstring(officer.get(f"/dokumen/{receipt}/tanda-tangan").text).xpath(
        f"//*[@src='{way}']"
    )
    drawn = officer.get(way)
    assert drawn.mimetype == "image/png"
    with Image.open(io.BytesIO(drawn.data)) as picture:
        assert picture.width > 900
        assert picture.height > picture.width
    with app.reading(NOBODY) as work:
        query = select(func.count()).where(Event.action == "dokumen_dibuka")
        assert work.session.scalar(query) == 1
        form = paper(app, "formulir_laporan")
    assert officer.get(f"/dokumen/{form}/halaman.png").status_code == 200
    with app.reading(NOBODY) as work:
        assert work.session.scalar(query) == 2
    assert as_role("chair").get(f"/dokumen/{form + 99}/halaman.png").status_code == 404
    # Who may not open the sealed PDF does not see its pages either.
    assert as_role("commissioner").get(f"/dokumen/{form}/halaman.png").status_code == 403
    assert as_role("case_officer").get(way).status_code == 403


def test_what_waits_is_signed_with_one_passphrase(app: App, as_role: AsRole, receipt: int) -> None:
    received(as_role)  # the same report again: the first case stays as it is
    drain(app)
    officer = as_role("intake_officer")
    path = "/dokumen/tanda-tangan"
    assert "Menunggu tanda tangan Anda" in words(officer.get("/"))
    assert "Belum ada sertifikat" in words(officer.get(path))
    certify(app, "intake_officer")
    waiting = officer.fields(officer.get(path)).get("dokumen", [])
    ticked = [str(receipt)]
    wrong = officer.submit(path, {"dokumen": ticked, "cara": "pades", "frasa_sandi": WRONG})
    assert wrong.status_code == 422
    assert copies(app, receipt) == []
    done = officer.submit(path, {"dokumen": ticked, "cara": "pades", "frasa_sandi": PASSPHRASE})
    assert done.status_code == 303, (waiting, words(done)[:500])
    assert len(copies(app, receipt)) == 1
    assert f'value="{receipt}"' not in officer.get(path).text
    assert sound(app) == ()
