"""A case with many respondents stays one that can be worked on: bulk results, letters, filters."""

from __future__ import annotations

import re

import pytest
from lxml import html

from casework.bootstrap import App
from casework.models import Case
from casework.services.core.work import Actor
from tests.conftest import SettableClock
from tests.web.reporting import receive
from tests.web.steps import AWAY, AsRole, act, all_met, attended, convene
from tests.web.visitor import Visitor, errors, report, upload, words
from webui.referral.page import board_page

PEOPLE = 9


@pytest.fixture
def chair(app: App, as_role: AsRole, clock: SettableClock) -> Visitor:
    """The pleno on a case with several respondents of two categories."""
    typed = report()
    for number in range(PEOPLE):
        typed |= {
            f"terlapor-{number}-name": f"Orang {number}",
            f"terlapor-{number}-category": "asn" if number % 3 else "kepala_desa",
            f"terlapor-{number}-region": "seluma",
        }
    typed["bukti-0-berkas"] = upload()
    receive(as_role("intake_officer"), typed)
    officer = as_role("case_officer")
    met = all_met(app)
    act(officer, "/perkara/1/syarat", met)
    act(officer, "/perkara/1/ajukan-registrasi")
    act(as_role("chair"), "/perkara/1/pleno/registrasi")
    act(officer, "/perkara/1/klarifikasi/undang",
        {"pihak": ["1"], "waktu": "2024-09-20T09:00", "tempat": "Kantor"})  # fmt: skip
    clock.set("2024-09-20T12:00:00+07:00")
    act(officer, "/perkara/1/klarifikasi/1/tidak-hadir", AWAY)
    act(officer, "/perkara/1/klarifikasi/tutup")
    form = officer.submit(
        "/perkara/1/kajian",
        {"semua_untuk": "semua", "semua_hasil": "hukum_lainnya", "semua_pasal": "hukum-lain",
         "terapkan": "1", "fakta": "F", "analisis": "A", "kesimpulan": "K"},
    )  # fmt: skip
    act_on(officer, "/perkara/1/kajian", form)
    act(as_role("coordinator"), "/perkara/1/ajukan-pleno")
    return as_role("chair")


def act_on(visitor: Visitor, path: str, page: object) -> None:
    """Send a page as it was shown."""
    done = visitor.submit(path, page=page)  # type: ignore[arg-type]  # a page opened before
    assert done.status_code == 303, words(done)[:800]


def test_one_result_for_a_category_in_one_step(chair: Visitor, as_role: AsRole) -> None:
    path = "/perkara/1/pleno/putusan"
    page = chair.get(path)
    assert f"Memutuskan hasil untuk {PEOPLE} terlapor" in words(page)
    assert "Hadir 0 dari 2: belum kuorum" in words(page)
    assert not [name for name in chair.fields(page) if name.startswith(("hadir-", "sikap-"))]
    assert f"{PEOPLE} Pelanggaran hukum lainnya" in words(page)
    changed = chair.submit(
        path,
        {"semua_untuk": "kepala_desa", "semua_hasil": "bukan_pelanggaran", "terapkan": "1"},
        page=page,
    )
    assert "6 Pelanggaran hukum lainnya" in words(changed)
    assert "3 Bukan pelanggaran" in words(changed)
    assert convene(chair, path, page=changed).status_code == 303
    letters = as_role("case_officer").get("/perkara/1/penerusan")
    rows = html.fromstring(letters.text).xpath(
        "//h2[contains(., 'Surat yang akan disusun')]/..//tbody/tr"
    )
    assert len(rows) == 1
    assert "6 terlapor" in words(letters)


def test_without_quorum_the_page_says_so_before_it_is_refused(chair: Visitor) -> None:
    path = "/perkara/1/pleno/putusan"
    shown = chair.get(path)
    nobody = {name: "tidak" for name in attended(chair, shown) if name.startswith("hadir-")}
    page = chair.submit(path, attended(chair, shown) | nobody, page=shown)
    assert page.status_code == 422
    assert "belum kuorum" in words(page)
    assert "Periksa sebelum dicatat" not in words(page)


def test_what_is_recorded_is_shown_before_and_changed_only_with_another_look(
    app: App, chair: Visitor, as_role: AsRole
) -> None:
    path = "/perkara/1/pleno/putusan"
    shown = chair.get(path)
    assert set(errors(chair.submit(path, page=shown))) >= {"waktu", "selesai", "notulis"}
    told = attended(chair, shown)
    backward = chair.submit(path, {**told, "selesai": told["waktu"]}, page=shown)
    assert "pada menit yang sama atau sebelum dibuka" in errors(backward)["selesai"]
    brief = f"{told['waktu']}"[:-1] + "2"
    asked = chair.submit(path, {**told, "selesai": brief}, page=shown)
    assert "kurang dari lima menit" in words(asked)
    first, last = (name for name in told if name.startswith("sikap-"))
    asked = chair.submit(path, {**told, last: "tidak_setuju", first: "setuju"}, page=shown)
    assert "mayoritas" in errors(asked)
    asked = chair.submit(path, {**told, last: "abstain"}, page=shown)
    assert asked.status_code == 422
    assert "Periksa sebelum dicatat" in words(asked)
    assert f"{PEOPLE} terlapor:" in words(asked)
    assert "Abstain1:" in words(asked)
    digest = re.search(r'name="periksa" value="(\w+)"', asked.text)
    assert digest
    changed = chair.submit(path, {"periksa": digest[1], last: "setuju"}, page=asked)
    assert changed.status_code == 422
    assert "Abstain0" in words(changed)
    assert "Kajian" in words(chair.get("/perkara/1")), "nothing is recorded yet"
    assert chair.submit(path, {"periksa": digest[1]}, page=asked).status_code == 303
    member = as_role("commissioner")
    assert "menunggu Anda mengetahui" in words(member.get("/"))
    assert "menunggu Anda mengetahui" not in words(chair.get("/"))
    meeting = re.search(r'href="(/perkara/1/pleno/\d+)"', member.get("/").text)
    assert meeting
    assert f"{PEOPLE} terlapor:" in words(member.get(meeting[1]))
    again = {"csrf_token": chair.token()}
    assert chair.submit(meeting[1], again, page=member.get(meeting[1])).status_code == 422
    assert member.submit(meeting[1]).status_code == 303
    assert "menunggu Anda mengetahui" not in words(member.get("/"))
    assert as_role("case_officer").get(meeting[1]).status_code == 403


def test_the_board_shows_one_state_or_one_addressee(
    app: App, chair: Visitor, as_role: AsRole
) -> None:
    act(chair, "/perkara/1/pleno/putusan")
    act(as_role("case_officer"), "/perkara/1/penerusan")
    with app.reading(Actor.system(1)) as work:
        case = work.session.get_one(Case, 1)
        (name, many), *others = board_page("", "")(work, case)["narrowed"].addressees  # type: ignore[attr-defined]  # read by a template
        narrowed = board_page("", name)(work, case)
        assert len(narrowed["board"]) == many  # type: ignore[arg-type]  # read by a template
        assert others
        assert board_page("sent", "")(work, case)["board"] == []
        assert len(board_page("planned", "")(work, case)["board"]) > many  # type: ignore[arg-type]  # read by a template
