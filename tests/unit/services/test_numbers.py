"""Numbers go on from the opening balance, are never used twice and leave no unexplained gap."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from casework.errors import BadInput
from casework.models import Case, Document, Number
from casework.services.core import numbers
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.documents import registers
from casework.services.documents.registers import Wanted
from casework.services.people import numbering, offices
from casework.services.upkeep.invariants.examine import examine
from tests.antarkantor import dispatch, receive, send
from tests.bureau import Bureau


def given(bureau: Bureau, series: str) -> list[int]:
    """What was taken of a series."""
    query = select(Number.seq).where(Number.series == series).order_by(Number.id)
    return bureau.read(lambda work: list(work.session.scalars(query)))


def test_receipts_go_on_from_the_opening_balance(bureau: Bureau) -> None:
    for key in ("a", "b", "c"):
        bureau.receive(key)
    assert given(bureau, "penerimaan:LP") == [6, 7, 8]


def test_receipt_and_registration_have_counters_of_their_own(bureau: Bureau) -> None:
    bureau.receive()
    bureau.register()
    bureau.receive("b")
    assert given(bureau, "penerimaan:LP") == [6, 7]
    assert given(bureau, "registrasi:LP") == [3]


def test_a_refused_report_takes_no_number(bureau: Bureau) -> None:
    with pytest.raises(BadInput):
        bureau.receive("a", known_date=date(2030, 1, 1))
    bureau.receive("b")
    assert given(bureau, "penerimaan:LP") == [6]


def test_a_new_year_begins_at_one(bureau: Bureau) -> None:
    bureau.receive()
    bureau.at("2025-01-02T09:00:00")
    bureau.receive("b", known_date=date(2025, 1, 1))
    assert given(bureau, "penerimaan:LP") == [6, 1]


def test_many_desks_at_once_never_get_the_same_number(bureau: Bureau) -> None:
    with ThreadPoolExecutor(4) as pool:
        cases = list(pool.map(bureau.receive, [f"laporan-{index}" for index in range(12)]))
    assert len(set(cases)) == 12
    assert sorted(given(bureau, "penerimaan:LP")) == list(range(6, 18))
    assert bureau.sound() == ()


def test_an_opening_balance_cannot_be_moved_once_used(bureau: Bureau) -> None:
    bureau.receive()
    with bureau.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        office = offices.by_code(work, "07.00")
        with pytest.raises(BadInput, match="sudah dipakai"):
            numbers.open_counter(work, office, "penerimaan:LP", 2024, 40)


def test_a_training_code_gives_no_number_in_production(bureau: Bureau) -> None:
    lebong = Bureau(bureau.app, bureau.clock, "07.08")
    settings = bureau.app.settings.model_copy(update={"mode": "production"})
    object.__setattr__(lebong.app, "settings", settings)
    with pytest.raises(BadInput, match="kode latihan"):
        lebong.receive(election="bupati-lebong-2024")


LEBONG = "07.08"


def same_letter(bureau: Bureau) -> Bureau:
    """A case that went over; then the receiver writes the number of the sender's letter."""
    bureau.receive()
    send(bureau, LEBONG)
    dispatch(bureau)
    lebong = Bureau(bureau.app, bureau.clock, LEBONG)
    lebong.app, lebong.case_id = bureau.app, bureau.case_id
    receive(lebong)
    with lebong.app.unit_of_work(lebong.actor("chair")) as work:
        last = given(bureau, "surat")[-1] - 1
        numbering.set_last(work, work.actor.office_id, {"surat": last}, "Buku kertas.")
    lebong.ask_to_complete()
    return lebong


def night(bureau: Bureau) -> dict[str, tuple[str, ...]]:
    """Every invariant that does not hold."""
    with bureau.app.reading(Actor.system(NO_OFFICE)) as work:
        found = list(examine(work, bureau.app.anchors.read()))
    return {one.id: one.faults for one in found if not one.holds}


def test_two_offices_may_write_the_same_letter_number(bureau: Bureau) -> None:
    """Each has a book of its own, also for two letters of one case."""
    lebong = same_letter(bureau)
    texts = [one.number for one in lebong.documents("pelimpahan")]
    texts += [one.number for one in lebong.documents("pemberitahuan_kelengkapan")]
    assert len(texts) == 2
    assert len(set(texts)) == 1
    assert night(bureau) == {}
    wanted = Wanted(2024)
    for office, kind in ((bureau, "pelimpahan"), (lebong, "pemberitahuan_kelengkapan")):
        agenda = office.read(lambda work: list(registers.letters(work, wanted)))
        assert [one.number for one in agenda] == texts[:1]
        book = office.read(
            lambda work: list(registers.numbers(work, replace(wanted, series="surat")))
        )
        titles = [one.title for one in office.documents(kind)]
        assert [one.title for one in book if one.document_id is not None] == titles


def test_a_letter_number_used_twice_in_one_office_is_a_fault(bureau: Bureau) -> None:
    lebong = same_letter(bureau)
    lebong.receive("laporan-2", election="bupati-lebong-2024")
    lebong.ask_to_complete()
    (twice,) = lebong.documents("pemberitahuan_kelengkapan")
    first = select(Document.number).where(
        Document.case_id == bureau.case_id, Document.kind == "pemberitahuan_kelengkapan"
    )
    with lebong.app.database.write() as session:
        number = session.scalars(first).one()
        session.get_one(Document, twice.id).number = number
    assert f"nomor surat {number}: dipakai 2 surat kantor" in night(bureau)["I5"][0]


def test_a_case_number_used_twice_in_one_office_is_a_fault(bureau: Bureau) -> None:
    """Also when the case it was given to is another office's by now."""
    same_letter(bureau)
    bureau.receive("laporan-2")
    with bureau.app.database.write() as session:
        numbers = session.scalars(select(Case.receipt_number).order_by(Case.id)).all()
        session.get_one(Case, bureau.case_id).receipt_number = numbers[0]
    (fault,) = [one for one in night(bureau)["I5"] if one.startswith("nomor perkara")]
    assert f"{numbers[0]}: dipakai 2 perkara kantor" in fault
