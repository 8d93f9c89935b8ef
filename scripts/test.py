"""The gate: linters and every group of tests, then what is red and how to run it alone.

    python -m scripts.test                       the gate
    python -m scripts.test --all                 everything there is
    python -m scripts.test core mypy             only these steps
    python -m scripts.test core -- TESTS         these tests, in the surroundings of a group
    python -m scripts.test --offline core        groups in a name space without a network

Lanes run beside each other, the groups of a lane one after the other; what a lane beside the first
prints comes when its group has ended. A lane of tests that mostly wait fills what others leave.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from scripts import offline, postgres, scratch
from scripts.tally import Failure, Tally, read
from tests import census, sample

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"

LINTERS = {
    "mypy": ("mypy",),
    "ruff": ("ruff", "check"),
    "format": ("ruff", "format", "--check"),
    "imports": ("lint-imports",),
    "dependencies": ("python", "-m", "scripts.dependencies"),
}
COMPLAINT = re.compile(r"error|BROKEN|Would reformat|^\S+:\d+:|-->")


@dataclass(frozen=True)
class Group:
    """Some folders of tests that run together on one database."""

    name: str
    folders: tuple[str, ...]
    examples: tuple[str, ...] = ()  # packages whose docstring examples run too
    database: str = "sqlite"
    processes: int = 2  # none: one test after the other
    counted: bool = False  # the census of statements asks what it tells its database


CENSUS, SELECTION = "CASEWORK_TEST_CENSUS", "CASEWORK_TEST_SELECTION"
APART, EVERYTHING, THESE = "--offline", "--all", "--"
CORE = ("unit", "house", "features", "stateful", "web", "fuzz", "migrations")
GROUPS = (
    Group("core", CORE, examples=("casework/engine",), counted=True),
    Group("postgresql", CORE, database="postgresql", counted=True),
    Group("browser", ("browser",)),
    Group("flows", ("flows",), processes=0),
    Group("growing", ("growing",), processes=0),
    Group("offline", ("offline",), processes=0),
)
LANES = (
    ("core", "postgresql"),
    ("linters", "flows", "growing", "offline", "browser"),
)
SHOWN = 5
"""So many failures are told in full at the end, the others by name."""


@dataclass
class Outcome:
    """What one step of a lane ended with."""

    tallies: tuple[Tally, ...] = ()
    failures: tuple[Failure, ...] = ()
    not_run: tuple[str, ...] = ()


def lint(names: Sequence[str]) -> Outcome:
    """Run linters one after the other."""
    red = []
    for name in names:
        program, *arguments = LINTERS[name]
        done = subprocess.run(
            [BIN / program, *arguments], cwd=ROOT, text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        say(f"{name}: {'fine' if done.returncode == 0 else 'NOT fine'}")
        if done.returncode:
            print(done.stdout, flush=True)
            lines = [line for line in done.stdout.splitlines() if line.strip()] or [""]
            why = next(filter(COMPLAINT.search, lines), lines[-1]).strip()
            red.append(Failure(name, why, f".venv/bin/python -m scripts.test {name}"))
    return Outcome(failures=tuple(red))


def run_group(
    group: Group, results: Path, tests: Sequence[str], more: Mapping[str, str], *, apart: bool
) -> Outcome:
    """Run one group and read what it counted; `more` is further environment.

    `apart` keeps its words together until its end.
    """
    with ExitStack() as stack:
        env = {name: value for name, value in os.environ.items() if not private(name)}
        env |= {"CASEWORK_TEST_DATABASE": group.database, **more}
        if group.counted:
            env[CENSUS] = str(results)
        if group.database == "postgresql":
            try:
                env[postgres.VARIABLE] = stack.enter_context(postgres.server())
            except postgres.Unavailable as fault:
                return Outcome(not_run=(f"everything on PostgreSQL: {fault}",))
        say(f"tests: {group.name} ({', '.join(group.folders)}; {group.database})")
        words = stack.enter_context(tempfile.TemporaryFile()) if apart else None
        report = results / f"{group.name}.xml"
        began = time.monotonic()
        files = census.files(Path(more[SELECTION])) if SELECTION in more else ()
        child = subprocess.Popen(
            pytest(group, report, tests, files), cwd=ROOT, env=env, stdout=words, stderr=words
        )
        _, status, usage = os.wait4(child.pid, 0)
        code = child.returncode = os.waitstatus_to_exitcode(status)
        if words:
            words.seek(0)
            say(f"{group.name} has ended:\n{words.read().decode(errors='replace')}")
    spent = {"wall": time.monotonic() - began, "cpu": usage.ru_utime + usage.ru_stime}
    return Outcome(tallies=(read(report, group.name, code, **spent),))


def pytest(
    group: Group, report: Path, tests: Sequence[str], files: Sequence[str] = ()
) -> list[str]:
    """The command for a group, for its tests in these files, or for these tests alone."""
    folders = [f"tests/{name}" for name in group.folders if (ROOT / "tests" / name).is_dir()]
    folders = [*files] or folders
    command = [str(BIN / "python"), "-m", "pytest", "-q", f"--junitxml={report}"]
    command += ["-o", f"junit_suite_name={group.name}"]
    if tests:
        return [*command, "--doctest-modules", *tests]
    if group.processes:
        command += ["-n", str(group.processes), "--dist", "loadgroup"]
    if group.examples:
        command += ["--doctest-modules", *group.examples]
    return [*command, *folders]


def private(name: str) -> bool:
    """True for settings of an installation, which must not reach the tests."""
    return name.startswith(("CASEWORK_", "PREFECT_")) and not name.startswith("CASEWORK_TEST_")


def say(text: str) -> None:
    """Print one line of progress with the time since the start."""
    print(f"[{time.monotonic() - START:4.0f} s] {text}", flush=True)


def lacking() -> list[str]:
    """Tools that whole groups need and this machine lacks."""
    needs = {
        "chromium": ("chromium", "chromium-browser"),
        "poppler-utils": ("pdftoppm",),
        "redis-server": ("redis-server",),
    }
    return [
        f"{package} is not installed"
        for package, programs in needs.items()
        if not any(map(shutil.which, programs))
    ]


def main(words: Sequence[str]) -> int:
    """Run the wanted steps (the gate when none is named) and print the closing lines."""
    if words[:1] == [APART]:
        return offline.run(list(words[1:]) or [group.name for group in GROUPS])
    if os.environ.get(offline.INSIDE):
        offline.raise_loopback()
    wanted, tests = list(words), list[str]()
    if THESE in wanted:
        place = wanted.index(THESE)
        wanted, tests = wanted[:place], wanted[place + 1 :]
    known = [*LINTERS, *(group.name for group in GROUPS)]
    if unknown := set(wanted) - {*known, EVERYTHING}:
        print(f"test: no such step: {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
        return 2
    gate = not wanted
    if gate or EVERYTHING in wanted:
        return close(run(known, selects=gate), lacking())
    return close(run(wanted, tests), [])


def run(
    wanted: Sequence[str], tests: Sequence[str] = (), *, selects: bool = False
) -> list[Outcome]:
    """Run the wanted steps, each in its lane.

    `selects` takes a sample of what `make test-all` runs, and on PostgreSQL a selection.
    """
    groups = {group.name: group for group in GROUPS}
    linters = [name for name in LINTERS if name in wanted]
    lanes = [
        [name for name in lane if name in wanted or (name == "linters" and linters)]
        for lane in LANES
    ]
    lanes = [lane for lane in lanes if lane]

    def step(name: str, *, apart: bool) -> Outcome:
        if name == "linters":
            return lint(linters)
        more = {sample.VARIABLE: "1"} if selects else {}
        if selects and groups[name].database == "postgresql":
            more |= select(results)
        return run_group(groups[name], results, tests, more, apart=apart)

    def go(lane: Sequence[str]) -> list[Outcome]:
        return [step(name, apart=lane is not lanes[0]) for name in lane]

    with scratch.folder() as results, ThreadPoolExecutor(len(lanes) or 1) as pool:
        outcomes = [outcome for lane in pool.map(go, lanes) for outcome in lane]
        if {"core", "postgresql"} <= {*wanted} and not tests:
            outcomes.append(statements(results))
    return outcomes


def select(results: Path) -> dict[str, str]:
    """What tells PostgreSQL's group to run no more than the census of the core asks for."""
    file = results / "selection.txt"
    file.write_text("".join(f"{test}\n" for test in census.choose(results)))
    return {SELECTION: str(file)}


