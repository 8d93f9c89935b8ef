"""Beside the list: columns, views that are kept, and the list taken along as a file."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from urllib.parse import urlencode

import openpyxl
import pytest
from flask import Flask
from lxml import html
from sqlalchemy import event

from casework.bootstrap import App
from tests.flows.waiting import until
from tests.web.steps import act, received
from tests.web.visitor import Visitor, report, words

AsRole = Callable[[str], Visitor]
SIGNING_IN = {"sessions", "officers", "offices", "officer_roles", "absences"}
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
    assert path == "/perkara/?cari=desa+%26+%3Cb%3E&tahap=kajian_awal"
    page = html.fromstring(visitor.get("/perkara/").text)
    (link,) = page.xpath("//ul[@class='views']//a")
    assert (link.text_content(), link.get("href")) == ("Milik <i>saya</i>", path)
    # The address is shared, the view is not.
    assert other.get(path).status_code == 200
    assert not html.fromstring(other.get("/perkara/").text).xpath("//ul[@class='views']//a")
    (drop,) = page.xpath("//ul[@class='views']//form/@action")
    token = {"csrf_token": other.token()}
    assert other.client.post(drop, data=token).status_code == 404
    assert post(visitor, drop) == "/perkara/"
    assert not html.fromstring(visitor.get("/perkara/").text).xpath("//ul[@class='views']//a")
    post(visitor, f"/perkara/tampilan?{asked}", nama="")
    assert "Nama tampilan" in words(visitor.get("/perkara/"))


def test_the_list_is_taken_as_csv(app: App, as_role: AsRole) -> None:
    act(as_role("intake_officer"), "/laporan/baru", report(judul=EVIL, tempat="+62 -"))
    act(as_role("intake_officer"), "/laporan/baru", report(judul="Lain sekali"))
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
    act(as_role("intake_officer"), "/laporan/baru", report(judul=EVIL))
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


@pytest.mark.parametrize(
    "query", ["", "?cari=desa", "?kolom=kantor&kolom=penanggung&urut=-diterima"]
)
def test_a_list_costs_three_statements(app: App, as_role: AsRole, query: str) -> None:
    received(as_role)
    visitor = as_role("supervisor")
    visitor.get("/perkara/")
    said: list[str] = []
    event.listen(app.database.engine, "before_cursor_execute",
                 lambda _c, _cursor, statement, *_more: said.append(statement))  # fmt: skip
    assert visitor.get(f"/perkara/{query}").status_code == 200
    # Who is signed in is asked before any page and costs the same on all of them.
    first = [(re.findall(r"FROM (\w+)", one) or [""])[0] for one in said if one != "BEGIN"]
    own = [table for table in first if table not in SIGNING_IN]
    assert len(own) <= 3, own
    assert own
