"""What a run of pytest counted, read from its JUnit report."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

NOTHING_COLLECTED = 5


@dataclass(frozen=True)
class Tally:
    """Counts of one group; `failures` and `skipped` name the tests, one line each."""

    name: str
    passed: int
    failures: tuple[str, ...]
    skipped: tuple[str, ...]

    @property
    def failed(self) -> int:
        """How many failed or broke."""
        return len(self.failures)


def read(report: Path, group: str, code: int) -> Tally:
    """Read the report of a run that ended with `code`.

    A run that wrote no report, collected nothing, or ended badly with every test green (a crash
    at the end, a fault in a session fixture) counts as one failure.
    """
    passed = 0
    failures: list[str] = []
    skipped: list[str] = []
    cases = ET.parse(report).iter("testcase") if report.exists() else ()
    for case in cases:
        name = f"{group}: {case.get('classname')}::{case.get('name')}"
        if case.find("failure") is not None or case.find("error") is not None:
            failures.append(name)
        elif (reason := case.find("skipped")) is not None:
            skipped.append(f"{name}: {reason.get('message')}")
        else:
            passed += 1
    if code == NOTHING_COLLECTED:
        failures.append(f"{group}: there are no tests")
    elif code and not failures:
        failures.append(f"{group}: pytest ended with code {code}")
    return Tally(group, passed, tuple(dict.fromkeys(failures)), tuple(skipped))
