"""A round on the pages: opened, answered in six pages, reviewed, mapped, followed by a task."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Office
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from tests.web.visitor import Visitor, words

AsRole = Callable[[str], Visitor]
ITEMS, ON_A_PAGE = 24, 4
TYPED_A_MINUTE = 120
"""Characters somebody types on a telephone in a minute, slowly."""
CHOSEN_A_MINUTE = 12


@pytest.fixture
def opened(app: App, as_role: AsRole) -> Visitor:
    """The coordinator of the province, who has just opened a round for both offices."""
    as_role("coordinator")
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        offices = {one.code: one for one in work.session.scalars(select(Office))}
        offices["07.05"].parent_id = offices["07.00"].id
    leader = as_role("coordinator")
    page = leader.get("/kerawanan/putaran/buka")
    assert "Susunan sendiri, bukan indeks Bawaslu." in words(page)
    answer = leader.submit(
        "/kerawanan/putaran/buka",
        {"judul": "Putaran 1", "edisi": "pemetaan-bengkulu", "sejak": "2023-01-01",
         "sampai": "2024-10-01T16:00"},
        page=page,
    )  # fmt: skip
    assert answer.status_code == 303, words(answer)
    return leader


def item(place: int, likelihood: int) -> dict[str, str]:
    told = {f"butir-{place}-mungkin": str(likelihood)}
    if likelihood:
        told[f"butir-{place}-alasan"] = "Tanda lama, tidak berulang."
    if likelihood == 3:
        told[f"butir-{place}-bentuk"] = "imbauan"
    return told


def test_an_office_answers_in_six_pages_and_few_minutes(opened: Visitor, as_role: AsRole) -> None:
    officer, pages, typed, chosen = as_role("case_officer"), 0, 0, 0
    path = "/kerawanan/putaran/1/isi/1"
    while "/isi/" in path:
        last = path.endswith("/6")
        told: dict[str, str] = {"kirim": "1"} if last else {}
        for place in range(ON_A_PAGE):
            # Every item has a reason: more than an office writes that sees no sign.
            told |= item(place, 3 if path.endswith("/1") and place == 0 else 1)
        pages += 1
        typed += sum(len(value) for name, value in told.items() if name.endswith("alasan"))
        chosen += sum(1 for name in told if not name.endswith("alasan"))
        answer = officer.submit(path, told)
        assert answer.status_code == 303, words(answer)[:800]
        path = answer.headers["Location"]
    assert pages == ITEMS // ON_A_PAGE
    assert typed / TYPED_A_MINUTE + chosen / CHOSEN_A_MINUTE < 15
    assert "dikirim, menunggu diperiksa" in words(opened.get("/kerawanan/putaran/1"))
    refused = officer.get("/kerawanan/putaran/1/isi/1")
    assert refused.status_code == 200

    sheet = opened.get("/kerawanan/putaran/1/isian/1")
    assert "21,67" in words(sheet)  # (23 × 20 + 60) / 24
    assert "24 dari 24 butir dijawab" in words(sheet)
    round_page = opened.get("/kerawanan/putaran/1")
    tiles = html.fromstring(round_page.text).xpath(
        "//*[local-name()='svg'][@role='group']/*[local-name()='a']"
    )
    assert len(tiles) == 2
    labels = [one.get("aria-label") for one in tiles]
    assert "Provinsi Bengkulu: 21,67 rendah, 24 dari 24 butir dijawab" in labels
    assert "Kabupaten Kepahiang: belum dijawab" in labels

    asked = opened.get("/kerawanan/putaran/1?andai=17&bobot=40")
    assert "Pengandaian, bukan hasil." in words(asked)
    assert "21,67" in words(asked), "the stored value stands beside it"
    assert "Pengandaian" not in words(opened.get("/kerawanan/putaran/1"))

    tasks = opened.get("/kerawanan/tugas")
    assert "belum ada tugas" in words(tasks)
    found = re.search(r"/kerawanan/putaran/1/butir/\d+/tugas", tasks.text)
    assert found
    owner = re.search(r'<option value="(\d+)">Bayu Pratama', opened.get(found[0]).text)
    assert owner
    planned = opened.submit(
        found[0],
        {
            "bentuk": "imbauan",
            "kegiatan": "Surat imbauan",
            "pemilik": owner[1],
            "sampai": "2024-09-30",
        },
    )
    assert planned.status_code == 303, words(planned)[:600]
    below = Visitor(officer.client.application, "coordinator-kepahiang")
    for page in ("selesai", "batal"):
        assert officer.get(f"/kerawanan/tugas/1/{page}").status_code == 200
        for visitor, key in ((below, 1), (officer, 999)):
            assert visitor.get(f"/kerawanan/tugas/{key}/{page}").status_code == 404
    done = officer.submit(
        "/kerawanan/tugas/1/selesai",
        {"tanggal": "2024-09-19", "tempat": "Bengkulu", "hasil": "Terkirim kepada 129 camat."},
    )
    assert done.status_code == 303, words(done)[:600]
    sheet_file = officer.get("/kerawanan/form-cegah.xlsx")
    assert sheet_file.data.startswith(b"PK")
    assert sheet_file.headers["Content-Disposition"] == 'attachment; filename="form-cegah.xlsx"'
    assert "1 dari 1 tugas yang jatuh tempo selesai tepat waktu" in words(
        officer.get("/kerawanan/tugas")
    )


def test_what_is_refused_keeps_what_was_typed(opened: Visitor, as_role: AsRole) -> None:
    officer = as_role("case_officer")
    answer = officer.submit(
        "/kerawanan/putaran/1/isi/1", {**item(0, 3), "butir-0-bentuk": "", "butir-1-jumlah": "2"}
    )
    assert answer.status_code == 422
    assert "pilih bentuk pencegahannya" in words(answer)
    assert "Pilih tingkat kejadiannya." in words(answer)
    assert "Tanda lama, tidak berulang." in words(answer)
    last = officer.submit("/kerawanan/putaran/1/isi/6", {**item(3, 1), "kirim": "1"})
    assert last.status_code == 422
    assert "Belum dijawab: butir 1, 2, 3" in words(last)


def test_an_office_below_sees_its_own_sheet_alone(opened: Visitor, flask: Flask) -> None:
    other = Visitor(flask, "coordinator-kepahiang")
    page = other.get("/kerawanan/putaran/1")
    assert page.status_code == 200
    assert "Isian kantor" not in words(page)
    keys = set(re.findall(r"/kerawanan/putaran/1/isian/(\d+)", page.text))
    assert len(keys) == 1
    others = {"1", "2"} - keys
    assert {other.get(f"/kerawanan/putaran/1/isian/{one}").status_code for one in others} == {404}
    assert other.get("/kerawanan/putaran/1/tutup").status_code == 404
    assert other.get("/kerawanan/putaran/1/sesudah").status_code == 404
    assert opened.get("/kerawanan/putaran/1/sesudah").status_code == 200


def test_editions_stand_side_by_side_and_never_as_a_line(app: App, as_role: AsRole) -> None:
    page = as_role("auditor").get("/kerawanan/")
    told = words(page)
    assert "angka antar-edisi tidak dapat dibandingkan" in told
    assert "72,08" in told
    assert "3,79" in told
    assert "tidak diterbitkan" in told
    assert app.law.kerawanan.edition("ikp-2024").weights == {}
