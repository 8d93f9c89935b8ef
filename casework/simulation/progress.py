"""How far the demonstration got, so that an interrupted one goes on where it stopped."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.simulation.script import Scenario


class Progress:
    """A small file beside the data, one a scenario; the number of acts that were played."""

    def __init__(self, app: App, scenario: Scenario) -> None:
        self._app = app
        self._scenario = scenario
        self._file = app.settings.var / "demo" / f"{scenario.id}.acts"

    @property
    def next_act(self) -> int:
        """Index of the act to play next; the number of acts when all were played.

        Cases without a file were played by an installation whose files are elsewhere.
        """
        last = len(self._scenario.acts)
        known = self._known()
        if not known:
            return 0
        if not self._file.exists():
            return last
        text = self._file.read_text(encoding="ascii").strip()
        return min(int(text), last) if text.isdecimal() else 0

    def note(self, index: int) -> None:
        """Note that an act was played."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(f"{self._file}.new")
        fresh.write_text(f"{index + 1}\n", encoding="ascii")
        fresh.replace(self._file)

    def _known(self) -> bool:
        keys = [self._scenario.key_of(name) for name in self._scenario.reports]
        with self._app.reading(Actor.system(NO_OFFICE)) as work:
            found = work.session.scalar(
                select(Case.id).where(Case.submission_key.in_(keys)).limit(1)
            )
        return found is not None
