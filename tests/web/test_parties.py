"""Somebody who became known after the case began is added to it; a merge reminds of who stays."""

from __future__ import annotations

from collections.abc import Callable

from casework.bootstrap import App
from tests.web.reporting import receive
from tests.web.steps import act, received, to_clarification
from tests.web.visitor import Visitor, errors, report, words

AsRole = Callable[[str], Visitor]
ADD = "/perkara/1/pihak/tambah"
EXPERT = {
    "kedudukan": "expert", "nama": "Budi Ahli", "pekerjaan": "Dosen", "alamat": "Jalan Ahli 9",
    "alasan": "Perlu pendapat ahli.",
}  # fmt: skip


def test_an_expert_is_added_and_can_be_invited(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    assert ADD in officer.get("/perkara/1/klarifikasi/undang").text
    assert as_role("secretariat").get(ADD).status_code == 403
    assert errors(officer.submit(ADD, {**EXPERT, "alasan": "Kata Budi Ahli."}))["alasan"]
    act(officer, ADD, dict(EXPERT))
    shown = officer.get("/perkara/1/berkas/pihak")
    assert "Ahli 2024-001/1" in words(shown)
    assert "Budi Ahli" not in words(shown)
    assert "Ahli 2024-001/1 · Ahli" in words(officer.get("/perkara/1/klarifikasi/undang"))
    assert "Ahli 2024-001/1" in words(officer.get("/perkara/1/klarifikasi/rencana"))


def test_a_respondent_needs_a_category_and_is_named_once(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    typed = {"kedudukan": "respondent", "nama": "Camat Uji", "alasan": "Disebut saksi."}
    assert errors(officer.submit(ADD, dict(typed)))["kategori"]
    act(officer, ADD, {**typed, "kategori": "asn"})
    assert "sudah tercatat" in errors(officer.submit(ADD, {**typed, "kategori": "asn"}))["nama"]


def test_a_merge_names_the_respondents_who_do_not_move(app: App, as_role: AsRole) -> None:
    received(as_role)
    second = report()
    second |= {"terlapor-0-name": "Camat Uji", "terlapor-0-category": "asn"}
    receive(as_role("intake_officer"), second)
    coordinator, officer = as_role("coordinator"), as_role("case_officer")
    merge = "/perkara/2/tindakan/gabungkan"
    assert "tidak ikut berpindah: Camat Uji" in words(coordinator.get(merge))
    act(coordinator, merge, {"perkara": "1", "alasan": "Peristiwa yang sama."})
    for path in ("/perkara/1", "/perkara/1/berkas/pihak"):
        assert "belum tercatat pada perkara ini" in words(officer.get(path))
    assert "belum tercatat" not in words(officer.get("/perkara/2"))
    key = next(
        link.split("dari=")[1].split('"')[0]
        for link in officer.get("/perkara/1").text.split("href=")
        if "dari=" in link
    )
    filled = officer.get(f"{ADD}?dari={key}")
    assert 'value="Camat Uji"' in filled.text
    typed = {
        "kedudukan": "respondent",
        "nama": "Camat Uji",
        "kategori": "asn",
        "alasan": "Gabungan.",
    }
    act(officer, ADD, {**typed, "alasan": "Perkara yang digabung."})
    assert "belum tercatat pada perkara ini" not in words(officer.get("/perkara/1"))
