"""With the language set to English no page says Indonesian that is not marked as such."""

from __future__ import annotations

import pytest
from flask import Flask

from casework.bootstrap import App
from tests import english
from tests.fuzz.walking import walk
from tests.fuzz.world import open_cases
from tests.web.steps import AsRole, received
from tests.web.visitor import Visitor, report

ROLES = (
    "case_officer", "chair", "coordinator", "secretariat", "intake_officer", "legal_reviewer",
    "administrator", "auditor",
)  # fmt: skip
# What somebody typed in the small office of the walk, or wrote into its data.
TYPED = (
    *(text for text in report().values() if isinstance(text, str)),
    *(f"Perkara {number}" for number in range(1, 6)), "Tanpa kabar", "Kantor",
    "1 Desa atau TPS: satu desa atau TPS",  # an item of the index, in the words of its edition
    "Diperiksa pada berkas.", "Bertemu dengan",  # a heading of the letter that is written there
)  # fmt: skip


class Listener(Visitor):
    """A visitor who notes each page that says Indonesian without saying so."""

    def __init__(self, visitor: Visitor) -> None:
        self.client = visitor.client
        self.heard: dict[str, list[str]] = {}

    def get(self, path: str):  # type: ignore[no-untyped-def]  # an answer of the test client
        page = super().get(path)
        if page.status_code == 200 and "html" in page.content_type:
            for text in english.left(page.text, TYPED):
                self.heard.setdefault(text, []).append(path)
        return page


PAGES = (
    "/", "/perkara/", "/perkara/1", "/perkara/1/syarat", "/perkara/1/berkas/tenggat", "/dokumen",
    "/tenggat/", "/panduan/case_officer", "/kalkulator/", "/temuan/baru",
)  # fmt: skip


def test_the_main_pages_say_no_indonesian_without_marking_it(as_role: AsRole) -> None:
    received(as_role)
    visitor = Listener(as_role("case_officer"))
    visitor.client.post("/bahasa/en", data={"csrf_token": visitor.token(), "kembali": "/"})
    for path in PAGES:
        assert visitor.get(path).status_code == 200, path
    told = [f"{paths[0]}: {text}" for text, paths in visitor.heard.items()]
    assert not told, "\n".join(told)


@pytest.mark.thorough  # the gate listens on the main pages
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.timeout(900)
def test_no_page_says_indonesian_without_marking_it(
    app: App, flask: Flask, as_role: AsRole, role: str
) -> None:
    open_cases(app, as_role)
    visitor = Listener(as_role(role))
    visitor.client.post("/bahasa/en", data={"csrf_token": visitor.token(), "kembali": "/"})
    _forms, pages = walk(visitor, role)
    assert len(pages) > 20
    told = [f"{paths[0]}: {text}" for text, paths in visitor.heard.items()]
    assert not told, "\n".join(told)


def test_what_is_indonesian_is_found_and_what_is_marked_or_typed_is_not() -> None:
    page = """<html lang="en"><body><h1>Batas waktu</h1><p>The plenary decides.</p>
      <p lang="id">yang dilaporkan</p><a title="untuk perkara ini">x</a>
      <p>Kepala desa dan camat hadir</p><select><option lang="id">dan</option></select>
      <p>Berita Acara Klarifikasi</p></body></html>"""
    assert english.left(page, ("Kepala desa dan camat hadir",)) == [
        "Batas waktu", "untuk perkara ini", "Berita Acara Klarifikasi",
    ]  # fmt: skip
