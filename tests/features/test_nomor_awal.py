"""nomor_awal.feature"""

from __future__ import annotations

from pytest_bdd import parsers, scenarios, then, when

from casework.services.documents import registers
from casework.services.documents.registers import Entry, Wanted
from casework.services.people import numbering as number_openings
from casework.services.upkeep.invariants import numbering
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("nomor_awal.feature")


@when(
    parsers.re(
        r'(?P<role>ketua|penangan) mencatat nomor terakhir "(?P<series>[^"]+)" (?P<last>\d+) '
        r'karena "(?P<why>[^"]*)"'
    )
)
def opened(
    kantor: Bureau, upaya: Attempt, role: str, series: str, last: str, why: str
) -> None:  # fmt: skip
    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
            number_openings.set_last(work, work.actor.office_id, {series: int(last)}, why)

    upaya.make(act)


@then(parsers.parse('perkara bernomor registrasi "{number}"'))
def registered(kantor: Bureau, number: str) -> None:
    assert kantor.read(lambda work: kantor.case(work).registration_number) == number


@then(parsers.parse('register menyebut "{span}" dengan alasan "{why}"'))
def in_the_register(kantor: Bureau, span: str, why: str) -> None:
    def book() -> list[Entry]:
        return kantor.read(lambda work: list(registers.numbers(work, Wanted(2024))))

    assert any(one.number == span and why in one.skip_reason for one in book())


@then("nomor dan jejak audit utuh")
def sound(kantor: Bureau) -> None:
    assert kantor.sound() == ()
    assert kantor.read(lambda work: list(numbering.faults(work))) == []
