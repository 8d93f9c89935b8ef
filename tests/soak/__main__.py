"""`make soak`: five acts a second for an hour beside server and worker; memory must stay flat."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from casework.services.acts.registration import kajian_awal
from casework.services.acts.registration.kajian_awal import Verdict
from tests import desk
from tests.flows.drive import OFFICER, Clerk
from tests.flows.installation import House, Process
from tests.flows.looking import faults
from tests.flows.sink import mail_server
from tests.soak.growth import Sample, grown, look

TURNS = 3
RESULTS = Path(__file__).parents[2] / "bench" / "results"


def main() -> int:
    """Act, sample, print; 1 when memory or handles grew, or an invariant broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("--seconds", type=int, default=3600)
    parser.add_argument("--rate", type=float, default=5.0, help="acts a second")
    parser.add_argument("--samples", type=int, default=30)
    wanted = parser.parse_args()
    samples: dict[str, list[Sample]] = {"worker": [], "server": [], "acts": []}
    acts = 0
    with TemporaryDirectory(prefix="casework-soak-") as name, mail_server() as sink:
        house = House(Path(name), sink)
        with closing(house):
            house.start_server()
            assert house.server is not None
            todo = work_of(house)
            with house.worker() as worker:
                began = time.monotonic()
                while (passed := time.monotonic() - began) < wanted.seconds:
                    if passed >= len(samples["acts"]) * wanted.seconds / wanted.samples:
                        _sample(samples, passed, acts, worker, house.server)
                    next(todo)
                    acts += 1
                    time.sleep(max(0.0, began + acts / wanted.rate - time.monotonic()))
                _sample(samples, wanted.seconds, acts, worker, house.server)
            wrong = faults(house.app)
    for process, found in samples.items():
        wrong += [f"{process}: {text}" for text in grown(found)]
    print(f"{acts} acts in {wanted.seconds} s: {len(wrong)} faults")
    for text in wrong:
        print(f"  FAULT {text}")
    _keep(samples, acts, wanted.seconds, wrong)
    return 1 if wrong else 0


def work_of(house: House) -> Iterator[None]:
    """One act after the other: a report, its requirements in three turns, to the pleno."""
    for number in count():
        case = desk.receive(house.app, f"rendam-{number}")
        yield
        clerk = Clerk(house, case.id)
        wanted = sorted(house.app.law.edition(case.edition, case.revision).requirements)
        for turn in range(TURNS):
            share = wanted[turn::TURNS]
            clerk.act(
                OFFICER,
                kajian_awal.assess,
                {name: Verdict(True, "Diperiksa pada berkas.") for name in share},
            )
            yield
        clerk.act(OFFICER, kajian_awal.propose_registration)
        yield


def _sample(
    samples: dict[str, list[Sample]], passed: float, acts: int, worker: Process, server: Process
) -> None:
    words = [f"{passed:7.0f} s {acts:7} acts"]
    for name, pid in (("worker", worker.popen.pid), ("server", server.popen.pid), ("acts", 0)):
        found = look(pid, passed)
        samples[name].append(found)
        words.append(f"{name} {found.memory_mb:.0f} MB {found.handles} handles")
    print(" · ".join(words), flush=True)


def _keep(samples: dict[str, list[Sample]], acts: int, seconds: int, wrong: list[str]) -> None:
    RESULTS.mkdir(parents=True, exist_ok=True)
    kept = {
        "name": "soak",
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": platform.platform(),
        "seconds": seconds,
        "acts": acts,
        "samples": {name: [vars(one) for one in found] for name, found in samples.items()},
        "faults": wrong,
    }
    (RESULTS / "soak.json").write_text(json.dumps(kept, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
