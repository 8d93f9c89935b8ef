"""A matter through the pages of its hearing, from the choice of the office to the letter to KPU."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Document, Hearing, Outcome, PanelRuling, Party
from tests.conftest import SettableClock
from tests.web.reporting import receive
from tests.web.steps import AsRole, act, all_met
from tests.web.visitor import Typed, Visitor, errors, report, words

HEARING = "/perkara/1/sidang"
HANDLING = "/perkara/1/berkas/penanganan"
AMAR = "Menyatakan Terlapor terbukti.\nMemerintahkan KPU memperbaiki tata cara."
WHY = "Surat Bawaslu tentang acara sidang."


@pytest.fixture
def clock_of(app: App) -> SettableClock:
    clock = SettableClock(Path(app.settings.clock.removeprefix("@")))
    clock.set("2026-03-18T10:00:00+07:00")
    return clock


def ticks(page: str, name: str) -> list[str]:
    """The values of every box of a field."""
    found: list[str] = html.fromstring(page).xpath(f"//input[@name='{name}']/@value")
    return found


@pytest.fixture
def heard(app: App, as_role: AsRole, clock_of: SettableClock) -> SettableClock:
    """A report of 2026 that waits for the registration, at an office that chose the hearing."""
    dates = {
        "tanggal_kejadian": "2026-03-15",
        "tanggal_diketahui": "2026-03-17",
        "alasan_tahapan": "Terjadi setelah pemungutan suara.",
    }
    receive(as_role("intake_officer"), report(**dates))
    officer = as_role("case_officer")
    act(officer, "/perkara/1/syarat", all_met(app, "pemilihan-2025"))
    act(officer, "/perkara/1/ajukan-registrasi")
    page = as_role("chair").get(f"{HEARING}/registrasi")
    assert "Belum bisa dilakukan sekarang" in words(page)
    assert "Pengaturan, Pilihan kantor" in words(page)
    admin = as_role("administrator")
    (link,) = html.fromstring(admin.get("/pengaturan/pilihan").text).xpath(
        "//a[contains(@href,'/1/jalan_sidang')]/@href"
    )
    assert "belum seorang ahli hukum pun memastikannya" in words(admin.get(link))
    act(admin, link, {"alasan": WHY})
    return clock_of


def sat(app: App, as_role: AsRole, clock: SettableClock, agenda: list[str], day: str) -> None:
    """A session fixed for nine, and recorded at noon."""
    secretariat = as_role("secretariat")
    page = secretariat.get(f"{HEARING}/panggilan").text
    parties = ticks(page, "pihak")[:2]
    fixed: Typed = {
        "acara": agenda, "waktu": f"{day}T09:00", "tempat": "Ruang sidang", "pihak": parties,
    }  # fmt: skip
    act(secretariat, f"{HEARING}/panggilan", fixed)
    clock.set(f"{day}T12:00:00+07:00")
    page = secretariat.get(f"{HEARING}/berita-acara").text
    told: Typed = {
        "selesai": f"{day}T11:00",
        "majelis": ticks(page, "majelis"),
        "hadir": parties,
        "terbuka": "ya",
        "acara": agenda,
        "jalannya": "Para pihak menyampaikan keterangannya.",
    }
    act(secretariat, f"{HEARING}/berita-acara", told)


def resolution(page: str) -> Typed:
    members = {
        name[6:] for name in html.fromstring(page).xpath("//input/@name") if name[:6] == "hadir-"
    }
    (slot,) = {
        name[6:] for name in html.fromstring(page).xpath("//select/@name") if name[:6] == "hasil-"
    }
    group = "optgroup[starts-with(@label,'Pelanggaran admin')]"
    articles = html.fromstring(page).xpath(f"//select[@name='pasal-{slot}']//{group}/option/@value")
    return {
        **{f"hadir-{one}": "ya" for one in members},
        **{f"sikap-{one}": "setuju" for one in members},
        f"hasil-{slot}": "administrasi",
        f"pasal-{slot}": articles[0],
        f"alasan-{slot}": "Terbukti.",
        "pertimbangan": "Bukti bersesuaian.",
        "amar": AMAR,
    }


def test_a_matter_is_heard_and_ruled_on(app: App, as_role: AsRole, heard: SettableClock) -> None:
    chair, officer = as_role("chair"), as_role("case_officer")
    act(chair, f"{HEARING}/registrasi")
    page = words(chair.get("/perkara/1"))
    assert WHY in page
    assert "belum dipastikan berlaku bagi Pemilihan" in page
    assert "Penetapan majelis" in page
    assert "Klarifikasi" not in page.split("Pihak")[0]

    heard.set("2026-03-25T08:00:00+07:00")
    form = chair.get(f"{HEARING}/majelis").text
    able = ticks(form, "anggota")
    secretary = html.fromstring(form).xpath("//select[@name='sekretaris']/option/@value")[1]
    told: Typed = {"anggota": able[1:], "pimpinan": able[1], "sekretaris": secretary}
    refused = chair.submit(f"{HEARING}/majelis", told)
    assert "seluruh anggota" in errors(refused)["alasan"]
    complete: Typed = {"anggota": able, "pimpinan": able[0], "alasan": "Ketua bergiliran."}
    act(chair, f"{HEARING}/majelis", {**told, **complete})

    sat(app, as_role, heard, ["pembacaan_laporan", "jawaban_terlapor"], "2026-03-26")
    sat(app, as_role, heard, ["pembuktian", "kesimpulan"], "2026-03-27")
    assert "Para pihak menyampaikan keterangannya." in words(officer.get(HANDLING))
    act(chair, f"{HEARING}/tutup")

    form = chair.get(f"{HEARING}/musyawarah").text
    assert "pidana" not in html.fromstring(form).xpath(
        "//select[starts-with(@name,'hasil-')]/option/@value"
    )
    bare = chair.submit(f"{HEARING}/musyawarah", {**resolution(form), "amar": " "})
    assert "amar" in errors(bare)
    act(chair, f"{HEARING}/musyawarah", resolution(form))
    assert "Memerintahkan KPU" in words(chair.get(HANDLING))
    closed = words(officer.get(HANDLING))
    assert "Memerintahkan KPU" not in closed
    assert "Tertutup sampai dibacakan" in closed
    assert officer.get(f"{HEARING}/musyawarah").status_code == 403

    heard.set("2026-03-30T10:00:00+07:00")
    reading_page = chair.get(f"{HEARING}/pembacaan-putusan")
    assert "Memerintahkan KPU" in words(reading_page)
    reading: Typed = {
        "waktu": "2026-03-30T09:00",
        "selesai": "2026-03-30T09:30",
        "majelis": ticks(reading_page.text, "majelis"),
        "hadir": ticks(reading_page.text, "hadir"),
        "tempat": "Ruang sidang",
    }
    act(chair, f"{HEARING}/pembacaan-putusan", reading)
    assert "Memerintahkan KPU" in words(officer.get(HANDLING))
    act(officer, "/perkara/1/penerusan")
    with app.database.read() as session:
        kinds = session.scalars(select(Document.kind)).all()
        assert session.scalars(select(Outcome.violation_class)).all() == ["administrasi"]
        (ruling,) = session.scalars(select(PanelRuling)).all()
        assert ruling.meeting_id
        assert ruling.hearing_id == 3
    assert [
        kinds.count(one)
        for one in ("berita_acara_sidang", "putusan_administrasi", "penerusan_administrasi")
    ] == [3, 1, 1]


def test_what_was_typed_stays_when_a_session_is_refused(
    app: App, as_role: AsRole, heard: SettableClock
) -> None:
    chair, secretariat = as_role("chair"), as_role("secretariat")
    act(chair, f"{HEARING}/registrasi")
    page = secretariat.get(f"{HEARING}/panggilan")
    assert "Majelis pemeriksa belum ditetapkan" in words(page)
    with app.database.read() as session:
        assert session.scalars(select(Hearing)).all() == []
        assert session.scalars(select(Party.id)).all()


def test_the_pages_are_of_those_who_do_the_acts(
    app: App, as_role: AsRole, heard: SettableClock
) -> None:
    visitor: Visitor = as_role("intake_officer")
    for page in ("registrasi", "majelis", "panggilan", "berita-acara", "tutup", "musyawarah"):
        assert visitor.get(f"{HEARING}/{page}").status_code == 403
