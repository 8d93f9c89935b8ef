"""A played case passes through Prefect after the play: it is shown, and nothing is done again."""

from __future__ import annotations

from functools import partial

import pytest
from sqlalchemy import func, select, update

from casework.models import Case, Delivery, Event, Notice, Outbox
from casework.services.upkeep import effects
from casework.services.upkeep.effects import Outcome
from tests import desk
from tests.flows.installation import House
from tests.flows.looking import NOBODY, faults
from tests.flows.waiting import until

pytestmark = pytest.mark.prefect


def play(house: House) -> Case:
    """A case whose effects were done without flows, as `casework demo` leaves it."""
    case = desk.receive(house.app, "dimainkan")
    mark(house, case, played=True)
    mine = select(Outbox.id).where(Outbox.case_id == case.id, Outbox.kind != "reminder")
    while True:
        with house.app.reading(NOBODY) as work:
            waiting = list(work.session.scalars(mine.where(Outbox.state == "waiting")))
        if not waiting:
            return case
        for row_id in waiting:
            effects.serve(house.app, "play", row_id)


def mark(house: House, case: Case, *, played: bool) -> None:
    """Only a play marks a case; by hand the record no longer agrees with it."""
    with house.app.unit_of_work(NOBODY) as work:
        work.session.execute(update(Case).where(Case.id == case.id).values(played=played))


def written(house: House, case: Case) -> list[int]:
    """How many events, messages and tries of sending the case has."""
    notices = select(Notice.id).where(Notice.case_id == case.id)
    asked = (
        select(func.count()).select_from(Event).where(Event.case_id == case.id),
        select(func.count()).select_from(notices.subquery()),
        select(func.count()).select_from(Delivery).where(Delivery.notice_id.in_(notices)),
    )
    with house.app.reading(NOBODY) as work:
        return [work.session.scalar(one) or 0 for one in asked]


def shown(house: House, case_id: int, *stages: str) -> bool:
    """Whether each of the stages has a run of the case that came to a good end."""
    runs = [house.runs(f"case:{case_id}", f"stage:{stage}") for stage in stages]
    return all(found and found[0]["state_type"] == "COMPLETED" for found in runs)


def test_a_played_case_is_shown_by_stage_and_case_and_nothing_is_done_again(house: House) -> None:
    case = play(house)
    before = written(house, case)
    with house.worker():
        until(
            partial(shown, house, case.id, "registration", "delivery"),
            "the runs of the played case",
        )
    runs = house.runs(f"case:{case.id}")
    assert {run["name"] for run in runs} == {
        f"registration-case-{case.id}", f"delivery-case-{case.id}"
    }  # fmt: skip
    assert all(Outcome.BEFORE in run["state"]["message"] for run in runs)
    assert written(house, case) == before
    mark(house, case, played=False)
    assert faults(house.app, [case]) == []
