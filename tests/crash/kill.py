"""One kill: a process ended at a place, another that goes on, and what must be equal after it."""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from casework.bootstrap import App
from casework.failpoint import VARIABLE
from casework.models import (
    Bundle,
    Case,
    Deadline,
    Delivery,
    Document,
    Event,
    IntegrityCheck,
    Notice,
    Number,
    Outbox,
)
from casework.services.core import leases
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep import digest, effects, integrity
from casework.services.upkeep.invariants.examine import examine
from tests.crash import scene
from tests.crash.post import Post

NOBODY = Actor.system(NO_OFFICE)
OWNER = "drain"
REPORT = "report.json"


@dataclass(frozen=True)
class Outcome:
    """What one kill did: whether the process died there, and everything that went wrong."""

    killed: bool
    faults: tuple[str, ...]


def work(url: str, folder: Path, seed: int) -> None:
    """An officer sends a form, then everything that is due is done."""
    app = scene.place(url, folder)
    scene.submit(app, seed)
    scene.take_over(app)
    scene.ask_for_answers(app)
    digest.plan(app)
    integrity.plan(app)
    effects.drain(app, OWNER)
    app.close()


def go_on(url: str, folder: Path, seed: int) -> None:
    """What happens after a restart: the dead one's leases are freed, the form is sent again."""
    app = scene.place(url, folder)
    app.settle_anchors()
    with app.unit_of_work(NOBODY) as unit:
        leases.release(unit, {OWNER})
    scene.submit(app, seed)
    scene.take_over(app)
    scene.ask_for_answers(app)
    digest.plan(app)
    integrity.plan(app)
    effects.drain(app, OWNER)
    (folder / REPORT).write_text(json.dumps(report(app)))
    app.close()


def report(app: App) -> dict[str, Any]:
    """What there is now, counted so that two runs can be compared, and the broken invariants."""
    with app.reading(NOBODY) as unit:
        found = list(examine(unit, app.anchors.read()))
        read = unit.session.execute
        counts = {
            "cases": _count(read(select(Case.stage, Case.receipt_number))),
            "numbers": _count(read(select(Number.series, Number.text))),
            "papers": _count(read(select(Document.kind, Document.state))),
            "bundles": _count(read(select(Bundle.state))),
            "limits": _count(read(select(Deadline.rule, Deadline.state))),
            "rows": _count(read(select(Outbox.kind, Outbox.state))),
            "acts": _count(read(select(Event.action, Event.role))),
            "messages": _count(read(select(Notice.subject, Notice.officer_id))),
            "examined": _count(read(select(IntegrityCheck.faults, IntegrityCheck.schema))),
            "mails": _count(read(select(Delivery.state, Delivery.channel))),
        }
    broken = [f"{one.id} {fault}" for one in found for fault in one.faults]
    return {"counts": counts, "broken": broken}


def kill(url: str, folder: Path, place: str, turn: int, seed: int, wanted: Any) -> Outcome:
    """Kill at the `turn`-th pass of `place`, go on, and compare with the run without a kill."""
    ended = forked(lambda: work(url, folder, seed), f"{place}:{turn}")
    if ended == 0:
        return Outcome(killed=False, faults=())
    if ended != -signal.SIGKILL:
        return Outcome(killed=False, faults=(f"the process ended with {ended}",))
    if after := forked(lambda: go_on(url, folder, seed)):
        return Outcome(killed=True, faults=(f"going on ended with {after}",))
    got = json.loads((folder / REPORT).read_text())
    return Outcome(killed=True, faults=tuple(differences(folder, got, wanted)))


def differences(folder: Path, got: Any, wanted: Any) -> Iterable[str]:
    """Lost and doubled effects; a mail may come twice when its second sending is marked."""
    yield from got["broken"]
    again = got["counts"]["mails"].pop("sent_again email", 0)
    mails = got["counts"]["mails"]
    mails["sent email"] = mails.get("sent email", 0) + again
    for name, counts in wanted["counts"].items():
        for key in sorted(counts.keys() | got["counts"][name].keys()):
            there, expected = got["counts"][name].get(key, 0), counts.get(key, 0)
            if there != expected:
                yield f"{name} {key}: {there}, without a kill {expected}"
    doubled = {name: count - 1 for name, count in Counter(Post(folder / "post").taken()).items()}
    if sum(doubled.values()) > again:
        yield f"{sum(doubled.values())} mails came twice, {again} are marked"


def forked(task: Callable[[], None], failpoint: str = "") -> int:
    """Do something in a process of its own, as this one stands now; gives how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.environ[VARIABLE] = failpoint
    code = 1
    try:
        task()
        code = 0
    except BaseException:  # noqa: BLE001 - told, and the child must not go on as its parent
        traceback.print_exc(file=sys.stderr)
    finally:
        os._exit(code)


def _count(rows: Iterable[Any]) -> dict[str, int]:
    return dict(Counter(" ".join(str(part) for part in row) for row in rows))
