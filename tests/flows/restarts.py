"""`python -m tests.flows.restarts --times 20`: the flow server restarted with work in flight.

With `--events` it keeps its event log, and so writes as much as it ever does. Whatever it says of a
locked database is counted, also what it asks its clients to try again.
"""

from __future__ import annotations

import argparse
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from casework.models import Case
from tests import desk
from tests.flows.installation import House
from tests.flows.looking import faults, settled
from tests.flows.sink import mail_server
from tests.flows.waiting import until

AT_ONCE = 3
KEEPS_EVENTS = {
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "true",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_FLUSH_INTERVAL": "1",
}
_LOCKED = re.compile(r"database (?:table )?is locked")
_PLACE = re.compile(r"prefect/server/([\w/]+\.py)\", line \d+, in (\w+)")


def restart(house: House, times: int) -> Iterator[tuple[float, list[Case]]]:
    """Restart the server so many times, every second one by force, with runs under way.

    Gives the seconds until it answered and the cases meanwhile.
    """
    assert house.server is not None
    for turn in range(times):
        cases = [desk.receive(house.app, f"ulang-{turn}-{number}") for number in range(AT_ONCE)]
        until(partial(house.runs, f"case:{cases[0].id}"), "the first run")
        began = time.monotonic()
        house.server.end(signal.SIGKILL if turn % 2 else signal.SIGTERM)
        house.start_server()
        took = time.monotonic() - began
        for case in cases:
            until(partial(settled, house.app, case.id), f"the work of case {case.id}")
        yield took, cases


def locked(log: str) -> Counter[str]:
    """How often the server said that its database is locked, by the place of its code."""
    found: Counter[str] = Counter()
    place = ""
    for line in log.splitlines():
        if named := _PLACE.search(line):
            place = f"{named[1]} {named[2]}"
        if _LOCKED.search(line) and "OperationalError" in line:
            found[place] += 1
    return found


def main() -> int:
    """Restart, print a line each; 1 when it was locked, or anything was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m tests.flows.restarts")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--events", action="store_true")
    wanted = parser.parse_args()
    more = KEEPS_EVENTS if wanted.events else {}
    wrong: list[str] = []
    with TemporaryDirectory(prefix="casework-restarts-") as name, mail_server() as sink:
        house = House(Path(name), sink, more=more)
        with closing(house):
            house.start_server()
            with house.worker():
                for number, (took, cases) in enumerate(restart(house, wanted.times), 1):
                    wrong += faults(house.app, cases)
                    print(f"{number:>3} answered after {took:.1f} s", flush=True)
            told = locked((house.root / "server.log").read_text())
    for place, count in told.most_common():
        print(f"  locked {count:>4} x {place}")
    print(f"{wanted.times} restarts, locked {told.total()} times, {len(wrong)} faults")
    for text in wrong:
        print(f"  FAULT {text}")
    return 1 if wrong or told else 0


if __name__ == "__main__":
    sys.exit(main())
