"""A browser without a browser: fills the forms of a page as they were sent, and posts them."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, NamedTuple

from flask import Flask
from lxml import html
from werkzeug.test import TestResponse

from tests import stages
from tests.staff import PASSWORD

Typed = dict[str, Any]


class Answer(NamedTuple):
    """The code of an answer and the words of its page."""

    code: int
    text: str


class Visitor:
    """One person with one session."""

    def __init__(self, flask: Flask, login: str = "") -> None:
        self.client = flask.test_client()
        if login:
            self.kept(f"sign in {login}", lambda: self.sign_in(login))

    def kept(self, act: str, do: Callable[[], TestResponse]) -> Answer:
        """Do it, or put in place what it left when another test did it; its code and words.

        The visitor gets the cookies that the other one had afterwards.
        """

        def told() -> tuple[int, str, tuple[tuple[str, str], ...]]:
            answer = do()
            return answer.status_code, words(answer) if answer.text else "", self._cookies()

        app = self.client.application.extensions["casework"]
        asked = f"{act} {self._cookies()}"
        code, text, cookies = stages.library().after(app, asked, told)
        for name, value in cookies:
            self.client.set_cookie(name, value)
        return Answer(code, text)

    def _cookies(self) -> tuple[tuple[str, str], ...]:
        # The client gives a cookie by its name, and does not say in public which it has.
        return tuple((one.key, one.value) for one in (self.client._cookies or {}).values())

    def sign_in(self, login: str, password: str = PASSWORD) -> TestResponse:
        """Sign in through the page."""
        return self.submit("/masuk", {"login": login, "password": password})

    def get(self, path: str) -> TestResponse:
        """Open a page."""
        return self.client.get(path)

    def fields(self, page: TestResponse) -> Typed:
        """What the main form of a page would send if nothing were typed."""
        forms = html.fromstring(page.text).xpath("//main//form[@method='post']")
        typed: Typed = {}
        for name, value in forms[-1].form_values() if forms else []:
            if name in typed:
                before = typed[name]
                typed[name] = [*before, value] if isinstance(before, list) else [before, value]
            else:
                typed[name] = value
        return typed

    def submit(
        self, path: str, typed: Typed | None = None, *, page: TestResponse | None = None
    ) -> TestResponse:
        """Open the form at ``path`` (or use ``page`` opened before), fill it and send it."""
        page = page or self.get(path)
        assert page.status_code in (200, 409, 422), (path, page.status, words(page)[:800])
        sent = {**self.fields(page), **(typed or {})}
        return self.client.post(
            path,
            data={name: value for name, value in sent.items() if value is not None},
            content_type="multipart/form-data",
        )

    def token(self) -> str:
        """A CSRF token of this session."""
        found = html.fromstring(self.get("/komponen-tidak-ada").text).xpath(
            "//input[@name='csrf_token']/@value"
        )
        return str(found[0])


def told(typed: Typed) -> str:
    """What somebody types, with the content of the files."""
    return repr([
        (name, [(one[0].getvalue(), one[1]) if _is_file(one) else one
                for one in (value if isinstance(value, list) else [value])])
        for name, value in typed.items()
    ])  # fmt: skip


def _is_file(one: object) -> bool:
    return isinstance(one, tuple) and isinstance(one[0], io.BytesIO)


def words(page: TestResponse) -> str:
    """The text of a page's main part, for reading in a failed test."""
    main = html.fromstring(page.text).xpath("//main")
    return " ".join((main[0].text_content() if main else page.text).split())


def errors(page: TestResponse) -> dict[str, str]:
    """Text beside each field that was refused, by the id of the field."""
    found = html.fromstring(page.text).xpath("//p[@class='error']")
    return {
        str(one.get("id")).removesuffix("-salah"): " ".join(one.text_content().split())
        for one in found
    }


def upload(content: bytes = b"%PDF-1.7 bukti", name: str = "foto.pdf") -> tuple[io.BytesIO, str]:
    """A file to attach."""
    return io.BytesIO(content), name


def report(**changes: Any) -> Typed:
    """A report that is accepted, with changes."""
    typed: Typed = {
        "pemilihan": "gubernur-bengkulu-2024",
        "jenis_pelapor": "pemilih",
        "pelapor-name": "Budi Santoso",
        "pelapor-address": "Jalan Merdeka 1, Bengkulu",
        "pelapor-phone": "0812000111",
        "judul": "Kepala desa pada pertemuan bakal calon",
        "peristiwa": "Beberapa kepala desa hadir dan menyatakan dukungan.",
        "tempat": "Gedung serbaguna, Kota Bengkulu",
        "tanggal_kejadian": "2024-09-15",
        "tanggal_diketahui": "2024-09-16",
        "uraian": "Pertemuan berlangsung pukul 10.00.",
        "terlapor-0-name": "Kepala Desa Satu",
        "terlapor-0-category": "kepala_desa",
        "terlapor-0-position": "Kepala Desa",
        "terlapor-0-region": "seluma",
        "bukti-0-berkas": upload(),
        "bukti-0-keterangan": "Foto pertemuan",
    }
    return {**typed, **{name.replace("__", "-"): value for name, value in changes.items()}}
