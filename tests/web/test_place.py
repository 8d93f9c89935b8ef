"""Where it happened: looked for without a script, chosen, warned of; regions from a file."""

from __future__ import annotations

import io

import pytest

from casework.adapters.rulebook import shipped_regions
from casework.bootstrap import App
from casework.models import Case
from casework.services.acts.amendments import region_import
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from tests.web.reporting import fill, send
from tests.web.steps import AsRole, received
from tests.web.visitor import errors, words


@pytest.fixture(autouse=True)
def regions(app: App) -> None:
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        region_import.apply(work, shipped_regions().read_bytes())


def test_a_region_is_looked_for_chosen_and_warned_of(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = fill(visitor)
    step = f"{base}/peristiwa"
    page = visitor.get(step)
    unchosen = visitor.submit(step, {"wilayah-cari": "Lebong"}, page=page)
    assert unchosen.status_code == 422
    assert errors(unchosen)["wilayah-cari"].startswith("Kesalahan: Pilih satu wilayah")
    assert visitor.submit(step, {"wilayah-cari": "Tiada", "cari": "wilayah"}).status_code == 303
    assert "Tidak ada wilayah bernama itu" in words(visitor.get(step))
    visitor.submit(step, {"wilayah-cari": "lebong selatan", "cari": "wilayah"})
    found = visitor.get(step)
    assert "Kecamatan Lebong Selatan, Kabupaten Lebong" in words(found)
    assert 'value="17.07.04" checked' not in found.text
    answer = visitor.submit(
        step, {"wilayah-kode": "17.07.04", "wilayah-titik": "-3.2,102.4"}, page=found
    )
    assert answer.status_code == 303
    told = words(visitor.get(f"{base}/periksa"))
    assert "Wilayah kejadianKecamatan Lebong Selatan, Kabupaten Lebong" in told
    assert "Badan Pengawas Pemilihan Umum Kabupaten Lebong, di bawah kantor Anda" in told
    assert "tidak ditemukan" in told
    assert send(visitor, base).headers["Location"] == "/laporan/diterima/1"
    with app.database.read() as session:
        case = session.get_one(Case, 1)
        assert (case.event_region, case.event_point) == ("17.07.04", "-3.20000, 102.40000")
    file = words(as_role("case_officer").get("/perkara/1"))
    assert "Gedung serbaguna, Kota Bengkulu, Kecamatan Lebong Selatan" in file
    assert "Badan Pengawas Pemilihan Umum Kabupaten Lebong, di bawah kantor Anda" in file


def test_old_cases_get_a_region_by_a_person_only(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    page = officer.get("/perkara/wilayah")
    assert "1 perkara kantor ini belum mempunyai wilayah" in words(page)
    nothing = officer.submit("/perkara/wilayah", {"tetapkan": "1"}, page=page)
    assert nothing.status_code == 422
    found = officer.submit("/perkara/1/betulkan", {"wilayah-cari": "kaur", "cari": "wilayah"})
    assert "Kabupaten Kaur" in words(found)
    done = officer.submit(
        "/perkara/1/betulkan", {"wilayah-kode": "17.04", "alasan": "Lama."}, page=found
    )
    assert done.status_code == 303
    assert "Tidak ada." in words(officer.get("/perkara/wilayah"))
    assert as_role("auditor").get("/perkara/wilayah").status_code == 403


def test_the_administrator_sees_first_what_a_file_would_do(app: App, as_role: AsRole) -> None:
    admin, path = as_role("administrator"), "/pengaturan/wilayah"

    def file(text: str) -> tuple[io.BytesIO, str]:
        return io.BytesIO(text.encode()), "desa.csv"

    assert "129 kecamatan" in words(admin.get(path))
    good = "code,name\n17.07.04.2001,Tes\n"
    first = admin.submit(path, {"berkas": file(good), "periksa": "1"})
    assert "1 baru" in words(first)
    swapped = file(good + "17.07.04.2002,Lain\n")
    other = admin.submit(path, {"berkas": swapped, "ambil": "1"}, page=first)
    assert (other.status_code, "bukan berkas yang diperiksa" in words(other)) == (422, True)
    wrong = admin.submit(path, {"berkas": file(good + "17.99.01,Lepas\n"), "periksa": "1"})
    assert "baris 3: 17.99.01 Lepas Wilayah induk 17.99 tidak ada" in words(wrong)
    taken = admin.submit(path, {"berkas": file(good), "ambil": "1"}, page=first)
    assert taken.status_code == 303
    assert "Desa Tes" in words(admin.get(f"{path}?di=17.07.04"))
    assert as_role("case_officer").get(path).status_code == 403
