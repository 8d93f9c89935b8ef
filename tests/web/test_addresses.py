"""Alamat instansi tujuan: the law data name the agency, the office its address."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from casework.bootstrap import App
from casework.models import Office
from tests.staff import ROLES
from tests.web.visitor import Typed, Visitor, errors, words

AsRole = Callable[[str], Visitor]
ADDRESS: Typed = {
    "jabatan": "Kepala BKN", "alamat": "Jalan Mayjen Sutoyo 12\nCililitan", "tempat": "Jakarta",
    "surel": "surat@contoh.invalid", "mulai": "2024-09-19", "alasan": "Dibaca pada laman BKN.",
}  # fmt: skip


def path(app: App, code: str = "07.00") -> str:
    with app.database.read() as session:
        office = session.query(Office).filter_by(code=code).one().id
    return f"/pengaturan/alamat-tujuan/{office}"


def test_an_address_is_recorded_and_shown_with_its_history(app: App, as_role: AsRole) -> None:
    admin = as_role("administrator")
    assert "/pengaturan/alamat-tujuan" in admin.get("/pengaturan/lembaga").text
    before = words(admin.get(path(app)))
    assert "Badan Kepegawaian Negara" in before
    assert "Jalan Mayjen Sutoyo 12" not in before
    page = f"{path(app)}/bkn"
    done = admin.submit(page, dict(ADDRESS))
    assert done.status_code == 303, errors(done)
    after = words(admin.get(path(app)))
    assert "Jalan Mayjen Sutoyo 12" in after
    assert "di Jakarta" in after
    assert "surat@contoh.invalid" in after
    card = admin.get(page)
    assert "Yang pernah dicatat" in words(card)
    assert admin.fields(card)["tempat"] == "Jakarta"
    refused = admin.submit(page, {**ADDRESS, "sampai": "2024-09-01", "alasan": ""})
    assert errors(refused)["alasan"]
    assert errors(admin.submit(page, {**ADDRESS, "sampai": "2024-09-01"}))["sampai"]


def test_only_who_keeps_letters(app: App, flask: Flask, as_role: AsRole) -> None:
    for role in ROLES:
        wanted = 200 if role in ("administrator", "chair", "head_of_secretariat") else 403
        assert as_role(role).get(f"{path(app)}/bkn").status_code == wanted, role
    assert "/pengaturan/alamat-tujuan" in as_role("chair").get("/dokumen/penomoran").text
    assert as_role("chair").get(path(app, "07.05")).status_code == 404
    assert as_role("chair").get(f"{path(app)}/tidak_ada").status_code == 404
