"""kerawanan.feature"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.errors import BadInput, CaseworkError, Conflict, NotFound, NotPermitted
from casework.models import Notice, Office, Officer, VulnerabilityRound
from casework.models.kerawanan import TaskState
from casework.services.core.work import Work
from casework.services.kerawanan import events, picture, reach, rounds, tasks
from casework.services.kerawanan.rounds import Filled, NewRound
from casework.services.kerawanan.tasks import NewTask
from tests.bureau import Bureau
from tests.features.conftest import Attempt, Between

scenarios("kerawanan.feature")

Result = TypeVar("Result")
EDITION = "pemetaan-bengkulu"
CLOSES = "2024-09-24T16:00:00+07:00"


@pytest.fixture
def lebong(antara: Between) -> Bureau:
    return antara("07.08")


def do(office: Bureau, role: str, act: Callable[[Work], Result]) -> Result:
    with office.app.unit_of_work(office.actor(role)) as work:
        return act(work)


def the_round(work: Work) -> VulnerabilityRound:
    return work.session.scalars(select(VulnerabilityRound)).one()


def answered(key: str, likelihood: int) -> Filled:
    return Filled(
        key, likelihood=likelihood, reason="Tanda tahun ini." if likelihood else "",
        prevention="imbauan" if likelihood == 3 else "",
    )  # fmt: skip


def opens(work: Work, edition: str) -> VulnerabilityRound:
    offices = work.session.scalars(select(Office.id).where(Office.code.in_(("07.00", "07.08"))))
    return rounds.open_round(
        work,
        NewRound(
            edition, "Putaran 1", date(2023, 1, 1), datetime.fromisoformat(CLOSES), list(offices)
        ),
    )


@given("provinsi membuka putaran untuk provinsi dan Lebong")
def opened(kantor: Bureau) -> None:
    do(kantor, "coordinator", lambda work: opens(work, EDITION))


@when("putaran dibuka dengan edisi IKP 2024")
def opened_official(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: do(kantor, "coordinator", lambda work: opens(work, "ikp-2024")))


@when(parsers.parse("Lebong menjawab 23 butir dengan kemungkinan {likelihood:d}"))
def most_answered(lebong: Bureau, likelihood: int) -> None:
    keys = list(lebong.app.law.kerawanan.edition(EDITION).indicators)[:-1]
    told = [answered(key, likelihood) for key in keys]
    do(lebong, "case_officer", lambda work: rounds.save(work, the_round(work).id, told))


@when(parsers.parse('Lebong menjawab butir "{key}" dengan kemungkinan {likelihood:d}'))
def one_answered(lebong: Bureau, key: str, likelihood: int) -> None:
    told = [answered(key, likelihood)]
    do(lebong, "case_officer", lambda work: rounds.save(work, the_round(work).id, told))


@given(
    parsers.parse(
        'Lebong menjawab semua butir, butir "{one}" dan "{other}" mendesak, lalu mengirim'
    )
)
def all_answered(lebong: Bureau, one: str, other: str) -> None:
    keys = lebong.app.law.kerawanan.edition(EDITION).indicators
    told = [answered(key, 3 if key in (one, other) else 1) for key in keys]
    do(lebong, "case_officer", lambda work: rounds.save(work, the_round(work).id, told))
    sent(lebong)


@when("Lebong mengirim isiannya")
def sent(lebong: Bureau) -> None:
    do(lebong, "case_officer", lambda work: rounds.send(work, the_round(work).id))


@then(parsers.parse('pengiriman Lebong ditolak: "{story}"'))
def not_sent(lebong: Bureau, story: str) -> None:
    with pytest.raises(BadInput, match=story):
        sent(lebong)


@then("Lebong tidak dapat mengubah isiannya lagi")
def fixed(lebong: Bureau) -> None:
    with pytest.raises(Conflict, match="sudah dikirim"):
        one_answered(lebong, "53", 0)


def sheet_of(work: Work, code: str) -> int:
    return next(
        sheet.id for sheet, office in rounds.sheets_of(work, the_round(work)) if office.code == code
    )


@when(parsers.parse('provinsi menanyakan kepada Lebong "{question}"'))
def asked(kantor: Bureau, question: str) -> None:
    do(
        kantor,
        "coordinator",
        lambda work: rounds.ask_back(work, the_round(work).id, sheet_of(work, "07.08"), question),
    )


def value(kantor: Bureau, region: str) -> Decimal | None:
    def look(work: Work) -> Decimal | None:
        found = picture.region(work, the_round(work), region)
        assert found is not None
        return found.score.value if found.score else None

    return kantor.read(look)


@then(parsers.parse("angka Lebong {expected} dari 24 butir"))
def has_value(kantor: Bureau, expected: str) -> None:
    assert value(kantor, "lebong") == Decimal(expected.replace(",", "."))


@then("provinsi tidak dapat menutup putaran tanpa alasan")
def no_reason(kantor: Bureau) -> None:
    with pytest.raises(BadInput, match="1 kantor belum mengirim"):
        closed(kantor, "")


@when(parsers.parse('provinsi menutup putaran dengan alasan "{reason}"'))
def closed(kantor: Bureau, reason: str) -> None:
    do(kantor, "coordinator", lambda work: rounds.close(work, the_round(work).id, reason))


@then("provinsi tergambar tanpa angka")
def hatched(kantor: Bureau) -> None:
    assert value(kantor, "bengkulu") is None


@then("jejak kedua kantor utuh")
def sound(kantor: Bureau) -> None:
    kantor.settle()
    assert kantor.sound() == ()
    assert {one.office_id for one in kantor.events("kerawanan_dibuka")} == {
        one.id for one in kantor.read(lambda work: [sheet[1] for sheet in rounds.sheets_of(
            work, the_round(work))])
    }  # fmt: skip


def warned(office: Bureau) -> list[tasks.Warned]:
    return office.read(lambda work: tasks.warnings(work, the_round(work)))


@when(parsers.parse('Lebong merencanakan pencegahan untuk butir "{key}"'))
def planned(lebong: Bureau, key: str) -> None:
    answer = next(one.answer.id for one in warned(lebong) if one.answer.indicator == key)
    owner = lebong.actor("case_officer").officer_id or 0
    new = NewTask("kegiatan_lainnya", "Patroli malam", date(2024, 9, 25), owner, "Panwascam")
    do(lebong, "coordinator", lambda work: tasks.plan(work, the_round(work).id, answer, new))


@then(parsers.parse('peringatan berurutan "{expected}"'))
def in_order(kantor: Bureau, expected: str) -> None:
    told = ", ".join(
        f"{one.answer.indicator} {'tanpa tugas' if one.open else 'bertugas'}"
        for one in warned(kantor)
    )
    assert told == expected


@then("satu dari dua peringatan punya tugas")
def half(kantor: Bureau) -> None:
    found = kantor.read(lambda work: tasks.measured(work, tasks.warnings(work, the_round(work))))
    assert (found.warnings, found.with_task) == (2, 1)


@when(parsers.parse('tugas itu selesai dengan hasil "{result}"'))
def finished(lebong: Bureau, result: str) -> None:
    def act(work: Work) -> None:
        (row,) = tasks.tasks(work)
        tasks.finish(work, row.id, date(2024, 9, 19), "Amen", result)
        assert row.state is TaskState.DONE

    do(lebong, "case_officer", act)


@then(parsers.parse('Form Cegah memuat satu baris dengan "{result}"'))
def row_of_form(lebong: Bureau, result: str) -> None:
    found = lebong.read(tasks.form_cegah)
    ((_office, region, form, what, *rest),) = found.rows
    assert (region, form, what) == ("Kabupaten Lebong", "Kegiatan lainnya", "Patroli malam")
    assert result in rest


@given("perkara politik uang provinsi diregistrasi")
def registered(kantor: Bureau) -> None:
    kantor.receive(title="Politik uang", event_what="Amplop dibagikan pada senam pagi.")
    kantor.register()


def proposed(kantor: Bureau) -> list[events.Proposed]:
    edition = kantor.app.law.kerawanan.edition(EDITION)
    return kantor.read(lambda work: events.proposals(work, edition))


@then(parsers.parse('perkara itu diusulkan sebagai kejadian butir "{key}"'))
def is_proposed(kantor: Bureau, key: str) -> None:
    (found,) = proposed(kantor)
    assert (found.case.id, found.indicator) == (kantor.case_id, key)
    assert "politik uang" in found.why


def recorded(work: Work) -> dict[str, list[object]]:
    return dict(picture.recorded(work, the_round(work), "bengkulu"))  # type: ignore[arg-type]  # only counted


@then("kejadian itu belum dihitung")
def not_counted(kantor: Bureau) -> None:
    assert kantor.read(recorded) == {}


@when(parsers.parse("koordinator menetapkan usulan itu pada tingkat {level:d}"))
def settled(kantor: Bureau, level: int) -> None:
    do(
        kantor,
        "coordinator",
        lambda work: events.settle(work, EDITION, kantor.case_id, "54", level, counts=True),
    )


@then("perkara itu tidak diusulkan lagi")
def not_proposed(kantor: Bureau) -> None:
    assert proposed(kantor) == []


@then("kejadian itu dihitung 2 untuk provinsi")
def counted(kantor: Bureau) -> None:
    (event,) = kantor.read(recorded)["54"]
    assert (event.level, event.times) == (2, 1)  # type: ignore[attr-defined]  # an event
    assert kantor.sound() == ()


@when("putaran itu dibandingkan dengan angka IKP 2024")
def across(kantor: Bureau, upaya: Attempt) -> None:
    def look(work: Work) -> None:
        other = VulnerabilityRound(edition="ikp-2024", id=0, office_id=work.actor.office_id)
        picture.compare(work, other, the_round(work))

    upaya.make(lambda: kantor.read(look))


@then(parsers.parse('ditolak karena "{story}"'))
def refused(upaya: Attempt, story: str) -> None:
    assert isinstance(upaya.refusal, CaseworkError)
    assert story in str(upaya.refusal)


@then("tidak satu pun edisi Bawaslu memuat bobot")
def no_weight(kantor: Bureau) -> None:
    official = [one for one in kantor.app.law.kerawanan.editions.values() if not one.own]
    assert len(official) == 6
    assert not any(one.weights for one in official)


@when(parsers.parse('bobot butir "{key}" diandaikan {weight:d}'))
def supposed(kantor: Bureau, upaya: Attempt, key: str, weight: int) -> None:
    def look(work: Work) -> picture.Region | None:
        return next(
            one
            for one in picture.regions(work, the_round(work), {key: Fraction(weight)})
            if one.id == "lebong"
        )

    upaya.notes = {"before": value(kantor, "lebong"), "asked": kantor.read(look)}


@then("angka pengandaiannya lain dan ditandai pengandaian")
def other_value(upaya: Attempt) -> None:
    asked_for = upaya.notes["asked"]
    assert isinstance(asked_for, picture.Region)
    assert asked_for.score is not None
    assert asked_for.score.edition.what_if
    assert asked_for.score.value != upaya.notes["before"]


@then("angka Lebong tetap seperti sebelumnya")
def same_value(kantor: Bureau, upaya: Attempt) -> None:
    assert value(kantor, "lebong") == upaya.notes["before"]


@when("hari berganti sampai sehari sesudah batas")
def days_pass(kantor: Bureau) -> None:
    for day in range(21, 26):
        kantor.at(f"2024-09-{day}T16:01:00")
        kantor.settle()


@then(parsers.parse("{who} Lebong diingatkan {times} tentang isian"))
def reminded(lebong: Bureau, who: str, times: str) -> None:
    role = {"koordinator": "coordinator", "ketua": "chair"}[who]

    def look(work: Work) -> int:
        officer = work.session.get_one(Officer, lebong.actor(role).officer_id)
        rows = work.session.scalars(select(Notice).where(Notice.officer_id == officer.id))
        return len([one for one in rows if one.subject.startswith("Pemetaan kerawanan")])

    assert lebong.read(look) == {"sekali": 1, "empat kali": 4}[times]


@then("Lebong hanya melihat isiannya sendiri")
def own_only(kantor: Bureau, lebong: Bureau) -> None:
    def seen(work: Work) -> list[str]:
        return [one.id for one in picture.regions(work, the_round(work))]

    assert lebong.read(seen) == ["lebong"]
    assert kantor.read(seen) == ["bengkulu", "lebong"]


@then("kantor lain tidak menemukan putaran itu")
def unseen(antara: Between) -> None:
    other = antara("00.00")

    def look(work: Work) -> None:
        with pytest.raises(NotFound):
            reach.round_of(work, the_round(work).id)

    other.read(look, role="supervisor")


@then("staf Lebong tidak dapat menutup putaran")
def not_theirs(lebong: Bureau) -> None:
    with pytest.raises(NotPermitted):
        do(lebong, "case_officer", lambda work: rounds.close(work, the_round(work).id, "Sudah."))
    with pytest.raises(NotFound):
        do(lebong, "coordinator", lambda work: rounds.close(work, the_round(work).id, "Sudah."))
