"""A clarification session is called off on its page; its invitation is void."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests.conftest import SettableClock
from tests.web.steps import HEARD, act, to_clarification
from tests.web.visitor import Visitor, errors, words

AsRole = Callable[[str], Visitor]
SESSIONS = "/perkara/1/klarifikasi/"
CALL_OFF = f"{SESSIONS}1/batal"


def test_a_session_with_a_wrong_hour_is_called_off(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    typed = {"pihak": ["2"], "waktu": "2024-09-20T10:00", "tempat": "Kantor"}
    act(officer, f"{SESSIONS}undang", dict(typed))
    assert CALL_OFF in officer.get(SESSIONS).text
    assert as_role("secretariat").get(CALL_OFF).status_code == 403
    assert errors(officer.submit(CALL_OFF, {"alasan": ""}))["alasan"]
    act(officer, CALL_OFF, {"alasan": "Jamnya salah ketik."})
    shown = officer.get(SESSIONS)
    assert "dibatalkan" in words(shown)
    assert "Jamnya salah ketik." in words(shown)
    assert CALL_OFF not in shown.text
    assert "panggilan ke-" not in words(shown)
    assert "Jadwal klarifikasi dibatalkan" in words(officer.get("/perkara/1"))
    again = officer.submit(CALL_OFF, {"alasan": "Sekali lagi."})
    assert "sudah dicatat atau dibatalkan" in errors(again)["alasan"]
    act(officer, f"{SESSIONS}undang", {**typed, "waktu": "2024-09-20T09:00"})
    assert "panggilan ke-1" in words(officer.get(SESSIONS))


def test_the_coordinator_finds_what_may_be_called_off(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    typed = {"pihak": ["2"], "waktu": "2024-09-20T09:00", "tempat": "Kantor"}
    act(as_role("case_officer"), f"{SESSIONS}undang", dict(typed))
    coordinator = as_role("coordinator")
    assert SESSIONS in coordinator.get("/perkara/1/berkas/penanganan").text
    page = coordinator.get(SESSIONS)
    assert CALL_OFF in page.text
    assert "/berita-acara" not in page.text
    done = coordinator.submit(CALL_OFF, {"alasan": "Salah orang."})
    assert done.headers["Location"].endswith(SESSIONS)
    assert "Salah orang." in words(coordinator.get(SESSIONS))


def test_the_sessions_lead_on_to_what_is_left(
    app: App, as_role: AsRole, clock: SettableClock
) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    assert "Rencanakan semua sesi" in words(officer.get(SESSIONS))
    usual = officer.fields(officer.get(f"{SESSIONS}undang"))["tempat"]
    assert usual == "Ruang klarifikasi 1, Badan Pengawas Pemilihan Umum Provinsi Bengkulu"
    typed = {"pihak": ["1", "2"], "waktu": "2024-09-20T09:00", "tempat": "Aula Kantor Camat"}
    act(officer, f"{SESSIONS}undang", dict(typed))
    page = officer.get(SESSIONS)
    assert f"{SESSIONS}rencana" not in page.text
    assert "Semua pihak sudah diundang atau didengar." in words(page)
    assert f"{SESSIONS}tutup" not in page.text
    assert officer.fields(officer.get(f"{SESSIONS}undang"))["tempat"] == "Aula Kantor Camat"
    said = {"tanya_jawab-0-tanya": "Siapa?", "tanya_jawab-0-jawab": "Kepala desa."} | HEARD
    clock.set("2024-09-20T09:00:00+07:00")
    untold = errors(officer.submit(f"{SESSIONS}1/berita-acara", {"tanya_jawab-0-tanya": "Siapa?"}))
    assert set(HEARD) - {"pengambil", "jabatan_pengambil"} <= set(untold)
    for session in (1, 2):
        act(officer, f"{SESSIONS}{session}/berita-acara", dict(said))
    assert f"{SESSIONS}tutup" in officer.get(SESSIONS).text


def test_a_draft_is_read_where_it_is_issued(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    typed = {"pihak": ["2"], "waktu": "2024-09-20T09:00", "tempat": "Kantor"}
    act(as_role("case_officer"), f"{SESSIONS}undang", dict(typed))
    drain(app)
    chair = as_role("chair")
    page = chair.get("/perkara/1/surat/terbitkan")
    assert "Bunyi konsep" not in words(page)
    drafts = html.fromstring(page.text).xpath("//main//a[contains(@href, 'baca=')]/@href")
    read = chair.get(drafts[0])
    assert "Bunyi konsep" in words(read)
    assert "Kepala Desa" in words(read)
    assert "Terbitkan surat" in words(read)
    assert "Bunyi konsep" not in words(chair.get("/perkara/1/surat/terbitkan?baca=999"))
