"""Salah ketik: put right on screen, with a reason, and letters that quoted it are marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flask import Flask
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Correction, Event, Party
from casework.services.cases.record import audit_check
from casework.services.core.work import Actor
from casework.services.upkeep import effects
from casework.simulation.scene import BlankRenderer
from tests.staff import ROLES
from tests.web.steps import received, to_clarification
from tests.web.visitor import Visitor, errors, words

AsRole = Callable[[str], Visitor]
CASE = "/perkara/1/betulkan"
WHY = {"alasan": "Salah ketik saat laporan diterima."}


def respondent(app: App) -> int:
    with app.database.read() as session:
        return session.scalars(select(Party.id).where(Party.role == "respondent")).first() or 0


def whole(app: App) -> None:
    with app.reading(Actor.system(0)) as work:
        assert audit_check.verify(work, app.anchors.read()).faults == ()


def test_a_title_is_put_right_from_the_case_and_from_its_entry(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    assert f'href="{CASE}"' in officer.get("/perkara/1").text
    trail = officer.get("/perkara/1/berkas/jejak").text
    assert "/perkara/1/jejak/" in trail
    page = officer.get(CASE)
    old = str(officer.fields(page)["title"])
    assert old
    assert errors(officer.submit(CASE, {"title": "Judul baru"}))["alasan"]
    refused = officer.submit(CASE, {**WHY, "title": ""})
    assert errors(refused)["title"]
    assert officer.submit(CASE, {**WHY, "title": "Judul yang benar"}).status_code == 303
    shown = officer.get("/perkara/1")
    assert "Judul yang benar" in words(shown)
    assert "Data dibetulkan" in words(shown)
    assert old not in words(shown)
    found = officer.get("/perkara/?cari=benar")
    assert "Judul yang benar" in words(found)
    same = officer.submit(CASE, dict(WHY))
    assert same.status_code == 422
    assert "Tidak ada isian yang berbeda" in words(same)
    whole(app)


def test_an_old_page_is_told_what_changed(as_role: AsRole) -> None:
    received(as_role)
    officer, other = as_role("case_officer"), as_role("coordinator")
    page = officer.get(CASE)
    assert other.submit(CASE, {**WHY, "title": "Lebih dahulu"}).status_code == 303
    late = officer.submit(CASE, {**WHY, "title": "Kemudian"}, page=page)
    assert late.status_code == 409
    assert officer.submit(CASE, {}, page=late).status_code == 303


def test_parties_and_who_may(app: App, flask: Flask, as_role: AsRole) -> None:
    received(as_role)
    party = f"{CASE}/pihak/{respondent(app)}"
    assert party in as_role("intake_officer").get("/perkara/1/berkas/pihak").text
    done = as_role("intake_officer").submit(party, {**WHY, "label": "Nama Yang Benar"})
    assert done.status_code == 303, errors(done)
    assert "Nama Yang Benar" in words(as_role("case_officer").get("/perkara/1/berkas/pihak"))
    for role in ROLES:
        wanted = 200 if role in ("intake_officer", "case_officer", "coordinator") else 403
        assert as_role(role).get(party).status_code == wanted, role
        assert as_role(role).get(CASE).status_code == wanted, role
    assert as_role("coordinator").get(f"{CASE}/pihak/1").status_code == 404, "a protected one"
    elsewhere = Visitor(flask, "coordinator-kepahiang")
    assert elsewhere.get(CASE).status_code == elsewhere.get(party).status_code == 404


def test_a_protected_identity_is_never_shown_while_it_is_corrected(
    app: App, as_role: AsRole
) -> None:
    received(as_role)
    path = f"{CASE}/identitas/1"
    coordinator = as_role("coordinator")
    assert path in coordinator.get("/perkara/1/berkas/pihak").text
    page = coordinator.get(path)
    assert "Budi" not in page.text
    assert as_role("case_officer").get(path).status_code == 403
    named = coordinator.submit(path, {"name": "Budi Santosa", "alasan": "Namanya Budi Santosa."})
    assert "data pelapor" in errors(named)["alasan"]
    assert coordinator.submit(path, {**WHY, "name": "Budi Santosa"}).status_code == 303
    opened = coordinator.submit("/perkara/1/pihak/1/identitas", {"alasan": "Memeriksa pembetulan"})
    assert "Budi Santosa" in words(opened)
    with app.database.read() as session:
        for event in session.scalars(select(Event).where(Event.action == "data_dibetulkan")):
            assert "Budi" not in str(event.detail)
        assert all(b"Budi" not in row.before for row in session.scalars(select(Correction)))
    whole(app)


def test_a_letter_that_quotes_the_old_value_is_marked(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    # The drawn papers keep what they said, sealed.
    effects.drain(replace(app, renderer=BlankRenderer()))
    coordinator = as_role("coordinator")
    before = words(coordinator.get("/perkara/1/berkas/dokumen"))
    assert "mengutip nilai lama" not in before
    done = coordinator.submit(CASE, {**WHY, "title": "Judul lain", "event_place": "Tempat lain"})
    assert done.status_code == 303
    shown = words(coordinator.get("/perkara/1/berkas/dokumen"))
    assert "mengutip nilai lama" in shown
    assert "Perlu surat ralat atau surat baru?" in shown
    whole(app)
