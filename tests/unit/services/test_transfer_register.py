"""The day and the line of a transferred case in the register of reports."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.services.acts.corrections import fact_correction
from casework.services.documents import report_register
from casework.services.documents.registers import Wanted
from tests.antarkantor import dispatch, receive, send
from tests.bureau import Bureau

LEBONG = "07.08"


@pytest.fixture
def lebong(bureau: Bureau) -> Bureau:
    """The office below, looking at the same case: sent, and waiting to be received."""
    bureau.receive()
    send(bureau, LEBONG)
    dispatch(bureau)
    other = Bureau(bureau.app, bureau.clock, LEBONG)
    other.app, other.mailbox, other.case_id = bureau.app, bureau.mailbox, bureau.case_id
    return other


def book(office: Bureau) -> list[tuple[str, str]]:
    """Day and note of each line of the register of reports."""
    lines = office.read(lambda work: list(report_register.reports(work, Wanted(2024))))
    return [(one.received_at.date().isoformat(), one.note) for one in lines]


def test_a_corrected_receipt_moves_the_day_in_the_register(lebong: Bureau) -> None:
    lebong.later(days=2)
    receive(lebong)
    ((day, note),) = book(lebong)
    earlier = lebong.app.now() - timedelta(days=1)
    lebong.act(
        "coordinator", fact_correction.correct, "pelimpahan_diterima", earlier, "Salah hari."
    )
    assert book(lebong) == [(earlier.date().isoformat(), note)]
    assert day != earlier.date().isoformat()
    earliest = lebong.app.now() - timedelta(days=2)
    lebong.act(
        "coordinator", fact_correction.correct, "pelimpahan_diterima", earliest, "Salah lagi."
    )
    assert book(lebong) == [(earliest.date().isoformat(), note)]


def test_a_case_that_came_back_stands_in_the_register_once(lebong: Bureau, bureau: Bureau) -> None:
    receive(lebong)
    ((day, _note),) = book(bureau)
    lebong.later(days=1)
    send(lebong, bureau.code)
    dispatch(lebong)
    receive(bureau)
    ((still, note),) = book(bureau)
    assert still == day
    assert [part.split(" ")[1] for part in note.split("; ")] == ["ke", "dari"]
    assert len(book(lebong)) == 1
