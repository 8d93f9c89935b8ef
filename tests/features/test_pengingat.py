"""pengingat.feature"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.bootstrap import App
from casework.engine.law import Law
from casework.engine.rule import Ladder, Rung
from casework.models import Absence, Notice, Office, Officer
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor, Work
from casework.services.deadlines import expiry
from casework.services.people import preferences
from casework.services.upkeep import digest
from tests import desk
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("pengingat.feature")

EDITION, RULE = "pemilihan-2020", "kajian_awal"
UNITS = {"hari": "days", "jam": "hours"}


def with_ladder(law: Law, rungs: tuple[Rung, ...]) -> Law:
    """The law with another ladder of the office for the initial review."""
    edition = law.editions[EDITION]
    ladder = Ladder("uji", "Uji", "Setelan uji.", rungs)
    rule = replace(edition.deadlines[RULE], ladder=ladder)
    fresh = replace(edition, deadlines={**edition.deadlines, RULE: rule})
    return replace(law, editions={**law.editions, EDITION: fresh})


def notices(app: App, login: str, marker: str) -> list[Notice]:
    """The messages of an officer whose key holds a marker, oldest first."""
    with app.reading(Actor.system(NO_OFFICE)) as work:
        query = (
            select(Notice)
            .join(Officer, Officer.id == Notice.officer_id)
            .where(Officer.login == login, Notice.key.contains(marker))
            .order_by(Notice.id)
        )
        return list(work.session.scalars(query))


@given("tangga pengingat kajian awal berisi")
def ladder(kantor: Bureau, datatable: list[list[str]]) -> None:
    rungs = []
    for length, hours, roles in datatable[1:]:
        number, unit = length.split()
        before = timedelta(**{UNITS[unit]: int(number)})
        rungs.append(Rung(before, tuple(roles.split(",")), hours == "ya"))
    kantor.app = replace(kantor.app, law=with_ladder(kantor.app.law, tuple(rungs)))


@given(parsers.parse('jam tenang "{login}" dari "{since}" sampai "{until}"'))
def quiet(kantor: Bureau, login: str, since: str, until: str) -> None:
    with kantor.app.unit_of_work(desk.officer(kantor.app, login)) as work:
        preferences.choose(
            work, ["email"], {}, time.fromisoformat(since), time.fromisoformat(until), ["email"]
        )


@given(parsers.parse('"{away}" tidak masuk dan wakilnya, "{deputy}", sudah keluar'))
def away_alone(kantor: Bureau, away: str, deputy: str) -> None:
    with kantor.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        gone, stands_in = _officer(work, away), _officer(work, deputy)
        office = work.session.scalars(select(Office).where(Office.code == desk.OFFICE)).one()
        work.session.add(
            Absence(
                office_id=office.id, officer_id=gone.id, deputy_id=stands_in.id,
                starts=date(2024, 9, 18), until=date(2024, 9, 25), recorded_at=work.now,
            )
        )  # fmt: skip
        stands_in.active = False


@given("akun ini sudah ditutup")
def closed(kantor: Bureau, datatable: list[list[str]]) -> None:
    with kantor.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        for (login,) in datatable[1:]:
            _officer(work, login).active = False


def _officer(work: Work, login: str) -> Officer:
    return work.session.scalars(select(Officer).where(Officer.login == login)).one()


@then(parsers.parse('"{login}" diberi tahu {count:d} kali bahwa batas lewat'))
def told_of_the_end(kantor: Bureau, login: str, count: int) -> None:
    _counted(kantor, login, ":expired:", count, "telah lewat")


@when(parsers.parse('pengawas batas berjalan pada "{moment}"'))
def watch(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    digest.plan(kantor.app)
    kantor.settle()


@when(parsers.re(r'"(?P<login>[\w.]+)" menjawab "(?P<text>[^"]*)"'))
def answers(kantor: Bureau, upaya: Attempt, login: str, text: str) -> None:
    def answer() -> object:
        with kantor.app.reading(desk.officer(kantor.app, "koordinator.bengkulu")) as work:
            ((asked, case, _limit),), _more = expiry.mine(work)
        with kantor.app.unit_of_work(desk.officer(kantor.app, login)) as work:
            return expiry.answer(work, case.id, asked.id, text)

    upaya.make(answer)


@then("tidak seorang pun diingatkan")
def nobody(kantor: Bureau) -> None:
    for login in ("penangan.bengkulu", "koordinator.bengkulu", "pengawas.ri"):
        assert notices(kantor.app, login, ":reminder-") == []


@then(
    parsers.re(
        r'"(?P<login>[\w.]+)" menerima (?P<count>\d+) pengingat( yang memuat "(?P<part>.*)")?'
    )
)
def reminded(kantor: Bureau, login: str, count: str, part: Any) -> None:
    _counted(kantor, login, ":reminder-", int(count), part)


@then(
    parsers.re(
        r'"(?P<login>[\w.]+)" menerima (?P<count>\d+) ringkasan( yang memuat "(?P<part>.*)")?'
    )
)
def summed(kantor: Bureau, login: str, count: str, part: Any) -> None:
    _counted(kantor, login, "digest:", int(count), part)


def _counted(kantor: Bureau, login: str, marker: str, count: int, part: str | None) -> None:
    told = [one for one in notices(kantor.app, login, marker) if (part or "") in one.body]
    assert len(told) == count, [one.body for one in notices(kantor.app, login, marker)]
    for one in told:
        assert "Pelapor Uji" not in one.subject + one.body
        assert "Terlapor Uji" not in one.subject + one.body


@then(parsers.parse('"{login}" tidak menerima "{part}"'))
def never(kantor: Bureau, login: str, part: str) -> None:
    assert not [one for one in notices(kantor.app, login, ":reminder-") if part in one.body]


@then(parsers.parse('pengingat "{login}" menyebut'))
def lists(kantor: Bureau, login: str, datatable: list[list[str]]) -> None:
    (one,) = notices(kantor.app, login, ":reminder-")
    listed = one.body.partition("disatukan di sini: ")[2].split("; ")
    assert [entry.partition(" (")[0] for entry in listed] == [row[0] for row in datatable[1:]]


@then(parsers.parse('tidak ada surel pengingat untuk "{login}"'))
def unsent(kantor: Bureau, login: str) -> None:
    assert _mails(kantor, login) == []


@then(parsers.parse('ada {count:d} surel pengingat untuk "{login}"'))
def sent(kantor: Bureau, login: str, count: int) -> None:
    assert len(_mails(kantor, login)) == count


def _mails(kantor: Bureau, login: str) -> list[object]:
    address = f"{login}@latihan.invalid"
    sent = kantor.mailbox.messages
    return [one for one in sent if one.to == address and "pengingat" in one.subject]


@then(
    parsers.re(
        r'ada (?P<count>\d+) pertanyaan di meja "(?P<login>[\w.]+)"( yang menyebut "(?P<part>.*)")?'
    )
)
def on_desk(kantor: Bureau, login: str, count: str, part: Any) -> None:
    with kantor.app.reading(desk.officer(kantor.app, login)) as work:
        found = [asked for asked, _case, _limit in expiry.mine(work)[0]]
    assert len(found) == int(count)
    assert all((part or "") in one.effect for one in found)
