"""Batches: a run a case while it is quiet, many cases a run when it is not."""

from __future__ import annotations

import pytest

from casework.bootstrap import App
from casework.models import Case
from casework.services.core import batches, outbox
from casework.services.core.work import Actor, Work
from tests import desk

NOBODY = Actor.system(0)


@pytest.fixture
def cases(app: App) -> list[int]:
    """Some cases whose own work is out of the way."""
    desk.furnish(app)
    numbers = [desk.receive(app, f"laporan-{number}").id for number in range(6)]
    with app.unit_of_work(NOBODY) as work:
        for number in numbers:
            outbox.cancel(work, f"{number}:")
        assert not batches.waiting(work)
    return numbers


def ask(work: Work, flow: str, *cases: int, effect: str = "e") -> None:
    for case in cases:
        outbox.put(
            work, key=f"{case}:{flow}:{effect}", kind="k", flow=flow, case_id=case, payload={}
        )
    work.session.flush()


def test_a_quiet_office_gets_a_batch_a_case_with_all_its_rows(app: App, cases: list[int]) -> None:
    one, two = cases[:2]
    with app.unit_of_work(NOBODY) as work:
        ask(work, "review", one, two)
        ask(work, "review", one, effect="second")
        ask(work, "delivery", one)
        assert len(batches.gather(work)) == 3
        assert not batches.waiting(work)
        shapes = {(parcel.flow, parcel.cases) for parcel in batches.unsent(work)}
        assert shapes == {("review", (one,)), ("review", (two,)), ("delivery", (one,))}
        assert len({parcel.key for parcel in batches.unsent(work)}) == 3


def test_a_busy_office_gets_one_batch_for_all(app: App, cases: list[int]) -> None:
    with app.unit_of_work(NOBODY) as work:
        ask(work, "review", *cases)
        batches.gather(work)
        assert [parcel.cases for parcel in batches.unsent(work)] == [tuple(cases)]


def test_work_piles_up_while_enough_runs_are_under_way(
    app: App, cases: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "MOST_CASES", 2)
    monkeypatch.setattr(batches, "MOST_OPEN", 2)
    with app.unit_of_work(NOBODY) as work:
        ask(work, "review", *cases)
        assert len(batches.gather(work)) == 2
        assert batches.gather(work) == []
        assert batches.waiting(work)


def test_the_minutely_sweep_needs_no_batch(app: App, cases: list[int]) -> None:
    with app.unit_of_work(NOBODY) as work:
        ask(work, batches.SWEPT, cases[0])
        assert batches.gather(work) == []


def test_the_rows_of_a_lost_batch_go_into_a_new_one(app: App, cases: list[int]) -> None:
    with app.unit_of_work(NOBODY) as work:
        ask(work, "review", *cases[:2])
        first, second = batches.gather(work)
        batches.mark_sent(work, first, "run")
        assert batches.take(work, first, "worker") == (cases[0],)
        jobs = outbox.claim(work, "worker", batch_id=first)
        assert not batches.close(work, first)
        batches.abandon(work, first)
        assert len(jobs) == 1
        (again,) = batches.gather(work)
        assert {parcel.id for parcel in batches.unsent(work)} == {second, again}
        assert batches.sent(work) == []


def test_a_batch_ends_when_its_rows_are_settled_or_put_back(app: App, cases: list[int]) -> None:
    with app.unit_of_work(NOBODY) as work:
        ask(work, "review", cases[0])
        ask(work, "review", cases[0], effect="second")
        (batch,) = batches.gather(work)
        batches.mark_sent(work, batch, "run")
        good, bad = outbox.claim(work, "worker", batch_id=batch, limit=2)
        outbox.done(work, good)
        outbox.fail(work, bad, "RenderFailed")
        assert batches.close(work, batch)
        assert batches.sent(work) == batches.unsent(work) == []
        assert work.session.get_one(Case, cases[0]).id == cases[0]


def test_messages_leave_places_of_a_worker_to_letters_and_limits(
    app: App, cases: list[int]
) -> None:
    with app.unit_of_work(NOBODY) as work:
        ask(work, batches.SENDS, *cases[:2])
        assert len(batches.gather(work)) == batches.MOST_SENDING < batches.MOST_OPEN
        ask(work, batches.SENDS, *cases[2:])
        ask(work, "review", *cases)
        assert len(batches.gather(work)) == 1
        assert {parcel.flow for parcel in batches.unsent(work)} == {batches.SENDS, "review"}
        assert batches.waiting(work)


def test_messages_of_one_moment_never_take_every_place(app: App, cases: list[int]) -> None:
    with app.unit_of_work(NOBODY) as work:
        ask(work, batches.SENDS, *cases[:3])
        assert len(batches.gather(work)) <= batches.MOST_SENDING
