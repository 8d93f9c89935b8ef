"""penomoran_surat.feature"""

from __future__ import annotations

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.models import Document, Number
from casework.services.acts.any_stage import issuing
from casework.services.acts.recommendation import referral, voiding
from casework.services.acts.registration import kajian_awal
from casework.services.core.numbers import LETTER, Insertion
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.documents import data as paper_data
from casework.services.documents import free_texts
from casework.services.people import numbering
from casework.services.upkeep.invariants.examine import examine
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("penomoran_surat.feature")
REASON = r'"(?P<reason>[^"]*)"'


@given("undangan klarifikasi sudah terbit")
def invited(kantor: Bureau, upaya: Attempt) -> None:
    kantor.invite()
    upaya.notes["pertama"] = kantor.case_id
    upaya.notes["nomor"] = letters(kantor)


@given("konsep surat kelengkapan menunggu pada perkara lain")
def waiting(kantor: Bureau, upaya: Attempt) -> None:
    kantor.receive("laporan-2")
    kantor.assess({"dua_alat_bukti": "Baru satu alat bukti."})
    kantor.act("case_officer", kajian_awal.ask_to_complete)
    (draft,) = kantor.documents("pemberitahuan_kelengkapan")
    upaya.notes["surat"] = draft.id


def letters(kantor: Bureau) -> list[str]:
    """The letter numbers given so far."""
    query = select(Number.text).where(Number.series == LETTER).order_by(Number.id)
    return kantor.read(lambda work: list(work.session.scalars(query)))


def letter(kantor: Bureau, upaya: Attempt) -> Document:
    key = upaya.notes["surat"]
    return kantor.read(lambda work: work.session.get_one(Document, key))


def number(kantor: Bureau, upaya: Attempt) -> Number:
    """The register's entry of the letter."""
    text = letter(kantor, upaya).number
    return kantor.read(
        lambda work: work.session.scalars(select(Number).where(Number.text == text)).one()
    )


@when(parsers.re(r"ketua menyisipkan surat itu sesudah nomor (?P<after>\d+) karena " + REASON))
def insert(kantor: Bureau, upaya: Attempt, after: str, reason: str) -> None:
    key = letter(kantor, upaya).id
    between = Insertion(int(after), reason)
    upaya.make(lambda: kantor.act("chair", issuing.issue, [key], between))


@when(parsers.re(r"ketua menyisipkan surat kedua sesudah nomor (?P<after>\d+) karena " + REASON))
def insert_second(kantor: Bureau, upaya: Attempt, after: str, reason: str) -> None:
    kantor.receive("laporan-3")
    kantor.assess({"dua_alat_bukti": "Baru satu alat bukti."})
    kantor.act("case_officer", kajian_awal.ask_to_complete)
    (draft,) = kantor.documents("pemberitahuan_kelengkapan")
    upaya.notes["surat"] = draft.id
    insert(kantor, upaya, after, reason)


def _void(kantor: Bureau, document_id: int, reason: str) -> None:
    with kantor.app.unit_of_work(kantor.actor("chair")) as work:
        voiding.void(work, document_id, reason, kantor.case(work).version)
    kantor.settle()


