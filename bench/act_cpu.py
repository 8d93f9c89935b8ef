"""What an act costs in the tree this runs in: CPU and wall milliseconds of each, as JSON.

`bench.lifecycle` runs this text in a process of each commit that it compares.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.lifecycle import play
from casework.adapters.garbage import spare_what_stands
from casework.bootstrap import App, build
from casework.commands.migrate import upgrade
from casework.settings import Settings
from casework.simulation.scene import BlankRenderer
from tests import desk
from tests.conftest import SettableClock

MORNING = "2024-09-19T09:00:00+07:00"


@dataclass(frozen=True)
class Metered(App):
    """The installation with a meter on its units of work."""

    spent: list[tuple[float, float]] = field(default_factory=list)

    @contextmanager
    def unit_of_work(self, actor: Any) -> Iterator[Any]:
        """The same, measured from the beginning of the transaction until it is anchored."""
        worked, began = time.process_time(), time.perf_counter()
        with super().unit_of_work(actor) as work:
            yield work
        self.spent.append(
            ((time.process_time() - worked) * 1e3, (time.perf_counter() - began) * 1e3)
        )


def main(rounds: int) -> None:
    """Play one case after another, after one that only warms up."""
    with TemporaryDirectory(prefix="casework-bench-") as name:
        clock = SettableClock(Path(name) / "clock")
        clock.set(MORNING)
        settings = Settings(mode="test", var=Path(name), clock=clock.spec)
        upgrade(settings.url)
        parts = build(settings)
        given = {one.name: getattr(parts, one.name) for one in fields(parts) if one.init}
        app = Metered(**{**given, "renderer": BlankRenderer()})
        found = []
        with closing(app):
            desk.furnish(app)
            play(app, clock, "warm")
            spare_what_stands()  # as every process does that serves
            for turn in range(rounds):
                clock.set(MORNING)
                app.spent.clear()
                play(app, clock, f"diukur-{turn}")
                found.append(list(app.spent))
    print(json.dumps(found))


if __name__ == "__main__":
    main(int(sys.argv[1]))
