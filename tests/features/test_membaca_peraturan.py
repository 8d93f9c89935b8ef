"""membaca_peraturan.feature"""

from __future__ import annotations

from io import BytesIO

import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.engine.basis import Mark
from casework.engine.regulation.matching import Match
from casework.engine.regulation.pages import Page
from casework.errors import NotFound
from casework.models import RegulationSample, RuleRevision
from casework.services.acts.amendments import reading
from casework.services.cases.evidence import Upload
from casework.services.core.work import Work
from casework.services.law import regulations
from casework.services.law.regulations import Board
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("membaca_peraturan.feature")

EDITION = "pemilihan-2020"
LAWYER = "legal_reviewer"


def keep(kantor: Bureau, instrument: str, text: str) -> int:
    """Have a text read as the one page of a PDF."""
    stored = kantor.app.store.put(
        BytesIO(b"%PDF-1.7 " + text.encode()), sealed=False, limit=1 << 20
    )
    page = Page(1, tuple(line.strip() for line in text.splitlines()))
    with kantor.app.unit_of_work(kantor.actor(LAWYER)) as work:
        return reading.keep(work, instrument, Upload(stored, "naskah.pdf", ""), [page]).id


def board(kantor: Bureau) -> Board:
    return kantor.read(lambda work: regulations.board(work, 1))


def match(kantor: Bureau, name: str) -> Match:
    return regulations.match_of(board(kantor), f"{EDITION}/{name}")


@given(parsers.parse('naskah "{instrument}" dibaca:'), target_fixture="naskah")
def read(kantor: Bureau, instrument: str, docstring: str) -> str:
    keep(kantor, instrument, docstring)
    return docstring


@when(parsers.parse('naskah "{instrument}" yang sama dibaca lagi'))
def read_again(kantor: Bureau, upaya: Attempt, naskah: str, instrument: str) -> None:
    upaya.make(lambda: keep(kantor, instrument, naskah))


@when("naskah tanpa pasal dibaca")
def read_without_articles(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: keep(kantor, "perbawaslu-8-2020", "Siaran pers tentang pengawasan."))


@then(parsers.parse('"{name}" ditemukan sebagai "{verdict}" pada "{address}"'))
def found(kantor: Bureau, name: str, verdict: str, address: str) -> None:
    one = match(kantor, name)
    assert one.verdict.value == verdict
    assert str(one.found[0].address) == address


@then(parsers.parse('"{name}" berlainan: "{said}"'))
def differs(kantor: Bureau, name: str, said: str) -> None:
    (number,) = match(kantor, name).numbers
    assert said in number


@then(parsers.parse('definisi ditawarkan bagi "{name}" dari "{address}"'))
def defined(kantor: Bureau, name: str, address: str) -> None:
    one = next(one for one in board(kantor).definitions if one.target.name == name)
    assert [str(each.address) for each in one.found] == [address]


@when(parsers.parse('{who} menjawab "{name}" dengan {answer}'))
def answered(kantor: Bureau, upaya: Attempt, who: str, name: str, answer: str) -> None:
    key = f"{EDITION}/{name}"

    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor(ROLES[who])) as work:
            if answer == "bukan ini":
                reading.reject(work, 1, key, 0)
                return
            words = match(kantor, name).found[0].words
            reading.confirm(work, 1, key, work.law.edition(EDITION).revision, 0, words)

    upaya.make(act)


@then(parsers.parse('"{name}" tidak menunggu jawaban lagi'))
def waits_no_more(kantor: Bureau, name: str) -> None:
    with pytest.raises(NotFound):
        match(kantor, name)


def basis_of(work: Work, name: str) -> tuple[Mark, str, str]:
    found = work.law.builder.basis(EDITION, work.law.upon(EDITION), name)
    return found.mark, found.citation, found.source


