"""A holiday decree on screen: told first, kept with its reason, withdrawn with another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case, Deadline, RuleRevision
from casework.services.cases import facts
from casework.services.cases.record import audit
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import deadlines
from tests.staff import ROLES
from tests.web.steps import received
from tests.web.visitor import Typed, Visitor, errors, upload, words

AsRole = Callable[[str], Visitor]
PAGE = "/pengaturan/kalender/keputusan/baru"
DECREE: Typed = {
    "judul": "Keputusan Presiden tentang hari libur",
    "nomor": "40 Tahun 2024",
    "tanggal": "2024-09-18",
    "kutipan": "Menetapkan hari Jumat sebagai hari libur",
    "sumber": "JDIH Setneg",
    "tanda": "confirmed",
    "hari-0-tanggal": "2024-09-27",
    "hari-0-nama": "Hari Baru",
    "hari-0-jenis": "nasional",
    "alasan": "Diumumkan hari ini.",
}


def investigated(app: App, as_role: AsRole) -> None:
    """Fourteen working days run to 9 October."""
    received(as_role)
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        case = work.session.get_one(Case, 1)
        start = datetime.fromisoformat("2024-09-19T10:00:00+07:00")
        told = facts.put(work, case, {"diterima_penyidik": start})
        row = deadlines.open_limit(work, case, "penyidikan", facts.times(work, case))
        assert row
        audit.record(work, "uji", case=case, touched=[*told, row])


def due(app: App) -> str:
    with app.database.read() as session:
        return session.scalars(select(Deadline.due).where(Deadline.rule == "penyidikan")).one()


def rows(app: App) -> list[RuleRevision]:
    with app.database.read() as session:
        return list(session.scalars(select(RuleRevision).order_by(RuleRevision.id)))


def test_two_roles_enter_decrees_and_find_the_page(as_role: AsRole) -> None:
    for role in ROLES:
        status = 200 if role in ("legal_reviewer", "administrator") else 403
        for path in ("/pengaturan/kalender", PAGE):
            assert as_role(role).get(path).status_code == status, (role, path)
    link = 'href="/pengaturan/kalender"'
    assert link in as_role("legal_reviewer").get("/aturan/").text
    assert link not in as_role("chair").get("/aturan/").text
    assert PAGE in as_role("legal_reviewer").get("/pengaturan/kalender").text


def test_what_moves_is_told_then_done_and_every_count_names_it(app: App, as_role: AsRole) -> None:
    investigated(app, as_role)
    lawyer = as_role("legal_reviewer")
    told = lawyer.submit(PAGE, {**DECREE, "lihat": "1"})
    assert told.status_code == 200, errors(told)
    text = words(told)
    assert "1 batas yang berjalan bergeser pada 1 perkara." in text
    assert "1 hari lebih lambat, 1 batas" in text
    assert "06/LP" not in text, "a legal reviewer reads no case"
    assert lawyer.fields(told)["hari-0-nama"] == "Hari Baru", "what was typed is kept"
    assert rows(app) == []
    admin = words(as_role("administrator").submit(PAGE, {**DECREE, "tanda": "secondary",
                                                         "lihat": "1"}))  # fmt: skip
    assert "/LP/PG/Prov/" in admin
    assert "Rabu, 9 Okt 2024" in admin
    assert "Kamis, 10 Okt 2024" in admin

    done = lawyer.submit(PAGE, {**DECREE, "naskah": upload(name="keppres.pdf")}, page=told)
    assert done.status_code == 303, errors(done)
    assert due(app)[:10] == "2024-10-10"
    after = lawyer.get("/pengaturan/kalender")
    assert "1 batas waktu dihitung ulang." in words(after)
    assert "Keputusan yang dicatat di sini" in words(after)
    case = words(as_role("coordinator").get("/perkara/1/berkas/tenggat"))
    assert "Hari Baru (Keputusan Presiden tentang hari libur, 40 Tahun 2024)" in case
    assert "Batas waktu dihitung ulang" in words(as_role("coordinator").get("/perkara/1"))
    card = lawyer.get("/pengaturan/kalender/keputusan/1")
    assert "Diumumkan hari ini." in words(card)
    assert lawyer.get(f"/aturan/naskah/{rows(app)[0].id}").data.startswith(b"%PDF")
    yaml = lawyer.get("/pengaturan/kalender/keputusan/berkas.yaml").text
    assert "number: 40 Tahun 2024" in yaml
    assert "date: 2024-09-27" in yaml


def test_a_wrong_decree_is_withdrawn(app: App, as_role: AsRole) -> None:
    investigated(app, as_role)
    lawyer = as_role("legal_reviewer")
    assert lawyer.submit(PAGE, dict(DECREE)).status_code == 303
    path = "/pengaturan/kalender/keputusan/1/tarik"
    page = lawyer.get(path)
    assert "1 hari lebih cepat" in words(page)
    assert "alasan" in errors(lawyer.submit(path, {"alasan": ""}))
    assert lawyer.submit(path, {"alasan": "Salah tanggal."}).status_code == 303
    assert due(app)[:10] == "2024-10-09"
    assert "Ditarik: tidak berlaku lagi" in words(lawyer.get(path.removesuffix("/tarik")))
    assert lawyer.get(path).status_code == 404


def test_refusals_stand_beside_their_day_and_rows_can_be_added(app: App, as_role: AsRole) -> None:
    lawyer = as_role("legal_reviewer")
    undated = {**DECREE, "hari-1-nama": "Tanpa tanggal", "hari-1-jenis": "cuti_bersama"}
    free = lawyer.submit(PAGE, undated)
    assert free.status_code == 422
    assert "hari-1-tanggal" in errors(free)
    typed = {**DECREE, "hari-1-tanggal": "2024-09-16", "hari-1-nama": "Lagi",
             "hari-1-jenis": "cuti_bersama"}  # fmt: skip
    assert "sudah bukan hari kerja" in errors(lawyer.submit(PAGE, typed))["hari-1-nama"]
    more = lawyer.submit(PAGE, {**DECREE, "tambah": "1"})
    assert more.status_code == 200
    assert "hari-7-nama" in lawyer.fields(more)
    assert lawyer.fields(more)["hari-0-nama"] == "Hari Baru"
    assert rows(app) == []


def test_a_calendar_changed_meanwhile_is_told(app: App, as_role: AsRole) -> None:
    lawyer, slow = as_role("legal_reviewer"), as_role("administrator")
    page = slow.get(PAGE)
    assert lawyer.submit(PAGE, dict(DECREE)).status_code == 303
    other = {**DECREE, "hari-0-tanggal": "2024-09-26", "tanda": "secondary"}
    late = slow.submit(PAGE, dict(other), page=page)
    assert late.status_code == 409
    assert "Kalender berubah sementara Anda mengisi" in words(late)
    assert slow.submit(PAGE, {}, page=late).status_code == 303
    assert len(rows(app)) == 2
