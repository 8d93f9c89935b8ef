"""tangga_pengingat.feature"""

from __future__ import annotations

from datetime import datetime, timedelta

from pytest_bdd import parsers, scenarios, then, when
from sqlalchemy import select

from casework.engine.rule import Rung
from casework.models import Outbox
from casework.services.deadlines import ladders
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("tangga_pengingat.feature")
RULE = "kajian_awal"


def change(kantor: Bureau, upaya: Attempt, role: str, hours: int) -> None:
    def act() -> None:
        rungs = (Rung(timedelta(hours=hours), ("coordinator",)),)
        with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
            ladders.change(work, work.actor.office_id, RULE, rungs, "Kebiasaan kantor.")

    upaya.make(act)


def waiting(kantor: Bureau) -> list[datetime]:
    """When each reminder of the limit that waits is to come."""
    limit = kantor.limit(RULE)
    query = select(Outbox.not_before).where(
        Outbox.kind == "reminder",
        Outbox.state == "waiting",
        Outbox.key.contains(f"deadline-{limit.id}:"),
    )
    return kantor.read(lambda work: list(work.session.scalars(query)))


@when(
    parsers.re(
        r"(?P<role>administrator|koordinator) menetapkan pengingat kajian awal (?P<hours>\d+) jam "
        r"sebelum batas untuk koordinator"
    )
)
def before(kantor: Bureau, upaya: Attempt, role: str, hours: str) -> None:
    change(kantor, upaya, role, int(hours))


@when("administrator hanya menyisakan pengingat kajian awal 1 jam sesudah batas")
def only_after(kantor: Bureau, upaya: Attempt) -> None:
    change(kantor, upaya, "administrator", -1)


@then(parsers.parse("pengingat kajian awal menunggu {hours:d} jam sebelum batas"))
def waits(kantor: Bureau, hours: int) -> None:
    due = datetime.fromisoformat(kantor.limit(RULE).due)
    assert waiting(kantor) == [due - timedelta(hours=hours)]


@then("tidak ada pengingat kajian awal yang menunggu")
def nothing_waits(kantor: Bureau) -> None:
    assert waiting(kantor) == []
