"""warga_waktu.feature"""

from __future__ import annotations

from datetime import date, datetime

from pytest_bdd import given, parsers, scenarios, then, when

from casework.services.acts.registration import in_time, opening
from casework.services.acts.registration.in_time import InTime
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("warga_waktu.feature")
STRANGER = Actor(None, "Umum", NO_OFFICE, frozenset())
PILKADA, PEMILU = "gubernur-bengkulu-2024", "pemilu-presiden-2024"


@given(parsers.parse('hari ini "{day}"'))
def today(kantor: Bureau, day: str) -> None:
    kantor.at(day)


@when(parsers.parse('warga bertanya tentang kejadian "{event}" yang ia ketahui "{known}"'))
def ask(kantor: Bureau, upaya: Attempt, event: str, known: str) -> None:
    _ask(kantor, upaya, PILKADA, event, known)


@when(parsers.parse('warga bertanya tentang kejadian Pemilu "{event}" yang ia ketahui "{known}"'))
def ask_of_pemilu(kantor: Bureau, upaya: Attempt, event: str, known: str) -> None:
    _ask(kantor, upaya, PEMILU, event, known)


def _ask(kantor: Bureau, upaya: Attempt, election: str, event: str, known: str) -> None:
    with kantor.app.reading(STRANGER) as work:
        upaya.notes["jawaban"] = in_time.answer(
            work, election, date.fromisoformat(event), date.fromisoformat(known)
        )
    upaya.notes["tahu"] = date.fromisoformat(known)


def found(upaya: Attempt) -> InTime:
    answer = upaya.notes["jawaban"]
    assert isinstance(answer, InTime)
    return answer


@then(parsers.parse('jawabannya masih dalam waktu sampai "{end}"'))
def in_time_until(upaya: Attempt, end: str) -> None:
    _ends(upaya, end, late=False)


@then(parsers.parse('jawabannya lewat waktu sejak "{end}"'))
def late_since(upaya: Attempt, end: str) -> None:
    _ends(upaya, end, late=True)


def _ends(upaya: Attempt, end: str, *, late: bool) -> None:
    term = found(upaya).term
    assert term is not None
    assert (term.due, term.late) == (datetime.fromisoformat(end), late)
    assert term.steps[-1].date == term.due.date()


@then("jawabannya sama dengan jawaban meja penerimaan")
def as_at_the_desk(kantor: Bureau, upaya: Attempt) -> None:
    known = upaya.notes["tahu"]
    assert isinstance(known, date)
    desk = kantor.read(lambda work: opening.term(work, known), "intake_officer")
    assert found(upaya).term == desk


@then(parsers.parse('jawabannya menyebut "{article}"'))
def cites(upaya: Attempt, article: str) -> None:
    term = found(upaya).term
    assert term is not None
    assert article in term.basis.citation


@then("tidak ada jawaban: tanggal diketahui lebih awal daripada tanggal kejadian")
def swapped(upaya: Attempt) -> None:
    assert found(upaya).term is None
    assert [one.field for one in found(upaya).problems] == ["tanggal_diketahui"]
