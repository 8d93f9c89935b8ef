"""What a limit leaves for the next act: on the desk, on the case, in the order of both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case, Deadline
from casework.services.cases.search import reindex
from tests.conftest import SettableClock
from tests.web.reporting import receive
from tests.web.steps import received, to_clarification
from tests.web.visitor import Visitor, report, words

AsRole = Callable[[str], Visitor]


def as_pemilu(app: App, case_id: int) -> None:
    """Put a case under the edition whose invitations have a known notice."""
    with app.database.write() as session:
        session.get_one(Case, case_id).edition = "pemilu-2022"
        for row in session.scalars(select(Deadline).where(Deadline.case_id == case_id)):
            row.edition = "pemilu-2022"


def listed_anew(app: App) -> None:
    """Bring the lines of the cases in order after a row was changed outside any act."""
    assert list(reindex.all_cases(app))


def due(officer: Visitor) -> str:
    """The rows of what waits for an officer."""
    page = html.fromstring(officer.get("/").text)
    return " ".join(page.xpath("string(//ul[contains(@class, 'dues')])").split())


def test_the_desk_is_sorted_by_what_is_left_to_begin(
    app: App, as_role: AsRole, clock: SettableClock
) -> None:
    to_clarification(app, as_role)
    clock.set("2024-09-20T09:00:00+07:00")
    receive(as_role("intake_officer"), report(peristiwa="Peristiwa lain"))
    officer = as_role("case_officer")
    # Handling of 01 ends on Sunday the 22nd as does the review of 02: the older one stands first.
    assert due(officer).index("01/Reg") < due(officer).index("02/LP")
    with app.database.write() as session:
        row = session.scalars(select(Deadline).where(Deadline.rule == "penanganan")).one()
        row.due = row.safe = "2024-09-23T23:59:59+07:00"
        row.due_at += timedelta(days=1)
    listed_anew(app)
    assert due(officer).index("02/LP") < due(officer).index("01/Reg")
    # An invitation a working day before Monday must go out on Friday, before Sunday's limit.
    as_pemilu(app, 1)
    listed_anew(app)
    shown = due(officer)
    assert shown.index("01/Reg") < shown.index("02/LP")
    assert "Mulai paling lambat sisa 15 jam" in shown
    clock.set("2024-09-21T00:00:00+07:00")
    shown = due(officer)
    assert "harus mulai sekarang" in shown
    assert "Mulai paling lambat lewat 0 menit" in shown


def test_a_case_says_until_when_its_next_act_can_wait(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    shown = words(officer.get("/perkara/1"))
    assert "Tanggal aman: Sabtu, 21 September 2024, 24.00 WIB" in shown
    assert "Langkah yang tersisa dan kelonggarannya" in shown
    assert "Lamanya tidak diketahui, dihitung nol" in shown
    assert "Mulai paling lambat" not in shown
    as_pemilu(app, 1)
    for path in ("/perkara/1", "/perkara/1/klarifikasi/undang", "/perkara/1/berkas/tenggat"):
        shown = words(officer.get(path))
        assert "Mulai paling lambat Jumat, 20 September 2024, 24.00 WIB" in shown, path
        assert "Perbawaslu 7/2022 Pasal 29 ayat (2)" in shown, path


def test_a_derivation_tells_who_recorded_its_start_and_what_it_rests_on(as_role: AsRole) -> None:
    received(as_role)
    shown = words(as_role("auditor").get("/perkara/1/berkas/tenggat"))
    assert "Laporan disampaikan di meja penerimaan: Kamis, 19 September 2024, 09.00 WIB." in shown
    assert "Dicatat oleh Ratna Dewi pada Kamis, 19 September 2024" in shown
    assert "Hari pertama: " in shown
    assert "Tidak ada bunyi pasal tentang hari pertama." in shown
    assert "Menurut bacaan yang lebih ketat" in shown


def test_every_part_of_a_case_file_carries_its_countdown(as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    paths = [f"/perkara/1/berkas/{part}" for part in ("pihak", "bukti", "dokumen", "jejak")]
    chair = as_role("chair")
    for path in ("/perkara/1/pihak/1/identitas", "/dokumen/1"):
        assert "sisa 2 hari 15 jam" in words(chair.get(path)), path
    for path in ("/perkara/1", "/perkara/1/syarat", *paths):
        page = html.fromstring(officer.get(path).text)
        assert page.xpath("//*[@data-due='2024-09-21T23:59:59+07:00']//*[@data-left]"), path
        assert page.xpath("//*[@id='jam']/@data-words"), path
        assert "sisa 2 hari 15 jam" in words(officer.get(path)), path
