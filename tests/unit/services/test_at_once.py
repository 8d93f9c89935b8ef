"""The same thing done twice at once: links, passwords, addresses and mergers count one by one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from casework.errors import BadInput
from casework.models import Case, Officer
from casework.services.acts.registration import merging
from casework.services.cases import access
from casework.services.core.outbox import real_now
from casework.services.core.work import Actor
from casework.services.deadlines import feeds
from casework.services.people import officers, passwords, sessions
from tests.bureau import Bureau
from tests.unit.services.test_races import PAUSE, served, together

__all__ = ["served"]
pytestmark = pytest.mark.postgres


def slowed(patch: pytest.MonkeyPatch, home: object, name: str) -> None:
    """Let a function take long after it gave its answer, so that two of them overlap."""
    real: Callable[..., Any] = getattr(home, name)

    def slow(*args: Any, **kwargs: Any) -> Any:
        found = real(*args, **kwargs)
        time.sleep(PAUSE)
        return found

    patch.setattr(home, name, slow)


def test_two_cases_do_not_end_in_each_other(
    served: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [served.receive(key) for key in ("laporan-1", "laporan-2")]
    served.later(hours=1)
    actor = served.actor("coordinator")
    slowed(monkeypatch, merging, "_over")

    def job(one: int, other: int) -> Callable[[], None]:
        def run() -> None:
            with served.app.unit_of_work(actor) as work:
                case = access.readable(work, one)
                act = work.law.edition(case.edition, case.revision).acts["gabungkan"]
                at = dict.fromkeys(act.records, work.now)
                merging.merge(work, one, act.id, case.version, at, "Peristiwa sama.", other)

        return run

    ends = together(job(*keys), job(*reversed(keys)))
    assert [type(end) for end in ends if end is not None] == [BadInput]
    stages = served.read(lambda work: [work.session.get_one(Case, key).stage for key in keys])
    assert stages.count("digabung") == 1
    assert served.sound() == ()


def test_a_password_link_used_twice_at_once_works_once(
    served: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served.app.unit_of_work(served.actor("administrator")) as work:
        officer = work.session.scalars(select(Officer).where(Officer.active)).all()[0]
        token = passwords.make_link(work, officer, real_now())
        actor = Actor(officer.id, officer.name, work.actor.office_id, frozenset())
    slowed(monkeypatch, sessions, "end")

    def use(new: str) -> Callable[[], None]:
        def job() -> None:
            with served.app.unit_of_work(actor) as work:
                passwords.set_by_link(work, token, new, real_now())

        return job

    ends = together(use("sepuluh kelinci di kebun"), use("seribu gajah di hutan"))
    assert sorted(type(end).__name__ for end in ends) == ["NoneType", "NotFound"]


def test_wrong_passwords_at_once_all_count(served: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    with served.app.database.read() as session:
        query = select(Officer.login).where(Officer.active, Officer.password_hash != "")
        login = session.scalars(query).all()[0]
    now = served.app.now()

    def fits(stored: str, password: str) -> bool:
        time.sleep(0.1)
        return False

    monkeypatch.setattr(officers, "_fits", fits)

    def attempt() -> None:
        with served.app.database.write() as session:
            assert officers.authenticate(session, login, "salah sekali", now) is None

    together(*[attempt] * officers.MOST_FAILURES)
    with served.app.database.read() as session:
        row = session.scalars(select(Officer).where(Officer.login == login)).one()
        assert row.locked_until is not None


def test_an_officer_who_renews_twice_at_once_has_one_calendar_address(
    served: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = served.actor("case_officer")
    slowed(monkeypatch, feeds, "revoke")
    tokens: list[str] = []
    inside = threading.Barrier(2)

    def job() -> None:
        with served.app.unit_of_work(actor) as work:
            inside.wait(10)
            tokens.append(feeds.renew(work))

    assert together(job, job) == [None, None]
    with served.app.reading(Actor.system(0)) as work:
        assert len([one for one in tokens if feeds.opened(work, one)]) == 1
    with served.app.unit_of_work(actor) as work:
        assert feeds.revoke(work)
    with served.app.reading(Actor.system(0)) as work:
        assert [feeds.opened(work, one) for one in tokens] == [None, None]
