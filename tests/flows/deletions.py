"""`python -m tests.flows.deletions --times 50`: Prefect's database removed with work in flight."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from casework.models import Case
from tests import desk
from tests.flows.installation import House
from tests.flows.looking import faults, settled
from tests.flows.sink import mail_server
from tests.flows.waiting import until

RESULTS = Path(__file__).parents[2] / "bench" / "results"
# Not read from the product: importing its flows would import Prefect with our own environment.
FLOWS = (
    "registration", "clarification", "review", "recommendation", "delivery", "deadline_watch",
    "integrity",
)  # fmt: skip


@dataclass(frozen=True)
class Deletion:
    """One removal: the case in flight, the one after it, and the seconds until both were done."""

    case_in_flight: int
    case_after: int
    seconds: float


def delete(house: House, times: int) -> Iterator[tuple[Deletion, list[Case]]]:
    """Remove the database so many times, each time with a run of a case under way.

    Raises AssertionError when work, pool, deployments or schedule do not come back.
    """
    for _ in range(times):
        began = time.monotonic()
        case = _in_flight(house)
        house.lose_flow_database()
        after = desk.receive(house.app, f"sesudah-{time.monotonic_ns()}")
        for one in (case, after):
            until(partial(settled, house.app, one.id), f"the work of case {one.id}")
        until(lambda: came_back(house), "pool, deployments and schedule")
        yield Deletion(case.id, after.id, round(time.monotonic() - began, 1)), [case, after]


def _in_flight(house: House) -> Case:
    """A case with a run at the server and work that is not done."""
    while True:
        case = desk.receive(house.app, f"dalam-jalan-{time.monotonic_ns()}")
        until(partial(house.runs, f"case:{case.id}"), "the first run")
        if not settled(house.app, case.id):
            return case


def came_back(house: House) -> bool:
    """Whether the new database has the pool, every deployment and the schedule."""
    try:
        for name in FLOWS:
            found = httpx.get(f"{house.api}/deployments/name/{name}/{name}", timeout=30)
            if found.status_code != httpx.codes.OK or found.json()["work_pool_name"] != "casework":
                return False
        watch = httpx.get(f"{house.api}/deployments/name/deadline_watch/deadline_watch", timeout=30)
        return len(watch.json()["schedules"]) == 1
    except httpx.HTTPError:
        return False


def main() -> int:
    """Delete, print a line each, keep the JSON; 1 when anything was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m tests.flows.deletions")
    parser.add_argument("--times", type=int, default=50)
    wanted = parser.parse_args()
    done: list[Deletion] = []
    wrong: list[str] = []
    with TemporaryDirectory(prefix="casework-deletions-") as name, mail_server() as sink:
        house = House(Path(name), sink)
        with closing(house):
            house.start_server()
            with house.worker():
                try:
                    for found, cases in delete(house, wanted.times):
                        done.append(found)
                        lost = faults(house.app, cases)
                        wrong += lost
                        print(f"{len(done):>3} {asdict(found)} {lost or 'sound'}", flush=True)
                except AssertionError as fault:
                    wrong.append(str(fault))
    print(f"{len(done)} deletions of {wanted.times}, {len(wrong)} faults")
    for text in wrong:
        print(f"  FAULT {text}")
    _keep(done, wrong)
    return 1 if wrong or len(done) < wanted.times else 0


def _keep(done: list[Deletion], wrong: list[str]) -> None:
    RESULTS.mkdir(parents=True, exist_ok=True)
    kept = {
        "name": "deletions",
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": platform.platform(),
        "deletions": [asdict(one) for one in done],
        "faults": wrong,
    }
    (RESULTS / "deletions.json").write_text(json.dumps(kept, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
