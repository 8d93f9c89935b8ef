"""Many rows at once: each case for itself, every row told, what was refused stays ticked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select
from werkzeug.test import TestResponse

from casework.bootstrap import App
from casework.models import Case, Dispatch, Document
from casework.services.upkeep.effects import drain
from casework.simulation.scene import BlankRenderer
from tests.staff import settle
from tests.web.served import Served
from tests.web.steps import act, all_met, received
from tests.web.visitor import Visitor, words

AsRole = Callable[[str], Visitor]
LETTER = "pemberitahuan_kelengkapan"


@pytest.fixture
def flask(app: App, served: Served) -> Flask:
    settle(app)
    return served(replace(app, renderer=BlankRenderer()))


@pytest.fixture
def drafts(app: App, as_role: AsRole) -> list[int]:
    """Three reports, each with a letter that is drafted."""
    lacking = all_met(app)
    lacking |= {"syarat-dua_alat_bukti": "tidak", "alasan-dua_alat_bukti": "Baru satu."}
    for case in (1, 2, 3):
        received(as_role)
        act(as_role("case_officer"), f"/perkara/{case}/syarat", dict(lacking))
        act(as_role("case_officer"), f"/perkara/{case}/minta-kelengkapan")
    drain(replace(app, renderer=BlankRenderer()))
    return [row.id for row in letters(app)]


def letters(app: App) -> list[Document]:
    with app.database.read() as session:
        query = select(Document).where(Document.kind == LETTER).order_by(Document.id)
        return list(session.scalars(query))


def ticked(page: TestResponse) -> list[int]:
    boxes = html.fromstring(page.text).xpath("//input[@name='dokumen'][@checked]/@value")
    return [int(one) for one in boxes]


def test_letters_of_several_cases_are_issued_and_each_row_is_told(
    app: App, as_role: AsRole, drafts: list[int]
) -> None:
    chair = as_role("chair")
    listed = html.fromstring(chair.get("/dokumen?keadaan=draft").text)
    offered = {int(one) for one in listed.xpath("//input[@form='pilihan']/@value")}
    assert offered == set(drafts)
    token = {"csrf_token": chair.token(), "tindakan": "terbitkan", "dokumen": drafts}
    path = chair.client.post("/dokumen/bersama", data=token).headers["Location"]
    page = chair.get(path)
    assert ticked(page) == drafts
    # Somebody else was faster with the second case.
    act(as_role("chair"), "/perkara/2/surat/terbitkan")
    answer = chair.submit(path, page=page)
    assert answer.status_code == 422
    assert "1 dokumen ditolak" in words(answer)
    assert "2 dokumen selesai" in words(answer)
    assert ticked(answer) == [drafts[1]]
    assert [one.state for one in letters(app)] == ["numbered"] * 3
    again = chair.submit(path, page=answer)
    assert "sudah bernomor" in words(again)
    assert len({one.number for one in letters(app)}) == 3
    bound = chair.submit(path.replace("terbitkan", "cetak"))
    links = html.fromstring(bound.text).xpath("//main//a[contains(@href, '/cetak/')]/@href")
    assert links == [f"/perkara/{case}/cetak/{case}" for case in (1, 2, 3)]


def test_deliveries_are_recorded_together_and_receipts_after_them(
    app: App, as_role: AsRole, drafts: list[int]
) -> None:
    for case in (1, 2):
        act(as_role("chair"), f"/perkara/{case}/surat/terbitkan")
    drain(replace(app, renderer=BlankRenderer()))
    desk = as_role("secretariat")
    path = "/dokumen/bersama/penyampaian?" + "&".join(f"dokumen={one}" for one in drafts)
    page = desk.get(path)
    assert ticked(page) == drafts[:2]
    sent = {"saluran": "kurir"}
    answer = desk.submit(path, {**sent, "dokumen": drafts}, page=page)
    assert answer.status_code == 422
    assert "tanda tangan pada" in words(answer)
    sent["alasan_belum_ttd"] = "Ditandatangani di atas kertas."
    answer = desk.submit(path, sent, page=answer)
    assert answer.status_code == 422
    assert ticked(answer) == [drafts[2]]
    assert "belum terbit sebagai PDF akhir" in words(answer)
    assert [one.state for one in letters(app)] == ["dispatched", "dispatched", "draft"]
    left = desk.fields(page)["dikirim"]
    received_at = {"dokumen": drafts[:2], "saluran": "pos", "diterima": left}
    assert desk.submit(path, received_at).status_code == 303
    twice = desk.submit(path, received_at)
    assert "sudah tercatat" in words(twice)
    with app.database.read() as session:
        rows = session.scalars(select(Dispatch).order_by(Dispatch.id)).all()
    assert [(one.channel, one.received_at is None) for one in rows] == [
        ("kurir", True), ("kurir", True), ("kurir", False), ("kurir", False)]  # fmt: skip


def test_a_document_that_is_none_is_not_offered(as_role: AsRole) -> None:
    page = as_role("secretariat").get("/dokumen/bersama/cetak?dokumen=999999&dokumen=-1&dokumen=x")
    assert "Tidak ada dokumen yang dipilih" in words(page)


def test_cases_are_given_to_an_officer_and_given_back(app: App, as_role: AsRole) -> None:
    for _turn in range(2):
        received(as_role)
    chief = as_role("coordinator")
    token = {"csrf_token": chief.token(), "perkara": [1, 2]}
    assert chief.client.post(
        "/perkara/bersama", data={**token, "tindakan": "daftar"}
    ).headers["Location"] == "/perkara/?hanya=1.2"  # fmt: skip
    assert len(html.fromstring(chief.get("/perkara/?hanya=2").text).xpath("//tbody/tr")) == 1
    taken = {**token, "perkara": [2], "bentuk": "csv"}
    path = chief.client.post("/perkara/bersama", data=taken).headers["Location"]
    assert len(chief.client.post(path, data=taken).text.splitlines()) == 2
    path = chief.client.post("/perkara/bersama", data={**token, "tindakan": "penanggung"}).headers[
        "Location"
    ]
    page = chief.get(path)
    (officer,) = html.fromstring(page.text).xpath("//select[@id='petugas']/option[2]/@value")
    done = chief.submit(path, {"petugas": officer}, page=page)
    assert done.headers["Location"].endswith(
        f"baris=1-0-{officer}&baris=2-0-{officer}"
    )  # fmt: skip
    assert owners(app) == [int(officer)] * 2
    # The page that was open meanwhile gives nothing away unseen.
    late = chief.submit(path, {"petugas": officer}, page=page)
    assert late.status_code == 422
    assert "sudah berubah" in words(late)
    assert chief.submit(done.headers["Location"]).status_code == 303
    assert owners(app) == [None, None]
    assert as_role("case_officer").get(path).status_code == 403


def owners(app: App) -> list[int | None]:
    with app.database.read() as session:
        return list(session.scalars(select(Case.owner_id).order_by(Case.id)))
