"""A flow server that hangs: acts go on, and the work resumes when it does."""

from __future__ import annotations

import signal
import time
from functools import partial

import pytest

from casework.services.core import leases
from tests import desk
from tests.flows.installation import House
from tests.flows.looking import NOBODY, documents, faults, settled
from tests.flows.waiting import until

pytestmark = pytest.mark.prefect
# Longer than a worker's beat and its look at the server.
HANGS = 12.0


@pytest.mark.thorough  # in the gate the server is away altogether
def test_work_resumes_after_the_flow_server_hung(house: House) -> None:
    assert house.server is not None
    with house.worker():
        before = desk.receive(house.app, "sebelum-tergantung")
        until(lambda: house.runs(f"case:{before.id}"), "the first run")
        house.server.tell(signal.SIGSTOP)
        try:
            during = [desk.receive(house.app, f"saat-tergantung-{n}") for n in range(2)]
            time.sleep(HANGS)
            for case in during:
                assert {paper.state for paper in documents(house.app, case.id)} == {"numbered"}
        finally:
            house.server.tell(signal.SIGCONT)
        for case in (before, *during):
            until(partial(settled, house.app, case.id), f"the work of {case.id}")
        until(partial(_letters_follow, house), "the beat of the server")
    assert faults(house.app, [before, *during]) == []


def _letters_follow(house: House) -> bool:
    with house.app.reading(NOBODY) as work:
        return leases.letters_follow(work)
