"""Pilihan kantor: switched with a reason, by administrators, and said on the page."""

from __future__ import annotations

from collections.abc import Callable

from casework.bootstrap import App
from casework.models import Office
from tests.web.visitor import Visitor, errors, words

AsRole = Callable[[str], Visitor]
INDEX = "/pengaturan/pilihan"


def path(app: App, code: str = "07.00") -> str:
    with app.database.read() as session:
        office = session.query(Office).filter_by(code=code).one()
        return f"{INDEX}/{office.id}/jalan_rekomendasi"


def test_a_choice_is_made_and_taken_back(app: App, as_role: AsRole) -> None:
    admin = as_role("administrator")
    assert path(app) in admin.get(INDEX).text
    page = words(admin.get(path(app)))
    assert "melalui persidangan" in page
    assert "Nyalakan pilihan ini" in page
    assert "alasan" in errors(admin.submit(path(app), {"alasan": ""}))
    assert admin.submit(path(app), {"alasan": "Masa peralihan."}).status_code == 303
    after = words(admin.get(INDEX))
    assert "menyala" in after
    assert "Masa peralihan." in after
    assert "Matikan pilihan ini" in words(admin.get(path(app)))
    assert admin.submit(path(app), {"alasan": "Petunjuk diterima."}).status_code == 303
    assert "menyala" not in words(admin.get(INDEX))


def test_only_administrators_of_the_office(app: App, as_role: AsRole) -> None:
    for role in ("coordinator", "chair", "legal_reviewer"):
        assert as_role(role).get(INDEX).status_code == 403
    assert as_role("administrator").get(path(app, "07.05")).status_code == 404
