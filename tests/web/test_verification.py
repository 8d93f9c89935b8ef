"""Anyone checks a paper by its code; the answer names nobody, keeps nothing, and has its pace."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, update

from casework.bootstrap import App
from casework.models import Blob, Document
from casework.services.core.work import Actor
from casework.services.upkeep.effects import drain
from casework.simulation.scene import BlankRenderer
from tests.staff import NAMES, settle
from tests.web.served import Served
from tests.web.steps import received
from tests.web.visitor import Visitor, words

AsRole = Callable[[str], Visitor]


@pytest.fixture
def flask(app: App, served: Served) -> Flask:
    """The pages of a house whose pen leaves a line instead of a drawing."""
    settle(app)
    settle(app, "07.05", "-kepahiang")
    return served(replace(app, renderer=BlankRenderer()))


@pytest.fixture
def paper(app: App, as_role: AsRole) -> tuple[Document, bytes]:
    """An issued receipt with the bytes of its file."""
    received(as_role)
    drain(replace(app, renderer=BlankRenderer()))
    with app.reading(Actor.system(0)) as work:
        row = work.session.scalars(select(Document).where(Document.kind == "tanda_bukti")).one()
        blob = work.session.get_one(Blob, row.issued_blob_id)
        return row, b"".join(work.store.read(blob.path, blob.wrapped_key))


@pytest.fixture
def stranger(flask: Flask) -> Visitor:
    return Visitor(flask)


def send(stranger: Visitor, code: str, content: bytes) -> str:
    page = stranger.submit(f"/verifikasi/{code}", {"berkas": (io.BytesIO(content), "surat.pdf")})
    return words(page)


def test_a_stranger_sees_number_date_office_and_kind_and_no_person(
    stranger: Visitor, paper: tuple[Document, bytes]
) -> None:
    row, content = paper
    page = stranger.get(f"/verifikasi/{row.verify_code}")
    assert page.status_code == 200
    shown = words(page)
    for wanted in ("Dokumen ini tercatat", row.number, "19 September 2024", "Bengkulu", row.title):
        assert wanted in shown, wanted
    assert hashlib.sha256(content).hexdigest() in page.text
    for name in ("Budi Santoso", "Kepala Desa Satu", *NAMES.values()):
        assert name not in page.text
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert 'name="robots" content="noindex' in page.text


def test_the_file_is_compared_and_one_flipped_bit_is_found(
    stranger: Visitor, paper: tuple[Document, bytes], var: Path
) -> None:
    row, content = paper
    assert "Berkas asli" in send(stranger, row.verify_code, content)
    altered = content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]
    before = sorted(one for one in var.rglob("*") if one.is_file())
    assert "Berkas berubah" in send(stranger, row.verify_code, altered)
    assert "Pilih berkas dahulu" in words(stranger.submit(f"/verifikasi/{row.verify_code}"))
    assert sorted(one for one in var.rglob("*") if one.is_file()) == before


def test_a_void_paper_is_void_even_with_the_right_file(
    app: App, stranger: Visitor, paper: tuple[Document, bytes]
) -> None:
    with app.database.write() as session:
        session.execute(update(Document).values(state="void"))
    assert "Dokumen ini tidak berlaku" in send(stranger, paper[0].verify_code, paper[1])


@pytest.mark.parametrize("code", ["tidak-pernah-ada-kode-ini", "x", "%2e%2e", "a" * 300])
def test_an_unknown_code_gets_a_calm_page(
    stranger: Visitor, paper: tuple[Document, bytes], code: str
) -> None:
    page = stranger.get(f"/verifikasi/{code}")
    assert page.status_code == 404
    assert "Kode tidak dikenal" in words(page)
    assert "tanyakan kepada kantor" in words(page)


def test_a_draft_is_as_unknown_as_any_other_code(
    app: App, stranger: Visitor, paper: tuple[Document, bytes]
) -> None:
    code = paper[0].verify_code
    nowhere = words(stranger.get("/verifikasi/tidak-pernah-ada"))
    for state in ("planned", "draft", "numbered"):
        with app.database.write() as session:
            session.execute(update(Document).values(state=state))
        assert words(stranger.get(f"/verifikasi/{code}")) == nowhere


def test_the_code_or_its_whole_address_may_be_typed(
    stranger: Visitor, paper: tuple[Document, bytes]
) -> None:
    code = paper[0].verify_code
    for typed in (code, f" https://bawaslu.example/verifikasi/{code}"):
        page = stranger.client.get("/verifikasi", query_string={"kode": typed})
        assert page.headers["Location"] == f"/verifikasi/{code}"
    wrong = stranger.client.get("/verifikasi", query_string={"kode": "bukan kode"})
    assert wrong.status_code == 422
    assert stranger.get("/verifikasi").status_code == 200


def test_a_stranger_who_asks_too_often_waits_and_the_next_one_does_not(
    flask: Flask, stranger: Visitor
) -> None:
    pages = [stranger.get("/verifikasi/tidak-pernah-ada") for _turn in range(61)]
    assert [page.status_code for page in pages] == [404] * 60 + [429]
    assert pages[-1].headers["Retry-After"] == "60"
    assert "Tunggu satu menit" in words(pages[-1])
    other = flask.test_client()
    other.environ_base["REMOTE_ADDR"] = "203.0.113.9"
    assert other.get("/verifikasi/tidak-pernah-ada").status_code == 404


def test_what_is_counted_is_no_address(flask: Flask) -> None:
    from webui.core.throttle import visitor

    names = set()
    for address in ("203.0.113.9", "203.0.113.10"):
        with flask.test_request_context("/verifikasi", environ_base={"REMOTE_ADDR": address}):
            names.add(visitor())
            assert "203" not in visitor()[:6]
    assert len(names) == 2


def test_a_file_above_the_limit_is_turned_away(
    flask: Flask, stranger: Visitor, paper: tuple[Document, bytes]
) -> None:
    flask.config["UPLOAD_LIMIT"] = 1000
    page = stranger.submit(
        f"/verifikasi/{paper[0].verify_code}",
        {"berkas": (io.BytesIO(b"x" * 1001), "besar.pdf")},
    )
    assert page.status_code == 413


def test_the_page_speaks_english_too(stranger: Visitor, paper: tuple[Document, bytes]) -> None:
    stranger.client.post("/bahasa/en", data={"csrf_token": stranger.token()})
    assert "This document is on record" in words(
        stranger.get(f"/verifikasi/{paper[0].verify_code}")
    )
