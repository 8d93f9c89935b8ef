"""A process killed inside an effect leaves it to be done once by the next one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import select, update

from casework.bootstrap import App
from casework.models import Delivery, Document, Event, Notice, Outbox
from casework.services.cases.record import audit_check
from casework.services.core.work import Actor
from tests import desk

NOBODY = Actor.system(0)
DRAIN = (
    "from casework.bootstrap import build; from casework.services.upkeep import effects; "
    "from casework.settings import Settings; "
    "app = build(Settings.from_env()); effects.drain(app); app.close()"
)
# In the order of the rows, so that each place is still ahead when its turn comes.
PLACES = (
    "issued.stored", "issued.before-commit", "issued.after-commit", "notice.before-commit",
    "same-event.before-commit", "mail.sent",
)  # fmt: skip


def drain(failpoint: str = "") -> int:
    return subprocess.run(
        [sys.executable, "-c", DRAIN],
        env={**os.environ, "CASEWORK_FAILPOINT": failpoint},
        check=False,
    ).returncode


def rows(app: App, model: Any) -> list[Any]:
    with app.reading(NOBODY) as work:
        return list(work.session.scalars(select(model).order_by(model.id)))


@pytest.mark.thorough
def test_six_kills_in_a_row_lose_and_double_nothing(app: App) -> None:
    desk.furnish(app)
    desk.receive(app)
    for place in PLACES:
        assert drain(place) == -signal.SIGKILL, place
        with app.unit_of_work(NOBODY) as work:  # as the reconciler does for a dead worker
            work.session.execute(update(Outbox).values(lease_until=None, lease_owner=""))
    assert drain() == 0

    events = Counter(row.action for row in rows(app, Event))
    assert events["surat_terbit"] == 2
    assert {row.state for row in rows(app, Document)} == {"issued"}
    assert len(rows(app, Notice)) == 1
    assert [row.state for row in rows(app, Delivery)] == ["not_configured"]
    left = {row.state for row in rows(app, Outbox) if row.kind != "reminder"}
    assert left == {"done"}
    with app.reading(NOBODY) as work:
        assert audit_check.verify(work, app.anchors.read()).faults == ()
