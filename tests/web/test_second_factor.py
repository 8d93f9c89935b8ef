"""Signing in with a second factor: required outside training, each code good once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from lxml import html

from casework.bootstrap import App
from casework.models import Event, LoginSession, RecoveryCode, SecondFactor
from casework.services.people import second_factor
from tests.authenticator import Telephone
from tests.web.visitor import Visitor, errors, words
from webui.app import create_app


@pytest.fixture
def strict(app: App, flask: Flask) -> Flask:
    """The same house under the rules of production."""
    settings = app.settings.model_copy(update={"mode": "production", "clock": ""})
    made = create_app(replace(app, settings=settings))
    made.config.update(SESSION_COOKIE_SECURE=False, SESSION_COOKIE_NAME="perkara",
                       WTF_CSRF_SSL_STRICT=False)  # fmt: skip
    return made


def enrolled(flask: Flask, login: str = "chair") -> tuple[Visitor, Telephone, list[str]]:
    """An officer who has just set up the second factor, the telephone, and the recovery codes."""
    visitor = Visitor(flask, login)
    page = visitor.get("/akun/faktor-kedua")
    telephone = Telephone(page.text)
    answer = visitor.submit("/akun/faktor-kedua", {"kode": telephone.code()}, page=page)
    assert answer.status_code == 303, words(answer)
    return visitor, telephone, codes_on(visitor.get(answer.headers["Location"]).text)


def codes_on(text: str) -> list[str]:
    return [str(code) for code in html.fromstring(text).xpath("//ol[@class='codes']//code/text()")]


def actions(app: App) -> list[str]:
    with app.database.read() as session:
        return [event.action for event in session.query(Event).order_by(Event.id)]


def test_outside_training_the_first_sign_in_sets_it_up(app: App, strict: Flask) -> None:
    visitor = Visitor(strict)
    answer = visitor.client.post(
        "/masuk?lanjut=/perkara/",
        data={**visitor.fields(visitor.get("/masuk")), "login": "chair",
              "password": "latihan-latihan-1"},
    )  # fmt: skip
    path = answer.headers["Location"]
    assert path.startswith("/masuk/pasang")
    # Half signed in is not signed in.
    for guarded in ("/", "/perkara/", "/akun/", "/akun/sesi", "/akun/faktor-kedua"):
        assert visitor.get(guarded).status_code == 303, guarded
    page = visitor.get(path)
    assert "<svg" in page.text
    assert "data:" not in page.text
    telephone = Telephone(page.text)
    assert Telephone(visitor.get(path).text).otp.secret == telephone.otp.secret
    refused = visitor.submit(path, {"kode": "000000"}, page=page)
    assert refused.status_code == 422
    assert "kode" in errors(refused)
    assert visitor.get("/").status_code == 303
    before = visitor.client.get_cookie("perkara")
    done = visitor.submit(path, {"kode": telephone.code()}, page=refused)
    assert done.status_code == 303
    assert visitor.client.get_cookie("perkara") != before
    codes = visitor.get(done.headers["Location"])
    assert len(set(codes_on(codes.text))) == second_factor.HOW_MANY
    assert "/perkara/" in html.fromstring(codes.text).xpath("//main//a[@class='button']/@href")
    # Shown once.
    assert codes_on(visitor.get("/akun/kode-cadangan").text) == []
    assert visitor.get("/perkara/").status_code == 200
    assert "faktor_kedua_aktif" in actions(app)


def test_the_secret_and_the_codes_are_kept_sealed_and_hashed(app: App, flask: Flask) -> None:
    _visitor, telephone, codes = enrolled(flask)
    with app.database.read() as session:
        (row,) = session.query(SecondFactor).all()
        marks = [code.mark for code in session.query(RecoveryCode)]
        kept = [one.sealed for one in session.query(LoginSession)]
    assert telephone.otp.secret.encode() not in row.sealed
    assert len(marks) == 10
    assert not set(codes) & set(marks)
    assert all(code.encode() not in sealed for code in codes for sealed in kept)


def test_a_code_is_good_once(flask: Flask) -> None:
    _visitor, telephone, _codes = enrolled(flask)
    first, second = Visitor(flask), Visitor(flask)
    assert first.sign_in("chair").headers["Location"] == "/masuk/kode"
    assert second.sign_in("chair").headers["Location"] == "/masuk/kode"
    code = telephone.code()
    assert first.submit("/masuk/kode", {"kode": f"{code[:3]} {code[3:]}"}).status_code == 303
    assert first.get("/").status_code == 200
    replayed = second.submit("/masuk/kode", {"kode": code})
    assert replayed.status_code == 422
    assert "sudah dipakai" in errors(replayed)["kode"]
    assert second.get("/").status_code == 303


def test_the_enrolling_code_is_used_up_too(flask: Flask) -> None:
    visitor = Visitor(flask, "chair")
    page = visitor.get("/akun/faktor-kedua")
    code = Telephone(page.text).code()
    visitor.submit("/akun/faktor-kedua", {"kode": code}, page=page)
    again = Visitor(flask)
    again.sign_in("chair")
    assert again.submit("/masuk/kode", {"kode": code}).status_code == 422


def test_a_recovery_code_is_good_once_and_only_for_its_officer(app: App, flask: Flask) -> None:
    _visitor, _telephone, codes = enrolled(flask)
    _other, _their_telephone, theirs = enrolled(flask, "coordinator")
    visitor = Visitor(flask)
    visitor.sign_in("chair")
    assert visitor.submit("/masuk/kode", {"kode": theirs[0]}).status_code == 422
    typed = codes[0].upper().replace("-", " ")
    assert visitor.submit("/masuk/kode", {"kode": typed}).status_code == 303
    assert "9 kode cadangan" in words(visitor.get("/akun/"))
    again = Visitor(flask)
    again.sign_in("chair")
    assert again.submit("/masuk/kode", {"kode": codes[0]}).status_code == 422
    assert again.submit("/masuk/kode", {"kode": codes[1]}).status_code == 303
    assert actions(app).count("kode_cadangan_dipakai") == 2


def test_after_five_wrong_codes_even_the_right_one_waits(flask: Flask) -> None:
    _visitor, telephone, codes = enrolled(flask)
    visitor = Visitor(flask)
    visitor.sign_in("chair")
    for _try in range(second_factor.MOST_FAILURES):
        assert visitor.submit("/masuk/kode", {"kode": "12345"}).status_code == 422
    assert visitor.submit("/masuk/kode", {"kode": telephone.code()}).status_code == 422
    assert visitor.submit("/masuk/kode", {"kode": codes[0]}).status_code == 422


def test_new_codes_and_switching_off_ask_for_a_code(app: App, flask: Flask) -> None:
    visitor, telephone, old = enrolled(flask)
    assert visitor.submit("/akun/faktor-kedua/kode-baru", {"kode": "1"}).status_code == 422
    answer = visitor.submit("/akun/faktor-kedua/kode-baru", {"kode": telephone.code()})
    fresh = codes_on(visitor.get(answer.headers["Location"]).text)
    assert len(fresh) == 10
    assert not set(fresh) & set(old)
    assert visitor.submit("/akun/faktor-kedua/matikan", {"kode": old[0]}).status_code == 422
    assert visitor.submit("/akun/faktor-kedua/matikan", {"kode": fresh[0]}).status_code == 303
    assert Visitor(flask).sign_in("chair").headers["Location"] == "/"
    with app.database.read() as session:
        assert session.query(SecondFactor).count() == session.query(RecoveryCode).count() == 0
    assert "faktor_kedua_dimatikan" in actions(app)


@pytest.mark.parametrize("path", ["/masuk/kode", "/masuk/pasang"])
def test_the_second_step_needs_the_first(flask: Flask, path: str) -> None:
    stranger = Visitor(flask)
    assert stranger.get(path).headers["Location"] == "/masuk"
    assert Visitor(flask, "chair").get(path).headers["Location"] == "/masuk"


def test_whoever_has_one_cannot_enrol_another_with_the_password_alone(strict: Flask) -> None:
    visitor = Visitor(strict)
    visitor.sign_in("chair")
    page = visitor.get("/masuk/pasang")
    visitor.submit("/masuk/pasang", {"kode": Telephone(page.text).code()}, page=page)
    thief = Visitor(strict)
    assert thief.sign_in("chair").headers["Location"] == "/masuk/kode"
    assert thief.get("/masuk/pasang").headers["Location"].startswith("/masuk/kode")
