"""The minutely flow and its schedule: reminders once, also late, and expired limits."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from sqlalchemy import select

from casework.models import Deadline, Delivery, Event, Notice
from tests import desk
from tests.flows.installation import House
from tests.flows.looking import NOBODY, rows, settled
from tests.flows.sink import Sink
from tests.flows.waiting import until

pytestmark = pytest.mark.prefect


def test_late_rungs_come_once_and_a_limit_that_ran_out_is_recorded(
    house: House, sink: Sink
) -> None:
    case = desk.receive(house.app, "pengawasan")
    with house.worker():
        until(lambda: settled(house.app, case.id), "the papers of the report")
        # Three days later: the two rungs of the initial review are late, its limit is over.
        house.clock.set("2024-09-22T10:00:00+07:00")
        _sweep(house)
        until(lambda: not _waiting(house, case.id), "the sweep")
        until(lambda: settled(house.app, case.id), "the mails")
        until(lambda: _by_schedule(house), "a run of Prefect's own schedule")

    with house.app.reading(NOBODY) as work:
        limit = work.session.scalars(
            select(Deadline).where(Deadline.case_id == case.id, Deadline.rule == "kajian_awal")
        ).one()
        event = work.session.scalars(
            select(Event).where(Event.case_id == case.id, Event.action == "tenggat_lewat")
        ).one()
        told = work.session.scalars(
            select(Notice).where(Notice.key.startswith(f"{case.id}:deadline-{limit.id}:reminder"))
        ).all()
        keys = [notice.id for notice in told]
        sent = work.session.scalars(select(Delivery).where(Delivery.notice_id.in_(keys))).all()
    assert limit.state == "expired"
    assert event.actor_id is None
    assert event.detail["effect_known"] is False
    assert "Tidak diketahui" in event.detail["effect"]
    # One folded message each to the case officer and the coordinator, sent once.
    assert len(told) == len({notice.officer_id for notice in told}) == 2
    assert [row.state for row in sent] == ["sent", "sent"]
    mails = [mail for mail in sink.mails if any(row.message_id in mail for row in sent)]
    assert len(mails) == 2
    for mail in mails:
        assert "multipart/alternative" in mail
        assert case.number in mail
        assert "Pelapor Uji" not in mail
        assert "Terlapor Uji" not in mail
    assert {run["work_pool_name"] for run in _by_schedule(house)} == {"casework"}


def _sweep(house: House) -> None:
    """Ask for a sweep now; the schedule's next one may be a minute away."""
    found = httpx.get(f"{house.api}/deployments/name/deadline_watch/deadline_watch").json()
    wanted = {"name": "now", "idempotency_key": "now", "state": {"type": "SCHEDULED"}}
    house.ask(f"deployments/{found['id']}/create_flow_run", wanted)


def _by_schedule(house: House) -> list[dict[str, Any]]:
    """Runs of the schedule that are done; one of a pool that a test removed names no pool."""
    return [
        run
        for run in house.runs("auto-scheduled")
        if run["state_type"] == "COMPLETED" and run["work_pool_name"] is not None
    ]


def _waiting(house: House, case_id: int) -> bool:
    return any(
        row.state == "waiting" and row.kind == "reminder" for row in rows(house.app, case_id)
    )
