"""The doors without a reporter: early information and a finding, as pages."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case, Fact, Meeting, Number, Party
from tests.web.steps import act, convene
from tests.web.visitor import Visitor, errors, report, upload, words

AsRole = Callable[[str], Visitor]


def told(**changes: object) -> dict[str, object]:
    """What a report says, without the reporter."""
    kept = {
        key: value for key, value in report().items() if not key.startswith(("pelapor", "jenis"))
    }
    return {**kept, "bukti-0-berkas": upload(), "tanggal_diketahui": None, **changes}


def found(**changes: object) -> dict[str, object]:
    """A finding that is accepted."""
    more = {"laporan_pengawasan": "01/LHP/IX/2024", "ditemukan": "2024-09-18T10:00"}
    return told(**{**more, **changes})


def test_a_finding_goes_from_its_page_to_its_number(app: App, as_role: AsRole) -> None:
    officer, chair = as_role("case_officer"), as_role("chair")
    assert 'href="/temuan/baru"' in officer.get("/").text
    assert 'href="/temuan/baru"' not in as_role("secretariat").get("/").text
    act(officer, "/temuan/baru", found())
    page = words(officer.get("/perkara/1"))
    assert "Temuan 1" in page
    assert "01/LHP/IX/2024" in page
    assert 'href="/perkara/1/temuan/tetapkan"' in chair.get("/").text
    act(chair, "/perkara/1/temuan/tetapkan")
    act(chair, "/perkara/1/pleno/registrasi")
    with app.database.read() as session:
        case = session.get_one(Case, 1)
        assert (case.kind, case.stage) == ("TM", "klarifikasi")
        assert case.registration_number == "01/Reg/TM/PG/Prov/07.00/IX/2024"
        assert [one.purpose for one in session.scalars(select(Meeting))] == ["temuan", "registrasi"]
        assert list(session.scalars(select(Party.role))) == ["respondent"]
    assert "01/Reg/TM/PG/Prov/07.00/IX/2024" in words(officer.get("/perkara/"))


def test_a_refused_finding_keeps_what_was_typed(app: App, as_role: AsRole) -> None:
    officer = as_role("case_officer")
    typed = found(ditemukan="2030-01-01T10:00", **{"terlapor-0-name": ""})
    page = officer.submit("/temuan/baru", typed)
    assert page.status_code == 422
    again = officer.submit("/temuan/baru", {"terlapor-0-name": "Kepala Desa Satu"}, page=page)
    assert again.status_code == 422
    assert "masa depan" in errors(again)["ditemukan"]
    kept = officer.fields(again)
    assert kept["laporan_pengawasan"] == "01/LHP/IX/2024"
    assert kept["terlapor-0-name"] == "Kepala Desa Satu"
    with app.database.read() as session:
        assert session.query(Case).count() == 0
    act(officer, "/temuan/baru", {**officer.fields(again), "ditemukan": "2024-09-18T10:00"})
    assert officer.submit(
        "/temuan/baru", {**officer.fields(again), "judul": "Lain"}, page=again
    ).status_code in (409, 422)


def test_rows_are_added_without_a_script(as_role: AsRole) -> None:
    page = as_role("case_officer").submit("/temuan/baru", {"tambah": "terlapor", "judul": "Uji"})
    assert page.status_code == 200
    assert 'name="terlapor-1-name"' in page.text
    assert as_role("case_officer").fields(page)["judul"] == "Uji"


def test_information_is_traced_and_becomes_a_finding(app: App, as_role: AsRole) -> None:
    desk, officer = as_role("intake_officer"), as_role("case_officer")
    assert 'href="/informasi-awal/baru"' in desk.get("/").text
    nobody = {name: None for name in told() if name.startswith("terlapor")}
    started = {"sumber": "Media sosial", "penelusuran_dimulai": "2024-09-18T10:00"}
    act(desk, "/informasi-awal/baru", told(**started, **nobody))
    with app.database.read() as session:
        assert session.query(Number).count() == 0
        assert session.query(Party).count() == 0
        assert session.query(Fact).one().reason == "Media sosial"
    assert "Informasi awal 1" in words(officer.get("/perkara/"))
    path = "/perkara/1/temuan/ajukan"
    assert f'href="{path}"' in officer.get("/").text
    typed = {"ditemukan": "2024-09-19T08:00", "laporan_pengawasan": "02/LHP/IX/2024"}
    refused = officer.submit(path, typed)
    assert refused.status_code == 422
    assert "terlapor" in words(refused).casefold()
    grown = officer.submit(path, {"tambah": "terlapor"}, page=refused)
    assert officer.fields(grown)["laporan_pengawasan"] == "02/LHP/IX/2024"
    named = {"terlapor-0-name": "Kepala Desa Satu", "terlapor-0-category": "kepala_desa"}
    done = officer.submit(path, named, page=grown)
    assert done.status_code == 303, words(done)
    with app.database.read() as session:
        case = session.get_one(Case, 1)
        assert (case.kind, case.stage) == ("TM", "penetapan_temuan")


def test_the_pleno_decides_that_it_is_no_finding(app: App, as_role: AsRole) -> None:
    act(as_role("case_officer"), "/temuan/baru", found())
    chair = as_role("chair")
    refused = convene(chair, "/perkara/1/temuan/tolak")
    assert "belum diisi" in errors(refused)["alasan"].casefold()
    act(chair, "/perkara/1/temuan/tolak", {"alasan": "Tidak ada dugaan pelanggaran."})
    assert as_role("case_officer").get("/perkara/1").status_code == 200
    with app.database.read() as session:
        assert session.get_one(Case, 1).stage == "bukan_temuan"


def test_only_the_roles_of_the_law_open_the_doors(as_role: AsRole) -> None:
    assert as_role("intake_officer").get("/temuan/baru").status_code == 403
    assert as_role("chair").get("/informasi-awal/baru").status_code == 403
    assert as_role("secretariat").get("/temuan/baru").status_code == 403
