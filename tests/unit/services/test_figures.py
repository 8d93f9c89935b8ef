"""The figures follow what waits, what is late and what was done."""

from __future__ import annotations

import pytest

from casework.bootstrap import App
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.figures import Figures, figures
from tests import desk
from tests.bureau import Bureau
from tests.conftest import SettableClock


@pytest.fixture
def bureau(app: App, clock: SettableClock) -> Bureau:
    return Bureau(app, clock)


def now(bureau: Bureau) -> Figures:
    with bureau.app.reading(Actor.system(NO_OFFICE)) as work:
        return figures(work)


def test_an_idle_office_has_nothing_waiting(bureau: Bureau) -> None:
    found = now(bureau)
    assert (found.deadline_lag, found.outbox_age, found.open_deadlines) == (0, 0, 0)
    assert found.outbox == {}


def test_what_waits_grows_older_until_it_is_done(bureau: Bureau) -> None:
    desk.receive(bureau.app)
    bureau.later(minutes=5)
    waiting = now(bureau)
    assert waiting.outbox_age == 300
    assert waiting.open_deadlines == 1
    assert waiting.outbox[("render_issued", "waiting")] == 2
    bureau.settle()
    done = now(bureau)
    assert done.outbox_age == 0
    assert done.outbox[("render_issued", "done")] == 2
    assert done.deliveries == {("email", "sent"): 1}


def test_a_limit_that_ran_out_is_lag_until_it_is_recorded(bureau: Bureau) -> None:
    desk.receive(bureau.app)
    bureau.at("2024-09-22T01:00:00")
    assert now(bureau).deadline_lag == 3601
    bureau.settle()
    assert now(bureau).deadline_lag == 0
