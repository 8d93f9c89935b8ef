"""Rungs: each exactly once whatever the outage, in office hours where asked, never too late."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from casework.bootstrap import App
from casework.engine.law import Law
from casework.engine.rule import Ladder, Rung
from casework.models import Deadline, Notice, Outbox
from casework.services.core import outbox
from casework.services.core.work import Actor
from casework.services.deadlines import reminders
from casework.services.law.openings import Openings
from casework.services.people import officers
from casework.services.upkeep import effects
from tests import desk
from tests.conftest import SettableClock
from tests.unit.outbox.test_effects import Pen, Post

NOBODY = Actor.system(0)
START = datetime(2024, 9, 18, 3, 0, tzinfo=UTC)
EDITION, RULE = "pemilihan-2020", "kajian_awal"
ROLES = ("case_officer", "coordinator", "chair")
RUNG = st.builds(
    Rung,
    st.integers(-72, 60).map(lambda hours: timedelta(hours=hours)),
    st.sets(st.sampled_from(ROLES), min_size=1).map(lambda roles: tuple(sorted(roles))),
    st.booleans(),
)
LADDER = st.lists(RUNG, min_size=1, max_size=5, unique_by=lambda rung: rung.before).map(
    lambda found: tuple(sorted(found, key=lambda rung: rung.before, reverse=True))
)
NUMBERS = count()


def place(law: Law) -> Openings:
    return Openings("Asia/Jakarta", law.calendar_for("07.00"), law.desk.hours)


@given(
    minutes=st.integers(0, 690 * 24 * 60),
    rung=RUNG,
)
def test_a_rung_before_the_limit_is_never_late(law: Law, minutes: int, rung: Rung) -> None:
    first = datetime(2024, 1, 3, tzinfo=ZoneInfo("Asia/Jakarta"))
    due = first + timedelta(minutes=minutes)
    office, nominal = place(law), due - rung.before
    at = reminders.moment(rung, due, office)
    if rung.before > timedelta(0):
        assert at <= due
    else:
        assert at >= nominal
    if rung.office_hours:
        assert office.next(at) == at, "delivered while the office is closed"
        assert at >= nominal or office.next(nominal) > due  # type: ignore[operator]  # Bengkulu does open
    else:
        assert at == nominal


def test_an_office_that_is_never_open_is_told_at_the_ladders_moment(law: Law) -> None:
    closed = replace(place(law), hours=())
    due = datetime(2024, 9, 20, 23, 59, 59, tzinfo=UTC)
    for hours in (4, 0, -4):
        rung = Rung(timedelta(hours=hours), ("chair",), office_hours=True)
        assert reminders.moment(rung, due, closed) == due - rung.before


def test_a_holiday_is_no_opening(law: Law) -> None:
    # 25 December 2024 is a holiday and 26 December joint leave; Friday the 27th is open.
    eve = datetime(2024, 12, 24, 17, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
    found = place(law).next(eve)
    assert found is not None
    assert found.isoformat() == "2024-12-27T08:00:00+07:00"


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ladder=LADDER, wakes=st.lists(st.integers(0, 9 * 24 * 60), max_size=6))
@example(ladder=(Rung(timedelta(hours=24), ("case_officer",)),), wakes=[])
def test_each_rung_comes_exactly_once_whatever_the_outage(
    app: App, clock: SettableClock, ladder: tuple[Rung, ...], wakes: list[int]
) -> None:
    edition = app.law.editions[EDITION]
    rule = replace(edition.deadlines[RULE], ladder=Ladder("uji", "Uji", "", ladder))
    fresh = replace(edition, deadlines={**edition.deadlines, RULE: rule})
    law = replace(app.law, editions={**app.law.editions, EDITION: fresh})
    house = replace(app, law=law, renderer=Pen(), mailer=Post())
    clock.set(START)
    desk.furnish(house)
    case = desk.receive(house, f"anak-tangga-{next(NUMBERS)}")
    for minutes in (*sorted(wakes), 15 * 24 * 60):
        clock.set(START + timedelta(minutes=minutes))
        effects.drain(house)
        effects.drain(house)

    with house.reading(NOBODY) as work:
        limit = work.session.scalars(
            select(Deadline).where(Deadline.case_id == case.id, Deadline.rule == RULE)
        ).one()
        marker = f"{case.id}:deadline-{limit.id}:reminder-"
        told = work.session.scalars(select(Notice).where(Notice.key.startswith(marker))).all()
        put = work.session.scalars(select(Outbox).where(Outbox.key.startswith(marker))).all()
        today = work.now.date()
        staff = {
            role: {one.id for one in officers.holders(work.session, case.office_id, (role,), today)}
            for role in ROLES
        }
    assert sorted(row.state for row in put) == ["done"] * len(ladder)
    for rung in ladder:
        words = reminders.words(rung)
        for officer in {one for role in rung.roles for one in staff[role]}:
            mine = [one.body for one in told if one.officer_id == officer]
            said = [body for body in mine if f" {words} (" in body or f" {words}." in body]
            assert len(said) == 1, (words, mine)
    due = datetime.fromisoformat(limit.due)
    moments = [reminders.moment(rung, due, place(law)) for rung in ladder]
    assert all(one.created_at >= min(moments) for one in told)


def test_late_rungs_are_one_message_whichever_worker_comes_first(
    app: App, clock: SettableClock
) -> None:
    house = replace(app, renderer=Pen(), mailer=Post())
    clock.set(START)
    desk.furnish(house)
    desk.receive(house)
    effects.drain(house)
    clock.set(START + timedelta(days=5))
    with house.unit_of_work(NOBODY) as work:
        jobs = outbox.claim(work, "test", kinds=["reminder"], limit=8)
    assert len(jobs) == 2
    for job in reversed(jobs):
        effects.carry_out(house, job)
    with house.reading(NOBODY) as work:
        told = work.session.scalars(select(Notice).where(Notice.key.contains(":reminder-"))).all()
    assert len(told) == len({one.officer_id for one in told}) == 2
