"""`casework retry` and `casework clock`: what a person does after something was repaired."""

from __future__ import annotations

from datetime import timedelta

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select, update

from casework.bootstrap import App
from casework.cli import cli
from casework.errors import NotPermitted
from casework.models import Event, Outbox
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import clock_watch
from casework.services.deadlines.clock_watch import Reading
from casework.services.people.training import PASSWORD
from casework.services.upkeep import dead_letters, effects
from tests import desk

NOBODY = Actor.system(NO_OFFICE)


def run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(cli, words, input=typed)


@pytest.fixture
def given_up(app: App) -> int:
    """A report one of whose rows was given up."""
    desk.furnish(app)
    desk.receive(app)
    with app.unit_of_work(NOBODY) as work:
        row = work.session.scalars(select(Outbox).where(Outbox.kind == "same_event")).one()
        work.session.execute(
            update(Outbox).where(Outbox.id == row.id).values(state="dead", attempts=8)
        )
        return row.id


def row(app: App, key: int) -> Outbox:
    with app.reading(NOBODY) as work:
        return work.session.get_one(Outbox, key)


def test_what_was_given_up_is_tried_again_and_done(app: App, given_up: int) -> None:
    effects.drain(app)
    assert row(app, given_up).state == "dead"
    assert "1 pekerjaan" in run("retry").output
    effects.drain(app)
    assert row(app, given_up).state == "done"
    assert "0 pekerjaan" in run("retry").output


def test_who_puts_work_back_is_on_record_and_others_may_not(app: App, given_up: int) -> None:
    with (
        pytest.raises(NotPermitted),
        app.unit_of_work(desk.officer(app, "penerima.bengkulu")) as work,
    ):
        dead_letters.put_back(work)
    with app.unit_of_work(desk.officer(app, "admin.bengkulu")) as work:
        assert dead_letters.put_back(work) == 1
    with app.reading(NOBODY) as work:
        told = select(Event).where(Event.action == "pekerjaan_dicoba_lagi")
        (event,) = work.session.scalars(told)
    assert event.detail["rows"] == [given_up]


def test_the_clock_is_confirmed_by_an_administrator_s_own_password(app: App) -> None:
    desk.furnish(app)
    assert run("clock", "show").exit_code == 0
    wall, boot, uptime = app.clock.machine()
    with app.unit_of_work(NOBODY) as work:
        clock_watch.look(work, Reading(wall + timedelta(days=2), boot, uptime))
        assert clock_watch.look(work, Reading(wall, boot, uptime))
    shown = run("clock", "show")
    assert (shown.exit_code, "mundur" in shown.output) == (1, True)

    def confirm(login: str, password: str) -> Result:
        return run("clock", "confirm", "--login", login, "--office", "07.00", typed=f"{password}\n")

    assert isinstance(confirm("admin.bengkulu", "bukan-kata-sandi").exception, NotPermitted)
    assert isinstance(confirm("ketua.bengkulu", PASSWORD).exception, NotPermitted)
    assert run("clock", "show").exit_code == 1
    assert confirm("admin.bengkulu", PASSWORD).exit_code == 0
    assert run("clock", "show").exit_code == 0
