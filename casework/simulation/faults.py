"""What can be wrong with a scenario file, each with the file and the line."""

from __future__ import annotations

from casework.errors import CaseworkError


class ScenarioFault(CaseworkError):
    """A scenario file cannot be played; names the file, the line and what to write instead."""

    def __init__(self, path: str, line: int, text: str) -> None:
        super().__init__(f"{path}:{line}: {text}")
        self.path = path
        self.line = line
