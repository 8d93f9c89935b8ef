"""Where letters go: the office keeps the address, the law data the addressee."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from casework.engine.papers import Penerusan
from casework.errors import BadInput, CaseworkError, NotFound, NotPermitted
from casework.models import Document, Referral, RuleRevision
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import referral
from casework.services.core.work import Work
from casework.services.documents import data as paper_data
from casework.services.people import addresses
from casework.services.people.addresses import NewAddress
from tests.bureau import Bureau

WHY = "Kantor pindah."
NEW = NewAddress("Plt. Bupati Lebong", ("Jalan Raya Tubei 1", ""), "Tubei", "bupati@contoh.invalid",
                 date(2024, 9, 19), None)  # fmt: skip


def decided(bureau: Bureau) -> Referral:
    """A case whose letters wait as drafts; gives the first."""
    bureau.receive(respondents=(Respondent("Terlapor Uji", "kepala_desa", region="seluma"),))
    bureau.register()
    bureau.invite()
    bureau.hear()
    bureau.review()
    bureau.decide()
    bureau.act("case_officer", referral.draft)
    query = select(Referral).order_by(Referral.id)
    return bureau.read(lambda work: work.session.scalars(query).first()) or Referral()


def change(
    bureau: Bureau, key: str, new: NewAddress = NEW, role: str = "head_of_secretariat",
    why: str = WHY,
) -> RuleRevision:  # fmt: skip
    with bureau.app.unit_of_work(bureau.actor(role)) as work:
        return addresses.change(work, work.actor.office_id, key, new, why)


def recipient(bureau: Bureau, letter: Referral) -> tuple[str, tuple[str, ...], str]:
    """How the letter would be addressed now."""

    def look(work: Work) -> tuple[str, tuple[str, ...], str]:
        row = work.session.get_one(Referral, letter.id)
        paper = paper_data.build(work, work.session.get_one(Document, row.document_id))
        assert isinstance(paper, Penerusan)
        to = paper.recipient
        return to.name, to.address, to.place

    return bureau.read(look)


def any_key(bureau: Bureau) -> str:
    def look(work: Work) -> str:
        office = addresses.reachable(work)[0]
        return addresses.lines(work, office)[0].key

    return bureau.read(look, "head_of_secretariat")


def test_a_letter_bears_the_address_of_its_day_and_keeps_it(bureau: Bureau) -> None:
    letter = decided(bureau)
    plain = recipient(bureau, letter)
    assert plain == (letter.addressee_place, (), "Jakarta")
    change(bureau, letter.destination)
    assert recipient(bureau, letter) == ("Plt. Bupati Lebong", ("Jalan Raya Tubei 1",), "Tubei")
    bureau.issue()

    def issued(work: Work) -> object:
        document = work.session.get_one(Document, letter.document_id)
        plain = work.vault.open(document.data or b"", f"document:{document.verify_code}")
        return json.loads(plain)["recipient"]["address"]

    assert bureau.read(issued) == ["Jalan Raya Tubei 1"]
    later = replace(NEW, lines=("Jalan Baru 2",), since=bureau.read(lambda w: w.now.date()))
    change(bureau, letter.destination, later)
    assert bureau.read(issued) == ["Jalan Raya Tubei 1"], "what was issued stays"
    assert bureau.sound() == ()


def test_an_address_holds_from_its_first_day_until_its_last(bureau: Bureau) -> None:
    letter = decided(bureau)
    today = bureau.read(lambda work: work.now.date())
    change(bureau, letter.destination, replace(NEW, since=today.replace(year=2025)))
    assert recipient(bureau, letter)[1] == ()
    past = replace(NEW, since=date(2024, 1, 1), until=today, title="")
    change(bureau, letter.destination, past)
    assert recipient(bureau, letter)[1] == ()
    change(bureau, letter.destination, replace(past, until=None))
    assert recipient(bureau, letter) == (letter.addressee_place, ("Jalan Raya Tubei 1",), "Tubei")


def test_every_agency_of_the_region_is_offered_by_its_concrete_name(bureau: Bureau) -> None:
    lebong = Bureau(bureau.app, bureau.clock, "07.08")

    def names(work: Work) -> set[str]:
        office = addresses.reachable(work)[0]
        return {one.given.name for one in addresses.lines(work, office)}

    mine = lebong.read(names, "head_of_secretariat")
    assert {"Bupati Lebong", "Badan Kepegawaian Negara"} <= mine
    assert not any("Kaur" in name for name in mine)
    assert any("Kaur" in name for name in bureau.read(names, "head_of_secretariat"))


@pytest.mark.parametrize(
    ("changed", "story"),
    [
        ({"title": "", "lines": (), "place": ""}, "Isi alamat"),
        ({"lines": tuple("abcde")}, "paling banyak 4 baris"),
        ({"until": date(2024, 9, 19)}, "sesudah hari mulai"),
        ({"email": "bukan surel"}, "tidak sah"),
    ],
)
def test_what_cannot_be_is_refused(bureau: Bureau, changed: dict[str, object], story: str) -> None:
    key = any_key(bureau)
    with pytest.raises(BadInput, match=story):
        change(bureau, key, replace(NEW, **changed))  # type: ignore[arg-type]  # by field
    with pytest.raises(CaseworkError, match="belum diisi"):
        change(bureau, key, why="")


def test_who_may_and_for_which_office(bureau: Bureau) -> None:
    key = any_key(bureau)
    for role in ("coordinator", "case_officer"):
        with pytest.raises(NotPermitted):
            change(bureau, key, role=role)
    with pytest.raises(NotFound):
        change(bureau, "lembaga_lain")
    lebong = Bureau(bureau.app, bureau.clock, "07.08")
    there = lebong.read(lambda work: work.actor.office_id)
    with pytest.raises(NotFound), bureau.app.unit_of_work(bureau.actor("chair")) as work:
        addresses.change(work, there, key, NEW, WHY)
    (row,) = [change(bureau, key, role="administrator")]
    assert row.edition == "alamat"
    assert len(bureau.events(addresses.ACTION)) == 1
