"""Tangga pengingat per kantor: what the law data give stands beside what the office set."""

from __future__ import annotations

from collections.abc import Callable

from casework.bootstrap import App
from casework.models import Office
from tests.web.visitor import Typed, Visitor, errors, words

AsRole = Callable[[str], Visitor]
LADDER: Typed = {
    "tangga-0-letak": "before", "tangga-0-lama": "30", "tangga-0-satuan": "hours",
    "tangga-0-peran": ["coordinator"], "alasan": "Diingatkan lebih awal.",
}  # fmt: skip


def path(app: App, code: str = "07.00") -> str:
    with app.database.read() as session:
        return f"/pengaturan/pengingat/{session.query(Office).filter_by(code=code).one().id}"


def test_a_ladder_is_changed_and_given_back(app: App, as_role: AsRole) -> None:
    admin = as_role("administrator")
    assert path(app) in admin.get("/pengaturan/pengingat").text
    before = words(admin.get(path(app)))
    assert "30 jam sebelumnya" not in before
    page = f"{path(app)}/kajian_awal"
    done = admin.submit(page, dict(LADDER))
    assert done.status_code == 303, errors(done)
    after = words(admin.get(path(app)))
    assert "30 jam sebelumnya: koordinator divisi" in after
    assert "Menurut data aturan" in after
    assert admin.submit(page, {"kembali": "y", "alasan": "Cukup."}).status_code == 303
    assert words(admin.get(path(app))).count("30 jam sebelumnya") == 0


def test_the_last_rung_before_the_limit_stays(app: App, as_role: AsRole) -> None:
    admin, page = as_role("administrator"), f"{path(app)}/kajian_awal"
    rows = [name for name in admin.fields(admin.get(page)) if name.endswith("-letak")]
    late: Typed = dict.fromkeys(rows, "after")
    refused = admin.submit(page, {**late, "alasan": "Coba."})
    assert refused.status_code == 422
    assert "sebelum batas" in errors(refused)["tangga-0-lama"]
    empty = admin.submit(page, {**LADDER, "tangga-0-lama": ""})
    assert "bilangan bulat di atas nol" in errors(empty)["tangga-0-lama"]
    more = admin.submit(page, {**LADDER, "tambah": "1"})
    assert more.status_code == 200
    assert len([name for name in admin.fields(more) if name.endswith("-letak")]) == len(rows) + 2
    assert admin.fields(more)["tangga-0-lama"] == "30"


def test_only_administrators_of_the_office(app: App, as_role: AsRole) -> None:
    page = f"{path(app)}/kajian_awal"
    for role in ("coordinator", "chair", "auditor", "legal_reviewer"):
        assert as_role(role).get(page).status_code == 403
    assert as_role("administrator").get(f"{path(app, '07.05')}/kajian_awal").status_code == 404
    assert as_role("administrator").get(f"{path(app)}/tidak_ada").status_code == 404
