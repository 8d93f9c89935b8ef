"""Finding cases: by words in any form, by filters, and never what one may not see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from lxml import html

from casework.bootstrap import App
from casework.models import Case, CaseLine, Office
from casework.services.acts import acts
from casework.services.acts.parties import Respondent
from casework.services.cases import lines
from casework.services.core.work import Actor
from casework.services.people import officers
from casework.services.upkeep.effects import drain
from tests.conftest import SettableClock
from tests.desk import REPORT
from tests.web.reporting import receive
from tests.web.steps import received, to_registration
from tests.web.visitor import Visitor, report, words

AsRole = Callable[[str], Visitor]


def found(visitor: Visitor, query: str) -> list[str]:
    """Numbers of the cases a query of the address lists, in their order."""
    page = visitor.get(f"/perkara/?{query}")
    assert page.status_code == 200, query
    rows = html.fromstring(page.text).xpath("//main//tbody//th//a")
    return [" ".join(one.text_content().split()) for one in rows]


def search(visitor: Visitor, text: str) -> list[str]:
    return found(visitor, f"cari={quote(text)}")


def test_a_case_is_found_by_any_form_of_its_words(as_role: AsRole) -> None:
    received(as_role)
    visitor = as_role("case_officer")
    for text in ("serbaguna", "hadir", "menghadiri", "dukung", "SERBAGUNA kehadiran",
                 "serbag*", '"kepala desa hadir"', "01/LP/PG", "terlapor:kepala",
                 'terlapor:"Desa Satu"', "pertemuan -sembako", "-sembako",
                 "sejak:2024-09-19 sampai:19-09-2024"):  # fmt: skip
        assert len(search(visitor, text)) == 1, text
    for text in ("sembako", '"desa kepala hadir"', "pertemuan -hadir", "terlapor:serbaguna",
                 "sejak:2024-09-20", "pasal:hukum-lain"):  # fmt: skip
        assert search(visitor, text) == [], text


def test_hits_are_marked_and_escaped(as_role: AsRole) -> None:
    judul = "Bagi <b>sembako</b> & uang"
    receive(as_role("intake_officer"), report(judul=judul))
    page = as_role("case_officer").get("/perkara/?cari=sembako")
    assert "&lt;b&gt;<mark>sembako</mark>&lt;/b&gt; &amp; uang" in page.text
    assert "<b>sembako" not in page.text
    page = as_role("case_officer").get("/perkara/?cari=pukul")
    assert "<mark>pukul</mark> 10.00" in page.text


def test_nobody_finds_a_protected_person(app: App, as_role: AsRole) -> None:
    receive(as_role("intake_officer"), report(pelapor__name="Zulaikha Rahmadani",
        **{"saksi-0-name": "Marzuki Halim", "saksi-0-address": "Jalan Rahasia"}))  # fmt: skip
    drain(app)
    for role in ("coordinator", "chair", "intake_officer", "case_officer"):
        for name in ("Zulaikha", "Rahmadani", "Marzuki", "Halim", "0812000111", "Merdeka"):
            assert search(as_role(role), name) == [], (role, name)


def test_another_office_finds_nothing(flask: Flask, as_role: AsRole) -> None:
    received(as_role)
    assert len(search(as_role("coordinator"), "serbaguna")) == 1
    for role in ("coordinator", "auditor", "supervisor"):
        other = Visitor(flask, f"{role}-kepahiang")
        for query in (
            "cari=serbaguna",
            "cari=-sembako",
            "",
            "kantor=1",
            "urut=-diterima",
            "lewat=ya",
        ):
            assert found(other, query) == [], (role, query)
    assert as_role("administrator").get("/perkara/?cari=serbaguna").status_code == 403


def test_a_supervisor_finds_cases_of_the_offices_below(
    app: App, flask: Flask, as_role: AsRole
) -> None:
    with app.database.write() as session:
        below = session.query(Office).filter_by(code="07.05").one()
        below.parent_id = session.query(Office).filter_by(code="07.00").one().id
    received(as_role)
    receive(Visitor(flask, "intake_officer-kepahiang"), report())
    assert len(search(as_role("supervisor"), "serbaguna")) == 2
    assert len(found(as_role("supervisor"), "kantor=2")) == 1
    assert len(search(as_role("coordinator"), "serbaguna")) == 1
    assert found(as_role("coordinator"), "kantor=2") == []


def test_issued_papers_are_found_when_they_name_nobody(app: App, as_role: AsRole) -> None:
    to_registration(app, as_role)
    drain(app)
    visitor = as_role("coordinator")
    # Words of the kajian awal's form alone; the form of the report is sealed.
    assert len(search(visitor, '"kajian awal"')) == 1
    assert search(visitor, '"identitas terlapor"') == []


HOSTILE = ("'", '"', '""', "*", "-", "((", "NOT", "a OR b AND", "NEAR(a b)", "words:a", "pasal:",
    "terlapor:", "sejak:kemarin", "\x00", "' OR 1=1 --", "a\\", "a:*b", "%_", "&|!<->", "🎉", "ﷺ",
    "a" * 5000, "{{7*7}}", "<script>", '-"a', "^a", "a^2", "_", "o_1", "sejak:0001-01-01",
    "sampai:9999-12-31")  # fmt: skip


def test_hostile_text_is_only_text(as_role: AsRole) -> None:
    received(as_role)
    visitor = as_role("case_officer")
    for text in HOSTILE:
        for name in ("cari", "tahap", "sejak", "kantor", "penanggung", "urut", "sesudah", "kolom"):
            page = visitor.get(f"/perkara/?{name}={quote(text)}")
            assert page.status_code == 200, (name, text)
            assert "<script>" not in page.text, (name, text)


def several(app: App) -> None:
    """Six reports at 07.00, a day apart, of two kinds of respondents."""
    with app.reading(Actor.system(1)) as work:
        row = officers.authenticate(work.session, "intake_officer", "latihan-latihan-1", work.now)
        assert row is not None
        actor = officers.actor(work.session, row, work.session.get_one(Office, 1), work.now.date())
    clock = SettableClock(Path(app.settings.clock.removeprefix("@")))
    for n in range(6):
        clock.set(f"2024-09-{19 + n}T09:00:00+07:00")
        category, region = ("asn", "lebong") if n % 2 else ("kepala_desa", "seluma")
        with app.unit_of_work(actor) as work:
            acts.open_case(work, "terima_laporan", replace(
                REPORT, key=f"k{n}", title=f"Perkara {n} dilaporkan",
                respondents=(Respondent(f"Orang {n}", category, region=region),)))  # fmt: skip


def test_every_filter_filters(app: App, as_role: AsRole) -> None:
    visitor = as_role("case_officer")
    several(app)
    with app.database.write() as session:
        mine = session.get_one(Case, 1)
    assert mine.stage == "kajian_awal"
    everything = found(visitor, "")
    assert len(everything) == 6
    odd = [everything[1], everything[3], everything[5]]
    assert found(visitor, "kategori=asn") == odd
    assert found(visitor, "wilayah=lebong") == odd
    assert found(visitor, "tahap=kajian_awal&kategori=asn") == odd
    assert found(visitor, "jenis=LP") == everything
    assert found(visitor, "kantor=1") == everything
    assert found(visitor, "penanggung=tanpa") == everything
    for nothing in ("tahap=klarifikasi", "jenis=TM", "golongan=pidana", "pasal=hukum-lain",
                    "kategori=as_", "kategori=%25", "wilayah=selum",
                    "penanggung=saya"):  # fmt: skip
        assert found(visitor, nothing) == [], nothing
    assert found(visitor, "sejak=2024-09-20&sampai=2024-09-21") == everything[1:3]
    # Received on the 19th and 20th: their two days were over by the 24th.
    assert found(visitor, "lewat=ya") == everything[:3]
    assert found(visitor, "sejak=bukan") == everything
    assert "tidak dapat dibaca" in words(visitor.get("/perkara/?sejak=bukan"))


def test_an_article_is_asked_for_or_excluded(app: App, as_role: AsRole) -> None:
    visitor = as_role("case_officer")
    several(app)
    with app.database.write() as session:
        session.get_one(CaseLine, 2).tags += f"{lines.tag(lines.SAID + 'article', 'uu-188')} "
    everything = found(visitor, "")
    assert search(visitor, "pasal:uu-188") == [everything[1]]
    assert search(visitor, "-pasal:uu-188") == [*everything[:1], *everything[2:]]
    both = search(visitor, "-pasal:uu-188 perkara -pasal:uu-71-1")
    assert sorted(both) == sorted([*everything[:1], *everything[2:]])


def test_a_page_goes_on_where_the_last_one_ended(
    app: App, as_role: AsRole, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = as_role("case_officer")
    several(app)
    monkeypatch.setattr("webui.cases.case_list.PAGE", 2)
    for query in ("", "urut=-batas", "urut=diterima", "urut=-diterima", "cari=perkara",
                  "cari=perkara&urut=batas"):  # fmt: skip
        path, seen = f"/perkara/?{query}", []
        back = ""
        while path:
            page = html.fromstring(visitor.get(path).text)
            rows = [" ".join(one.text_content().split()) for one in page.xpath("//tbody//th//a")]
            assert len(rows) == 2, (query, path)
            seen += rows
            path = "".join(page.xpath("//a[@rel='next']/@href"))
            back = "".join(page.xpath("//a[@rel='prev']/@href"))
        assert len(set(seen)) == 6, query
        assert found(visitor, back.partition("?")[2]) == seen[2:4], query
        falls = query.startswith("urut=-") or query == "cari=perkara"
        assert seen == sorted(seen, reverse=falls), query


def test_the_box_is_in_the_head_of_every_page(as_role: AsRole) -> None:
    received(as_role)
    visitor = as_role("case_officer")
    for path in ("/", "/perkara/1", "/perkara/1/berkas/pihak"):
        form = html.fromstring(visitor.get(path).text).xpath("//header//form[@role='search']")
        assert [one.get("action") for one in form] == ["/cari"], path
        assert form[0].method == "POST"
