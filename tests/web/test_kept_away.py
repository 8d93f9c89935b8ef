"""For an officer whom a case keeps away there is no such case: on no page, list, feed or letter."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from datetime import date

import openpyxl
import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select
from werkzeug.routing import IntegerConverter
from werkzeug.test import TestResponse

from casework.bootstrap import App
from casework.models import Case, Exclusion, Officer, OfficerRole
from casework.services.upkeep.effects import drain
from tests.staff import NAMES
from tests.statements import heard
from tests.web.reporting import fill, receive
from tests.web.steps import act, received
from tests.web.test_feeds import events, subscribe
from tests.web.visitor import Visitor, report, words
from webui.core import access

AsRole = Callable[[str], Visitor]
NUMBER = "01/LP/PG/Prov/07.00/IX/2024"
# What the address of a route names beside numbers.
VALUES = {"act_id": "nilai_syarat", "part": "pihak", "table": "documents", "subject": "documents"}
# Numbers of what belongs to no case.
OTHERS = {"officer_id", "office_id", "role_id", "absence_id", "decree", "number", "view_id",
          "revision_id", "year"}  # fmt: skip
MISSING = 999
EVERY = ("intake_officer", "case_officer", "commissioner", "chair", "secretariat",
         "head_of_secretariat", "supervisor", "auditor")  # fmt: skip


@pytest.fixture
def kept_away(app: App, as_role: AsRole) -> Visitor:
    """A coordinator with every other role that reads a case, named in case 1 and not in case 2."""
    with app.database.write() as session:
        row = session.scalars(select(Officer).where(Officer.login == "coordinator")).one()
        office = session.scalars(select(OfficerRole).where(OfficerRole.officer_id == row.id)).one()
        session.add_all(
            OfficerRole(officer_id=row.id, office_id=office.office_id, role=role,
                        starts=date(2020, 1, 1))
            for role in EVERY
        )  # fmt: skip
    name = f"Hj. {NAMES['coordinator'].upper()}, S.H."
    receive(as_role("intake_officer"), report(terlapor__0__name=name))
    receive(as_role("intake_officer"), report(judul="Perkara yang lain"))
    drain(app)
    return as_role("coordinator")


def doors(flask: Flask) -> Iterator[tuple[str, str, str]]:
    """Method and address of every route that names a row of a case: of case 1, and of none.

    What stands under the own account or the settings is of officers and offices, and what is read
    of a regulation is of no case.
    """
    adapter = flask.url_map.bind("localhost")
    for rule in flask.url_map.iter_rules():
        whole = {
            name for name, kind in rule._converters.items()
            if isinstance(kind, IntegerConverter)
        }  # fmt: skip
        numbers = sorted(whole - OTHERS)
        with flask.test_request_context():
            if not numbers or access.permission_of(rule.endpoint) == access.OPEN:
                continue
        if rule.rule.startswith(("/akun/", "/pengaturan/", "/aturan/baca/")):
            continue
        first = "case_id" if "case_id" in numbers else numbers[0]
        values = {name: 1 if name in whole else VALUES.get(name, "x") for name in rule._converters}
        paths = [
            adapter.build(rule.endpoint, {**values, **other}) for other in ({}, {first: MISSING})
        ]
        for method in sorted({"GET", "POST"} & (rule.methods or set())):
            yield method, paths[0], paths[1]


def plain(text: str) -> str:
    """A page without what is made anew for each request."""
    text = re.sub(r'(nonce|name="csrf_token" value|content)="[^"]*"', "", text)
    return re.sub(r"/[a-z]+/(1|999)\b[^\"' ]*", "", text)


def test_every_door_is_as_for_a_case_that_is_not_there(
    flask: Flask, app: App, kept_away: Visitor
) -> None:
    token, wrong, seen = kept_away.token(), [], 0
    assert kept_away.get("/perkara/2").status_code == 200
    for method, there, nowhere in doors(flask):
        answers = []
        for path in (there, nowhere):
            data = {"csrf_token": token, "version": "1", "alasan": "Alasan uji"}
            sent = data if method == "POST" else None
            with heard(app) as said:
                page = kept_away.client.open(path, method=method, data=sent)
            answers.append((page.status_code, plain(page.text), len(said)))
            page.close()
        seen += 1
        if answers[0] != answers[1] or answers[0][0] not in (404, 405):
            wrong.append((method, there, [one[::2] for one in answers]))
    assert seen > 90
    assert wrong == []


def spelled(page: TestResponse) -> str:
    """All words of a page; a number in two weights is one word."""
    return str(html.fromstring(page.text).text_content())


def test_no_list_holds_it(app: App, kept_away: Visitor, as_role: AsRole) -> None:
    pages = ("/", "/perkara/", "/perkara/?cari=serbaguna", "/perkara/?urut=-diterima", "/tenggat/",
             "/dokumen", "/dokumen/buku/laporan", "/dokumen/buku/nomor",
             "/perkara/2", "/perkara/2/berkas/pihak", "/perkara/2/tautkan",
             "/perkara/2/gabungkan")  # fmt: skip
    second = NUMBER.replace("01/", "02/", 1)
    told = 0
    for path in pages:
        page = kept_away.get(path)
        assert page.status_code in (200, 404), path
        assert NUMBER not in spelled(page), path
        assert NUMBER not in page.text, path
        assert "/perkara/1" not in page.text, path
        told += second in spelled(page)
    assert told > 6
    shown = [path for path in pages if NUMBER in spelled(as_role("case_officer").get(path))]
    assert {"/", "/perkara/", "/perkara/?cari=serbaguna", "/tenggat/", "/dokumen"} <= set(shown)


def test_no_book_that_is_taken_along_holds_it(kept_away: Visitor, as_role: AsRole) -> None:
    for visitor, told in ((kept_away, False), (as_role("auditor"), True)):
        for book in ("laporan", "nomor"):
            answer = visitor.get(f"/dokumen/buku/{book}/unduh/xlsx")
            assert answer.status_code == 200, book
            sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).active
            assert sheet is not None
            cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]
            assert any(NUMBER in one for one in cells) is told, book


def test_no_feed_tells_of_it(kept_away: Visitor, as_role: AsRole) -> None:
    for visitor, told in ((kept_away, False), (as_role("case_officer"), True)):
        found = events(Visitor(visitor.client.application), subscribe(visitor))
        assert any(NUMBER in str(one["summary"]) for one in found.values()) is told
        assert any("02/LP" in str(one["summary"]) for one in found.values())


def test_the_public_page_of_a_paper_stays(app: App, kept_away: Visitor) -> None:
    with app.database.read() as session:
        row = session.scalars(select(Case).where(Case.id == 1)).one()
        assert session.scalars(select(Exclusion.case_id)).first() == row.id
    assert kept_away.get("/verifikasi").status_code == 200


def own(role: str) -> str:
    return f"dr. {NAMES[role]}"


def test_the_own_name_is_told_before_it_is_sent_and_leads_to_the_desk(
    app: App, as_role: AsRole
) -> None:
    visitor = as_role("intake_officer")
    base = fill(visitor, pelapor__name=own("intake_officer"))
    page = visitor.get(f"{base}/periksa")
    assert "sama dengan Anda" in words(page)
    assert NAMES["case_officer"] in words(page)
    with app.database.read() as session:
        assert session.scalars(select(Case)).all() == []
    # Sent twice: the same number, and the desk again.
    for _time in range(2):
        answer = visitor.submit(f"{base}/periksa", {"kirim": "1"}, page=page)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    desk = visitor.get("/")
    assert f"Laporan diterima dengan nomor {NUMBER}" in desk.text
    assert f"Serahkan nomornya kepada: {NAMES['case_officer']}" in desk.text
    assert NUMBER not in visitor.get("/").text
    assert visitor.get("/perkara/1").status_code == 404
    assert as_role("case_officer").get("/perkara/1").status_code == 200
    for path in (f"{base}/periksa", f"{base}/pelapor"):
        assert visitor.get(path).headers["Location"] == "/"
    assert visitor.get("/laporan/diterima/1").status_code == 404


def test_the_own_name_in_early_information(as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    typed = {
        **{name: value for name, value in report().items() if not name.startswith("pelapor")
           and name not in ("jenis_pelapor", "tanggal_diketahui")},
        "sumber": "Berita daring", "penelusuran_dimulai": "2024-09-18T09:00",
        "terlapor-0-name": own("intake_officer"),
    }  # fmt: skip
    page = visitor.submit("/informasi-awal/baru", typed)
    assert page.status_code == 422, words(page)
    assert "sama dengan Anda" in words(page)


def test_the_page_of_a_case_keeps_away_and_lets_in(as_role: AsRole, flask: Flask) -> None:
    received(as_role)
    coordinator, officer = as_role("coordinator"), as_role("case_officer")
    assert "Pengecualian petugas" in coordinator.get("/perkara/1/berkas/akses").text
    assert "Pengecualian petugas" not in officer.get("/perkara/1/berkas/akses").text
    assert officer.get("/perkara/1/pengecualian").status_code == 403
    page = coordinator.get("/perkara/1/pengecualian")
    assert "Tidak ada petugas yang dikecualikan" in words(page)
    assert "belum ada pasal" in words(page)
    key = re.findall(rf'<option value="(\d+)">{NAMES["case_officer"]}', page.text)[0]
    path = "/perkara/1/pengecualian"
    assert coordinator.submit(path, {"petugas": key, "alasan": ""}).status_code == 422
    act(coordinator, path, {"petugas": key, "alasan": "Kerabat terlapor"})
    assert officer.get("/perkara/1").status_code == 404
    assert officer.get("/").status_code == 200
    shown = words(coordinator.get(path))
    assert "Kerabat terlapor" in shown
    assert "Tidak ada petugas yang dapat bertindak sebagai" in shown
    assert NAMES["case_officer"] not in words(coordinator.get("/perkara/1/berkas/akses"))
    assert "Kerabat" not in words(coordinator.get("/perkara/1/berkas/jejak"))
    assert Visitor(flask, "coordinator-kepahiang").get(path).status_code == 404
    act(coordinator, f"{path}/1/cabut", {"alasan": "Bukan kerabat"})
    assert officer.get("/perkara/1").status_code == 200


def test_the_page_does_not_tell_who_is_protected(as_role: AsRole) -> None:
    typed = report(**{"pelapor-name": NAMES["chair"]})
    receive(as_role("intake_officer"), typed)
    shown = words(as_role("coordinator").get("/perkara/1/pengecualian"))
    assert f"{NAMES['chair']} bernama sama dengan seseorang yang dirahasiakan" in shown
    assert "sama dengan pelapor" not in shown


def test_whoever_keeps_himself_away_lands_on_the_desk(as_role: AsRole) -> None:
    received(as_role)
    coordinator = as_role("coordinator")
    page = coordinator.get("/perkara/1/pengecualian")
    key = re.findall(rf'<option value="(\d+)">{NAMES["coordinator"]}', page.text)[0]
    answer = coordinator.submit(
        "/perkara/1/pengecualian", {"petugas": key, "alasan": "Saudara terlapor"}, page=page
    )
    assert answer.headers["Location"] == "/"
    assert coordinator.get("/perkara/1/pengecualian").status_code == 404


def test_nobody_else_is_asked_one_statement_more(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    officer.get("/perkara/")
    with heard(app) as said:
        officer.get("/perkara/")
    assert sum("exclusions" in one for one in said) == 1
    assert all("FROM sessions" in one for one in said if "exclusions" in one)
