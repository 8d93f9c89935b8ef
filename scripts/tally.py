"""What a run of pytest counted, read from its JUnit report."""

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
NOTHING_COLLECTED = 5


@dataclass(frozen=True)
class Failure:
    """One thing that is red: its name, why in one line, and the command that runs it alone."""

    name: str
    why: str
    alone: str

    def __str__(self) -> str:
        """Three lines."""
        return f"  FAILED   {self.name}\n           {self.why}\n           alone: {self.alone}"


@dataclass(frozen=True)
class Tally:
    """Counts of one group, its time in seconds, and what failed or was skipped."""

    name: str
    passed: int
    failures: tuple[Failure, ...]
    skipped: tuple[str, ...]
    wall: float = 0.0
    cpu: float = 0.0

    @property
    def failed(self) -> int:
        """How many failed or broke."""
        return len(self.failures)


def read(report: Path, group: str, code: int, *, wall: float = 0.0, cpu: float = 0.0) -> Tally:
    """Read the report of a run that ended with `code`.

    A run that wrote no report, collected nothing, or ended badly with every test green (a crash
    at the end, a fault in a session fixture) counts as one failure.
    """
    passed = 0
    failures: dict[str, Failure] = {}
    skipped: list[str] = []
    cases = ET.parse(report).iter("testcase") if report.exists() else ()
    for case in cases:
        test = _test(case)
        red = case.find("failure")
        red = case.find("error") if red is None else red
        if red is not None:
            alone = f".venv/bin/python -m scripts.test {group} -- '{test}'"
            failures[test] = Failure(f"{group}: {test}", _why(red), alone)
        elif (reason := case.find("skipped")) is not None:
            skipped.append(f"{group}: {test}: {reason.get('message')}")
        else:
            passed += 1
    found = [*failures.values()]
    again = f".venv/bin/python -m scripts.test {group}"
    if code == NOTHING_COLLECTED:
        found.append(Failure(group, "there are no tests", again))
    elif code and not found:
        found.append(Failure(group, f"pytest ended with code {code}", again))
    return Tally(group, passed, tuple(found), tuple(skipped), wall, cpu)


def _test(case: ET.Element) -> str:
    """The name by which pytest runs it."""
    module = str(case.get("classname")).replace(".", "/")
    return f"{module}.py::{case.get('name')}"


def _why(red: ET.Element) -> str:
    """Where it failed and the assertion, in one line."""
    said = " ".join((red.get("message") or "").split("\n")[0].split())
    places = re.findall(r"^(\S+\.py:\d+): ", red.text or "", re.MULTILINE)
    return f"{places[-1]}: {said}" if places else said
