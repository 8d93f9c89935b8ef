"""penerimaan.feature"""

from __future__ import annotations

from datetime import date

from pytest_bdd import parsers, scenarios, then, when
from sqlalchemy import func, select

from casework.models import Case
from tests.bureau import Bureau
from tests.features.conftest import Attempt
from webui.app import create_app
from webui.cases import file_page

scenarios("penerimaan.feature")


def outside_hours(kantor: Bureau) -> str:
    """What the page of the case says of the hour it was received at."""
    with create_app(kantor.app).test_request_context():
        return kantor.read(
            lambda work: file_page.overview(work, kantor.case_id).about.outside_hours
        )


@when(parsers.parse('petugas mencatat laporan yang diketahui "{known}"'))
def take(kantor: Bureau, upaya: Attempt, known: str) -> None:
    upaya.make(lambda: kantor.receive(known_date=date.fromisoformat(known)))


@when("formulir yang sama dikirim sekali lagi")
def again(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(kantor.receive)


@when("formulir yang sama dikirim dengan isi lain")
def other(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.receive(account="Isi yang lain."))


@then(parsers.parse('nomor laporan "{number}"'))
def numbered(kantor: Bureau, number: str) -> None:
    assert kantor.read(lambda work: kantor.case(work).receipt_number) == number


@then(parsers.parse('penerimaannya ditandai di luar jam dengan penjelasan "{part}"'))
def flagged(kantor: Bureau, part: str) -> None:
    (event,) = kantor.events("terima_laporan")
    assert event.detail["desk"]["open"] is False
    assert part in event.detail["desk"]["why"]
    assert outside_hours(kantor) == event.detail["desk"]["why"]


@then("penerimaannya tidak ditandai")
def not_flagged(kantor: Bureau) -> None:
    (event,) = kantor.events("terima_laporan")
    assert event.detail["desk"]["open"] is True
    assert outside_hours(kantor) == ""


@then(parsers.parse('perkara memakai edisi "{edition}"'))
def pinned(kantor: Bureau, edition: str) -> None:
    assert kantor.read(lambda work: kantor.case(work).edition) == edition


@then("tidak ada perkara yang tercatat")
def nothing(kantor: Bureau) -> None:
    count(kantor, 0)
    assert kantor.sound() == ()


@then(parsers.parse("hanya ada {number:d} perkara"))
def count(kantor: Bureau, number: int) -> None:
    found = kantor.read(lambda work: work.session.scalar(select(func.count(Case.id))))
    assert found == number
