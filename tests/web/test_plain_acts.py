"""One page for every act of the law without its own: built from what the law says of the act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from casework.bootstrap import App
from casework.engine.act import Act, Opening
from casework.engine.conditions import Always
from casework.engine.law import Law
from casework.models import Case, CaseLink, Deadline, Fact
from tests.conftest import SettableClock
from tests.staff import settle
from tests.web.reporting import hand_in, receive
from tests.web.steps import act, all_met, received, to_clarification
from tests.web.visitor import Visitor, errors, report, words
from webui.app import create_app

AsRole = Callable[[str], Visitor]
EDITION = "pemilihan-2020"  # in force on the morning of the tests
DATED = "/perkara/1/tindakan/catat_uji"
REASONED = "/perkara/1/tindakan/tunda_uji"


def with_acts(law: Law) -> Law:
    """The law with two acts more: one that dates two facts, one that asks for a reason."""
    edition = law.editions[EDITION]
    model = replace(edition.acts["tautkan"], roles=("coordinator",), needs=(), opens=(), meets=())

    def more(name: str, title: str, stage: str, **changes: object) -> Act:
        named = replace(model, id=name, title=title, label=title, standing=False)
        return replace(named, from_stages=(stage,), **changes)  # type: ignore[arg-type]  # fields by name

    acts = (
        more("catat_uji", "Catat penerimaan uji", "klarifikasi",
            records=("diterima_penyidik", "berkas_diterima_penuntut"),
            opens=(Opening("penyidikan", Always()),), meets=(Opening("penanganan", Always()),)),
        more("tunda_uji", "Tunda uji", "kajian_awal", reasoned=True),
    )  # fmt: skip
    fresh = replace(edition, acts={**edition.acts, **{one.id: one for one in acts}})
    return replace(law, editions={**law.editions, EDITION: fresh})


@pytest.fixture
def flask(app: App, law: Law) -> Flask:
    """The pages under that law."""
    settle(app)
    settle(app, "07.05", "-kepahiang")
    return create_app(replace(app, law=with_acts(law)))


def test_the_case_offers_the_act_and_others_learn_why_not(app: App, as_role: AsRole) -> None:
    received(as_role)
    assert f'href="{REASONED}"' in as_role("coordinator").get("/perkara/1").text
    shown = as_role("case_officer").get("/perkara/1")
    assert REASONED not in shown.text
    blocked = as_role("coordinator").get(DATED)
    assert blocked.status_code == 200
    assert "Belum bisa dilakukan sekarang" in words(blocked)
    assert "hanya dapat dilakukan pada tahap: Klarifikasi" in words(blocked)


def test_an_act_that_a_running_limit_waits_for_is_a_button_on_the_desk(
    app: App, as_role: AsRole
) -> None:
    receive(as_role("intake_officer"), report(dugaan_pidana="y"))
    officer = as_role("case_officer")
    met = all_met(app)
    act(officer, "/perkara/1/syarat", met)
    act(officer, "/perkara/1/ajukan-registrasi")
    act(as_role("chair"), "/perkara/1/pleno/registrasi")
    path = "/perkara/1/gakkumdu/pembahasan-pertama"
    assert f'href="{path}"' in officer.get("/").text
    said = {
        f"{part}-{one}": f"{part} {one}; Anggota"
        for one in ("bawaslu", "polri", "kejaksaan")
        for part in ("hadir", "pendapat")
    }
    told = {"waktu": "2024-09-19T09:10", "kesimpulan": "dilanjutkan", "penjelasan": "Sependapat."}
    act(officer, path, {**told, **said})
    assert f'href="{path}"' not in officer.get("/").text
    with app.database.read() as session:
        assert session.query(Deadline).filter_by(rule="gakkumdu_1").one().state == "met"


def test_the_page_shows_what_would_follow_and_counts_again(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    SettableClock(Path(app.settings.clock.removeprefix("@"))).shift(timedelta(days=1))
    coordinator = as_role("coordinator")
    page = coordinator.get(DATED)
    rule = app.law.editions[EDITION].deadlines["penyidikan"]
    shown = words(page)
    assert "Catat penerimaan uji" in shown
    assert rule.title in shown
    assert rule.basis.citation in shown
    assert "koordinator divisi" in shown
    assert "tepat waktu" in shown
    today = words(coordinator.submit(DATED, {"hitung": "1"}, page=page))
    typed = {"hitung": "1", "diterima_penyidik": "2024-09-19T10:00"}
    earlier = coordinator.submit(DATED, typed, page=page)
    assert earlier.status_code == 200
    assert words(earlier) != today
    assert coordinator.fields(earlier)["diterima_penyidik"] == "2024-09-19T10:00"
    with app.database.read() as session:
        assert session.query(Fact).filter_by(name="diterima_penyidik").count() == 0


def test_what_is_typed_is_recorded_and_moves_the_clocks(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    coordinator = as_role("coordinator")
    typed = {"diterima_penyidik": "2024-09-19T09:10", "berkas_diterima_penuntut": ""}
    refused = coordinator.submit(DATED, typed)
    assert refused.status_code == 422
    assert set(errors(refused)) == {"berkas_diterima_penuntut"}
    typed["berkas_diterima_penuntut"] = "2024-09-20T09:00"
    refused = coordinator.submit(DATED, typed, page=refused)
    assert "masa depan" in errors(refused)["berkas_diterima_penuntut"]
    assert coordinator.fields(refused)["diterima_penyidik"] == "2024-09-19T09:10"
    typed["berkas_diterima_penuntut"] = "2024-09-19T09:10"
    assert coordinator.submit(DATED, typed, page=refused).status_code == 303
    with app.database.read() as session:
        assert session.query(Deadline).filter_by(rule="penanganan").one().state == "met"
        assert session.query(Deadline).filter_by(rule="penyidikan").one().state == "open"
    coordinator.get("/")  # takes the message that it was done
    assert "Catat penerimaan uji" in words(coordinator.get("/perkara/1/berkas/jejak"))


def test_a_reason_is_asked_and_kept(app: App, as_role: AsRole) -> None:
    received(as_role)
    coordinator = as_role("coordinator")
    assert "belum diisi" in errors(coordinator.submit(REASONED))["alasan"].casefold()
    assert coordinator.submit(REASONED, {"alasan": "Menunggu berkas."}).status_code == 303
    with app.database.read() as session:
        assert session.query(Fact).filter_by(name="tunda_uji").one().reason == "Menunggu berkas."


def test_the_slower_officer_keeps_what_was_typed(app: App, flask: Flask, as_role: AsRole) -> None:
    received(as_role)
    first, second = as_role("coordinator"), Visitor(flask, "coordinator")
    page = second.get(REASONED)
    assert first.submit(REASONED, {"alasan": "Lebih dahulu."}).status_code == 303
    clash = second.submit(REASONED, {"alasan": "Kemudian."}, page=page)
    assert clash.status_code == 409
    assert "Tunda uji" in words(clash)
    assert second.fields(clash)["alasan"].strip() == "Kemudian."


def test_only_the_roles_of_the_act_come_in(app: App, flask: Flask, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    assert officer.get(REASONED).status_code == 403
    answer = officer.client.post(
        REASONED, data={"csrf_token": officer.token(), "version": "1", "alasan": "Coba."}
    )
    assert answer.status_code == 403
    coordinator = as_role("coordinator")
    assert coordinator.client.post(REASONED, data={"version": "1"}).status_code == 400
    assert coordinator.get("/perkara/1/tindakan/menghilang").status_code == 404
    assert coordinator.get("/perkara/1/tindakan/koreksi_fakta").status_code == 404
    assert Visitor(flask, "coordinator-kepahiang").get(REASONED).status_code == 404
    with app.database.read() as session:
        assert session.get_one(Case, 1).version == 1


def test_a_case_is_merged_into_another_and_linked(app: App, as_role: AsRole) -> None:
    received(as_role)
    receive(as_role("intake_officer"), report(judul="Laporan kedua"))
    coordinator, path = as_role("coordinator"), "/perkara/2/tindakan/gabungkan"
    refused = coordinator.submit(path, {"alasan": "Peristiwa yang sama."})
    assert refused.status_code == 422
    assert "perkara" in errors(refused)
    assert coordinator.fields(refused)["alasan"].strip() == "Peristiwa yang sama."
    assert coordinator.submit(path, {"perkara": "99"}, page=refused).status_code == 422
    done = coordinator.submit(path, {"perkara": "1"}, page=refused)
    assert done.status_code == 303, words(done)
    with app.database.read() as session:
        assert session.get_one(Case, 2).stage == "digabung"
        row = session.query(CaseLink).one()
        assert (row.case_id, row.other_id, row.kind) == (2, 1, "digabung")
    assert "Laporan kedua" in words(coordinator.get("/perkara/1/berkas/pihak"))
    page = coordinator.get("/perkara/1/tindakan/gabungkan")
    assert coordinator.submit(path, {"perkara": "1"}, page=page).status_code != 303


def test_an_ended_case_is_reopened_from_each_final_stage_that_the_law_names(
    app: App, law: Law
) -> None:
    settle(app)
    edition = law.editions[EDITION]
    finals = tuple(one.id for one in edition.stages.values() if one.final)
    reopening = replace(edition.acts["buka_kembali"], from_stages=finals, needs=())
    fresh = replace(edition, acts={**edition.acts, "buka_kembali": reopening})
    flask = create_app(replace(app, law=replace(law, editions={**law.editions, EDITION: fresh})))
    assert hand_in(Visitor(flask, "intake_officer"), report()).status_code == 303
    chair = Visitor(flask, "chair")
    for stage in finals:
        with app.database.write() as session:
            session.get_one(Case, 1).stage = stage
        typed = {"alasan": f"Putusan pengadilan, dari {stage}."}
        assert chair.submit("/perkara/1/tindakan/buka_kembali", typed).status_code == 303, stage
        with app.database.read() as session:
            assert session.get_one(Case, 1).stage == "tindak_lanjut"
        assert 'href="/perkara/1"' in chair.get("/").text
