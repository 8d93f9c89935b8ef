"""What the law data cannot answer, each refusal with its own name."""

from __future__ import annotations

from casework.errors import LawError


class EditionUnknown(LawError):
    """No edition of the law is known for that id, revision or date; the text says why."""


class RuleUnknown(LawError):
    """The rule does not exist in the edition, or its value is not known at all."""


class DeadlineRefused(LawError):
    """A date cannot be computed from what was given (missing start, no zone, no extension)."""


class CalendarGap(LawError):
    """The date lies outside every calendar that was decreed or can be assumed."""


class OfficeUnknown(LawError):
    """No office with that code is in the rules data."""


class ScoreRefused(LawError):
    """A value of the vulnerability index cannot be given, or not compared; the text says why."""


class RuleFileFault(LawError):
    """A rules file is wrong; names the file, the line, and what to write instead."""

    def __init__(self, path: str, line: int, text: str) -> None:
        super().__init__(f"rules/{path} baris {line}: {text}")
        self.path = path
        self.line = line
        self.text = text
