"""Sessions are ours: the cookie is a random token, and whoever should be out is out at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from lxml import html

from casework.bootstrap import App
from casework.models import Event, LoginSession, Office, Officer, OfficerRole
from casework.services.people import sessions
from tests.staff import PASSWORD
from tests.web.visitor import Visitor, errors, words
from webui.core import device

AsRole = Callable[[str], Visitor]
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
CHROME = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/129.0.0.0 Mobile Safari/537.36"
NEW = "sepuluh kelinci di kebun teh"


def cookie(visitor: Visitor) -> str:
    found = visitor.client.get_cookie("perkara")
    assert found is not None
    return found.value


def rows(app: App) -> list[LoginSession]:
    with app.database.read() as session:
        return session.query(LoginSession).order_by(LoginSession.id).all()


def actions(app: App) -> list[str]:
    with app.database.read() as session:
        return [event.action for event in session.query(Event).order_by(Event.id)]


def test_the_cookie_is_a_token_of_which_only_the_hash_is_kept(app: App, flask: Flask) -> None:
    token = cookie(Visitor(flask, "chair"))
    assert len(token) == 43
    (row,) = rows(app)
    assert row.token_hash == sessions.digest(token)
    assert token.encode() not in row.sealed
    # Before signing in nothing is written for a stranger.
    Visitor(flask).get("/masuk")
    assert len(rows(app)) == 1


def test_an_invented_token_and_a_tampered_guest_cookie_open_nothing(flask: Flask) -> None:
    for value in ("A" * 43, "a.b.c", "."):
        stranger = Visitor(flask)
        stranger.client.set_cookie("perkara", value)
        assert stranger.get("/").status_code == 303
        assert stranger.get("/masuk").status_code == 200


def test_signing_in_gives_a_fresh_token_and_out_makes_it_worthless(flask: Flask) -> None:
    visitor = Visitor(flask)
    visitor.get("/masuk")
    before = cookie(visitor)
    visitor.sign_in("chair")
    token = cookie(visitor)
    assert token != before
    visitor.client.post("/keluar", data={"csrf_token": visitor.token()})
    stolen = Visitor(flask)
    stolen.client.set_cookie("perkara", token)
    assert stolen.get("/").status_code == 303


def test_a_token_in_another_browser_is_refused(flask: Flask) -> None:
    token = cookie(Visitor(flask, "chair"))
    thief = Visitor(flask)
    thief.client.set_cookie("perkara", token)
    assert thief.client.get("/", headers={"User-Agent": FIREFOX}).status_code == 303


def test_language_and_messages_survive_signing_in(flask: Flask) -> None:
    visitor = Visitor(flask)
    visitor.client.post("/bahasa/en", data=visitor.fields(visitor.get("/masuk")))
    visitor.sign_in("chair")
    assert "My desk" in words(visitor.get("/"))


def test_i_see_my_sessions_and_end_one_or_all_others(app: App, flask: Flask) -> None:
    here, there, third = (Visitor(flask, "chair") for _ in range(3))
    page = here.get("/akun/sesi")
    table = html.fromstring(page.text).xpath("//main//tbody/tr")
    assert len(table) == 3
    assert "sesi ini" in words(page)
    assert "127.0.0" not in page.text
    own, other, _ = (row.id for row in rows(app))
    path = f"/akun/sesi/{other}/akhiri"
    assert here.client.post(path, data={"csrf_token": here.token()}).status_code == 303
    assert there.get("/").status_code == 303
    assert third.get("/").status_code == 200
    # Ending it twice, or that of another officer, is ending what is not there.
    stranger = Visitor(flask, "auditor")
    for visitor, number in ((here, other), (stranger, own)):
        data = {"csrf_token": visitor.token()}
        assert visitor.client.post(f"/akun/sesi/{number}/akhiri", data=data).status_code == 404
    here.client.post("/akun/sesi/akhiri-lainnya", data={"csrf_token": here.token()})
    assert third.get("/").status_code == 303
    assert here.get("/").status_code == 200
    assert actions(app).count("sesi_diakhiri") == 2


@pytest.mark.parametrize("limit", ["IDLE", "ABSOLUTE"])
def test_idle_and_old_sessions_end(
    flask: Flask, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    visitor = Visitor(flask, "chair")
    assert visitor.get("/").status_code == 200
    monkeypatch.setattr(sessions, limit, timedelta(seconds=-1))
    assert visitor.get("/").status_code == 303


def test_use_is_noted_now_and_then(app: App, flask: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = Visitor(flask, "chair")
    visitor.get("/akun/")
    first = rows(app)[0].seen_at
    assert rows(app)[0].seen_at == first
    monkeypatch.setattr(sessions, "SEEN_EVERY", timedelta(0))
    visitor.get("/akun/")
    assert rows(app)[0].seen_at > first


def test_a_new_password_ends_the_other_sessions(app: App, flask: Flask) -> None:
    here, there = Visitor(flask, "chair"), Visitor(flask, "chair")
    typed = {"lama": PASSWORD, "sandi": NEW, "ulang": NEW}
    assert here.submit("/akun/kata-sandi", typed).status_code == 303
    assert here.get("/").status_code == 200
    assert there.get("/").status_code == 303
    assert there.sign_in("chair").status_code == 422
    assert there.sign_in("chair", NEW).status_code == 303
    assert "kata_sandi_diganti" in actions(app)
    with app.database.read() as session:
        stored = session.query(Officer).filter_by(login="chair").one().password_hash
    assert stored.startswith("$argon2id$")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"lama": "salah-salah-salah", "sandi": NEW, "ulang": NEW}, "lama"),
        ({"lama": PASSWORD, "sandi": "pendek", "ulang": "pendek"}, "sandi"),
        ({"lama": PASSWORD, "sandi": "aaaaaaaaaaaaaa", "ulang": "aaaaaaaaaaaaaa"}, "sandi"),
        ({"lama": PASSWORD, "sandi": PASSWORD, "ulang": PASSWORD}, "sandi"),
        ({"lama": PASSWORD, "sandi": "x" * 1025, "ulang": "x" * 1025}, "sandi"),
        ({"lama": PASSWORD, "sandi": NEW, "ulang": NEW + "!"}, "ulang"),
        ({"lama": "", "sandi": NEW, "ulang": NEW}, "lama"),
    ],
)
def test_a_password_that_will_not_do_is_refused_beside_its_field(
    flask: Flask, typed: dict[str, str], field: str
) -> None:
    visitor = Visitor(flask, "chair")
    refused = visitor.submit("/akun/kata-sandi", typed)
    assert refused.status_code == 422
    assert field in errors(refused)
    assert Visitor(flask).sign_in("chair").status_code == 303


def test_the_user_name_is_no_password(app: App, flask: Flask) -> None:
    visitor = Visitor(flask, "head_of_secretariat")
    typed = {"lama": PASSWORD, "sandi": "Head_of_Secretariat", "ulang": "Head_of_Secretariat"}
    assert "nama pengguna" in errors(visitor.submit("/akun/kata-sandi", typed))["sandi"]


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("pendek", "at least 12 characters"),
        ("Head_of_Secretariat", "must not be the user name"),
        ("Bawaslu2026!!", "easily guessed"),
    ],
)
def test_who_reads_english_is_refused_in_english(flask: Flask, password: str, said: str) -> None:
    visitor = Visitor(flask, "head_of_secretariat")
    visitor.client.post("/bahasa/en", data={"csrf_token": visitor.token()})
    typed = {"lama": PASSWORD, "sandi": password, "ulang": password}
    assert said in errors(visitor.submit("/akun/kata-sandi", typed))["sandi"]


def test_an_account_without_a_password_cannot_sign_in(app: App, flask: Flask) -> None:
    with app.database.write() as session:
        session.query(Officer).filter_by(login="chair").one().password_hash = ""
    for guess in ("", "nobody"):
        assert Visitor(flask).sign_in("chair", guess).status_code == 422


def test_whoever_holds_roles_at_two_offices_chooses_one(app: App, flask: Flask) -> None:
    with app.database.write() as session:
        officer = session.query(Officer).filter_by(login="chair").one()
        other = session.query(Office).filter_by(code="07.05").one()
        role = OfficerRole(officer_id=officer.id, office_id=other.id, role="coordinator",
                           starts=date(2020, 1, 1))  # fmt: skip
        session.add(role)
        other_id, other_name = other.id, other.name
    visitor, second = Visitor(flask, "chair"), Visitor(flask, "chair")
    page = visitor.get("/akun/")
    assert visitor.submit("/akun/kantor", {"kantor": str(other_id)}, page=page).status_code == 303
    assert other_name in visitor.get("/").text
    assert "koordinator" in words(visitor.get("/akun/"))
    # The choice is that of one session, and no office without a role can be chosen.
    assert other_name not in html.fromstring(second.get("/").text).xpath("string(//header)")
    bad = {"csrf_token": second.token(), "kantor": "999"}
    second.client.post("/akun/kantor", data=bad)
    assert second.get("/").status_code == 200


def test_a_device_is_told_in_words() -> None:
    assert device.of(FIREFOX) == "Firefox, Windows"
    assert device.of(CHROME) == "Chrome, Android"
    assert device.of("") == "?, ?"
