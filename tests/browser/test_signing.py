"""A receipt is issued, signed with a certificate, checked by a stranger, and found when altered."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Blob, Document, Signature
from casework.services.core.work import Actor
from casework.services.upkeep.effects import drain
from tests import desk
from tests.browser.conftest import Windows
from tests.browser.window import Window
from tests.certificates import PASSPHRASE, install


def issued(app: App) -> tuple[int, str]:
    """A receipt with its final PDF: its key and the code printed on it."""
    desk.receive(app)
    drain(app)
    with app.reading(Actor.system(0)) as work:
        row = work.session.scalars(select(Document).where(Document.kind == "tanda_bukti")).one()
        return row.id, row.verify_code


def signed(app: App) -> bytes:
    with app.reading(Actor.system(0)) as work:
        row = work.session.scalars(select(Signature)).one()
        blob = work.session.get_one(Blob, row.blob_id)
        return b"".join(work.store.read(blob.path, blob.wrapped_key))


def compared(page: Page, file: Path) -> str:
    """What the public page says about a file."""
    page.set_input_files("input[type=file]", file)
    with page.expect_navigation():
        page.get_by_role("button", name="Bandingkan").click()
    return page.locator("main").inner_text()


def test_signed_checked_and_found_when_altered(
    app: App, server: str, window: Windows, chromium: Browser, tmp_path: Path
) -> None:
    key, code = issued(app)
    install(app.settings.certificate_folder, "penerima.bengkulu", "Penerima Uji")
    officer: Window = window("penerima")
    assert officer.open(f"/dokumen/{key}") == 200
    assert "Belum ditandatangani." in officer.words()
    wrong = {"frasa_sandi": "bukan-frasa-sandinya"}
    officer.open("/dokumen/tanda-tangan")
    officer.page.locator("details.to-sign summary").last.click()
    officer.page.get_by_role("link", name="Buka halamannya").last.click()
    drawn = officer.page.locator("details.to-sign[open] img")
    drawn.scroll_into_view_if_needed()
    officer.page.wait_for_function("one => one.naturalWidth > 900", arg=drawn.element_handle())
    officer.open(f"/dokumen/{key}/tanda-tangan")
    officer.fill(wrong)
    officer.press("Tandatangani")
    assert "Frasa sandi tidak cocok" in officer.words()
    said = officer.do(f"/dokumen/{key}/tanda-tangan", "Tandatangani", {"frasa_sandi": PASSPHRASE})
    assert "Dokumen ditandatangani" in said
    officer.open(f"/dokumen/{key}")
    assert "Berkasnya masih sama dengan yang ditandatangani" in officer.words()
    assert officer.barriers() == []
    assert officer.complaints == []

    good, bad = tmp_path / "surat.pdf", tmp_path / "surat-lain.pdf"
    content = signed(app)
    good.write_bytes(content)
    bad.write_bytes(content[:3000] + bytes([content[3000] ^ 1]) + content[3001:])
    context = chromium.new_context(
        viewport={"width": 320, "height": 800}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{server}/verifikasi/{code}")
    assert "Dokumen ini ditandatangani" in page.locator("h1").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert "sama, bita demi bita, dengan salinan yang ditandatangani" in compared(page, good)
    assert "Berkas berubah" in compared(page, bad)
    context.close()
