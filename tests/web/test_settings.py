"""Settings of the administrator: offices and officers, never what a case holds."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from flask import Flask
from lxml import html

from casework.bootstrap import App
from casework.models import Event, LoginSession, Office, Officer, OfficerRole, PasswordLink
from tests.authenticator import Telephone
from tests.pictures import png
from tests.web.steps import received
from tests.web.visitor import Visitor, errors, report, words

AsRole = Callable[[str], Visitor]
NEW = "sepuluh kelinci di kebun teh"
OFFICE = {
    "nama": "Bawaslu Provinsi Bengkulu", "kota": "Bengkulu", "zona": "Asia/Jakarta",
    "kode_wilayah": "07.00", "instansi": "BADAN PENGAWAS\nPROVINSI BENGKULU",
    "alamat": "Jalan Kapuas 1\n\nbengkulu@contoh.invalid",
}  # fmt: skip
RANI = {
    "nama": "Rani Kusuma", "nama_masuk": "rani.baru", "jabatan": "Staf", "surel": "",
    "nip": "", "kantor": "07.00", "peran": ["case_officer"], "mulai": "2024-09-01",
}  # fmt: skip


def actions(app: App) -> list[str]:
    with app.database.read() as session:
        return [event.action for event in session.query(Event).order_by(Event.id)]


def officer_id(app: App, login: str) -> int:
    with app.database.read() as session:
        return session.query(Officer).filter_by(login=login).one().id


def office_id(app: App, code: str) -> int:
    with app.database.read() as session:
        return session.query(Office).filter_by(code=code).one().id


def post(visitor: Visitor, path: str) -> int:
    return visitor.client.post(path, data={"csrf_token": visitor.token()}).status_code


def test_the_menu_leads_an_administrator_there_and_nobody_else(as_role: AsRole) -> None:
    admin = as_role("administrator")
    assert 'href="/pengaturan/"' in admin.get("/").text
    page = admin.get("/pengaturan/")
    links = html.fromstring(page.text).xpath("//main//ul[@class='tasks']//a/@href")
    assert len(links) == 10
    for link in links:
        assert admin.get(link).status_code == 200, link
    assert 'href="/pengaturan/"' not in as_role("chair").get("/").text
    assert as_role("chair").get("/pengaturan/").status_code == 403


def test_an_office_is_changed_in_the_record(app: App, as_role: AsRole) -> None:
    admin, path = as_role("administrator"), f"/pengaturan/kantor/{office_id(app, '07.00')}"
    assert admin.submit(path, dict(OFFICE)).status_code == 303
    with app.database.read() as session:
        row = session.query(Office).filter_by(code="07.00").one()
        assert row.letterhead["institution"] == ["BADAN PENGAWAS", "PROVINSI BENGKULU"]
        assert row.letterhead["address"] == ["Jalan Kapuas 1", "bengkulu@contoh.invalid"]
        (event,) = session.query(Event).filter_by(action="kantor_diubah").all()
    assert set(event.detail["changed"]) == {"name", "institution", "address"}
    refused = admin.submit(path, {**OFFICE, "nama": "", "alamat": "\n".join("abcdefg")})
    assert set(errors(refused)) == {"nama"}
    assert "alamat" in errors(admin.submit(path, {**OFFICE, "alamat": "\n".join("abcdefg")}))


def test_the_zone_stays_once_there_are_cases(app: App, as_role: AsRole) -> None:
    admin, path = as_role("administrator"), f"/pengaturan/kantor/{office_id(app, '07.00')}"
    other = {**OFFICE, "zona": "Asia/Makassar"}
    assert admin.submit(path, dict(other)).status_code == 303
    assert admin.submit(path, dict(OFFICE)).status_code == 303
    received(as_role)
    assert "zona" in errors(admin.submit(path, other))


def test_an_office_below_is_governed_another_is_not_there(app: App, as_role: AsRole) -> None:
    admin = as_role("administrator")
    kepahiang = office_id(app, "07.05")
    assert admin.get(f"/pengaturan/kantor/{kepahiang}").status_code == 404
    with app.database.write() as session:
        session.get_one(Office, kepahiang).parent_id = office_id(app, "07.00")
    assert admin.get(f"/pengaturan/kantor/{kepahiang}").status_code == 200
    new = {**OFFICE, "kode": "07.09", "tingkat": "kabupaten", "induk": "07.05", "latihan": "y",
           "nama": "Bawaslu Kabupaten Uji", "kota": "Uji", "kode_wilayah": "07.09"}  # fmt: skip
    assert admin.submit("/pengaturan/kantor/baru", new).status_code == 303
    assert "kode" in errors(admin.submit("/pengaturan/kantor/baru", new))
    assert "Bawaslu Kabupaten Uji" in words(admin.get("/pengaturan/kantor/"))
    # From below nobody looks up.
    below = Visitor(admin.client.application, "administrator-kepahiang")
    assert below.get(f"/pengaturan/kantor/{office_id(app, '07.00')}").status_code == 404


def test_an_emblem_is_checked_kept_and_shown_as_a_picture(app: App, as_role: AsRole) -> None:
    admin, path = as_role("administrator"), f"/pengaturan/kantor/{office_id(app, '07.00')}/lambang"
    assert admin.get(f"{path}/gambar").status_code == 404
    sent = admin.submit(path, {"lambang": (io.BytesIO(png()), "lambang.png")})
    assert sent.status_code == 303, words(sent)
    picture = admin.get(f"{path}/gambar")
    assert picture.data == png()
    assert picture.mimetype == "image/png"
    assert "sandbox" in picture.headers["Content-Security-Policy"]
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    assert admin.submit(path, {"lambang": (io.BytesIO(svg), "x.svg")}).status_code == 303
    assert admin.get(f"{path}/gambar").mimetype == "image/svg+xml"
    assert actions(app).count("lambang_diganti") == 2


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a", b"", png()[:-6], png() + b"<script>", png(width=8, height=8), png(width=9000),
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://x.invalid/a"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><a href="javascript:alert(1)"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><path fill="url(http://x.invalid/)"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><path style="fill:url(#a) url(file:///x)"/></svg>',
        rb'<svg xmlns="http://www.w3.org/2000/svg"><path style="fill:u\72l(file:///x)"/></svg>',
        b'<?xml-stylesheet href="file:///x"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        png().replace(b"IDAT", b"IDAU"), png(lines=63),
        b'<g xmlns="http://www.w3.org/2000/svg"><title>&lt;svg</title><!-- <svg --></g>',
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><path>',
        b"\x89PNG\r\n\x1a\n" + b"x" * (256 * 1024),
    ],
)  # fmt: skip
def test_a_picture_that_is_more_than_a_picture_is_refused(
    app: App, as_role: AsRole, data: bytes
) -> None:
    admin, path = as_role("administrator"), f"/pengaturan/kantor/{office_id(app, '07.00')}/lambang"
    refused = admin.submit(path, {"lambang": (io.BytesIO(data), "lambang.svg")})
    assert refused.status_code == 422
    assert "lambang" in errors(refused)
    assert admin.get(f"{path}/gambar").status_code == 404


def test_a_new_officer_gets_a_link_that_works_once(app: App, flask: Flask, as_role: AsRole) -> None:
    admin = as_role("administrator")
    made = admin.submit("/pengaturan/petugas/baru", dict(RANI))
    assert made.status_code == 303, words(made)
    card = made.headers["Location"]
    (link,) = html.fromstring(admin.get(card).text).xpath("//p[@class='one-time']/text()")
    path = "/sandi/" + link.rpartition("/")[2]
    assert "one-time" not in admin.get(card).text
    with app.database.read() as session:
        (kept,) = session.query(PasswordLink).all()
    assert kept.token_hash not in link
    newcomer = Visitor(flask)
    assert newcomer.sign_in("rani.baru", "").status_code == 422
    weak = newcomer.submit(path, {"sandi": "pendek", "ulang": "pendek"})
    assert "sandi" in errors(weak)
    assert newcomer.submit(path, {"sandi": NEW, "ulang": NEW}, page=weak).status_code == 303
    assert newcomer.get(path).status_code == 404
    assert newcomer.sign_in("rani.baru", NEW).headers["Location"] == "/"
    assert {"petugas_ditambahkan", "tautan_sandi_dibuat", "kata_sandi_ditetapkan"} <= {
        *actions(app)
    }
    again = admin.submit("/pengaturan/petugas/baru", dict(RANI))
    assert "nama_masuk" in errors(again)


def test_a_newer_link_voids_the_older_and_a_used_password_ends_sessions(
    app: App, flask: Flask, as_role: AsRole
) -> None:
    admin, chair = as_role("administrator"), as_role("chair")
    base = f"/pengaturan/petugas/{officer_id(app, 'chair')}"
    tokens = []
    for _time in range(2):
        assert post(admin, f"{base}/tautan") == 303
        link = html.fromstring(admin.get(base).text).xpath("//p[@class='one-time']/text()")[0]
        tokens.append(link.rpartition("/")[2])
    visitor = Visitor(flask)
    assert visitor.get(f"/sandi/{tokens[0]}").status_code == 404
    assert chair.get("/").status_code == 200
    typed = {"sandi": NEW, "ulang": NEW}
    assert visitor.submit(f"/sandi/{tokens[1]}", typed).status_code == 303
    assert chair.get("/").status_code == 303


def test_roles_are_held_from_until(app: App, flask: Flask, as_role: AsRole) -> None:
    admin = as_role("administrator")
    chair = officer_id(app, "chair")
    base = f"/pengaturan/petugas/{chair}"
    here = str(office_id(app, "07.00"))
    role = {"kantor": here, "peran": "coordinator", "mulai": "2024-09-19", "sampai": "2024-09-25"}
    assert admin.submit(f"{base}/peran", dict(role)).status_code == 303
    assert "koordinator" in words(Visitor(flask, "chair").get("/akun/"))
    assert "peran" in errors(admin.submit(f"{base}/peran", dict(role)))
    early = admin.submit(f"{base}/peran", {**role, "peran": "auditor", "sampai": "2024-09-01"})
    assert "sampai" in errors(early)
    with app.database.read() as session:
        given = session.query(OfficerRole).filter_by(officer_id=chair, role="coordinator").one()
    ended = admin.submit(f"{base}/peran/{given.id}/akhiri", {"sampai": "2024-09-19"})
    assert ended.status_code == 303
    assert admin.get(f"{base}/peran/9999/akhiri").status_code == 200
    assert admin.submit(f"{base}/peran/9999/akhiri", {"sampai": "2024-09-19"}).status_code == 404
    assert {"peran_diberikan", "peran_diakhiri"} <= {*actions(app)}


def test_an_administrator_gives_no_role_to_oneself_and_sees_no_case(
    app: App, as_role: AsRole
) -> None:
    admin = as_role("administrator")
    here = str(office_id(app, "07.00"))
    role = {"kantor": here, "peran": "coordinator", "mulai": "2024-09-19", "sampai": ""}
    own = f"/pengaturan/petugas/{officer_id(app, 'administrator')}"
    assert admin.submit(f"{own}/peran", dict(role)).status_code == 403
    assert post(admin, f"{own}/keluar") in (400, 422, 403)
    chair = f"/pengaturan/petugas/{officer_id(app, 'chair')}/peran"
    both = admin.submit(chair, {**role, "peran": "administrator"})
    assert "peran" in errors(both)
    mixed = {**RANI, "peran": ["administrator", "chair"]}
    assert "peran" in errors(admin.submit("/pengaturan/petugas/baru", mixed))


def test_the_second_factor_is_reset_and_sessions_end(
    app: App, flask: Flask, as_role: AsRole
) -> None:
    admin, chair = as_role("administrator"), as_role("chair")
    page = chair.get("/akun/faktor-kedua")
    chair.submit("/akun/faktor-kedua", {"kode": Telephone(page.text).code()}, page=page)
    assert Visitor(flask).sign_in("chair").headers["Location"] == "/masuk/kode"
    base = f"/pengaturan/petugas/{officer_id(app, 'chair')}"
    assert post(admin, f"{base}/faktor-kedua/reset") == 303
    assert chair.get("/").status_code == 303
    assert chair.sign_in("chair").headers["Location"] == "/"
    assert post(admin, f"{base}/sesi/akhiri") == 303
    assert chair.get("/").status_code == 303
    assert {"faktor_kedua_direset", "sesi_diakhiri"} <= {*actions(app)}


def test_officers_of_other_offices_are_not_there(app: App, as_role: AsRole) -> None:
    admin = as_role("administrator")
    other = officer_id(app, "chair-kepahiang")
    assert admin.get(f"/pengaturan/petugas/{other}").status_code == 404
    assert post(admin, f"/pengaturan/petugas/{other}/tautan") == 404
    # Who serves there too is seen, but the account belongs to both.
    with app.database.write() as session:
        role = session.query(OfficerRole).filter_by(officer_id=other).one()
        both = OfficerRole(officer_id=other, office_id=office_id(app, "07.00"), role="secretariat",
                           starts=role.starts)  # fmt: skip
        session.add(both)
    page = admin.get(f"/pengaturan/petugas/{other}")
    assert "juga bertugas di" in words(page)
    for act in ("tautan", "faktor-kedua/reset", "sesi/akhiri"):
        assert post(admin, f"/pengaturan/petugas/{other}/{act}") == 403


def test_a_leaver_hands_the_open_cases_over_in_one_act(
    app: App, flask: Flask, as_role: AsRole
) -> None:
    received(as_role)
    admin, leaver = as_role("administrator"), as_role("intake_officer")
    path = f"/pengaturan/petugas/{officer_id(app, 'intake_officer')}/keluar"
    page = admin.get(path)
    assert "/LP/PG/Prov/" in words(page)
    assert report()["judul"] not in page.text
    assert "pengganti" in errors(admin.submit(path, {"alasan": "Mutasi"}, page=page))
    assert leaver.get("/").status_code == 200
    heir = officer_id(app, "case_officer")
    done = admin.submit(path, {"alasan": "Mutasi", "pengganti": str(heir)})
    assert done.status_code == 303, words(done)
    assert leaver.get("/").status_code == 303
    assert leaver.sign_in("intake_officer").status_code == 422
    shown = as_role("case_officer").get("/perkara/1")
    assert "Bayu Pratama" in words(shown)
    assert "diserahterimakan" in words(as_role("case_officer").get("/perkara/1/berkas/jejak"))
    with app.database.read() as session:
        (event,) = session.query(Event).filter_by(action="petugas_keluar").all()
        assert event.detail["cases"] == [1]
        assert session.query(LoginSession).filter_by(ended_at=None).count() == 2
    # Back again: the password is set anew.
    assert post(admin, path.replace("keluar", "aktifkan")) == 303
    assert leaver.sign_in("intake_officer").status_code == 422