def statements(results: Path) -> Outcome:
    """Whether PostgreSQL was told whatever SQLite was told."""
    found = sorted(census.missing(results).items())
    for shape, tests in found:
        say(f"PostgreSQL was not told: {shape}\n  used by {', '.join(sorted(tests)[:5])}")
    if not found:
        say("statements: fine")
        return Outcome()
    shape, tests = found[0]
    alone = f".venv/bin/python -m scripts.test postgresql -- '{min(tests)}'"
    why = f"{len(found)} that PostgreSQL was not told, such as {shape[:200]}"
    return Outcome(failures=(Failure("statements", why, alone),))


def close(outcomes: Sequence[Outcome], lacks: Sequence[str]) -> int:
    """Print the counts, what could not run, and last what is red; the exit code."""
    tallies = [tally for one in outcomes for tally in one.tallies]
    red = [failure for one in outcomes for failure in one.failures]
    red += [failure for tally in tallies for failure in tally.failures]
    not_run = [*lacks, *(line for one in outcomes for line in one.not_run)]
    not_run += [line for tally in tallies for line in tally.skipped]
    print()
    say("done")
    for tally in tallies:
        print(
            f"  {tally.name:<11}{tally.passed:>6} passed {tally.failed:>4} failed"
            f"{tally.wall:>7.0f} s, CPU {tally.cpu:.0f} s"
        )
    for line in not_run:
        print(f"  NOT RUN  {line}")
    for failure in red[SHOWN:]:
        print(f"  FAILED   {failure.name}")
    for failure in red[:SHOWN]:
        print(failure)
    failed = len(red)
    strict = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    if not_run and strict:
        print("  CI is set: what could not run counts as failed")
        failed += len(not_run)
    print(f"{sum(tally.passed for tally in tallies)} passed, {failed} failed")
    return 1 if failed else 0


START = time.monotonic()

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
