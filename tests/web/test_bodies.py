"""What a request may weigh: judged before it is read, also where it does not say how long it is."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from casework.bootstrap import App
from casework.models import Blob, Case, Event
from tests.web.steps import received
from tests.web.visitor import Visitor, words
from webui.core import bodies
from webui.core.access import OPEN, permission_of
from webui.core.bodies import FORM_BYTES, MEGABYTE, MULTIPART, OPEN_BYTES, URLENCODED

AsRole = Callable[[str], Visitor]
CHUNK = 64 * 1024
PART = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n'
TYPES = {
    URLENCODED: b"a=",
    f"{MULTIPART}; boundary=x": PART,
    "application/json": b'"',
    "text/plain": b"",
    "": b"",
}


class Endless(io.RawIOBase):
    """A body without an end; whoever reads more of it than ``most`` is told so."""

    def __init__(self, most: int, begin: bytes = b"", over: bytes = b"x") -> None:
        super().__init__()
        self.most, self.came, self._begin, self._over = most, 0, begin, over

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        if len(view) + self.came > self.most:
            raise AssertionError(f"read past {self.most}")
        times = len(view) // len(self._over) + 1
        more = (self._begin[self.came :] + self._over * times)[: len(view)]
        view[: len(more)] = more
        self.came += len(more)
        return len(more)


def chunked(
    visitor: Visitor, path: str, body: Endless, kind: str, method: str = "POST"
) -> TestResponse:
    """Send a body in chunks: nothing says how long it will be."""
    environ = {"wsgi.input": body, "wsgi.input_terminated": True, "CONTENT_TYPE": kind}
    return visitor.client.open(path, method=method, environ_overrides=environ)


def addresses(flask: Flask) -> list[tuple[str, str, str]]:
    """Method, address and endpoint of every page that takes a body."""
    values = {"code": "A", "token": "a" * 32, "filename": "app.css", "act_id": "cabut"}
    found = []
    with flask.test_request_context():
        for rule in flask.url_map.iter_rules():
            filled = {name: values.get(name, 1) for name in rule.arguments}
            path = flask.url_map.bind("localhost").build(rule.endpoint, filled)
            method = "POST" if "POST" in (rule.methods or ()) else "GET"
            found.append((method, path, rule.endpoint))
    return found


def kept(app: App) -> list[int]:
    """How many rows of what is kept there are."""
    with app.database.read() as session:
        tables = (Case, Event, Blob)
        return [session.scalar(select(func.count()).select_from(one)) or 0 for one in tables]


@pytest.mark.parametrize("kind", TYPES)
def test_no_page_reads_more_of_a_stranger_than_it_needs(flask: Flask, kind: str) -> None:
    stranger, before = Visitor(flask), kept(flask.extensions["casework"])
    asked = addresses(flask)
    assert len(asked) > 100
    for method, path, endpoint in [*asked, ("POST", "/tidak-ada", "")]:
        body = Endless(OPEN_BYTES + CHUNK, TYPES[kind])
        answer = chunked(stranger, path, body, kind, method)
        assert answer.status_code in {200, 303, 400, 404, 405, 413, 429}, (path, answer.status)
        with flask.app_context():
            closed = permission_of(endpoint) not in (OPEN, None)
        assert not closed or body.came == 0, path
    assert kept(flask.extensions["casework"]) == before


@pytest.mark.parametrize("path", ["/masuk", "/bahasa/en", "/tidak-ada", "/verifikasi/ABCD"])
@pytest.mark.parametrize("kind", [URLENCODED, f"{MULTIPART}; boundary=x"])
def test_a_stranger_s_form_is_refused_with_a_page(flask: Flask, path: str, kind: str) -> None:
    answer = chunked(Visitor(flask), path, Endless(OPEN_BYTES + 2 * CHUNK, TYPES[kind]), kind)
    assert answer.status_code == (404 if path == "/tidak-ada" else 413)


def test_the_page_says_what_fits_and_what_to_do_in_both_languages(flask: Flask) -> None:
    stranger = Visitor(flask)
    told = {"CONTENT_TYPE": URLENCODED, "CONTENT_LENGTH": str(OPEN_BYTES + 1)}
    page = stranger.client.post("/masuk", environ_overrides=told)
    assert page.status_code == 413
    for said in ("Kiriman terlalu besar", "64 kB", "Tidak ada yang tersimpan", "pendekkan isian"):
        assert said in words(page)
    stranger.submit("/masuk", {})
    stranger.client.post("/bahasa/en", data={"csrf_token": stranger.token()})
    page = stranger.client.post("/masuk", environ_overrides=told)
    for said in ("Too much was sent at once", "64 kB", "Nothing was kept", "shorten what you"):
        assert said in words(page)


def test_what_officers_type_has_room_and_an_end(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer, path = as_role("case_officer"), "/perkara/1/syarat"
    before = kept(app)
    typed = {"csrf_token": officer.token(), "catatan": "x" * (3 * MEGABYTE)}
    assert officer.client.post(path, data=typed).status_code in (409, 422)
    for kind in (URLENCODED, f"{MULTIPART}; boundary=x"):
        body = Endless(FORM_BYTES + CHUNK, TYPES[kind])
        page = chunked(officer, path, body, kind)
        assert page.status_code == 413
        assert "4" in words(page)
    many = b"&" * (FORM_BYTES - 1)
    page = officer.client.post(path, data=many, content_type=URLENCODED)
    assert page.status_code == 413
    assert kept(app) == before


def test_a_page_without_uploads_takes_no_file(app: App, as_role: AsRole) -> None:
    received(as_role)
    before = kept(app)
    data = {"berkas": (io.BytesIO(b"%PDF"), "a.pdf")}
    page = as_role("case_officer").client.post("/perkara/1/syarat", data=data)
    assert page.status_code == 413
    assert "tidak menerima berkas" in words(page)
    assert kept(app) == before


def test_fields_beside_an_upload_are_bounded_too(as_role: AsRole) -> None:
    received(as_role)
    officer, path = as_role("case_officer"), "/perkara/1/bukti/baru"
    body = Endless(FORM_BYTES + 2 * CHUNK, over=PART + b"x" * 4000 + b"\r\n")
    assert chunked(officer, path, body, f"{MULTIPART}; boundary=x").status_code == 413


def test_an_upload_may_be_as_large_as_the_installation_says(flask: Flask) -> None:
    with flask.app_context():
        assert bodies.limit("files.add_proof", MULTIPART) == 1024 * MEGABYTE
        assert bodies.limit("verification.compare", MULTIPART) == 50 * MEGABYTE + OPEN_BYTES
        flask.config["UPLOAD_LIMIT"] = 2000 * MEGABYTE
        assert bodies.limit("files.add_proof", MULTIPART) == 2000 * MEGABYTE + FORM_BYTES
