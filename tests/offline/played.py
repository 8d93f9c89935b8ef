"""One case through pages, flow server and worker without a network; prints what was seen."""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import httpx

from scripts.offline import raise_loopback
from tests import desk
from tests.flows.drive import Clerk, steps
from tests.flows.installation import House, Process
from tests.flows.looking import documents, faults, settled
from tests.flows.sink import mail_server
from tests.flows.waiting import free_port, until

HOOK = Path(__file__).with_name("hook")


def play(folder: Path) -> dict[str, object]:
    """Carry a case from the desk to its last letter; gives the outside hosts somebody tried."""
    told = folder / "connects"
    paths = (str(HOOK), os.environ.get("PYTHONPATH", ""))
    more = {
        "CASEWORK_TEST_CONNECTS": str(told),
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
    }
    with mail_server() as sink:
        house = House(folder, sink, more=more)
        with closing(house):
            house.start_server()
            port = free_port()
            pages = Process(
                f"gunicorn webui.app:create_app() --bind 127.0.0.1:{port} --no-control-socket",
                house.environment,
                folder / "web.log",
            )
            until(partial(_ready, port), "the pages")
            with house.worker():
                case = desk.receive(house.app, "tanpa-jaringan")
                until(partial(settled, house.app, case.id), "the papers of the report")
                for flow in steps(Clerk(house, case.id)):
                    until(partial(settled, house.app, case.id), flow)
            pages.end()
            return {
                "connects": told.read_text().splitlines() if told.exists() else [],
                "watched": Path(f"{told}.watched").read_text().splitlines(),
                "papers": len(documents(house.app, case.id)),
                "mails": len(sink.mails),
                "faults": faults(house.app),
            }


def _ready(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/masuk", timeout=10).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


if __name__ == "__main__":
    raise_loopback()
    sys.stdout.write("\n" + json.dumps(play(Path(sys.argv[1]))) + "\n")
