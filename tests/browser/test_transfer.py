"""A case goes to the office below on screen: sent there, received here, read there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Document, Office
from casework.services.upkeep import effects
from tests import desk
from tests.browser.window import Window
from tests.conftest import SettableClock

HAND_OVER, RECEIVE = "/perkara/1/tindakan/limpahkan", "/perkara/1/tindakan/terima_pelimpahan"
PHONE = {"width": 320, "height": 700}


@pytest.fixture
def waiting(
    app: App, clock: SettableClock, chromium: Browser, server: str
) -> Iterator[tuple[Window, Window]]:
    """The coordinators of the province and of Lebong; the case was sent to Lebong."""
    desk.receive(app)
    effects.drain(app)
    sender = Window(chromium, server, "koordinator.bengkulu")
    sender.open(HAND_OVER)
    with app.database.read() as session:
        lebong = session.scalars(select(Office.id).where(Office.code == "07.08")).one()
    sender.fill({"kantor": str(lebong), "alasan": "Terlapor berada di Kabupaten Lebong."})
    sender.press("Limpahkan ke kantor lain")
    effects.drain(app)
    with app.database.read() as session:
        letter = session.scalars(select(Document.id).where(Document.kind == "pelimpahan")).one()
    chair = Window(chromium, server, "ketua.bengkulu")
    chair.open("/perkara/1/surat/terbitkan")
    chair.page.locator(f"main [name='dokumen'][value='{letter}']").check()
    chair.press("Terbitkan surat")
    chair.context.close()
    effects.drain(app)
    clock.shift(timedelta(minutes=5))
    post = Window(chromium, server, "sekretariat.bengkulu")
    post.open("/perkara/1/surat/penyampaian")
    post.fill(
        {"dokumen": [str(letter)], "saluran": "langsung", "alasan_belum_ttd": "Di atas kertas"}
    )
    post.press("Catat penyampaian")
    post.context.close()
    effects.drain(app)
    receiver = Window(chromium, server, "koordinator.lebong")
    yield sender, receiver
    for one in (sender, receiver):
        assert one.complaints == []
        one.context.close()


def fits(window: Window) -> None:
    """No barrier and nothing beside the page, on a wide screen and on a phone."""
    for size in ({"width": 1280, "height": 900}, PHONE):
        window.page.set_viewport_size(size)  # type: ignore[arg-type]  # both have width and height
        wide = window.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, (window.page.url, size)
        assert window.barriers() == []


def test_from_one_desk_to_the_other(waiting: tuple[Window, Window], app: App) -> None:
    sender, receiver = waiting
    receiver.open("/")
    assert "Catat penerimaan pelimpahan" in receiver.words()
    fits(receiver)
    receiver.open("/perkara/1")
    assert "Pelimpahan menunggu diterima kantor Anda" in receiver.words()
    fits(receiver)
    receiver.open(RECEIVE)
    fits(receiver)
    receiver.fill({"alasan": "Agenda 12/IX, diterima staf sekretariat."})
    receiver.press("Catat penerimaan pelimpahan")
    assert "Catat penerimaan pelimpahan: tercatat." in receiver.words()
    effects.drain(app)
    sender.open("/perkara/1")
    assert "Kantor Anda hanya dapat membacanya" in sender.words()
    fits(sender)
    sender.open("/perkara/?pelimpahan=ya")
    assert "06/LP" in sender.words()
    fits(sender)