@when(parsers.re(r"ketua membatalkan surat itu karena " + REASON))
def void(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    key = letter(kantor, upaya).id
    upaya.make(lambda: _void(kantor, key, reason))


@when(parsers.re(r"ketua membuang konsep surat itu karena " + REASON))
def discard(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    key = letter(kantor, upaya).id

    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor("chair")) as work:
            voiding.discard(work, key, reason, kantor.case(work).version)
        kantor.settle()

    upaya.make(act)


@then("konsep itu batal tanpa nomor dan tanpa pengganti")
def discarded(kantor: Bureau, upaya: Attempt) -> None:
    draft = letter(kantor, upaya)
    assert (draft.state, draft.number) == ("void", "")
    assert kantor.documents(draft.kind)[-1].id == draft.id


@then(parsers.re(r"jejak menyimpan alasan " + REASON + r" membuang konsep itu"))
def discard_kept(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    (event,) = kantor.events("konsep_dibuang")
    assert event.subject == f"documents:{letter(kantor, upaya).id}"
    assert event.detail["reason"] == reason


@when("pemberitahuan status kedua dinomori")
def numbered_twice(kantor: Bureau) -> None:
    kantor.issue("pemberitahuan_status")


@given("pemberitahuan status kepada pelapor sudah bernomor")
def status_numbered(kantor: Bureau, upaya: Attempt) -> None:
    kantor.case_id = int(str(upaya.notes["pertama"]))
    kantor.hear()
    kantor.review("bukan_pelanggaran", "")
    kantor.decide("bukan_pelanggaran", "")
    kantor.act("secretariat", referral.status_notice)
    (notice,) = kantor.issue("pemberitahuan_status")
    upaya.notes["surat"] = notice.id


@given(parsers.re(r"ketua membatalkan pemberitahuan status itu karena " + REASON))
def status_void(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    _void(kantor, letter(kantor, upaya).id, reason)


@when(parsers.parse('ketua menulis "{words}" pada konsep penggantinya'))
def edited(kantor: Bureau, upaya: Attempt, words: str) -> None:
    draft = kantor.documents(letter(kantor, upaya).kind)[-1]
    allowed = kantor.app.forms.editable(draft.kind, draft.edition)
    upaya.notes["bagian"] = name = next(iter(allowed))
    with kantor.app.unit_of_work(kantor.actor("chair")) as work:
        free_texts.edit(work, draft.id, {name: words}, {name: allowed[name].limit}, 0)
    kantor.settle()


@when(parsers.re(r"penggantinya diterbitkan lalu dibatalkan karena " + REASON))
def void_again(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    (second,) = kantor.issue("pemberitahuan_status")
    upaya.notes["surat"] = second.id
    _void(kantor, second.id, reason)


@then(parsers.parse('konsep penggantinya memuat "{words}"'))
def carried(kantor: Bureau, upaya: Attempt, words: str) -> None:
    fresh = kantor.documents(letter(kantor, upaya).kind)[-1]
    assert fresh.state == "draft"
    paper = kantor.read(lambda work: paper_data.build(work, fresh))
    assert getattr(paper, str(upaya.notes["bagian"])) == words


@then(parsers.re(r"konsep penggantinya menyebut nomor yang digantikannya dan alasan " + REASON))
def tells_its_place(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    old = letter(kantor, upaya)
    fresh = kantor.documents(old.kind)[-1]
    assert kantor.read(lambda work: voiding.replaced(work, fresh)) == (old.number, reason)


@given("pemberitahuan status itu sudah disampaikan")
def told(kantor: Bureau) -> None:
    kantor.dispatch()


@given("sekretariat keliru menyusun pemberitahuan status sekali lagi")
def told_again(kantor: Bureau, upaya: Attempt) -> None:
    upaya.notes["surat"] = kantor.act("secretariat", referral.status_notice).id


@when("surat penggantinya disampaikan")
def status_sent(kantor: Bureau) -> None:
    kantor.issue("pemberitahuan_status")
    kantor.dispatch()


@when(parsers.re(r"ketua membatalkan undangan yang sudah disampaikan karena " + REASON))
def void_sent(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    kantor.case_id = int(str(upaya.notes["pertama"]))
    sent = kantor.documents("undangan_klarifikasi")[0]
    assert sent.state == "dispatched"
    upaya.make(lambda: _void(kantor, sent.id, reason))


@when(
    parsers.re(
        r'(?P<role>[a-z ]+) menetapkan pola "(?P<pattern>[^"]+)" selebar (?P<width>\d) angka'
    )
)
def style(kantor: Bureau, upaya: Attempt, role: str, pattern: str, width: str) -> None:
    def change() -> None:
        with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
            numbering.change(work, 2024, pattern, int(width))

    upaya.make(change)


@when("surat itu diterbitkan")
def issue(kantor: Bureau) -> None:
    kantor.issue("pemberitahuan_kelengkapan")


@then(parsers.parse('surat itu bernomor "{text}"'))
def numbered(kantor: Bureau, upaya: Attempt, text: str) -> None:
    assert letter(kantor, upaya).number == text


@then(parsers.parse('surat itu bernomor dengan akhiran "{text}"'))
def ends_with(kantor: Bureau, upaya: Attempt, text: str) -> None:
    assert letter(kantor, upaya).number == f"{number(kantor, upaya).seq:03d}{text}"


@then(parsers.re(r"register menyebut nomor itu sisipan dengan alasan " + REASON))
def inserted(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    row = number(kantor, upaya)
    assert (row.inserted, row.insert_reason) == (1, reason)


@then(parsers.re(r"register menyebut nomor surat itu batal dengan alasan " + REASON))
def explained(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    assert letter(kantor, upaya).state == "void"
    assert number(kantor, upaya).void_reason == reason


@then("konsep penggantinya menunggu diterbitkan")
def drafted_anew(kantor: Bureau, upaya: Attempt) -> None:
    old = letter(kantor, upaya)
    fresh = kantor.documents(old.kind)[-1]
    assert (fresh.about, fresh.round, fresh.state) == (old.about, old.round + 1, "draft")


@then("nomor yang sudah diberikan tidak berubah")
def unchanged(kantor: Bureau, upaya: Attempt) -> None:
    before = upaya.notes["nomor"]
    assert isinstance(before, list)
    assert letters(kantor)[: len(before)] == before


@then("semua janji sistem terpenuhi")
def holds(kantor: Bureau) -> None:
    with kantor.app.reading(Actor.system(NO_OFFICE)) as work:
        found = examine(work, kantor.app.anchors.read())
        assert {one.id: one.faults for one in found if not one.holds} == {}
