"""Letters issued together get a page with a bar, one file to print, and single files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from pypdf import PdfReader

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests.one_page import OnePage
from tests.staff import settle
from tests.web.served import Served
from tests.web.steps import act, to_clarification
from tests.web.visitor import Visitor, words

AsRole = Callable[[str], Visitor]


@pytest.fixture
def house(app: App) -> App:
    settle(app)
    settle(app, "07.05", "-kepahiang")
    return replace(app, renderer=OnePage())


@pytest.fixture
def flask(house: App, served: Served) -> Flask:
    return served(house)


def test_two_invitations_at_once(house: App, as_role: AsRole) -> None:
    to_clarification(house, as_role)
    typed = {"pihak": ["1", "2"], "waktu": "2024-09-20T09:00", "tempat": "Kantor"}
    act(as_role("case_officer"), "/perkara/1/klarifikasi/undang", dict(typed))
    drain(house)
    chair = as_role("chair")
    issued = chair.submit("/perkara/1/surat/terbitkan")
    assert issued.headers["Location"] == "/perkara/1/cetak/1"
    page = chair.get("/perkara/1/cetak/1")
    assert "PDF sedang disiapkan" in words(page)
    assert '<noscript><meta http-equiv="refresh"' in page.text
    assert 'data-progress="/perkara/1/cetak/1/keadaan"' in page.text
    assert chair.get("/perkara/1/cetak/1/keadaan").json == {
        "done": 0, "total": 3, "text": "0 dari 3", "finished": False, "state": "gathering",
    }  # fmt: skip
    token = {"csrf_token": chair.token()}
    assert chair.client.post("/perkara/1/cetak/1/hentikan", data=token).status_code == 303
    drain(house)
    assert "0 dari 2 dokumen sudah jadi" in words(chair.get("/perkara/1/cetak/1"))
    assert chair.client.post("/perkara/1/cetak/1/lanjutkan", data=token).status_code == 303
    drain(house)
    assert (chair.get("/perkara/1/cetak/1/keadaan").json or {})["finished"]
    with chair.get("/perkara/1/cetak/1/gabungan.pdf") as answer:
        assert len(PdfReader(io.BytesIO(answer.data)).pages) == 2
    names = zipfile.ZipFile(io.BytesIO(chair.get("/perkara/1/cetak/1/satuan.zip").data)).namelist()
    assert [name[:24] for name in names] == ["001-undangan_klarifikasi", "002-undangan_klarifikasi"]
    assert "Berkas cetak gabungan dibuka" in words(chair.get("/perkara/1/berkas/jejak"))
    # The secretariat may deliver them; a stranger to the office finds nothing.
    assert as_role("secretariat").get("/perkara/1/cetak/1/gabungan.pdf").status_code == 200
    # And the page leads on: what each may do next stands at its foot, as on the case file.
    foot = as_role("secretariat").get("/perkara/1/cetak/1").text.split('class="actbar')[1]
    assert 'href="/perkara/1/surat/penyampaian"' in foot
    other = Visitor(chair.client.application, "chair-kepahiang")
    assert other.get("/perkara/1/cetak/1/gabungan.pdf").status_code == 404


def test_papers_are_chosen_and_nothing_chosen_is_said(house: App, as_role: AsRole) -> None:
    to_clarification(house, as_role)
    drain(house)
    officer = as_role("case_officer")
    assert "Berita Acara" in words(officer.get("/perkara/1/cetak"))
    nothing = officer.submit("/perkara/1/cetak")
    assert nothing.status_code == 422
    assert "Pilih paling sedikit satu" in words(nothing)
