"""A file goes on after the line was cut, an answer was lost, or the page was loaded anew."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Route
from sqlalchemy import func, select

from casework.bootstrap import App
from casework.models import Blob, Evidence, Office, Officer, Submission
from casework.services.acts import acts
from casework.services.acts.parties import Respondent
from casework.services.acts.registration.opening import Opening
from casework.services.cases.record.identity import Person
from casework.services.people import officers
from tests.browser.conftest import Windows


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Some five megabytes."""
    path = tmp_path / "foto.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(251)) * 20_000)
    return path


@pytest.fixture
def one_case(app: App, server: str) -> None:
    """One report, received."""
    with app.database.read() as session:
        officer = session.query(Officer).filter_by(login="penerima.bengkulu").one()
        office = session.query(Office).filter_by(code="07.00").one()
        actor = officers.actor(session, officer, office, date(2024, 9, 19))
    with app.unit_of_work(actor) as work:
        acts.open_case(
            work,
            "terima_laporan",
            Opening(
                key="satu",
                election="gubernur-bengkulu-2024",
                reporter=Person(name="Budi", address="Jalan 1"),
                reporter_kind="pemilih",
                respondents=(Respondent("Kepala Desa Satu", "kepala_desa", region="seluma"),),
                event_what="Hadir dan menyatakan dukungan",
                event_place="Kota Bengkulu",
                event_date=date(2024, 9, 15),
                known_date=date(2024, 9, 16),
                account="Pukul 10.00",
            ),
        )


def test_evidence_goes_on_after_a_cut_line_a_lost_answer_and_a_reload(
    app: App, window: Windows, one_case: None, photo: Path
) -> None:
    desk, starts = window("penerima"), list[int]()

    def travel(route: Route) -> None:
        if route.request.method != "PATCH":
            route.continue_()
            return
        starts.append(int(route.request.headers["upload-offset"]))
        if len(starts) == 2:
            # The server works, and its answer is lost.
            route.fetch()
            route.abort()
        elif len(starts) == 4:
            desk.page.context.set_offline(True)
            route.abort()
        else:
            route.continue_()

    desk.page.route("**/kiriman/**", travel)
    desk.open("/perkara/1/bukti/baru")
    desk.page.fill("#bukti_keterangan", "Foto")
    desk.page.set_input_files("#bukti", photo)
    desk.page.get_by_role("button", name="Tambah bukti").click()
    while len(starts) < 4:
        desk.page.wait_for_timeout(200)
    desk.page.get_by_text("Sambungan terputus").wait_for()
    desk.page.context.set_offline(False)
    desk.page.unroute("**/kiriman/**")
    desk.open("/perkara/1/bukti/baru")
    desk.page.get_by_text("Unggahan sebelumnya belum selesai").wait_for()
    desk.page.fill("#bukti_keterangan", "Foto")
    desk.page.set_input_files("#bukti", photo)
    desk.page.get_by_role("button", name="Tambah bukti").click()
    desk.page.wait_for_url("**/perkara/1#bukti")
    assert starts[:2] == [0, 1 << 20]
    with app.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Submission)) == 1
        row = session.scalars(select(Blob).join(Evidence, Evidence.blob_id == Blob.id)
                              .order_by(Evidence.id.desc())).first()  # fmt: skip
        assert row is not None
        assert row.sha256 == hashlib.sha256(photo.read_bytes()).hexdigest()


def test_after_the_session_ended_it_leads_to_the_sign_in(
    window: Windows, one_case: None, photo: Path
) -> None:
    desk = window("penerima")
    desk.open("/perkara/1/bukti/baru")
    desk.page.fill("#bukti_keterangan", "Foto")
    desk.page.set_input_files("#bukti", photo)
    desk.page.context.clear_cookies()
    desk.page.get_by_role("button", name="Tambah bukti").click()
    desk.page.wait_for_url("**/masuk?lanjut=**")
    assert "bukti" in desk.page.url
