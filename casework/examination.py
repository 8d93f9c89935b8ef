"""Examines a whole installation at one moment; as a process of its own it is polite to the others.

`python -m casework.examination` reads the settings from standard input and prints what it found.
It ends when its standard input does, so it never outlives who asked for it.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from dataclasses import asdict

from sqlalchemy import text

from casework.bootstrap import App, build
from casework.ports import Examined
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.invariants import concerned
from casework.services.upkeep.invariants.examine import examine
from casework.settings import Settings

_SHOWN = 20
_POLITE = 15


def examined(app: App) -> Examined:
    """Check every invariant on one snapshot; locks nothing, and memory does not grow with it."""
    began = time.monotonic()
    # Before the snapshot: what is anchored by now is committed, and so it is seen in there.
    anchors = app.anchors.read()
    with app.snapshot(Actor.system(NO_OFFICE)) as work:
        schema = work.session.scalar(text("SELECT version_num FROM alembic_version"))
        findings = [found for found in examine(work, anchors) if found.faults or found.report]
        wrong = [fault for found in findings for fault in found.faults]
        offices = concerned.offices(work, wrong)
    (report,) = (found.report for found in findings if found.report)
    red = [found for found in findings if found.faults]
    return Examined(
        schema=str(schema or ""),
        seconds=round(time.monotonic() - began),
        events=report.events,
        rows=report.rows,
        files=report.files,
        counts={found.id: len(found.faults) for found in red},
        first={found.id: found.faults[:_SHOWN] for found in red},
        offices=offices,
    )


def main() -> int:
    """Examine the installation whose settings stand on standard input; 0 also when it is red."""
    os.nice(_POLITE)
    settings = Settings.model_validate_json(sys.stdin.readline())
    threading.Thread(target=_end_with_asker, daemon=True).start()
    app = build(settings)
    try:
        found = examined(app)
    finally:
        app.close()
    sys.stdout.write(json.dumps(asdict(found)))
    return 0


def _end_with_asker() -> None:
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
