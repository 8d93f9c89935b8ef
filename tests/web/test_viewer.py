"""Evidence and documents are shown in the page; who may not open them sees nothing of them."""

from __future__ import annotations

import io

from lxml import html
from PIL import Image
from sqlalchemy import func, select

from casework.bootstrap import App
from casework.models import Document, Event
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.effects import drain
from tests.web.steps import AsRole, act, received
from tests.web.visitor import upload, words


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), (30, 90, 200)).save(out, "JPEG")
    return out.getvalue()


def openings(app: App, action: str) -> int:
    with app.reading(Actor.system(NO_OFFICE)) as work:
        query = select(func.count()).where(Event.action == action)
        return work.session.scalar(query) or 0


def add(as_role: AsRole, *, secret: bool) -> int:
    """The ordinal of a new piece of evidence, which is its key too in a case alone."""
    typed: dict[str, object] = {"bukti": upload(photo(), "foto.jpg"), "bukti_keterangan": "Foto"}
    if secret:
        typed["rahasia"] = "y"
    act(as_role("case_officer"), "/perkara/1/bukti/baru", typed)
    page = html.fromstring(as_role("case_officer").get("/perkara/1/berkas/bukti").text)
    return len(page.xpath("//ul[contains(@class, 'gallery')]/li"))


def test_evidence_is_seen_small_and_opened_once_for_all_its_pages(
    app: App, as_role: AsRole
) -> None:
    received(as_role)
    key = add(as_role, secret=False)
    officer = as_role("case_officer")
    small = officer.get(f"/bukti/{key}/mini")
    with Image.open(io.BytesIO(small.data)) as picture:
        assert picture.size == (280, 210)
    assert openings(app, "bukti_dibuka") == 0
    page = officer.get(f"/bukti/{key}/lihat")
    assert "Pembukaan ini tercatat." in words(page)
    assert openings(app, "bukti_dibuka") == 1
    (address,) = html.fromstring(page.text).xpath("//figure/img/@src")
    assert officer.get(address).mimetype == "image/jpeg"
    assert openings(app, "bukti_dibuka") == 1
    # The address is of no use to another officer, and without it the opening is recorded.
    assert as_role("coordinator").get(address).status_code == 200
    assert openings(app, "bukti_dibuka") == 2
    officer.get(f"/bukti/{key}/halaman/1")
    assert openings(app, "bukti_dibuka") == 3
    assert as_role("case_officer-kepahiang").get(address).status_code == 404


def test_of_confidential_evidence_nothing_is_drawn_for_others(app: App, as_role: AsRole) -> None:
    received(as_role)
    key = add(as_role, secret=True)
    coordinator, stranger = as_role("coordinator"), as_role("commissioner")
    assert coordinator.get(f"/bukti/{key}/mini").status_code == 404
    (address,) = html.fromstring(coordinator.get(f"/bukti/{key}/lihat").text).xpath(
        "//figure/img/@src"
    )
    for path in (f"/bukti/{key}/lihat", f"/bukti/{key}/halaman/1", address):
        assert stranger.get(path).status_code == 403
    page = html.fromstring(stranger.get("/perkara/1").text)
    assert not page.xpath(f"//img[@src='/bukti/{key}/mini']")
    assert not page.xpath(f"//a[@href='/bukti/{key}/lihat']")
    assert openings(app, "bukti_dibuka") == 1


def test_the_words_of_a_document_can_be_selected(app: App, as_role: AsRole) -> None:
    received(as_role)
    drain(app)
    with app.reading(Actor.system(NO_OFFICE)) as work:
        sealed = work.session.scalars(
            select(Document.id).where(Document.kind == "formulir_laporan")
        ).one()
    officer = as_role("intake_officer")
    before = openings(app, "dokumen_dibuka")
    page = html.fromstring(officer.get(f"/dokumen/{sealed}/baca").text)
    assert "FORMULIR LAPORAN" in " ".join(page.xpath("//figure//text//text()"))
    assert not page.xpath("//*[@style]")
    address = page.xpath("//figure/img/@src")[0]
    assert officer.get(address).mimetype == "image/png"
    assert openings(app, "dokumen_dibuka") == before + 1
    assert officer.get(f"/dokumen/{sealed}/mini").status_code == 404
    assert as_role("commissioner").get(f"/dokumen/{sealed}/baca").status_code == 403
    assert as_role("commissioner").get(address).status_code == 403
