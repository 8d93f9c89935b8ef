"""A mail server that refuses, puts off and hangs: every try is kept, none is lost."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select, update

from casework.models import Case, Delivery, Outbox
from casework.services.core.outbox import MOST_ATTEMPTS, PATIENCE
from casework.services.people import notices
from casework.services.upkeep import dead_letters
from casework.services.upkeep.effects import Outcome
from tests import desk
from tests.flows.installation import House
from tests.flows.looking import NOBODY, faults, rows, settled
from tests.flows.sink import HANG, LATER, REFUSE, Sink, subject_of
from tests.flows.waiting import until

pytestmark = pytest.mark.prefect


def test_a_mail_is_tried_with_growing_pauses_until_it_is_taken(house: House, sink: Sink) -> None:
    case = desk.receive(house.app, "surel-ditolak")
    given_up = desk.receive(house.app, "surel-menyerah")
    sink.answers[case.number] = [REFUSE, LATER, HANG]
    sink.answers[given_up.number] = [REFUSE] * MOST_ATTEMPTS

    with house.worker():
        until(partial(_loses_patience, house, given_up), "the first refusal")
        until(partial(_dead, house, given_up), "the row that is given up")
        until(partial(settled, house.app, case.id), "the mail after the repair")
        assert 'casework_outbox_rows{kind="mail",state="dead"} 1.0' in house.figures()

        # Repaired: what was given up is put back by a person and goes out.
        sink.answers.clear()
        with house.app.unit_of_work(desk.officer(house.app, "admin.bengkulu")) as work:
            assert dead_letters.put_back(work) == 1
        until(partial(settled, house.app, given_up.id), "the mail that was given up")

    first, second, third, taken = sink.tried[case.number]
    assert second - first >= 5
    assert third - second >= 10
    assert taken - third >= 20
    assert _tries(house, case) == ["failed"] * 3 + ["sent_again"]
    assert set(_tries(house, given_up)[:-1]) == {"failed"}
    assert _tries(house, given_up)[-1] == "sent"
    assert sum(case.number in subject_of(mail) for mail in sink.mails) == 1
    # A channel out of reach is no failed run: the run says what was not sent.
    runs = house.runs(f"case:{case.id}", "stage:delivery")
    assert {run["state_type"] for run in runs} == {"COMPLETED"}
    said = [run["state"]["message"] for run in runs]
    assert said.count(f"1 {Outcome.UNREACHED}") == 3
    assert said.count(f"1 {Outcome.DONE}") == 1
    assert faults(house.app, [case, given_up]) == []


def _mail(house: House, case: Case) -> Outbox | None:
    return next((row for row in rows(house.app, case.id) if row.kind == "mail"), None)


def _loses_patience(house: House, case: Case) -> bool:
    """Make the next try of a mail its last one; a real one would come after a day."""
    row = _mail(house, case)
    if row is None or row.attempts == 0 or row.lease_owner or not row.lease_until:
        return False
    yesterday = row.not_before - PATIENCE - timedelta(minutes=1)
    with house.app.unit_of_work(NOBODY) as work:
        work.session.execute(
            update(Outbox)
            .where(Outbox.id == row.id)
            .values(attempts=MOST_ATTEMPTS - 1, not_before=yesterday)
        )
    return True


def _dead(house: House, case: Case) -> bool:
    with house.app.reading(NOBODY) as work:
        return [row.case_id for row in notices.dead(work)] == [case.id]


def _tries(house: House, case: Case) -> list[str]:
    row = _mail(house, case)
    assert row is not None
    with house.app.reading(NOBODY) as work:
        query = select(Delivery.state).where(Delivery.notice_id == row.payload["notice_id"])
        return list(work.session.scalars(query.order_by(Delivery.id)))
