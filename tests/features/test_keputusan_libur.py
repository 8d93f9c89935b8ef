"""keputusan_libur.feature"""

from __future__ import annotations

from datetime import date, datetime

from pytest_bdd import given, parsers, scenarios, then, when

from casework.engine.basis import Mark
from casework.services.acts.amendments import decree_view, decrees
from casework.services.acts.amendments.decrees import Day, NewDecree
from casework.services.acts.amendments.revisions import Ground
from casework.services.cases import facts
from casework.services.cases.record import audit
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import deadlines
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("keputusan_libur.feature")
KINDS = {"libur nasional": "nasional", "kantor tutup": "tutup_kantor"}
ENTERED = parsers.re(
    r"(?P<role>penelaah hukum|administrator|koordinator) mencatat (?P<kind>libur nasional|"
    r'kantor tutup) "(?P<on>[^"]+)" dengan nomor "(?P<number>[^"]*)"'
)


def follow(kantor: Bureau) -> None:
    with kantor.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        decrees.rederive(work)


@given(parsers.parse('berkas diterima penyidik pada "{moment}"'))
def investigated(kantor: Bureau, moment: str) -> None:
    with kantor.app.unit_of_work(kantor.actor("coordinator")) as work:
        case = kantor.case(work)
        told = facts.put(
            work, case, {"diterima_penyidik": datetime.fromisoformat(f"{moment}+07:00")}
        )
        row = deadlines.open_limit(work, case, "penyidikan", facts.times(work, case))
        assert row
        audit.record(work, "uji", case=case, touched=[*told, row])


@given(parsers.parse('batas "{rule}" jatuh pada "{due}"'))
def due_before(kantor: Bureau, rule: str, due: str) -> None:
    assert kantor.limit(rule).due == due


@given(parsers.parse('batas "{rule}" terpenuhi pada "{moment}"'))
def met(kantor: Bureau, rule: str, moment: str) -> None:
    with kantor.app.unit_of_work(kantor.actor("coordinator")) as work:
        case, at = kantor.case(work), datetime.fromisoformat(f"{moment}+07:00")
        audit.record(work, "uji", case=case, touched=deadlines.meet(work, case, rule, at))


@given(ENTERED)
@when(ENTERED)
def entered(kantor: Bureau, upaya: Attempt, role: str, kind: str, on: str, number: str) -> None:
    office = kantor.code if kind == "kantor tutup" else ""
    day = Day(date.fromisoformat(on), "Hari baru", KINDS[kind], office)
    new = NewDecree("Keputusan", number, None, "", Mark.UNVERIFIED, (day,))

    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
            ground = Ground("Diumumkan.", "JDIH")
            decrees.enter(work, decrees.seen(work), new, ground)
        follow(kantor)

    upaya.make(act)


@when(parsers.re(r'administrator menarik keputusan itu karena "(?P<reason>[^"]*)"'))
def withdrawn(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor("administrator")) as work:
            decrees.withdraw(work, decrees.seen(work), 1, reason)
        follow(kantor)

    upaya.make(act)


@then(parsers.parse('hitungan batas "{rule}" menyebut "{words}"'))
def story(kantor: Bureau, rule: str, words: str) -> None:
    assert any(words in step["why"] for step in kantor.limit(rule).derivation)


@then("perkara mencatat bahwa batasnya dihitung ulang")
def recorded(kantor: Bureau) -> None:
    assert [one.case_id for one in kantor.events(decrees.ACTION)] == [kantor.case_id]


@then(parsers.parse('"{on}" tetap hari kerja di kantor "{code}"'))
def working(kantor: Bureau, on: str, code: str) -> None:
    day = date.fromisoformat(on)
    assert kantor.read(lambda work: work.law.calendar_for(code).free(day)) is None


@then(parsers.parse('keputusan itu tetap terbaca dengan alasan "{reason}"'))
def readable(kantor: Bureau, reason: str) -> None:
    (told,) = kantor.read(decree_view.every)
    assert told.ended is not None
    assert told.ended.reason == reason
