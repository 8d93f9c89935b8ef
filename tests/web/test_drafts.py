"""Long forms keep themselves: restored with a notice, one officer's own, gone once sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select
from werkzeug.test import TestResponse

from casework.bootstrap import App
from casework.models import Draft
from tests.conftest import SettableClock
from tests.staff import PASSWORD
from tests.web.steps import act, received
from tests.web.visitor import Typed, Visitor, errors, words

AsRole = Callable[[str], Visitor]
PATH = "/perkara/1/syarat"


def keep(visitor: Visitor, path: str = PATH, **typed: object) -> TestResponse:
    """What the page's script sends while somebody types."""
    sent: Typed = {**visitor.fields(visitor.get(path)), **typed, "halaman": path}
    return visitor.client.post("/konsep/simpan", data=sent)


def first(app: App) -> str:
    return next(iter(app.law.editions["pemilihan-2020"].requirements))


def drafts(app: App) -> int:
    with app.database.read() as session:
        return len(session.scalars(select(Draft)).all())


def test_what_was_typed_is_there_again_with_a_notice(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer, key = as_role("case_officer"), first(app)
    answer = keep(officer, **{f"syarat-{key}": "tidak", f"alasan-{key}": "Belum ada alamat"})
    assert answer.status_code == 200
    assert "tersimpan pukul" in answer.get_json()["text"]
    page = officer.get(PATH)
    assert "Konsep dari" in words(page)
    assert "dipulihkan" in words(page)
    typed = officer.fields(page)
    assert (typed[f"syarat-{key}"], typed[f"alasan-{key}"].strip()) == ("tidak", "Belum ada alamat")
    assert "Konsep dari" not in words(as_role("intake_officer").get("/perkara/1"))


def test_once_sent_the_draft_is_gone(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer, key = as_role("case_officer"), first(app)
    keep(officer, **{f"syarat-{key}": "ya"})
    act(officer, PATH)
    assert drafts(app) == 0
    assert "Konsep dari" not in words(officer.get(PATH))


def test_a_refused_form_keeps_its_draft(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer, key = as_role("case_officer"), first(app)
    keep(officer, **{f"syarat-{key}": "tidak"})
    page = officer.submit(PATH)
    assert page.status_code == 422
    assert f"alasan-{key}" in errors(page)
    assert drafts(app) == 1


def test_it_is_thrown_away_on_purpose(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    keep(officer, **{f"syarat-{first(app)}": "ya"})
    page = officer.client.post(
        "/konsep/buang", data={"csrf_token": officer.token(), "halaman": PATH}
    )
    assert page.headers["Location"] == PATH
    assert drafts(app) == 0
    assert "Konsep dibuang" in words(officer.get(PATH))


def test_another_window_is_told_what_changed(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer, key = as_role("case_officer"), first(app)
    old = officer.fields(officer.get(PATH))
    keep(officer, **{f"syarat-{key}": "ya"})
    answer = officer.client.post(
        "/konsep/simpan", data={**old, f"syarat-{key}": "tidak", "halaman": PATH}
    )
    assert answer.status_code == 409
    assert answer.get_json()["changes"] == [f"syarat-{key}"]
    again = {
        **old,
        f"syarat-{key}": "tidak",
        "halaman": PATH,
        "konsep": answer.get_json()["revision"],
    }
    assert officer.client.post("/konsep/simpan", data=again).status_code == 200


def test_a_restored_page_says_what_happened_in_the_case_meanwhile(
    app: App, as_role: AsRole
) -> None:
    received(as_role)
    officer, key = as_role("case_officer"), first(app)
    keep(officer, **{f"syarat-{key}": "ya"})
    typed = {"fakta": "diketahui", "waktu": "2024-09-17T09:00", "alasan": "Keterangan pelapor"}
    act(as_role("coordinator"), "/perkara/1/koreksi", dict(typed))
    page = officer.get(PATH)
    title = app.law.editions["pemilihan-2020"].acts["koreksi_fakta"].title
    assert f"pada perkara terjadi: {title}" in words(page)
    act(officer, PATH)


def test_after_its_time_it_is_not_restored(app: App, as_role: AsRole) -> None:
    received(as_role)
    keep(as_role("case_officer"), **{f"syarat-{first(app)}": "ya"})
    SettableClock(Path(app.settings.clock.removeprefix("@"))).shift(timedelta(days=15))
    assert "Konsep dari" not in words(as_role("case_officer").get(PATH))


def test_a_long_form_at_a_door_keeps_its_rows(app: App, as_role: AsRole) -> None:
    officer = as_role("case_officer")
    sent = {"peristiwa": "Pertemuan", "terlapor-0-name": "Satu", "terlapor-0-region": "seluma",
            "terlapor-1-name": "Dua", "saksi-0-name": "Wati"}  # fmt: skip
    assert keep(officer, "/temuan/baru", **sent).status_code == 200
    typed = officer.fields(officer.get("/temuan/baru"))
    assert {name: typed[name].strip() for name in sent} == sent
    stored = [file.read_bytes() for file in app.settings.var.rglob("*") if file.is_file()]
    assert not any(b"Wati" in content for content in stored)


def test_only_a_page_one_may_open_can_be_kept(app: App, as_role: AsRole) -> None:
    received(as_role)
    token = as_role("intake_officer").token()
    for path in (
        PATH,
        "/tidak-ada",
        "https://lain.example/",
        "/masuk",
        "",
        "/perkara/1/" + "a" * 300,
    ):
        for way in ("simpan", "buang"):
            answer = as_role("intake_officer").client.post(
                f"/konsep/{way}", data={"csrf_token": token, "halaman": path}
            )
            assert answer.status_code == 404, (path, way)
    assert drafts(app) == 0


def test_who_sends_after_the_session_ended_comes_back_to_the_same_words(
    app: App, as_role: AsRole
) -> None:
    """Any form about a case: here the reason of a correction, in a window left open."""
    received(as_role)
    officer, path = as_role("coordinator"), "/perkara/1/koreksi"
    typed = {"fakta": "diketahui", "waktu": "2024-09-17T09:00", "alasan": "Keterangan pelapor"}
    assert keep(officer, path, **typed).status_code == 200
    page = officer.get(path)
    other = Visitor(officer.client.application, "coordinator")
    other.client.post("/akun/sesi/akhiri-lainnya", data={"csrf_token": other.token()})
    answer = officer.submit(path, dict(typed), page=page)
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/masuk?lanjut=/perkara/1/koreksi"
    assert "Sesi Anda berakhir sebelum isian terkirim" in words(officer.get("/masuk"))
    signed_in = officer.submit(
        answer.headers["Location"], {"login": "coordinator", "password": PASSWORD}
    )
    assert signed_in.headers["Location"] == path
    again = officer.get(path)
    assert "dipulihkan" in words(again)
    assert {name: str(officer.fields(again)[name]).strip() for name in typed} == typed
