"""A decision that the recorded positions do not carry is checked before it is recorded."""

from __future__ import annotations

from collections.abc import Callable

from casework.bootstrap import App
from tests.web.steps import attended, convene, to_registration
from tests.web.visitor import Visitor, errors, words

AsRole = Callable[[str], Visitor]
PATH = "/perkara/1/pleno/registrasi"


def test_positions_without_majority_are_acknowledged_with_a_reason(
    app: App, as_role: AsRole
) -> None:
    to_registration(app, as_role)
    chair = as_role("chair")
    page = chair.get(PATH)
    assert "mayoritas" not in chair.fields(page)
    refused = chair.submit(PATH, attended(chair, page, "tidak_setuju"), page=page)
    assert refused.status_code == 422
    assert "belum ditemukan" in errors(refused)["mayoritas"]
    still = chair.submit(PATH, {"mayoritas": "y"}, page=refused)
    assert still.status_code == 422, "a reason is due"
    typed: dict[str, object] = {"mayoritas": "y", "alasan": "Risalah rapat diperiksa."}
    assert (
        convene(chair, PATH, {**attended(chair, page, "tidak_setuju"), **typed}, still).status_code
        == 303
    )
    assert "Klarifikasi" in words(chair.get("/perkara/1"))