@then(parsers.parse('sumber "{name}" menyebut halaman dan sidik naskah'))
def sourced(kantor: Bureau, name: str) -> None:
    source = kantor.read(lambda work: basis_of(work, name)[2])
    sha256 = kantor.read(lambda work: regulations.head(work, 1).row.sha256)
    assert source == f"Perbawaslu 8/2020, naskah PDF SHA-256 {sha256}, halaman 1"
    row = kantor.read(lambda work: work.session.scalars(select(RuleRevision)).first())
    assert row is not None
    assert row.document_id is not None


@then(parsers.parse('dasar "{name}" menyebut "{citation}"'))
def cited(kantor: Bureau, name: str, citation: str) -> None:
    assert citation in kantor.read(lambda work: basis_of(work, name)[1])


@then(parsers.parse('tanda "{name}" edisi "{edition}" adalah "{mark}"'))
def marked(kantor: Bureau, name: str, edition: str, mark: str) -> None:
    found = kantor.read(lambda work: work.law.builder.basis(edition, work.law.upon(edition), name))
    assert found.mark.label == mark


@then(parsers.parse('edisi "{edition}" tetap pada revisi "{revision}"'))
def stays(kantor: Bureau, edition: str, revision: str) -> None:
    assert kantor.read(lambda work: work.law.edition(edition).revision) == revision


@when("penelaah hukum mengambil sampel")
def drawn(kantor: Bureau) -> None:
    with kantor.app.unit_of_work(kantor.actor(LAWYER)) as work:
        reading.draw(work, 1)


def sample(kantor: Bureau) -> RegulationSample:
    return kantor.read(lambda work: regulations.sample(work, 1))


@then(parsers.parse("sampel itu memuat {count:d} entri dari kelompoknya"))
def recorded(kantor: Bureau, count: int) -> None:
    row = sample(kantor)
    assert len(set(row.drawn)) == count
    assert set(row.drawn) < set(row.members)
    assert set(row.members) == {one.target.key for one in board(kantor).batch}
    (event,) = kantor.events("naskah_sampel")
    assert event.detail["drawn"] == row.drawn


@when("penelaah hukum menyatakan semua sampel sesuai")
def agreed(kantor: Bureau, upaya: Attempt) -> None:
    confirm_batch(kantor, upaya, sample(kantor).drawn)


@when("penelaah hukum menyatakan semua sampel sesuai kecuali satu")
def agreed_but_one(kantor: Bureau, upaya: Attempt) -> None:
    confirm_batch(kantor, upaya, sample(kantor).drawn[1:])


def confirm_batch(kantor: Bureau, upaya: Attempt, agreed: list[str]) -> None:
    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor(LAWYER)) as work:
            seen = {EDITION: work.law.edition(EDITION).revision}
            reading.confirm_batch(work, 1, seen, agreed)

    upaya.make(act)


@then("semua entri kelompok itu terkonfirmasi dalam satu revisi yang menyebut sampelnya")
def confirmed_together(kantor: Bureau) -> None:
    row = sample(kantor)
    assert len(row.members) > 10
    (revision, *shared) = kantor.read(
        lambda work: work.session.scalars(select(RuleRevision).order_by(RuleRevision.id)).all()
    )
    assert all(one.origin_id == revision.id for one in shared)
    assert all(key in revision.reason for key in row.drawn)
    for key in row.members:
        name = key.removeprefix(f"{EDITION}/").partition("#")[0]
        assert name in revision.changes
    assert not {one.target.key for one in board(kantor).open} & set(row.members)


@then(parsers.parse('bunyi "{address}" termasuk yang tidak dirujuk'))
def unknown(kantor: Bureau, address: str) -> None:
    assert address in [str(one.address) for one in board(kantor).uncited]


@then(parsers.parse('bunyi "{address}" tidak termasuk yang tidak dirujuk'))
def known(kantor: Bureau, address: str) -> None:
    assert address not in [str(one.address) for one in board(kantor).uncited]
