"""ketidakhadiran.feature"""

from __future__ import annotations

from datetime import date

from pytest_bdd import parsers, scenarios, then, when

from casework.models import Absence
from casework.services.people import absences
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("ketidakhadiran.feature")


@when(
    parsers.re(
        r"(?P<recorder>[a-z ]+) mencatat (?P<away>[a-z ]+) tidak masuk dengan wakil "
        r"(?P<deputy>[a-z ]+)"
    )
)
def recorded(kantor: Bureau, upaya: Attempt, recorder: str, away: str, deputy: str) -> None:
    who, stand_in = (kantor.actor(ROLES[one]).officer_id or 0 for one in (away, deputy))

    def act() -> Absence:
        with kantor.app.unit_of_work(kantor.actor(ROLES[recorder])) as work:
            return absences.record(
                work, who, work.actor.office_id, stand_in, date(2024, 9, 20), date(2024, 9, 25)
            )

    upaya.make(act)


@then(parsers.parse("ketidakhadiran itu {result}"))
def told(kantor: Bureau, upaya: Attempt, result: str) -> None:
    story = result.removeprefix("ditolak: ")
    if story == result:
        assert upaya.refusal is None, upaya.refusal
        assert len(kantor.events("ketidakhadiran_petugas_dicatat")) == 1
    else:
        assert story in str(upaya.refusal)
        assert kantor.read(lambda work: work.session.query(Absence).count()) == 0
