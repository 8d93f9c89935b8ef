"""Numbers go on from the opening balance, are never used twice and leave no unexplained gap."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import select

from casework.errors import BadInput
from casework.models import Number
from casework.services.office import offices
from casework.services.unit import numbers
from casework.services.unit.door import NO_OFFICE
from casework.services.unit.work import Actor
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
