"""Whatever comes together, a reminder reaches somebody at work while there is time to act.

Quiet hours, rungs of office hours, weekends, absences with and without a deputy, and offices of all
three zones: the clock goes from one due row to the next, and every mail is kept with its moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, update

from casework.bootstrap import App
from casework.models import Absence, Deadline, Notice, Office, Officer, Outbox, Preference
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor, Work
from casework.services.people import notices
from casework.services.people.preferences import LAST_CALL
from casework.services.upkeep import effects
from tests import desk
from tests.conftest import SettableClock
from tests.unit.outbox.test_effects import Pen

NOBODY = Actor.system(NO_OFFICE)
CASE_OFFICER, COORDINATOR = "penangan.bengkulu", "koordinator.bengkulu"
DEPUTY = "sekretariat.bengkulu"
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
# The limit ends two days later: on a Thursday, a Saturday, a Sunday.
DAYS = ("2024-09-17", "2024-09-19", "2024-09-20")
QUIET = (
    None,
    (time(20), time(6)),
    (time(15), time(23, 59)),
    (time(16), time(0)),
    (time(6), time(5)),
    (time(0), time(23, 59)),
)
ABSENCES = ("nobody", "deputy stands in", "deputy away too", "deputy has left", "coordinator too")


@dataclass
class Mails:
    """Keeps when each mail went to whom."""

    clock: SettableClock
    sent: list[tuple[datetime, str, str]] = field(default_factory=list)
    configured: bool = True

    def send(self, *, to: str, subject: str, text: str, html: str, key: str) -> str:
        self.sent.append((datetime.fromisoformat(self.clock.file.read_text()), to, key))
        return key


# The gate plays those in which the most people are away.
PLAYED = [
    pytest.param(one, marks=() if one in ("deputy away too", "coordinator too") else
                 pytest.mark.thorough)
    for one in ABSENCES
]  # fmt: skip


@pytest.mark.parametrize("absent", PLAYED)
def test_a_limit_is_told_by_mail_to_somebody_at_work_in_time(
    app: App, clock: SettableClock, absent: str
) -> None:
    desk.furnish(app)
    mails = Mails(clock)
    house = replace(app, renderer=Pen(), mailer=mails)
    with house.unit_of_work(NOBODY) as work:
        away = _absent(work, absent)
    for number, (day, quiet) in enumerate(product(DAYS, QUIET)):
        # Every zone meets every kind of quiet hours, and every day.
        zone = ZONES[(number + number // len(QUIET)) % len(ZONES)]
        received = datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=ZoneInfo(zone))
        clock.set(received)
        with house.unit_of_work(NOBODY) as work:
            work.session.execute(update(Office).values(zone=zone))
            _be_quiet(work, quiet)
        mails.sent.clear()
        case = desk.receive(house, f"laporan-{number}")
        key, limit = _limit(house, case.id)
        for at in _moments(house, limit):
            clock.set(at)
            effects.drain(house)
        told = _told(house, case.id, key, mails)
        reached = [at for at, to in told if to not in away and limit - at >= LAST_CALL]
        assert reached, (day, quiet, limit, told)
        # Nobody is told the same thing twice, and no quiet hour is broken without need.
        keys = _keys(house, case.id)
        assert len(keys) == len(set(keys))
        _done(house, case.id)


def _moments(house: App, limit: datetime) -> Iterator[datetime]:
    """The moments at which something is due, one after the other, up to the limit."""
    while True:
        with house.reading(NOBODY) as work:
            due = select(func.min(Outbox.not_before)).where(Outbox.state == "waiting")
            at = work.session.scalar(due)
            now = work.now
        if at is None or at > limit:
            return
        yield max(at, now)


def _absent(work: Work, absent: str) -> set[str]:
    """Record who is away; gives their mail addresses."""
    gone: dict[str, str] = {}
    if absent != "nobody":
        gone[CASE_OFFICER] = DEPUTY
    if absent == "deputy away too":
        gone[DEPUTY] = COORDINATOR
    if absent == "coordinator too":
        gone |= {COORDINATOR: DEPUTY, DEPUTY: CASE_OFFICER}
    office = work.session.scalars(select(Office).where(Office.code == desk.OFFICE)).one()
    for login, deputy in gone.items():
        work.session.add(
            Absence(
                office_id=office.id, officer_id=_officer(work, login).id,
                deputy_id=_officer(work, deputy).id, starts=date(2024, 9, 1),
                until=date(2024, 12, 1), recorded_at=work.now,
            )
        )  # fmt: skip
    if absent == "deputy has left":
        _officer(work, DEPUTY).active = False
    return {_officer(work, login).email for login in gone}


def _be_quiet(work: Work, quiet: tuple[time, time] | None) -> None:
    for officer in work.session.scalars(select(Officer)):
        row = work.session.get(Preference, officer.id)
        if row is None:
            row = Preference(officer_id=officer.id, handle=f"{officer.id:032}", channels=["email"])
            row.sealed = work.vault.seal(b"{}", f"preference:{row.handle}")
            work.session.add(row)
        row.quiet_from, row.quiet_until = quiet or (None, None)
        row.changed_at = work.now


def _officer(work: Work, login: str) -> Officer:
    return work.session.scalars(select(Officer).where(Officer.login == login)).one()


def _limit(house: App, case_id: int) -> tuple[int, datetime]:
    """The limit of the initial review: its key and its end."""
    with house.reading(NOBODY) as work:
        query = select(Deadline.id, Deadline.due).where(
            Deadline.case_id == case_id, Deadline.rule == "kajian_awal"
        )
        row = work.session.execute(query).one()
        return row.id, datetime.fromisoformat(row.due)


def _told(house: App, case_id: int, limit: int, mails: Mails) -> list[tuple[datetime, str]]:
    """When which address was reminded of the limit."""
    with house.reading(NOBODY) as work:
        query = select(Notice.id).where(
            Notice.key.startswith(f"{case_id}:deadline-{limit}:reminder-")
        )
        wanted = {f"{case_id}:notice-{one}:mail" for one in work.session.scalars(query)}
    return [(at, to) for at, to, key in mails.sent if key in wanted]


def _keys(house: App, case_id: int) -> list[str]:
    with house.reading(NOBODY) as work:
        return list(work.session.scalars(select(Notice.key).where(Notice.case_id == case_id)))


def _done(house: App, case_id: int) -> None:
    """Let the case remind nobody any more: the next one begins."""
    with house.unit_of_work(NOBODY) as work:
        work.session.execute(
            update(Deadline).where(Deadline.case_id == case_id).values(state="met")
        )
        work.session.execute(
            update(Outbox)
            .where(Outbox.state == "waiting")
            .values(state="cancelled", done_at=work.now)
        )


def test_who_is_told_of_another_zone_sleeps_by_the_own_clock(
    app: App, clock: SettableClock
) -> None:
    """A supervisor in Jakarta is told of a case in Jayapura by the clock of Jakarta."""
    desk.furnish(app)
    clock.set("2024-09-19T09:00:00+09:00")
    case = desk.receive(app)
    with app.unit_of_work(NOBODY) as work:
        office = work.session.scalars(select(Office).where(Office.code == desk.OFFICE)).one()
        office.zone = "Asia/Jayapura"
        _be_quiet(work, (time(22), time(6)))
    # 22.30 in Jayapura is 20.30 in Jakarta; 6.30 there is 4.30 here.
    for moment, held in (("22:30:00", None), ("06:30:00", "2024-09-20T06:00:00+07:00")):
        day = "19" if moment.startswith("22") else "20"
        clock.set(f"2024-09-{day}T{moment}+09:00")
        with app.unit_of_work(NOBODY) as work:
            told = notices.tell(
                work, work.session.merge(case, load=True), {notices.UPPER}, key=moment,
                subject="s", body="b", escalate=True,
            )  # fmt: skip
            keys = [f"{case.id}:notice-{one.id}:mail" for one in told]
        assert keys
        with app.reading(NOBODY) as work:
            waits = work.session.scalars(
                select(Outbox.not_before).where(Outbox.key.in_(keys))
            ).all()
            now = work.now
        wanted = datetime.fromisoformat(held) if held else now
        assert set(waits) == {wanted}
