"""Examines in the process of the test, where the law has been read already."""

from __future__ import annotations

from casework.bootstrap import App
from casework.examination import examined
from casework.ports import Examined


class OwnExaminer:
    """The same examination without a child."""

    def __init__(self, app: App) -> None:
        self._app = app

    def examine(self) -> Examined:
        """Examine now."""
        return examined(self._app)

    def close(self) -> None:
        """Nothing is under way."""
