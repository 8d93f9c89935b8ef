"""The desk: the nearest limit on top, only what can be done now, one click to do it."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html

from casework.bootstrap import App
from casework.models import Case
from casework.services.effects import drain
from tests.conftest import SettableClock
from tests.web.steps import act, received, to_clarification, to_registration
from tests.web.visitor import Visitor, report, words

AsRole = Callable[[str], Visitor]


def buttons(visitor: Visitor, path: str = "/") -> list[str]:
    """The acts a page offers as buttons, in order."""
    page = html.fromstring(visitor.get(path).text)
    found = page.xpath(
        "//main//*[contains(@class, 'do') or contains(@class, 'acts')]"
        "//a[contains(@class, 'button')]"
    )
    return [" ".join(one.text_content().split()) for one in found]


def test_the_case_with_the_least_time_is_on_top(as_role: AsRole, clock: SettableClock) -> None:
    received(as_role)
    clock.set("2024-09-20T09:00:00+07:00")
    act(as_role("intake_officer"), "/laporan/baru", report(peristiwa="Peristiwa lain"))
    officer = as_role("case_officer")
    assert [one.split()[-1][:2] for one in buttons(officer)] == ["01", "02"]
    clock.set("2024-09-21T09:00:00+07:00")
    shown = words(officer.get("/"))
    assert "1 jatuh hari ini" in shown.replace("1jatuh", "1 jatuh")
    assert shown.index("01/LP") < shown.index("02/LP")
    clock.set("2024-09-22T00:00:00+07:00")
    assert "lewat 0 menit" in words(officer.get("/"))


def test_a_limit_holds_to_its_last_second(as_role: AsRole, clock: SettableClock) -> None:
    received(as_role)
    clock.set("2024-09-21T23:59:59.900+07:00")
    assert "sisa" in words(as_role("case_officer").get("/"))


def test_only_what_can_be_done_now_waits_for_an_officer(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    assert [one for one in buttons(officer) if "Nilai syarat" in one]
    to_registration_acts = {f"syarat-{key}": "ya" for key in
                            app.law.editions["pemilihan-2020"].requirements}  # fmt: skip
    act(officer, "/perkara/1/syarat", dict(to_registration_acts))
    assert [one.split(" 0")[0] for one in buttons(officer)] == ["Ajukan registrasi"]
    act(officer, "/perkara/1/ajukan-registrasi")
    assert buttons(officer) == []
    assert "menunggu" in words(officer.get("/"))
    assert [one.split(" 0")[0] for one in buttons(as_role("chair"))] == [
        "Registrasi laporan", "Putuskan tidak diregistrasi"]  # fmt: skip


def test_recording_a_session_is_offered_only_while_one_waits(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    assert [one.split(" 0")[0] for one in buttons(officer)] == ["Undang klarifikasi"]
    act(officer, "/perkara/1/klarifikasi/undang", {
        "pihak": ["1", "2"], "waktu": "2024-09-20T09:00", "tempat": "Kantor"})  # fmt: skip
    offered = [one.split(" 0")[0] for one in buttons(officer)]
    assert offered == ["Catat berita acara klarifikasi", "Catat ketidakhadiran"]


def test_a_notice_is_put_away_by_its_reader_only(app: App, as_role: AsRole) -> None:
    to_registration(app, as_role)
    drain(app)
    chair = as_role("chair")
    path = html.fromstring(chair.get("/").text).xpath(
        "//form[contains(@action, 'dibaca')]/@action")[0]  # fmt: skip
    other = as_role("case_officer")
    assert other.client.post(path, data={"csrf_token": other.token()}).status_code == 404
    before = chair.get("/").text.count("/dibaca")
    assert chair.client.post(path, data={"csrf_token": chair.token()}).status_code == 303
    assert chair.get("/").text.count("/dibaca") == before - 1


def test_the_list_is_filtered_by_address(as_role: AsRole) -> None:
    received(as_role)
    visitor = as_role("auditor")
    assert "01/LP" in words(visitor.get("/perkara/?cari=serbaguna&tahap=kajian_awal"))
    for nothing in ("?cari=100%25", "?tahap=selesai", "?tahap='", "?kantor=99"):
        page = visitor.get(f"/perkara/{nothing}")
        assert page.status_code == 200
        assert "Tidak ada perkara yang cocok" in words(page)


def test_every_final_stage_leaves_the_desk(app: App, as_role: AsRole) -> None:
    received(as_role)
    coordinator = as_role("coordinator")
    here = 'href="/perkara/1"'
    assert here in coordinator.get("/").text
    finals = {one.id for one in app.law.editions["pemilihan-2020"].stages.values() if one.final}
    assert {"dihentikan", "digabung", "bukan_temuan", "selesai", "dicabut"} <= finals
    for stage in sorted(finals):
        with app.database.write() as session:
            session.get_one(Case, 1).stage = stage
        assert here not in coordinator.get("/").text, stage


def test_a_stopped_case_with_a_letter_to_send_stays_until_it_left(
    app: App, as_role: AsRole
) -> None:
    to_registration(app, as_role)
    act(as_role("chair"), "/perkara/1/pleno/tidak-diregistrasi", {"alasan": "Syarat kurang."})
    drain(app)
    assert 'href="/perkara/1"' in as_role("chair").get("/").text
