"""What the watch asks the database follows what is due and the offices, not the cases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import event, func, select

from casework.bootstrap import App
from casework.models import OfficerRole
from casework.services.core import outbox
from casework.services.core.batches import SWEPT
from casework.services.core.work import Actor
from casework.services.deadlines import expiry
from casework.services.upkeep import digest
from tests import desk
from tests.bureau import Bureau
from tests.conftest import SettableClock

NOBODY = Actor.system(0)


@contextmanager
def counted(app: App) -> Iterator[list[str]]:
    """Every statement that reaches the database."""
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(app.database.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(app.database.engine, "before_cursor_execute", note)


def sweep(app: App) -> int:
    """Statements of one look of the watch when nothing is due."""
    with counted(app) as seen:
        digest.plan(app)
        with app.unit_of_work(NOBODY) as work:
            assert outbox.claim(work, "test", flow=SWEPT, limit=8) == []
        with app.reading(NOBODY) as work:
            assert expiry.overdue(work) == []
    return len(seen)


def test_more_cases_cost_nothing_more(app: App, clock: SettableClock) -> None:
    house = Bureau(app, clock)
    desk.receive(house.app, "satu")
    digest.plan(house.app)
    house.settle()
    few = sweep(house.app)
    for number in range(12):
        desk.receive(house.app, f"lagi-{number}")
    house.settle()
    assert sweep(house.app) == few > 0
    clock.shift(timedelta(days=1))
    # A new day costs each office with staff its one row.
    with house.app.reading(NOBODY) as work:
        staffed = work.session.scalar(select(func.count(OfficerRole.office_id.distinct())))
    assert digest.plan(house.app) == staffed
    assert digest.plan(house.app) == 0
