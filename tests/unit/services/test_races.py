"""Two at once on a server that lets them: one wins, nobody is left waiting for ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select, text

from casework.models import Counter, Event, Number
from casework.services.acts import acts
from casework.services.acts.any_stage import extension, issuing
from casework.services.acts.registration import completion, kajian_awal
from casework.services.cases import access
from casework.services.cases.record import audit
from casework.services.core import numbers
from casework.services.core.outbox import claim
from casework.services.core.work import Actor
from casework.services.deadlines import expiry
from casework.services.documents import drawing
from tests.bureau import Bureau
from tests.desk import REPORT

pytestmark = pytest.mark.postgres
PAUSE = 0.4


@pytest.fixture
def served(bureau: Bureau) -> Bureau:
    """An office on PostgreSQL: SQLite has one writer and cannot come into these straits."""
    assert bureau.app.database.engine.dialect.name == "postgresql"
    return bureau


def together(*jobs: Callable[[], object]) -> list[BaseException | None]:
    """Run jobs at once; how each ended."""
    ends: list[BaseException | None] = [None] * len(jobs)

    def run(index: int) -> None:
        try:
            jobs[index]()
        except Exception as fault:  # noqa: BLE001 - given back
            ends[index] = fault

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return ends


def test_a_form_sent_twice_at_once_is_one_report(served: Bureau) -> None:
    actor = served.actor("intake_officer")
    inside = threading.Barrier(2)
    found: list[int] = []

    def send() -> None:
        with served.app.unit_of_work(actor) as work:
            inside.wait(10)
            found.append(acts.open_case(work, "terima_laporan", replace(REPORT, key="sama")).id)

    assert together(send, send) == [None, None]
    assert len(set(found)) == 1
    counted = select(func.count()).select_from(Number)
    assert served.read(lambda work: work.session.scalar(counted)) == 1
    assert served.sound() == ()


def test_two_first_reports_of_a_year_take_two_numbers(served: Bureau) -> None:
    with served.app.database.engine.begin() as connection:
        connection.execute(text("delete from counters"))
    actor = served.actor("intake_officer")
    inside = threading.Barrier(2)

    def send(key: str) -> None:
        with served.app.unit_of_work(actor) as work:
            inside.wait(10)
            acts.open_case(work, "terima_laporan", replace(REPORT, key=key))

    assert together(lambda: send("a"), lambda: send("b")) == [None, None]
    assert served.read(lambda work: work.session.scalars(select(Counter.value)).one()) == 2
    assert served.sound() == ()


def test_a_letter_issued_while_its_draft_is_drawn_keeps_both_in_the_record(
    served: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    served.receive()
    served.assess({"bukti": "Tidak ada."})
    served.attempt("case_officer", kajian_awal.ask_to_complete)
    (letter,) = served.documents("pemberitahuan_kelengkapan")
    with served.app.unit_of_work(Actor.system(0)) as work:
        (job,) = claim(work, "test", kinds=["render_draft"])
    read, drawn = threading.Event(), threading.Event()
    whole = numbers.take_letter

    def slow(*args: Any, **kwargs: Any) -> Number:
        # The letter is read; now the flow would like to keep its draft.
        read.set()
        drawn.wait(PAUSE)
        return whole(*args, **kwargs)

    monkeypatch.setattr(numbers, "take_letter", slow)

    def draw() -> None:
        read.wait(10)
        drawing.render_draft(served.app, job)
        drawn.set()

    def issue() -> None:
        served.attempt("chair", issuing.issue, [letter.id])

    assert together(issue, draw) == [None, None]
    served.settle()
    assert served.documents("pemberitahuan_kelengkapan")[0].state == "issued"
    assert served.sound() == ()


@pytest.mark.parametrize("first", ["officer", "sweep"])
def test_an_act_and_the_sweep_on_one_limit_do_not_wait_for_each_other(
    served: Bureau, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    served.receive()
    served.ask_to_complete()
    served.at("2024-09-22T00:10")
    limit = served.limit("perbaikan")
    office = served.read(lambda work: served.case(work).office_id)

    def officer() -> None:
        served.attempt("intake_officer", completion.receive, served.app.now(), "Lengkap.")

    def sweep() -> None:
        expiry.expire(served.app, limit.id, office)

    record = audit.record

    def slow(*args: Any, **kwargs: Any) -> Event:
        time.sleep(PAUSE)
        return record(*args, **kwargs)

    monkeypatch.setattr(audit, "record", slow)
    jobs = (officer, sweep) if first == "officer" else (sweep, officer)

    def second() -> None:
        time.sleep(PAUSE / 4)
        jobs[1]()

    assert together(jobs[0], second) == [None, None]
    assert served.limit("perbaikan").state == "late_met"
    assert served.sound() == ()


def test_an_extension_at_midnight_is_not_overwritten_by_the_sweep(served: Bureau) -> None:
    served.receive()
    served.register()
    served.at("2024-09-22T23:59:59")
    limit = served.limit("penanganan")
    office = served.read(lambda work: served.case(work).office_id)
    coordinator = served.actor("coordinator")
    entered = threading.Event()

    def extend() -> None:
        with served.app.unit_of_work(coordinator) as work:
            version = access.readable(work, served.case_id).version
            extension.extend(work, served.case_id, version, "Perlu keterangan.")
            entered.set()
            time.sleep(PAUSE)

    def sweep() -> None:
        entered.wait(10)
        served.at("2024-09-23T00:00:00")
        expiry.expire(served.app, limit.id, office)

    assert together(extend, sweep) == [None, None]
    assert served.limit("penanganan").state == "open"
    assert served.sound() == ()
