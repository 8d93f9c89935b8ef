"""Nomor awal: the last numbers used elsewhere, once, and gaps that the register explains."""

from __future__ import annotations

from collections.abc import Callable

from casework.bootstrap import App
from casework.models import Office
from tests.staff import ROLES
from tests.web.steps import received
from tests.web.visitor import Visitor, errors, words

AsRole = Callable[[str], Visitor]
WHY = {"alasan": "Sampai hari ini dicatat pada buku kertas."}


def path(app: App, code: str = "07.00") -> str:
    with app.database.read() as session:
        return f"/pengaturan/nomor/awal/{session.query(Office).filter_by(code=code).one().id}"


def test_an_office_goes_on_from_its_last_number(app: App, as_role: AsRole) -> None:
    chair = as_role("chair")
    assert "Nomor awal" in words(chair.get("/dokumen/penomoran"))
    page = chair.get(path(app))
    assert "Belum ada nomor. Tanpa isian, nomor pertama adalah 1." in words(page)
    done = chair.submit(path(app), {**WHY, "penerimaan_lp": "40"})
    assert done.status_code == 303, errors(done)
    received(as_role)
    after = words(chair.get(path(app)))
    assert "Sekarang sampai nomor 41. Nomor awal 40." in after
    assert "1–40 penerimaan LP: Sampai hari ini dicatat pada buku kertas." in after
    book = words(chair.get("/dokumen/buku/nomor?tahun=2024"))
    assert "1–40" in book
    assert "tidak diberikan di sini" in book
    assert "41/LP" in book
    sheet = chair.get("/dokumen/buku/nomor/unduh/xlsx?tahun=2024")
    assert sheet.status_code == 200


def test_never_backward_and_what_was_typed_stays(app: App, as_role: AsRole) -> None:
    received(as_role)
    admin = as_role("administrator")
    page = admin.submit(path(app), {**WHY, "penerimaan_lp": "1", "surat": "abc"})
    assert page.status_code == 422
    assert "Tulis bilangan bulat." in errors(page)["surat"]
    page = admin.submit(path(app), {**WHY, "penerimaan_lp": "1", "surat": "7"})
    assert "hanya dapat maju" in errors(page)["penerimaan_lp"]
    assert admin.fields(page)["surat"] == "7"
    assert "penerimaan_lp" in errors(admin.submit(path(app), dict(WHY)))
    assert "alasan" in errors(admin.submit(path(app), {"surat": "7"}))


def test_only_who_keeps_numbers(app: App, as_role: AsRole) -> None:
    for role in ROLES:
        wanted = 200 if role in ("administrator", "chair", "head_of_secretariat") else 403
        assert as_role(role).get(path(app)).status_code == wanted, role
        assert as_role(role).get("/pengaturan/nomor/awal").status_code == wanted, role
    assert as_role("chair").get(path(app, "07.05")).status_code == 404
