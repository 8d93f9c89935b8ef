"""An office that begins mid-year goes on from its last number; gaps are explained."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from sqlalchemy import select

from casework.errors import BadInput, CaseworkError, NotFound, NotPermitted
from casework.models import Number, NumberOpening, Office
from casework.services.core.work import Work
from casework.services.documents import registers
from casework.services.documents.registers import Wanted
from casework.services.people import numbering as number_openings
from casework.services.upkeep.invariants import numbering
from tests.bureau import Bureau

WHY = "Sampai hari ini dicatat pada buku kertas."


@pytest.fixture
def lebong(bureau: Bureau) -> Bureau:
    """An office that gave no number yet."""
    return Bureau(bureau.app, bureau.clock, "07.08")


def office_of(work: Work) -> Office:
    return work.session.get_one(Office, work.actor.office_id)


def opened(
    bureau: Bureau, last: Mapping[str, int | None], role: str = "chair", why: str = WHY
) -> list[NumberOpening]:
    with bureau.app.unit_of_work(bureau.actor(role)) as work:
        return number_openings.set_last(work, work.actor.office_id, last, why)


def given(bureau: Bureau, series: str) -> list[int]:
    query = select(Number.seq).where(Number.series == series).order_by(Number.id)
    return bureau.read(lambda work: list(work.session.scalars(query)))


def sound(bureau: Bureau) -> None:
    """Audit and invariants hold."""
    assert bureau.sound() == ()
    assert broken(bureau) == []


def broken(bureau: Bureau) -> list[str]:
    """What the invariant of numbers finds."""
    return bureau.read(lambda work: list(numbering.faults(work)))


def test_the_first_own_number_follows_the_last_used(lebong: Bureau) -> None:
    (row,) = opened(lebong, {"penerimaan:LP": 40, "surat": None})
    assert (row.after, row.last, row.year) == (0, 40, 2024)
    lebong.receive(election="bupati-lebong-2024")
    assert given(lebong, "penerimaan:LP") == [41]
    standing = lebong.read(lambda work: number_openings.standing(work, office_of(work)))
    first = next(one for one in standing if one.series == "penerimaan:LP")
    assert (first.value, first.opening) == (41, 40)
    (event,) = lebong.events("nomor_awal_ditetapkan")
    assert event.detail["series"] == {"penerimaan:LP": [0, 40]}
    sound(lebong)


def test_later_only_upward_and_the_gap_stands_in_the_register(bureau: Bureau) -> None:
    bureau.receive()
    assert given(bureau, "penerimaan:LP") == [6]
    with pytest.raises(BadInput, match="hanya dapat maju"):
        opened(bureau, {"penerimaan:LP": 6})
    opened(bureau, {"penerimaan:LP": 9}, why="Dipakai di buku kertas saat listrik padam.")
    bureau.receive("laporan-2")
    assert given(bureau, "penerimaan:LP") == [6, 10]

    def book(work: Work) -> list[tuple[str, str]]:
        entries = registers.numbers(work, Wanted(2024, "penerimaan"))
        return [(one.number, one.skip_reason) for one in entries]

    first, gap, last = bureau.read(book)
    assert first[0].startswith("06/LP")
    assert gap[0] == "7–9"
    assert "listrik padam" in gap[1]
    assert last[0].startswith("10/LP")
    assert (
        bureau.read(lambda work: len(list(registers.numbers(work, Wanted(2024, state="batal")))))
        == 0
    )
    sound(bureau)


def test_a_gap_that_nobody_explained_is_found(bureau: Bureau) -> None:
    bureau.receive()
    with bureau.app.database.write() as session:
        number = session.scalars(select(Number).where(Number.series == "penerimaan:LP")).one()
        number.seq = 5
    assert any("hilang tanpa penjelasan" in text for text in broken(bureau))


@pytest.mark.parametrize(
    ("last", "why", "story"),
    [
        ({}, WHY, "paling sedikit satu seri"),
        ({"surat": None}, WHY, "paling sedikit satu seri"),
        ({"surat": 0}, WHY, "Nomor terakhir 1 sampai"),
        ({"surat": 100_000}, WHY, "Nomor terakhir 1 sampai"),
        ({"nota": 4}, WHY, "tidak ada"),
        ({"surat": 40}, "", "belum diisi"),
    ],
)
def test_what_cannot_be_is_refused_whole(
    lebong: Bureau, last: dict[str, int | None], why: str, story: str
) -> None:
    with pytest.raises(CaseworkError, match=story):
        opened(lebong, {"penerimaan:LP": None, **last}, why=why)
    assert lebong.read(lambda work: work.session.scalars(select(NumberOpening)).all()) == []
    with pytest.raises(BadInput):
        opened(lebong, {"penerimaan:LP": 3, "surat": 0})
    lebong.receive(election="bupati-lebong-2024")
    assert given(lebong, "penerimaan:LP") == [1], "nothing of a refused form was kept"


def test_who_may_and_for_which_office(bureau: Bureau, lebong: Bureau) -> None:
    for role in ("case_officer", "coordinator", "auditor"):
        with pytest.raises(NotPermitted):
            opened(bureau, {"surat": 400}, role)
    there = lebong.read(lambda work: work.actor.office_id)
    with pytest.raises(NotFound), bureau.app.unit_of_work(bureau.actor("chair")) as work:
        number_openings.set_last(work, there, {"surat": 400}, WHY)
    with bureau.app.unit_of_work(bureau.actor("administrator")) as work:
        number_openings.set_last(work, there, {"surat": 400}, WHY)
    sound(bureau)
