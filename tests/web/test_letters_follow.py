"""Staff go on working while no letters are made; the pages say that they will follow."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html

from casework.bootstrap import App
from casework.services.core import leases
from casework.services.core.work import Actor
from casework.services.upkeep.effects import drain
from tests.web.reporting import receive
from tests.web.steps import received
from tests.web.visitor import Visitor, report, upload, words

CARD = b"\xff\xd8 KTP 1771 Budi"
AsRole = Callable[[str], Visitor]
SAID = "Surat akan menyusul"


def beat(app: App) -> None:
    """The worker reached the flow server just now."""
    with app.unit_of_work(Actor.system(0)) as work:
        leases.beat(work, leases.SERVER)


def test_the_page_says_that_letters_will_follow(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    assert SAID in words(visitor.get("/"))
    receive(visitor, report())
    page = visitor.get("/perkara/1")
    assert SAID in words(page)
    assert "sedang disiapkan" in words(page)
    beat(app)
    assert SAID not in words(visitor.get("/"))


def test_a_waiting_page_refreshes_by_itself_until_the_paper_is_there(
    app: App, as_role: AsRole
) -> None:
    received(as_role)
    visitor = as_role("intake_officer")
    path = "/perkara/1/dokumen/keadaan"
    before = visitor.get(path).json
    page = visitor.get("/perkara/1")
    assert f'data-progress="{path}"' in page.text
    assert '<noscript><meta http-equiv="refresh"' in page.text
    drain(app)
    assert visitor.get(path).json != before
    page = visitor.get("/perkara/1")
    assert "data-progress" not in page.text
    assert visitor.get("/dokumen/1.pdf").data.startswith(b"%PDF")


def test_papers_made_do_not_hide_what_people_did(app: App, as_role: AsRole) -> None:
    received(as_role)
    drain(app)
    visitor = as_role("intake_officer")
    (last,) = html.fromstring(visitor.get("/perkara/1").text).xpath("//section[@id='jejak']//ul")
    assert "Laporan diterima" in last.text_content()
    assert "PDF akhir dibuat" not in last.text_content()
    assert "PDF akhir dibuat" in words(visitor.get("/perkara/1/berkas/jejak"))


def test_a_paper_that_names_the_reporter_is_not_for_everybody(app: App, as_role: AsRole) -> None:
    received(as_role)
    drain(app)
    assert as_role("case_officer").get("/dokumen/1.pdf").status_code == 403
    assert as_role("coordinator").get("/dokumen/1.pdf").status_code == 200
    assert "Dokumen dibuka" in words(as_role("coordinator").get("/perkara/1"))


def test_evidence_is_downloaded_and_never_shown_in_our_pages(app: App, as_role: AsRole) -> None:
    received(as_role)
    with as_role("case_officer").get("/bukti/1") as answer:
        assert answer.data == b"%PDF-1.7 bukti"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert "Bukti dibuka" in words(as_role("case_officer").get("/perkara/1"))


def test_a_copy_of_an_identity_card_is_sealed_and_not_for_everybody(
    app: App, as_role: AsRole
) -> None:
    typed = report(bukti__0__rahasia="y", bukti__0__berkas=upload(CARD, "ktp.jpg"))
    receive(as_role("intake_officer"), typed)
    assert as_role("case_officer").get("/bukti/1").status_code == 403
    with as_role("coordinator").get("/bukti/1") as answer:
        assert answer.data == CARD
    stored = [file.read_bytes() for file in app.settings.var.rglob("*") if file.is_file()]
    assert not any(b"KTP 1771 Budi" in content for content in stored)
