"""A clock that jumps is doubted, on record; limits wait for a person, reminders do not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from casework.errors import BadInput, NotPermitted
from casework.models import Event, Notice, Office
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import clock_watch, expiry
from casework.services.deadlines.clock_watch import AHEAD, BACK, Doubt, Reading
from casework.services.upkeep import effects
from tests.bureau import Bureau

NOBODY = Actor.system(NO_OFFICE)
START = Reading(datetime(2026, 11, 24, 2, 0, tzinfo=UTC), "start-1", 1000.0)


def after(reading: Reading, wall: timedelta, machine: timedelta, boot: str = "") -> Reading:
    uptime = machine.total_seconds() if boot else reading.uptime + machine.total_seconds()
    return Reading(reading.wall + wall, boot or reading.boot, uptime)


def look(bureau: Bureau, *readings: Reading) -> list[Doubt | None]:
    found = []
    for reading in readings:
        with bureau.app.unit_of_work(NOBODY) as work:
            found.append(clock_watch.look(work, reading))
    return found


def events(bureau: Bureau, action: str) -> list[Event]:
    return bureau.read(
        lambda work: list(work.session.scalars(select(Event).where(Event.action == action)))
    )


BEAT = timedelta(seconds=5)
NONE = timedelta(0)


@pytest.mark.parametrize(
    ("wall", "machine", "boot", "kind"),
    [
        (BEAT, BEAT, "", ""),
        (-BACK, BEAT, "", ""),
        (-BACK - timedelta(milliseconds=1), BEAT, "", "mundur"),
        (-timedelta(days=400), BEAT, "", "mundur"),
        (AHEAD + BEAT, BEAT, "", ""),
        (AHEAD + BEAT + timedelta(milliseconds=1), BEAT, "", "maju"),
        (timedelta(days=400), BEAT, "", "maju"),
        # An outage of days: wall and machine agree, whether the machine ran or was started anew.
        (timedelta(days=9), timedelta(days=9), "", ""),
        (timedelta(days=9), BEAT, "start-2", ""),
        (-timedelta(days=1), BEAT, "start-2", "mundur"),
    ],
)
def test_a_jump_is_told_from_time_that_passed(
    bureau: Bureau, wall: timedelta, machine: timedelta, boot: str, kind: str
) -> None:
    first, second = look(bureau, START, after(START, wall, machine, boot))
    assert first is None
    assert (second is not None) == bool(kind)
    told = events(bureau, "jam_diragukan")
    assert {event.detail["kind"] for event in told} == ({kind} if kind else set())
    offices = bureau.read(lambda work: work.session.scalar(select(func.count(Office.id))))
    assert len(told) == (offices if kind else 0)
    assert bureau.sound() == ()


def test_a_doubt_is_recorded_once_and_stays_until_an_administrator_has_looked(
    bureau: Bureau,
) -> None:
    back = after(START, -timedelta(hours=3), BEAT)
    right = after(START, 2 * BEAT, 2 * BEAT)
    _, begun, still = look(bureau, START, back, right)
    assert begun == still
    before = len(events(bureau, "jam_diragukan"))
    look(bureau, right)
    assert len(events(bureau, "jam_diragukan")) == before

    with pytest.raises(NotPermitted), bureau.app.unit_of_work(bureau.actor("chair")) as work:
        clock_watch.confirm(work, right)
    assert bureau.read(clock_watch.suspect) is not None
    administrator = bureau.actor("administrator")
    with bureau.app.unit_of_work(administrator) as work:
        clock_watch.confirm(work, right)
    assert bureau.read(clock_watch.suspect) is None
    (event,) = events(bureau, "jam_dinyatakan_benar")
    assert (event.actor_id, event.role) == (administrator.officer_id, "administrator")
    with pytest.raises(BadInput), bureau.app.unit_of_work(administrator) as work:
        clock_watch.confirm(work, right)
    assert look(bureau, after(right, BEAT, BEAT)) == [None]
    assert bureau.sound() == ()


def test_limits_wait_for_the_clock_and_reminders_do_not(bureau: Bureau) -> None:
    bureau.receive()
    bureau.settle()
    look(bureau, START, after(START, timedelta(days=3), BEAT))
    bureau.at("2024-09-22T10:00")
    limit = bureau.limit("kajian_awal")
    office = bureau.read(lambda work: bureau.case(work).office_id)

    bureau.settle()
    expiry.expire(bureau.app, limit.id, office)
    assert bureau.limit("kajian_awal").state == "open"
    reminded = select(func.count(Notice.id)).where(Notice.key.contains(":reminder-"))
    assert bureau.read(lambda work: work.session.scalar(reminded))

    with bureau.app.unit_of_work(bureau.actor("administrator")) as work:
        clock_watch.confirm(work, after(START, 2 * BEAT, 2 * BEAT))
    effects.drain(bureau.app)
    assert bureau.limit("kajian_awal").state == "expired"
    assert bureau.sound() == ()


def test_the_clock_that_training_sets_is_not_watched(bureau: Bureau) -> None:
    for moment in ("2024-09-19T09:00", "2024-12-01T09:00", "2024-01-01T09:00"):
        bureau.at(moment)
        reading = Reading(*bureau.app.clock.machine())
        assert look(bureau, reading) == [None]
        assert abs(reading.wall - datetime.now(UTC)) < timedelta(minutes=5)


def test_the_machine_s_clocks_go_on_together(bureau: Bureau) -> None:
    one, two = (Reading(*bureau.app.clock.machine()) for _ in range(2))
    assert one.boot == two.boot
    assert two.uptime >= one.uptime > 0


SPANS = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=400))


@given(
    passed=st.lists(SPANS, max_size=20),
    jump=st.timedeltas(-timedelta(days=400), timedelta(days=400)),
)
def test_steady_clocks_are_never_doubted_and_real_jumps_always(
    passed: list[timedelta], jump: timedelta
) -> None:
    reading = START
    for span in passed:
        following = after(reading, span, span)
        assert not clock_watch.jumped(reading, following)
        reading = following
    found = clock_watch.jumped(reading, after(reading, BEAT + jump, BEAT))
    near = abs(jump - AHEAD) <= timedelta(milliseconds=2)
    wanted = "mundur" if BEAT + jump < -BACK else "maju" if jump > AHEAD else ""
    assert found == wanted or near
