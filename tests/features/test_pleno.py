"""pleno.feature"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.engine.papers import BeritaAcaraPleno
from casework.errors import BadInput
from casework.models import Meeting, Notice, Officer
from casework.services.acts.registration import kajian_awal
from casework.services.acts.review import acknowledgement, pleno
from casework.services.acts.review.pleno import Pleno, Seat
from casework.services.documents.data import build
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("pleno.feature")


@given("laporan siap diregistrasi pleno")
def ready(kantor: Bureau) -> None:
    kantor.receive()
    kantor.assess()
    kantor.act("case_officer", kajian_awal.propose_registration)


def whole(kantor: Bureau) -> Pleno:
    (taker,) = kantor.read(lambda work: pleno.note_takers(work, kantor.case(work)))[:1]
    held = kantor.meeting()
    kantor.later(minutes=10)
    return replace(held, closed_at=kantor.app.now(), note_taker_id=taker.id)


def record(kantor: Bureau, upaya: Attempt, held: Pleno) -> None:
    upaya.make(lambda: kantor.act("commissioner", pleno.register, held))


def with_last(held: Pleno, **changed: object) -> Pleno:
    *others, last = held.seats
    return replace(held, seats=(*others, replace(last, **changed)))  # type: ignore[arg-type]  # fields by name


@when("pleno dicatat lengkap")
def recorded(kantor: Bureau, upaya: Attempt) -> None:
    record(kantor, upaya, whole(kantor))
    assert upaya.refusal is None


@when(parsers.parse('pleno dicatat lengkap dengan nomor "{number}"'))
def numbered(kantor: Bureau, upaya: Attempt, number: str) -> None:
    record(kantor, upaya, replace(whole(kantor), number=number))


@when("pleno dicatat dengan seorang anggota hadir tanpa sikap")
def silent(kantor: Bureau, upaya: Attempt) -> None:
    record(kantor, upaya, with_last(whole(kantor), position=""))


@when("pleno dicatat dengan seorang anggota tidak hadir yang bersikap")
def away_with_a_view(kantor: Bureau, upaya: Attempt) -> None:
    record(kantor, upaya, with_last(whole(kantor), present=False))


@when("pleno dicatat dengan seorang anggota tidak hadir")
def away(kantor: Bureau, upaya: Attempt) -> None:
    record(kantor, upaya, with_last(whole(kantor), present=False, position=""))
    assert upaya.refusal is None


@when(parsers.parse("pleno dicatat ditutup {minutes:d} menit sesudah dibuka"))
def closed_early(kantor: Bureau, upaya: Attempt, minutes: int) -> None:
    held = whole(kantor)
    record(kantor, upaya, replace(held, closed_at=held.held_at + timedelta(minutes=minutes)))


@when("pleno dicatat dengan notulis yang bukan petugas kantor itu")
def strange(kantor: Bureau, upaya: Attempt) -> None:
    record(kantor, upaya, replace(whole(kantor), note_taker_id=0))


@when("setiap anggota yang hadir menyatakan mengetahui")
def all_acknowledge(kantor: Bureau) -> None:
    kantor.acknowledge()


@when("anggota yang tidak hadir menyatakan mengetahui")
def absent_acknowledges(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: acknowledge(kantor, whole(kantor).seats[-1]))


def acknowledge(kantor: Bureau, seat: Seat) -> None:
    member = replace(kantor.actor("commissioner"), officer_id=seat.officer_id)
    with kantor.app.unit_of_work(member) as work:
        (meeting,) = work.session.scalars(select(Meeting.id))
        acknowledgement.acknowledge(work, kantor.case_id, meeting)


def told_of(kantor: Bureau, phrase: str) -> dict[str, Notice]:
    """The messages about that, by who has them."""
    query = select(Officer.name, Notice).join(Officer, Officer.id == Notice.officer_id)
    rows = kantor.read(lambda work: work.session.execute(query).all())
    return {name: one for name, one in rows if one.subject.endswith(f": {phrase}")}


@then(
    parsers.parse('setiap anggota yang hadir selain pencatatnya mendapat pesan "{phrase}"'),
    target_fixture="pesan",
)
def members_told(kantor: Bureau, phrase: str) -> dict[str, Notice]:
    found = told_of(kantor, phrase)
    there = {one.name for one in kantor.meeting().seats}
    assert set(found) == there - {kantor.actor("commissioner").name}
    return found


@then(parsers.parse('pesan itu menyebut batasnya "{end}" dan tidak menyebut nama'))
def says_until(kantor: Bureau, pesan: dict[str, Notice], end: str) -> None:
    names = [one.name for one in kantor.meeting().seats]
    for one in pesan.values():
        assert end in one.body
        assert not [name for name in names if name in one.body]


@then("pesan itu dikirim juga lewat surel")
def mailed(kantor: Bureau, pesan: dict[str, Notice]) -> None:
    kantor.settle()
    subjects = [one.subject for one in kantor.mailbox.messages]
    for one in pesan.values():
        assert one.subject in subjects


@then(parsers.parse('anggota yang tidak hadir tidak mendapat pesan "{phrase}"'))
def absent_not_told(kantor: Bureau, phrase: str) -> None:
    found = told_of(kantor, phrase)
    assert found
    assert kantor.meeting().seats[-1].name not in found


@when("hari itu berakhir")
def day_over(kantor: Bureau) -> None:
    kantor.later(days=1)
    kantor.settle()


def minutes(kantor: Bureau) -> BeritaAcaraPleno:
    (document,) = kantor.documents("berita_acara_pleno")
    found = kantor.read(lambda work: build(work, document))
    assert isinstance(found, BeritaAcaraPleno)
    return found


@then("berita acara belum dibuat")
def not_drawn(kantor: Bureau) -> None:
    assert [one.state for one in kantor.documents("berita_acara_pleno")] == ["numbered"]


@then("berita acara dibuat dan tidak menyebut yang belum mengetahui")
def drawn(kantor: Bureau) -> None:
    assert [one.state for one in kantor.documents("berita_acara_pleno")] == ["issued"]
    assert minutes(kantor).unaware == ()


@then("berita acara dibuat dan menyebut yang belum mengetahui")
def drawn_with_names(kantor: Bureau) -> None:
    assert [one.state for one in kantor.documents("berita_acara_pleno")] == ["issued"]
    recorder = kantor.actor("commissioner").name
    there = [one.name for one in kantor.meeting().seats if one.name != recorder]
    assert list(minutes(kantor).unaware) == there


@then(parsers.parse('menyatakan mengetahui ditolak dengan "{words}"'))
def too_late(kantor: Bureau, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        acknowledge(kantor, kantor.meeting().seats[0])


@then("isi berita acara adalah")
def told(kantor: Bureau, datatable: list[list[str]]) -> None:
    found = minutes(kantor)
    parts = {
        "nomor": found.number,
        "dasar": " ".join(found.legal),
        "menimbang": " ".join(found.considering),
        "ditutup": found.closed,
        "notulis": found.note_taker.position if found.note_taker else "",
    }
    for part, words in datatable[1:]:
        assert words in parts[part], part
