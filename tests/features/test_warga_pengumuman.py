"""warga_pengumuman.feature"""

from __future__ import annotations

from pytest_bdd import parsers, scenarios, then, when

from casework.models import Document
from casework.services.acts.registration import withdrawal
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.documents import announcements
from casework.services.documents.announcements import Announcement
from tests.bureau import Bureau
from tests.desk import REPORT
from tests.features.conftest import plainly

scenarios("warga_pengumuman.feature")


def told(kantor: Bureau, **asked: str) -> list[Announcement]:
    with kantor.app.reading(Actor(None, "Umum", NO_OFFICE, frozenset())) as work:
        return announcements.newest(work, **asked)  # type: ignore[arg-type]  # texts alone are asked


@when("laporan itu dicabut pelapornya")
def withdrawn(kantor: Bureau) -> None:
    kantor.act("intake_officer", withdrawal.withdraw, "Pelapor berubah pikiran.")


@when("sekretariat mengumumkan statusnya")
def announced(kantor: Bureau) -> None:
    kantor.act("secretariat", plainly("umumkan_status"))


@when("pengumuman itu dinyatakan batal")
def void(kantor: Bureau) -> None:
    (paper,) = kantor.documents("pengumuman_status")
    with kantor.app.unit_of_work(kantor.actor("chair")) as work:
        work.session.get_one(Document, paper.id).state = "void"  # type: ignore[assignment]  # its value


@then("umum tidak membaca pengumuman apa pun")
def nothing(kantor: Bureau) -> None:
    assert told(kantor) == []


@then(parsers.parse('umum membaca satu pengumuman "{status}" dengan nomor laporan itu'))
def one(kantor: Bureau, status: str) -> None:
    (only,) = told(kantor)
    number = kantor.read(lambda work: kantor.case(work).receipt_number)
    assert (only.status, only.number, only.void) == (status, number, False)


@then("pengumuman itu tidak menyebut nama siapa pun")
def nameless(kantor: Bureau) -> None:
    assert REPORT.reporter is not None
    names = [REPORT.reporter.name, *(one.label for one in kantor.parties())]
    title = kantor.read(lambda work: kantor.case(work).title)
    assert [name for name in (*names, title) if name in repr(told(kantor))] == []


@then("pengumuman itu ditemukan dengan nomornya, dan tidak dengan nomor lain")
def found(kantor: Bureau) -> None:
    (only,) = told(kantor)
    assert told(kantor, number=only.number.lower(), office="07.00") == [only]
    assert told(kantor, number="%") == told(kantor, office="07.05") == []


@then("umum membaca pengumuman itu sebagai batal")
def shown_void(kantor: Bureau) -> None:
    assert [one.void for one in told(kantor)] == [True]
