"""Headers on every answer, cookies, CSRF, sessions."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html

from casework.bootstrap import App
from casework.models import Officer
from casework.services.people import sessions
from tests.staff import PASSWORD, settle
from tests.web.steps import received
from tests.web.visitor import Visitor, words
from webui.app import create_app
from webui.core import fonts, security, uploads
from webui.core.access import public

AsRole = Callable[[str], Visitor]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/masuk",
        "/tidak-ada",
        "/health/live",
        "/health/ready",
        "/huruf.css",
        "css/app.css",
        "js/app.js",
        "/perkara/",
        "/perkara/1",
        "/perkara/1/syarat",
    ],
)
def test_every_answer_carries_the_headers(flask: Flask, as_role: AsRole, path: str) -> None:
    received(as_role)
    address = path if path.startswith("/") else f"{flask.static_url_path}/{path}"
    for visitor in (Visitor(flask), as_role("case_officer")):
        with visitor.get(address) as page:
            headers = page.headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "unsafe" not in headers["Content-Security-Policy"]
        for name, value in security.HEADERS.items():
            assert headers[name] == value


def test_pages_hold_no_inline_code_and_name_no_other_host(as_role: AsRole) -> None:
    received(as_role)
    for path in ("/", "/perkara/", "/perkara/1", "/laporan/mulai"):
        text = as_role("intake_officer").get(path).text
        assert " style=" not in text
        assert "<style" not in text
        assert "onclick" not in text
        assert "http://" not in text
        assert "https://" not in text


def test_the_cookie_is_closed_to_scripts_and_other_sites(flask: Flask) -> None:
    cookie = Visitor(flask).sign_in("chair").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_a_post_without_the_token_is_refused(as_role: AsRole) -> None:
    received(as_role)
    page = as_role("case_officer").client.post("/perkara/1/syarat", data={"version": "1"})
    assert page.status_code == 400
    assert "Muat ulang" in words(page)


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(flask: Flask) -> None:
    wrong = Visitor(flask).sign_in("chair", "salah-salah-salah")
    unknown = Visitor(flask).sign_in("hantu", "salah-salah-salah")
    assert wrong.status_code == unknown.status_code == 422
    assert words(wrong) == words(unknown)


@pytest.mark.parametrize("path", ["/masuk", "/masuk/faktor", "/tidak-ada"])
def test_a_file_sent_to_a_page_for_everybody_is_not_kept_for_a_moment(
    flask: Flask, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    kept: list[int] = []
    monkeypatch.setattr(uploads.CappedFile, "write", lambda _file, data: kept.append(len(data)))
    data = {"berkas": (io.BytesIO(b"x" * 4000), "besar.bin")}
    answer = flask.test_client().post(path, data=data, content_type="multipart/form-data")
    assert answer.status_code in (404, 413)
    assert kept == []


def test_signing_in_changes_the_session_and_signing_out_ends_it(flask: Flask) -> None:
    visitor = Visitor(flask, "chair")
    visitor.client.post("/keluar", data={"csrf_token": visitor.token()})
    assert visitor.get("/").status_code == 303


def test_a_leaver_is_out_at_once(app: App, flask: Flask) -> None:
    visitor = Visitor(flask, "chair")
    assert visitor.get("/").status_code == 200
    with app.database.write() as work:
        officer = work.query(Officer).filter_by(login="chair").one()
        officer.active = False
    assert visitor.get("/").status_code == 303


def test_a_forgotten_session_ends(flask: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = Visitor(flask, "chair")
    monkeypatch.setattr(sessions, "IDLE", timedelta(seconds=-1))
    assert visitor.get("/").status_code == 303


@pytest.mark.parametrize(
    "target",
    ["https://jahat.example/", "//jahat.example/", "/\\jahat.example", "javascript:alert(1)"],
)
def test_signing_in_never_leads_to_another_host(flask: Flask, target: str) -> None:
    page = Visitor(flask).client.get("/masuk", query_string={"lanjut": target})
    visitor = Visitor(flask)
    sent = visitor.client.post(
        "/masuk",
        query_string={"lanjut": target},
        data={
            **visitor.fields(visitor.get("/masuk")),
            "login": "chair",
            "password": "latihan-latihan-1",
        },
    )
    assert page.status_code == 200
    assert sent.headers["Location"] == "/"


def test_an_unexpected_fault_is_a_page_without_its_text(app: App) -> None:
    from webui.core import failures

    @public
    def broken() -> str:
        raise RuntimeError("Budi Santoso")

    changed = create_app(app)
    changed.add_url_rule("/rusak", "rusak", broken)
    changed.register_error_handler(Exception, failures._unexpected)
    page = Visitor(changed).get("/rusak")
    assert page.status_code == 500
    assert "Budi" not in page.text
    assert "Traceback" not in page.text


def test_the_product_is_ready_only_with_its_tables(app: App, flask: Flask) -> None:
    visitor = Visitor(flask)
    assert visitor.get("/health/live").status_code == 200
    assert visitor.get("/health/ready").json == {"status": "ok", "database": "ok"}


def test_behind_a_web_server_with_tls_browsers_are_told_to_stay_with_https(app: App) -> None:
    """Our own line is plain then: what the visitor came by, the public address says."""
    served = app.settings.model_copy(update={"public_url": "https://perkara.example"})
    settle(app)
    flask = create_app(replace(app, settings=served))
    answer = flask.test_client().get("/masuk")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    officer = flask.test_client()
    page = officer.get("/masuk", base_url="https://localhost")
    token = html.fromstring(page.text).xpath("//input[@name='csrf_token']/@value")[0]
    officer.post(
        "/masuk",
        data={"csrf_token": token, "login": "chair", "password": PASSWORD},
        base_url="https://localhost",
        headers={"Referer": "https://localhost/masuk"},
    )
    officer.post(
        "/akun/kalender",
        data={"csrf_token": token_of(officer)},
        base_url="https://localhost",
        headers={"Referer": "https://localhost/akun/kalender"},
    )
    shown = officer.get("/akun/kalender", base_url="https://localhost").text
    assert "https://perkara.example/kalender/" in shown


def token_of(client: FlaskClient) -> str:
    """A form token of a session behind https."""
    page = client.get("/akun/kalender", base_url="https://localhost")
    return str(html.fromstring(page.text).xpath("//input[@name='csrf_token']/@value")[0])


def test_only_our_own_files_may_be_kept_and_their_address_names_their_content(
    flask: Flask, as_role: AsRole
) -> None:
    visitor = as_role("case_officer")
    with visitor.get(f"{flask.static_url_path}/css/app.css") as file:
        assert "immutable" in file.headers["Cache-Control"]
    assert f'href="{flask.static_url_path}/css/app.css"' in visitor.get("/").text
    for path in ("/", "/perkara/", "/perkara/unduh?bentuk=csv"):
        with visitor.get(path) as page:
            assert "max-age" not in page.headers.get("Cache-Control", ""), path


def test_an_answer_is_compressed_for_whoever_takes_that_with_padding_on_pages(
    flask: Flask, as_role: AsRole
) -> None:
    client = as_role("case_officer").client
    plain = client.get("/panduan/case_officer").data
    packed = [
        client.get("/panduan/case_officer", headers={"Accept-Encoding": "gzip"}) for _ in range(8)
    ]
    assert all(one.headers["Content-Encoding"] == "gzip" for one in packed)
    assert all("Accept-Encoding" in one.headers["Vary"] for one in packed)
    assert len(gzip.decompress(packed[0].data)) == len(plain)
    assert len({len(one.data) for one in packed}) > 1, "its length tells what it repeats"
    style = f"{flask.static_url_path}/css/app.css"
    with client.get(style, headers={"Accept-Encoding": "gzip"}) as file, client.get(style) as own:
        assert gzip.decompress(file.data) == own.data


def test_the_font_is_served_as_the_letters_that_are_used(flask: Flask) -> None:
    if not fonts.installed():
        pytest.skip("the font is not installed")
    for stem, _weight in fonts.installed():
        file = flask.test_client().get(f"/huruf/{stem}")
        assert file.mimetype == "font/woff2"
        assert 10_000 < len(file.data) < 40_000
    assert flask.test_client().get("/huruf/Inter-Black").status_code == 404
