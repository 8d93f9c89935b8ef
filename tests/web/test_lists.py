"""Beside the list: columns, views that are kept, and the list taken along as a file."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlencode

import openpyxl
import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Office, Officer, OfficerRole
from casework.services.cases.listing import counts
from tests.conftest import SettableClock
from tests.flows.waiting import until
from tests.statements import heard
from tests.web.reporting import receive
from tests.web.steps import received
from tests.web.visitor import Visitor, report, words
from webui.core.sheets import KEPT_SECONDS

AsRole = Callable[[str], Visitor]
EVIL = '=HYPERLINK("http://x";"y")'


def post(visitor: Visitor, path: str, **typed: str) -> str:
    """Send one of the small forms of the page; gives where it leads."""
    answer = visitor.client.post(path, data={"csrf_token": visitor.token(), **typed})
    assert answer.status_code == 303, answer.status
    return str(answer.headers["Location"])


def test_columns_are_chosen_in_the_address(as_role: AsRole) -> None:
    received(as_role)
    visitor = as_role("case_officer")

    def heads(query: str) -> list[str]:
        page = html.fromstring(visitor.get(f"/perkara/?{query}").text)
        return [one.text_content().strip(" \n▲▼↕") for one in page.xpath("//main//thead//th")]

    assert heads("") == ["Nomor", "Perkara", "Tahap", "Batas terdekat"]
    assert heads("kolom=kategori&kolom=diterima&kolom=penanggung&kolom=golongan&kolom=jenis") == [
        "Nomor", "Diterima", "Jenis", "Golongan pelanggaran", "Kategori terlapor",
        "Penanggung jawab"]  # fmt: skip
    assert heads("kolom=tidak") == heads("")
    page = visitor.get("/perkara/?kolom=kategori&kolom=diterima")
    assert "Kepala desa" in words(page)
    assert "19 Sep 2024" in words(page)


def test_a_view_is_kept_shared_and_forgotten(as_role: AsRole) -> None:
    received(as_role)
    visitor, other = as_role("case_officer"), as_role("coordinator")
    asked = urlencode({"cari": "desa & <b>", "tahap": "kajian_awal", "sesudah": "1.1", "x": "y"})
    path = post(visitor, f"/perkara/tampilan?{asked}", nama="Milik <i>saya</i>")
    # What was searched may be a name: it is in no address, and opened by its owner alone.
    assert "desa" not in path
    assert 'value="desa &amp; &lt;b&gt;"' in visitor.get(path).text
    page = html.fromstring(visitor.get("/perkara/").text)
    (link,) = page.xpath("//li[@class='kept']/a")
    assert (link.text_content(), link.get("href")) == ("Milik <i>saya</i>", "/perkara/?tampilan=1")
    assert 'value="desa &amp; &lt;b&gt;"' in visitor.get(
        visitor.get("/perkara/?tampilan=1").headers["Location"]
    ).text  # fmt: skip
    assert other.get("/perkara/?tampilan=1").status_code == 404
    assert "hanya berlaku bagi petugas" in words(other.get(path))
    assert not html.fromstring(other.get("/perkara/").text).xpath("//li[@class='kept']/a")
    (drop,) = page.xpath("//ul[@class='views']//form/@action")
    token = {"csrf_token": other.token()}
    assert other.client.post(drop, data=token).status_code == 404
    assert post(visitor, drop) == "/perkara/"
    assert not html.fromstring(visitor.get("/perkara/").text).xpath("//li[@class='kept']/a")
    post(visitor, f"/perkara/tampilan?{asked}", nama="")
    assert "Nama tampilan" in words(visitor.get("/perkara/"))


def test_the_list_is_taken_as_csv(app: App, as_role: AsRole) -> None:
    receive(as_role("intake_officer"), report(judul=EVIL, tempat="+62 -"))
    receive(as_role("intake_officer"), report(judul="Lain sekali"))
    visitor = as_role("case_officer")
    answer = visitor.client.post(
        "/perkara/ekspor?cari=hyperlink&kolom=perkara&kolom=tahap&kolom=batas",
        data={"csrf_token": visitor.token(), "bentuk": "csv"},
    )
    assert answer.headers["Content-Disposition"] == 'attachment; filename="perkara.csv"'
    text = answer.get_data().decode("utf-8-sig")
    assert text.splitlines()[0].split(";") == [
        "Nomor penerimaan", "Nomor registrasi", "Perkara", "Tempat kejadian", "Tahap",
        "Batas terdekat"]  # fmt: skip
    (line,) = text.splitlines()[1:]
    assert "'=HYPERLINK" in line
    assert ";'+62 -;Kajian awal;2024-09-21 23:59" in line


def test_the_list_is_taken_as_xlsx(app: App, flask: Flask, as_role: AsRole) -> None:
    receive(as_role("intake_officer"), report(judul=EVIL))
    visitor = as_role("case_officer")
    path = post(visitor, "/perkara/ekspor?tahap=kajian_awal", bentuk="xlsx")
    finished = {"done": 1, "total": 1, "text": "1 dari 1", "finished": True, "state": "ready"}
    until(lambda: visitor.get(f"{path}/kemajuan").json == finished, what="the file")
    page = visitor.get(path)
    assert "Berkas siap: 1 perkara" in words(page)
    (link,) = html.fromstring(page.text).xpath("//main//a[contains(@class, 'button')]/@href")
    with visitor.get(link) as answer:
        book = openpyxl.load_workbook(io.BytesIO(answer.get_data()))
    rows = list(book["Perkara"].iter_rows(values_only=True))
    assert rows[1][2] == f"'{EVIL}"
    assert f"{rows[1][5]:%Y-%m-%d %H:%M}" == "2024-09-21 23:59"
    for someone in (as_role("coordinator"), Visitor(flask, "case_officer-kepahiang")):
        for part in ("", "/kemajuan", "/berkas"):
            assert someone.get(path + part).status_code == 404
    assert as_role("legal_reviewer").get(path).status_code == 403
    assert visitor.get("/perkara/ekspor/..%2F..").status_code == 404


def xlsx(visitor: Visitor) -> str:
    """Have the list written; gives the address of the file that is ready."""
    path = post(visitor, "/perkara/ekspor", bentuk="xlsx")
    until(lambda: "ready" in visitor.get(f"{path}/kemajuan").text, what="the file")
    with visitor.get(f"{path}/berkas") as answer:
        assert answer.status_code == 200
    return f"{path}/berkas"


def test_a_file_is_gone_for_who_works_at_another_office_now(app: App, as_role: AsRole) -> None:
    received(as_role)
    visitor = as_role("case_officer")
    path = xlsx(visitor)
    with app.database.write() as session:
        other = session.scalars(select(Office.id).where(Office.code == "07.05")).one()
        me = select(Officer.id).where(Officer.login == "case_officer")
        for role in session.scalars(select(OfficerRole).where(OfficerRole.officer_id.in_(me))):
            role.office_id = other
    assert visitor.get("/perkara/1").status_code == 404
    assert visitor.get(path).status_code == 404


def test_a_file_is_gone_when_its_time_is_over(app: App, as_role: AsRole) -> None:
    received(as_role)
    visitor = as_role("case_officer")
    path = xlsx(visitor)
    folder = app.settings.var / "exports"
    then = time.time() - KEPT_SECONDS - 60
    for one in folder.rglob("*"):
        os.utime(one, (then, then))
    assert visitor.get(path).status_code == 404
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "query", ["", "?cari=desa", "?kolom=kantor&kolom=penanggung&urut=-diterima"]
)
def test_a_list_costs_seven_statements(app: App, flask: Flask, as_role: AsRole, query: str) -> None:
    received(as_role)
    visitor = as_role("supervisor")
    # Whether letters wait is known for some seconds, by all pages together.
    flask.config["LETTERS_KNOWN_FOR"] = 3600
    visitor.get("/perkara/")
    with heard(app) as said:
        assert visitor.get(f"/perkara/{query}").status_code == 200
    # Who is signed in, the page with its deadlines, the counts of the stages and of
    # their days, what the filters offer, and the bell; no transaction around them.
    assert len(said) == 7, said


def test_a_list_says_nothing_of_others(flask: Flask, clock: SettableClock, as_role: AsRole) -> None:
    """Each officer sees the own name, token, filters and cases."""
    received(as_role)
    first, second, elsewhere = (
        as_role("case_officer"), as_role("coordinator"), Visitor(flask, "case_officer-kepahiang"),
    )  # fmt: skip
    asked = urlencode({"tahap": "kajian_awal", "kategori": "kepala_desa", "sejak": "2024-09-01"})
    for visitor in (first, second, elsewhere, first):
        page = html.fromstring(visitor.get(f"/perkara/?{asked}").text)
        name = page.xpath("//p[@class='who']/text()")[0]
        (own,) = html.fromstring(visitor.get("/akun/").text).xpath("//p[@class='who']")
        assert name == own.text
        (token,) = set(page.xpath("//input[@name='csrf_token']/@value"))
        path = f"/perkara/tampilan?{asked}"
        assert visitor.client.post(path, data={"csrf_token": token}).status_code == 303
        assert page.xpath("//option[@selected]/@value") == ["kajian_awal", "kepala_desa"]
        assert page.xpath("//input[@data-date]/@value") == ["2024-09-01", ""]
        assert len(page.xpath("//main//tbody/tr")) == (visitor is not elsewhere)
        assert page.xpath("//input[@name='kembali']/@value") == [f"/perkara/?{asked}"]
    plain = html.fromstring(first.get("/perkara/").text)
    assert not plain.xpath("//option[@selected] | //ul[@class='chosen']")
    clock.shift(timedelta(days=3))
    assert "lewat 9 jam" in words(first.get("/perkara/"))


def test_what_officers_typed_is_text_in_the_rows(as_role: AsRole) -> None:
    title = "<b>Tebal</b> & 'kutipan'"
    receive(as_role("intake_officer"), report(judul=title, tempat="<i>Tubei</i>"))
    for query in ("", "?cari=tebal"):
        page = html.fromstring(as_role("case_officer").get(f"/perkara/{query}").text)
        (cell,) = page.xpath("//main//tbody//td[@data-label='Perkara']")
        assert f"{title}" in cell.text_content()
        assert "<i>Tubei</i>" in cell.text_content()
        assert not cell.xpath(".//b | .//i")
        assert bool(cell.xpath(".//mark")) == bool(query)


def test_the_language_of_a_list_is_the_readers(as_role: AsRole) -> None:
    received(as_role)
    visitor = as_role("case_officer")
    texts = [words(visitor.get("/perkara/"))]
    for code in ("en", "id"):
        data = {"csrf_token": visitor.token(), "kembali": "/perkara/"}
        visitor.client.post(f"/bahasa/{code}", data=data)
        texts.append(words(visitor.get("/perkara/")))
    assert texts[0] == texts[2]
    assert "Initial review" in texts[1]
    assert "Kajian awal" not in texts[1]


def test_counts_lead_to_the_cases_they_count(
    as_role: AsRole, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    received(as_role)
    receive(as_role("intake_officer"), report(peristiwa="Peristiwa lain"))
    officer = as_role("case_officer")

    def tiles(path: str = "/perkara/") -> dict[str, str]:
        page = html.fromstring(officer.get(path).text)
        return {
            " ".join(one.text_content().partition("(14")[0].split()): str(one.get("href"))
            for one in page.xpath("//a[@class='tile'] | //ul[@class='segmented']//a")
        }

    def listed(path: str) -> int:
        return len(html.fromstring(officer.get(path).text).xpath("//main//tbody/tr"))

    assert "Kajian awal 2 tepat waktu" in tiles()
    clock.set("2024-09-21T09:00:00+07:00")
    found = tiles()
    assert listed(found["Kajian awal 2 2 hari ini"]) == 2
    assert listed(found["Hari ini 2"]) == 2
    assert listed(found["Lewat batas 0"]) == 0
    clock.set("2024-09-22T00:00:00+07:00")
    found = tiles()
    assert listed(found["Kajian awal 2 2 lewat"]) == 2
    assert listed(found["Lewat batas 2"]) == 2
    assert listed(found["Hari ini 0"]) == 0
    monkeypatch.setattr(counts, "MOST_COUNTED", 1)
    assert list(tiles()) == ["Semua", "Perkara saya", "Lewat batas", "Hari ini"]
    monkeypatch.undo()
    # A stage in use is left again by the same tile.
    assert tiles(found["Kajian awal 2 2 lewat"])["Kajian awal 2 2 lewat"] == "/perkara/"
    assert officer.get("/perkara/").text.count('class="slack ') == 2


def test_the_tile_of_a_stage_shows_its_last_fourteen_days(as_role: AsRole) -> None:
    received(as_role)
    page = html.fromstring(as_role("case_officer").get("/perkara/").text)
    (line,) = page.xpath("//a[@class='tile']//*[name()='polyline']/@points")
    heights = [one.split(",")[1] for one in line.split()]
    assert heights == ["23.0"] * 13 + ["1.0"]
    assert "14 hari lalu 0" in page.xpath("//a[@class='tile']")[0].text_content()
