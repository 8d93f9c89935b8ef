"""Two officers act at once: one wins, the other sees what changed and keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable

from casework.bootstrap import App
from tests.web.steps import all_met, convene, received, to_registration
from tests.web.visitor import Visitor, words

AsRole = Callable[[str], Visitor]


def test_the_slower_officer_sees_what_changed(app: App, flask: object, as_role: AsRole) -> None:
    received(as_role)
    first, second = as_role("case_officer"), Visitor(flask, "case_officer")  # type: ignore[arg-type]  # a Flask
    page = second.get("/perkara/1/syarat")
    met = all_met(app)
    assert first.submit("/perkara/1/syarat", met).status_code == 303
    late = {**met, "syarat-bukti": "tidak", "alasan-bukti": "Tidak terbaca"}
    clash = second.submit("/perkara/1/syarat", late, page=page)
    assert clash.status_code == 409
    assert "Nilai syarat" in words(clash)
    assert second.fields(clash)["alasan-bukti"].strip() == "Tidak terbaca"
    again = second.submit("/perkara/1/syarat", {}, page=clash)
    assert again.status_code == 303


def test_an_act_of_a_stage_that_is_over_explains_itself(app: App, as_role: AsRole) -> None:
    to_registration(app, as_role)
    page = as_role("case_officer").get("/perkara/1/minta-kelengkapan")
    assert "Belum bisa dilakukan sekarang" in words(page)
    assert "Jalan keluar" in words(page)


def test_two_decisions_at_once_register_once(app: App, as_role: AsRole) -> None:
    to_registration(app, as_role)
    chair, commissioner = as_role("chair"), as_role("commissioner")
    pages = [one.get("/perkara/1/pleno/registrasi") for one in (chair, commissioner)]
    answers = [
        convene(one, "/perkara/1/pleno/registrasi", page=page).status_code
        for one, page in zip((chair, commissioner), pages, strict=True)
    ]
    assert answers == [303, 409]


def test_a_refusal_of_the_law_lists_everything_that_is_missing(as_role: AsRole) -> None:
    received(as_role)
    visitor = as_role("case_officer")
    token = visitor.token()
    page = visitor.client.post(
        "/perkara/1/ajukan-registrasi", data={"csrf_token": token, "version": "1"}
    )
    assert page.status_code == 422
    assert "Belum dapat disimpan" in words(page)
