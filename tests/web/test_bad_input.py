"""Bad input: a clear message beside its field, typed data kept, nothing half-saved."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from casework.bootstrap import App
from casework.models import Blob, Case, Party
from tests.web.reporting import STEPS, begin, fill, go, hand_in, send
from tests.web.steps import to_review
from tests.web.visitor import Visitor, errors, report, upload, words

AsRole = Callable[[str], Visitor]
MEGABYTE = 1024 * 1024


class Body(io.RawIOBase):
    """A form with one file of so many bytes, never all in memory."""

    def __init__(self, fields: dict[str, Any], name: str, size: int) -> None:
        parts = [
            f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
            for key, value in fields.items()
            if isinstance(value, str)
        ]
        parts.append(
            f'--x\r\nContent-Disposition: form-data; name="{name}"; '
            'filename="rekaman.mp4"\r\nContent-Type: video/mp4\r\n\r\n'
        )
        self.head, self.file, self.tail = "".join(parts).encode(), size, b"\r\n--x--\r\n"
        self.size = len(self.head) + size + len(self.tail)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self.head:
            piece, self.head = self.head[: len(buffer)], self.head[len(buffer) :]
        elif self.file:
            piece = bytes(min(len(buffer), self.file))
            self.file -= len(piece)
        else:
            piece, self.tail = self.tail[: len(buffer)], self.tail[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def saved(app: App) -> tuple[int, int, int]:
    """How many cases, parties and files there are."""
    with app.database.read() as session:
        case, party, blob = (
            session.scalar(select(func.count()).select_from(table)) or 0
            for table in (Case, Party, Blob)
        )
        return case, party, blob


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("tanggal_diketahui", "2024-09-14", "lebih awal daripada tanggal kejadian"),
        ("tanggal_kejadian", "2024-10-30", "masa depan"),
        ("tanggal_diketahui", "2025-09-16", "masa depan"),
        ("tanggal_kejadian", "kemarin", "Bukan tanggal"),
        ("tanggal_kejadian", "", "Belum diisi"),
        ("pelapor-name", "", "Belum diisi"),
        ("pelapor-name", "   ", "Belum diisi"),
        ("pelapor-address", "", "Belum diisi"),
        ("terlapor-0-name", "N" * 300, "Terlalu panjang: 300 huruf, paling banyak 200"),
        ("pelapor-name", "N" * 300, "Terlalu panjang"),
        ("terlapor-0-category", "raja", "Pilih salah satu"),
        ("terlapor-0-category", "", "Belum diisi"),
        ("pemilihan", "lain", "Pilih salah satu"),
        ("jenis_pelapor", "tamu", "Pilih salah satu"),
        ("jenis_pelapor", None, "Belum diisi"),
        ("peristiwa", "", "Belum diisi"),
        ("tempat", "Gedung \u202eanabgreS", "U+202E"),
        ("tempat", "Gedung \x00 Serbaguna", "U+0000"),
        ("judul", "a\u2066b", "U+2066"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_kept(
    app: App, as_role: AsRole, field: str, value: str | None, says: str
) -> None:
    visitor = as_role("intake_officer")
    page = hand_in(visitor, {**report(), field: value})
    assert page.status_code == 422
    assert says.lower() in errors(page)[field].lower(), errors(page)
    assert f'href="#{field}"' in page.text
    shown = visitor.fields(page)
    kept = {name: text for name, text in report().items() if name in shown and name != field}
    assert len(kept) > 2
    assert {name: str(shown[name]).strip() for name in kept} == kept
    assert saved(app)[:2] == (0, 0)


def test_markup_in_every_text_field_is_shown_as_text(as_role: AsRole) -> None:
    visitor, mark = as_role("intake_officer"), "<script>alert(1)</script>{{7*7}}"
    names = (
        "pelapor-name pelapor-address pelapor-phone pelapor-occupation judul peristiwa tempat "
        "uraian terlapor-0-name terlapor-0-position terlapor-0-address"
    )
    base = fill(visitor, **dict.fromkeys(names.split(), mark))
    go(visitor, f"{base}/bukti", {"berkas": upload(), "keterangan": mark})
    for step in (*STEPS, "periksa"):
        assert "<script>alert" not in visitor.get(f"{base}/{step}").text
    page = send(visitor, base)
    assert page.status_code == 303, words(page)
    for path in ("/", "/perkara/", "/perkara/1", "/perkara/?cari=%3Cscript%3E"):
        shown = as_role("coordinator").get(path)
        assert shown.status_code == 200
        assert "<script>alert" not in shown.text
        assert "}}49" not in shown.text
    assert mark in words(as_role("coordinator").get("/perkara/1"))


def test_an_empty_file_is_refused_beside_its_field(app: App, as_role: AsRole) -> None:
    typed = {**report(), "bukti-0-berkas": upload(b"", "kosong.jpg")}
    page = hand_in(as_role("intake_officer"), typed)
    assert page.status_code == 422
    assert "0 byte" in errors(page)["berkas"]
    assert saved(app) == (0, 0, 0)


def test_a_file_of_200_megabytes_is_refused_and_the_rest_is_kept(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    path = f"{begin(visitor)}/bukti"
    typed = {**visitor.fields(visitor.get(path)), "keterangan": "Rekaman pertemuan"}
    body = Body(typed, "berkas", 200 * MEGABYTE)
    page = visitor.client.post(
        path,
        environ_overrides={
            "wsgi.input": body,
            "CONTENT_LENGTH": str(body.size),
            "CONTENT_TYPE": "multipart/form-data; boundary=x",
        },
    )
    assert page.status_code == 422
    assert "50 MB" in errors(page)["berkas"]
    assert visitor.fields(page)["keterangan"] == "Rekaman pertemuan"
    assert saved(app) == (0, 0, 0)


def test_a_request_beyond_all_measure_is_refused_with_a_page(as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    page = visitor.client.post(
        f"{begin(visitor)}/bukti",
        environ_overrides={
            "CONTENT_LENGTH": str(2048 * MEGABYTE),
            "CONTENT_TYPE": "multipart/form-data; boundary=x",
        },
    )
    assert page.status_code == 413
    assert "Kirim berkas satu per satu" in words(page)


def test_an_unknown_article_is_refused(app: App, as_role: AsRole) -> None:
    to_review(app, as_role)
    page = as_role("case_officer").submit(
        "/perkara/1/kajian",
        {
            "fakta": "f",
            "analisis": "a",
            "kesimpulan": "k",
            "hasil-2": "pidana",
            "pasal-2": "pasal-9999",
        },
    )
    assert page.status_code == 422
    assert "Pilih salah satu" in errors(page)["pasal-2"]


def test_a_broken_form_never_ends_in_a_traceback(as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    hand_in(visitor)
    officer = as_role("case_officer")
    token = officer.token()
    for path in (
        "syarat",
        "minta-kelengkapan",
        "usul-tidak-registrasi",
        "klarifikasi/undang",
        "kajian",
        "penerusan",
        "tindak-lanjut",
        "tautkan",
    ):
        for typed in (
            {},
            {"version": "x"},
            {"version": "-1", "waktu": "x", "pihak": "x"},
            {"version": "1" * 400},
        ):
            page = officer.client.post(f"/perkara/1/{path}", data={"csrf_token": token, **typed})
            assert page.status_code in (409, 422), (path, typed, page.status)
