"""paraf.feature"""

from __future__ import annotations

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.errors import Conflict, NotPermitted
from casework.models import Case, Initial, Notice, Officer
from casework.services.acts.clarification import sessions
from casework.services.acts.review import paraf, review
from casework.services.acts.review.paraf import Standing
from casework.services.acts.review.review import Kajian
from casework.services.core.work import Work
from tests.bureau import ARTICLE, Bureau
from tests.features.conftest import Attempt

scenarios("paraf.feature")

WHO = {"koordinator": "coordinator", "ketua": "chair"}


def kajian(kantor: Bureau) -> Kajian:
    proposals = {one.id: [review.Proposal("hukum_lainnya", ARTICLE)] for one in kantor.parties()}
    return Kajian("Fakta.", "Analisis.", "Kesimpulan.", proposals)


def newest(work: Work, kantor: Bureau) -> int:
    row = review.latest(work, kantor.case(work))
    assert row is not None
    return row.id


def standing(kantor: Bureau) -> Standing:
    return kantor.read(lambda work: paraf.standing(work, "reviews", newest(work, kantor)))


def initial(kantor: Bureau, role: str, seen: str = "") -> None:
    now = standing(kantor)
    with kantor.app.unit_of_work(kantor.actor(role)) as work:
        paraf.initial(work, "reviews", now.subject.id, seen or now.subject.content)


def notices(kantor: Bureau, words: str) -> set[str]:
    """Logins of those told something that ends with the words."""
    return kantor.read(
        lambda work: set(
            work.session.scalars(
                select(Officer.login)
                .join(Notice, Notice.officer_id == Officer.id)
                .where(Notice.subject.endswith(words))
            )
        )
    )


@given("kajian satu terlapor sudah disimpan")
def written(kantor: Bureau) -> None:
    kantor.receive()
    kantor.register()
    kantor.invite()
    kantor.hear()
    kantor.act("case_officer", sessions.close)
    kantor.act("case_officer", review.save, kajian(kantor))


@when("staf penanganan mengajukan paraf kajian")
def propose(kantor: Bureau) -> None:
    with kantor.app.unit_of_work(kantor.actor("case_officer")) as work:
        paraf.propose(work, "reviews", newest(work, kantor))


@when(parsers.re("(?P<who>koordinator|ketua) membubuhkan paraf"))
def give(kantor: Bureau, who: str) -> None:
    initial(kantor, WHO[who])


@when(parsers.parse('koordinator mengembalikan kajian dengan catatan "{note}"'))
def give_back(kantor: Bureau, note: str) -> None:
    subject = standing(kantor).subject
    with kantor.app.unit_of_work(kantor.actor("coordinator")) as work:
        paraf.give_back(work, "reviews", subject.id, subject.content, note)


@when("staf penanganan menyimpan versi kajian yang baru")
def again(kantor: Bureau) -> None:
    kantor.act("case_officer", review.save, kajian(kantor))


@when("koordinator mengajukan kajian ke pleno")
def submit(kantor: Bureau) -> None:
    kantor.act("coordinator", review.submit)


@then(parsers.re("giliran paraf ada pada (?P<who>koordinator|ketua)"))
def turn(kantor: Bureau, who: str) -> None:
    waits = standing(kantor).next
    assert waits is not None
    assert WHO[who] in waits.roles

    def count(work: Work) -> int:
        return len(paraf.mine(work)[0])

    assert kantor.read(count, WHO[who]) == 1
    assert kantor.read(count, "case_officer") == 0


@then("koordinator diberi tahu bahwa kajian menunggu paraf")
def coordinator_told(kantor: Bureau) -> None:
    assert notices(kantor, "menunggu paraf") == {"koordinator.bengkulu"}


@then("penulis diberi tahu bahwa kajian dikembalikan")
def writer_told(kantor: Bureau) -> None:
    assert "penangan.bengkulu" in notices(kantor, "dikembalikan")


@then("paraf kajian lengkap")
def complete(kantor: Bureau) -> None:
    assert standing(kantor).complete
    assert kantor.sound() == ()


@then(parsers.parse('jejak perkara memuat {n:d} kali "{one}" dan {m:d} kali "{other}"'))
def recorded(kantor: Bureau, n: int, one: str, m: int, other: str) -> None:
    assert (len(kantor.events(one)), len(kantor.events(other))) == (n, m)


@then(parsers.parse('ketua ditolak membubuhkan paraf karena giliran "{who}"'))
def not_yet(kantor: Bureau, upaya: Attempt, who: str) -> None:
    upaya.make(lambda: initial(kantor, "chair"))
    assert isinstance(upaya.refusal, NotPermitted)
    assert who in str(upaya.refusal)


@then("tidak ada giliran paraf")
def nobody(kantor: Bureau) -> None:
    assert standing(kantor).next is None
    assert kantor.read(paraf.mine, "coordinator") == ([], 0)


@then(parsers.parse("paraf berada pada putaran {number:d}"))
def turn_of(kantor: Bureau, number: int) -> None:
    assert standing(kantor).round == number


@then(parsers.parse('paraf koordinator batal dengan alasan "{why}"'))
def void(kantor: Bureau, why: str) -> None:
    def states(work: Work) -> list[tuple[int, str, str]]:
        rows = work.session.scalars(select(Initial).order_by(Initial.id))
        return [(one.step, one.state, one.note) for one in rows]

    found = kantor.read(states)
    assert [(step, state) for step, state, _ in found] == [(1, "void"), (2, "void"), (3, "void")]
    assert all(why in note for _, _, note in found)
    assert len(kantor.events("paraf_batal")) == 1
    assert kantor.sound() == ()


@then("versi yang baru belum diajukan")
def fresh(kantor: Bureau) -> None:
    now = standing(kantor)
    assert (now.round, now.open, now.stale) == (0, True, False)


@then("paraf koordinator atas isi yang lain ditolak")
def other_content(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: initial(kantor, "coordinator", "0" * 64))
    assert isinstance(upaya.refusal, Conflict)


@then("perkara berada pada tahap pleno")
def at_pleno(kantor: Bureau) -> None:
    stage = kantor.read(lambda work: work.session.get_one(Case, kantor.case_id).stage)
    assert stage == "pleno"
