"""Whoever reported can be read in no file, also while the flow server keeps all its events.

Nothing of a case can be read in what the flow server keeps, in log lines and in mails.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from casework.models import Party
from casework.services.cases.record import disclosure
from casework.services.upkeep.effects import Outcome
from tests import desk
from tests.flows.canary import OF_THE_CASE, PROTECTED, found, plant
from tests.flows.drive import COORDINATOR, Clerk, steps
from tests.flows.installation import House
from tests.flows.looking import NOBODY, settled
from tests.flows.sink import LATER, Sink
from tests.flows.waiting import until

pytestmark = pytest.mark.prefect

KEEPS_EVERYTHING = {
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "true",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_FLUSH_INTERVAL": "1",
    "PREFECT_LOGGING_LEVEL": "DEBUG",
    "PREFECT_SERVER_LOGGING_LEVEL": "INFO",
}


@pytest.fixture
def talkative(tmp_path: Path, sink: Sink) -> Iterator[House]:
    """An installation with a flow server that keeps events, and logs that leave nothing out."""
    house = House(tmp_path, sink, more=KEEPS_EVERYTHING)
    house.start_server()
    yield house
    house.close()


def events(house: House) -> list[object]:
    """Every event that the flow server has written down."""
    page = house.ask("events/filter", {"limit": 50})
    found = list(page["events"])
    while page["next_page"]:
        page = httpx.get(page["next_page"], timeout=30).raise_for_status().json()
        found += page["events"]
    return found


def told(house: House) -> str:
    """Everything the flow server says about runs, in its log and in its events."""
    kinds = ("flow_runs", "task_runs", "logs", "artifacts")
    asked = {name: house.ask(f"{name}/filter", {}) for name in kinds}
    return json.dumps([asked, events(house)])


def failed(house: House) -> bool:
    """Whether a run has told the flow server that a message was not sent."""
    return any(Outcome.UNREACHED in (run["state"]["message"] or "") for run in house.runs())


def case_parties(house: House, case_id: int) -> list[Party]:
    """The parties of the case."""
    with house.app.reading(NOBODY) as work:
        return list(work.session.scalars(select(Party).where(Party.case_id == case_id)))


def test_nobody_can_be_read_anywhere_while_the_flow_server_keeps_its_events(
    talkative: House, sink: Sink
) -> None:
    house = talkative
    case = plant(house, "kenari")
    # A mail that fails once: what goes wrong is told to the flow server too.
    sink.answers[case.number] = [LATER]
    before = len(sink.mails)
    with house.worker():
        for flow in steps(Clerk(house, case.id)):
            until(lambda: settled(house.app, case.id), f"the work of {flow}")
        party = next(one for one in case_parties(house, case.id) if one.identity_id)
        with house.app.unit_of_work(desk.officer(house.app, COORDINATOR)) as work:
            read = disclosure.read(work, party.id, "Mencocokkan surat kuasa")
        until(lambda: len(events(house)) > 50, "events that are kept")
        until(lambda: failed(house), "the failed try")
    assert read.name in PROTECTED
    said = told(house)
    assert f"case:{case.id}" in said
    assert [word for word in (*PROTECTED, *OF_THE_CASE) if word in said] == []
    assert len(sink.mails) > before
    assert found(house.root, PROTECTED) == []
    readable = found(house.root, OF_THE_CASE)
    assert readable, "the search finds what may be read in our database, so it does search"
    quiet = [one for one in readable if not one.startswith(("casework.db", "files/"))]
    assert quiet == []
    mails = "\n".join(sink.mails[before:])
    assert [word for word in (*PROTECTED, *OF_THE_CASE) if word in mails] == []
