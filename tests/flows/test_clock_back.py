"""The machine's clock was days ahead and is right again: the minutely watch goes on at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.flows.installation import House
from tests.flows.waiting import until

pytestmark = pytest.mark.prefect
AHEAD = timedelta(days=3)


def test_runs_planned_by_a_clock_that_was_ahead_do_not_stop_the_schedule(house: House) -> None:
    with house.worker():
        planned = until(lambda: _planned(house), "runs of the schedule")
        for run in planned:
            _move(house, run["id"])
        moved = {run["id"] for run in planned}
        until(lambda: not moved & {run["id"] for run in _planned(house, after=AHEAD / 2)},
              "the end of runs that are days ahead")  # fmt: skip
        until(lambda: [run for run in _planned(house) if run["id"] not in moved],
              "new runs of the schedule")  # fmt: skip


def _planned(house: House, after: timedelta = timedelta()) -> list[dict[str, Any]]:
    """Runs that the schedule made and nobody has begun; of those, what is planned beyond."""
    least = datetime.now(UTC) + after
    return [
        run
        for run in house.runs("auto-scheduled")
        if run["state_type"] == "SCHEDULED"
        and datetime.fromisoformat(run["next_scheduled_start_time"]) > least
    ]


def _move(house: House, run: str) -> None:
    at = (datetime.now(UTC) + AHEAD).isoformat()
    state = {"type": "SCHEDULED", "state_details": {"scheduled_time": at}}
    house.ask(f"flow_runs/{run}/set_state", {"state": state, "force": True})
