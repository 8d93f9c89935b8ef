"""Rows of the outbox: asked for once, leased by one, settled only by who holds the lease."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event, select

from casework.bootstrap import App
from casework.models import Outbox
from casework.services.core import clock_setback, leases, outbox
from casework.services.core.outbox import MOST_ATTEMPTS, Job, LeaseLost
from casework.services.core.work import Actor
from tests.conftest import SettableClock

NOBODY = Actor.system(0)


def put(app: App, *keys: str, not_before: datetime | None = None) -> None:
    with app.unit_of_work(NOBODY) as work:
        for key in keys:
            outbox.put(
                work, key=key, kind="k", flow="review", case_id=None, payload={},
                not_before=not_before,
            )  # fmt: skip


def claim(app: App, owner: str = "a", limit: int = 1) -> list[Job]:
    with app.unit_of_work(NOBODY) as work:
        return outbox.claim(work, owner, limit=limit)


def states(app: App) -> dict[str, str]:
    with app.reading(NOBODY) as work:
        return {row.key: row.state for row in work.session.scalars(select(Outbox))}


def later(monkeypatch: pytest.MonkeyPatch, step: timedelta) -> None:
    moment = outbox.real_now() + step
    monkeypatch.setattr(outbox, "real_now", lambda: moment)


def test_a_key_is_asked_for_once(app: App) -> None:
    put(app, "one")
    put(app, "one", "two")
    assert states(app) == {"one": "waiting", "two": "waiting"}


def test_a_cancelled_key_can_be_asked_for_again(app: App) -> None:
    put(app, "7:limit-1", "7:limit-2", "7:limit_1", "8:limit-1")
    with app.unit_of_work(NOBODY) as work:
        assert outbox.cancel(work, "7:limit-") == 2
    put(app, "7:limit-1")
    assert states(app) == {
        "7:limit-1": "waiting", "7:limit-2": "cancelled", "7:limit_1": "waiting",
        "8:limit-1": "waiting",
    }  # fmt: skip


def test_what_an_act_asks_for_is_written_together_and_in_order(app: App) -> None:
    said: list[str] = []
    event.listen(app.database.engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    put(app, "c", "a", "b")
    assert sum("INSERT INTO outbox" in one for one in said) == 1
    assert list(states(app)) == ["c", "a", "b"]


def test_what_is_called_off_in_the_act_that_asked_for_it_never_comes(app: App) -> None:
    with app.unit_of_work(NOBODY) as work:
        outbox.put(work, key="7:a", kind="k", flow="review", case_id=None, payload={})
        assert outbox.cancel(work, "7:") == 1
    assert states(app) == {"7:a": "cancelled"}
    assert claim(app) == []


def test_nothing_follows_an_act_that_failed(app: App) -> None:
    def fail() -> None:
        with app.unit_of_work(NOBODY) as work:
            outbox.put(work, key="7:a", kind="k", flow="review", case_id=None, payload={})
            raise LeaseLost

    with pytest.raises(LeaseLost):
        fail()
    assert states(app) == {}


def test_the_clock_of_the_law_decides_when_a_row_is_due(app: App, clock: SettableClock) -> None:
    put(app, "tomorrow", not_before=app.now() + timedelta(days=1))
    assert claim(app) == []
    clock.shift(timedelta(days=1))
    assert [job.key for job in claim(app)] == ["tomorrow"]


def test_a_row_is_leased_by_one_worker_until_the_lease_is_over(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(app, "one")
    (first,) = claim(app, "a")
    assert claim(app, "b") == []
    later(monkeypatch, outbox.LEASE + timedelta(seconds=1))
    (second,) = claim(app, "b")
    assert (first.attempt, second.attempt) == (1, 2)
    with pytest.raises(LeaseLost), app.unit_of_work(NOBODY) as work:
        outbox.done(work, first)
    with app.unit_of_work(NOBODY) as work:
        outbox.done(work, second)
    assert states(app) == {"one": "done"}


def test_many_workers_at_once_never_share_a_row(app: App) -> None:
    put(app, *(str(number) for number in range(40)))

    def work(owner: int) -> list[str]:
        taken = []
        while jobs := claim(app, str(owner), limit=2):
            taken += [job.key for job in jobs]
        return taken

    with ThreadPoolExecutor(4) as pool:
        taken = [key for keys in pool.map(work, range(4)) for key in keys]
    assert Counter(taken) == Counter(str(number) for number in range(40))


def test_a_mark_goes_with_the_transaction_of_its_effect(app: App) -> None:
    put(app, "one")
    (job,) = claim(app)

    def effect() -> None:
        with app.unit_of_work(NOBODY) as work:
            outbox.done(work, job)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        effect()
    assert states(app) == {"one": "waiting"}


def test_failures_wait_longer_each_time_and_end_as_dead(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(app, "one")
    # The clock stands: how long this machine takes is no part of a pause.
    later(monkeypatch, timedelta(0))
    pauses = []
    for attempt in range(1, MOST_ATTEMPTS + 1):
        (job,) = claim(app)
        assert job.attempt == attempt
        with app.unit_of_work(NOBODY) as work:
            assert outbox.fail(work, job, "RenderFailed") is (attempt == MOST_ATTEMPTS)
            row = work.session.get_one(Outbox, job.id)
            work.session.refresh(row)
            assert row.lease_until is not None
            pauses.append(row.lease_until - outbox.real_now())
        assert claim(app) == []
        later(monkeypatch, timedelta(hours=1))
    assert [round(pause.total_seconds()) for pause in pauses[:3]] == [5, 10, 20]
    assert states(app) == {"one": "dead"}


def test_a_dead_worker_gives_its_rows_back(app: App) -> None:
    put(app, "one", "two")
    claim(app, "dead")
    claim(app, "alive")
    with app.unit_of_work(NOBODY) as work:
        assert leases.holders(work) == {"dead", "alive"}
        assert leases.release(work, {"dead"}) == 1
    assert [job.key for job in claim(app, "alive", limit=5)] == ["one"]


def test_a_row_that_ends_every_worker_is_given_up(app: App) -> None:
    put(app, "poison", "good")
    for _ in range(MOST_ATTEMPTS):
        claim(app, "victim")
        with app.unit_of_work(NOBODY) as work:
            assert leases.worn_out(work) == []
            leases.release(work, {"victim"})
    with app.unit_of_work(NOBODY) as work:
        assert [job.key for job in leases.worn_out(work)] == ["poison"]
    assert states(app) == {"poison": "dead", "good": "waiting"}


def test_heartbeats_tell_who_is_alive(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    with app.unit_of_work(NOBODY) as work:
        assert not leases.letters_follow(work)
        leases.beat(work, "worker/a/1/1")
        leases.beat(work, leases.SERVER)
        assert leases.living(work) == {"worker/a/1/1", leases.SERVER}
        assert leases.letters_follow(work)
        later(monkeypatch, leases.SILENT_AFTER)
        leases.beat(work, "worker/a/1/1")
        assert leases.living(work) == {"worker/a/1/1"}
        assert not leases.letters_follow(work)
        leases.bury_names(work, {"worker/a/1/1"})
        assert leases.living(work) == set()


def test_nothing_waits_for_the_days_the_clock_was_ahead(
    app: App, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked for, put off and put back while the clock was three days ahead; then it is right."""
    ahead = timedelta(days=3)
    right = outbox.real_now()
    monkeypatch.setattr(outbox, "real_now", lambda: right + ahead)
    clock.shift(ahead)
    put(app, "failed", "resting")
    for job in claim(app, limit=2):
        with app.unit_of_work(NOBODY) as work:
            outbox.fail(work, job, "RenderFailed")
    put(app, "asked")
    put(app, "quiet", not_before=app.now() + timedelta(hours=9))
    with app.unit_of_work(NOBODY) as work:
        outbox.put(work, key="rung", kind="reminder", flow="deadline_watch", case_id=None,
                   payload={}, not_before=app.now())  # fmt: skip
    monkeypatch.setattr(outbox, "real_now", lambda: right)
    clock.shift(-ahead)
    assert claim(app, limit=9) == []
    with app.unit_of_work(NOBODY) as work:
        assert clock_setback.hurry(work) == 4
    assert {job.key for job in claim(app, limit=9)} == {"failed", "resting", "asked", "quiet"}
    with app.unit_of_work(NOBODY) as work:
        assert clock_setback.hurry(work) == 0


def test_what_waits_for_good_reason_goes_on_waiting(app: App) -> None:
    put(app, "failed")
    (job,) = claim(app)
    with app.unit_of_work(NOBODY) as work:
        outbox.fail(work, job, "RenderFailed")
    put(app, "quiet", not_before=app.now() + timedelta(hours=23))
    with app.unit_of_work(NOBODY) as work:
        assert clock_setback.hurry(work) == 0
    assert claim(app, limit=9) == []


def test_a_beat_from_ahead_is_no_sign_of_life(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    right = outbox.real_now()
    monkeypatch.setattr(outbox, "real_now", lambda: right + timedelta(days=3))
    with app.unit_of_work(NOBODY) as work:
        leases.beat(work, "worker/other/1/1")
        leases.beat(work, leases.SERVER)
        monkeypatch.setattr(outbox, "real_now", lambda: right)
        assert leases.living(work) == set()
        assert not leases.letters_follow(work)
