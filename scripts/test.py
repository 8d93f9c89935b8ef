"""The gate: linters, then every group of tests on SQLite and on PostgreSQL, then one line.

`python -m scripts.test` runs all of it; `python -m scripts.test core flows` only the named steps;
with `--offline` before them the groups run in a name space without a network.

The groups that mostly wait for flow servers run beside those that reckon all the time; what they
print comes when they have ended.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from scripts import offline, postgres
from scripts.tally import Tally, read

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"

LINTERS = {
    "mypy": ("mypy",),
    "ruff": ("ruff", "check"),
    "format": ("ruff", "format", "--check"),
    "imports": ("lint-imports",),
}


@dataclass(frozen=True)
class Group:
    """Some folders of tests that run together on one database."""

    name: str
    folders: tuple[str, ...]
    examples: tuple[str, ...] = ()  # packages whose docstring examples run too
    database: str = "sqlite"
    processes: int = 2  # none: one test after the other, most of the time waiting


APART = "--offline"
CORE = ("unit", "house", "features", "stateful", "web", "fuzz", "migrations")
GROUPS = (
    Group("core", CORE, examples=("casework/engine",)),
    Group("postgresql", CORE, database="postgresql"),
    Group("browser", ("browser",)),
    Group("flows", ("flows",), processes=0),
    Group("growing", ("growing",), processes=0),
    Group("offline", ("offline",), processes=0),
)


def run_linters(names: Sequence[str]) -> list[str]:
    """Run the linters, two at a time; the names of those that complain."""

    def one(name: str) -> str:
        program, *arguments = LINTERS[name]
        done = subprocess.run(
            [BIN / program, *arguments], cwd=ROOT, text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        say(f"{name}: {'fine' if done.returncode == 0 else 'NOT fine'}")
        if done.returncode:
            print(done.stdout, flush=True)
        return name if done.returncode else ""

    with ThreadPoolExecutor(2) as pool:
        return [name for name in pool.map(one, names) if name]


def run_group(group: Group, results: Path, postgres_url: str, *, apart: bool) -> Tally:
    """Run one group and read what it counted; `apart` keeps its words together until its end."""
    folders = [f"tests/{name}" for name in group.folders if (ROOT / "tests" / name).is_dir()]
    report = results / f"{group.name}.xml"
    command = [str(BIN / "python"), "-m", "pytest", "-q", *folders, f"--junitxml={report}"]
    command += ["-o", f"junit_suite_name={group.name}"]
    if group.examples:
        command += ["--doctest-modules", *group.examples]
    if group.processes:
        command += ["-n", str(group.processes), "--dist", "loadgroup"]
    env = {
        **{name: value for name, value in os.environ.items() if not private(name)},
        "CASEWORK_TEST_DATABASE": group.database,
        postgres.VARIABLE: postgres_url,
    }
    say(f"tests: {group.name} ({', '.join(group.folders)}; {group.database})")
    with ExitStack() as stack:
        words = stack.enter_context(tempfile.TemporaryFile()) if apart else None
        code = subprocess.run(
            command, cwd=ROOT, env=env, check=False, stdout=words, stderr=words
        ).returncode
        if words:
            words.seek(0)
            say(f"{group.name} has ended:\n{words.read().decode(errors='replace')}")
    return read(report, group.name, code)


def run_row(
    groups: Sequence[Group], results: Path, *, apart: bool
) -> tuple[list[Tally], list[str]]:
    """Run groups one after the other; what they counted, and what could not run."""
    tallies: list[Tally] = []
    not_run: list[str] = []
    for group in groups:
        with ExitStack() as stack:
            url = ""
            if group.database == "postgresql":
                try:
                    url = stack.enter_context(postgres.server())
                except postgres.Unavailable as fault:
                    not_run.append(f"everything on PostgreSQL: {fault}")
                    continue
            tallies.append(run_group(group, results, url, apart=apart))
    return tallies, not_run


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


def main(wanted: Sequence[str]) -> int:
    """Run the wanted steps (all when none is named) and print the closing lines."""
    known = [*LINTERS, *(group.name for group in GROUPS)]
    if wanted[:1] == [APART]:
        return offline.run(wanted[1:] or [group.name for group in GROUPS])
    if os.environ.get(offline.INSIDE):
        offline.raise_loopback()
    if unknown := set(wanted) - set(known):
        print(f"test: no such step: {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
        return 2
    steps = list(wanted) or known
    red = run_linters([name for name in LINTERS if name in steps])
    tallies: list[Tally] = []
    not_run = [] if wanted else lacking()
    groups = [group for group in GROUPS if group.name in steps]
    rows = [
        row
        for row in (
            [group for group in groups if group.processes],
            [group for group in groups if not group.processes],
        )
        if row
    ]
    with (
        tempfile.TemporaryDirectory(prefix="casework-test") as results,
        ThreadPoolExecutor(len(rows) or 1) as pool,
    ):
        running = [
            pool.submit(run_row, row, Path(results), apart=row is not rows[0]) for row in rows
        ]
        for one in running:
            counted, lacked = one.result()
            tallies += counted
            not_run += lacked
    return close(red, tallies, not_run)


def close(red: list[str], tallies: list[Tally], not_run: list[str]) -> int:
    """Print what is red, what could not run, and the counts; the exit code."""
    passed = sum(tally.passed for tally in tallies)
    failed = sum(tally.failed for tally in tallies) + len(red)
    not_run = [*not_run, *(line for tally in tallies for line in tally.skipped)]
    print()
    say("done")
    for tally in tallies:
        print(f"  {tally.name}: {tally.passed} passed, {tally.failed} failed")
    for line in [*red, *(line for tally in tallies for line in tally.failures)]:
        print(f"  FAILED   {line}")
    for line in not_run:
        print(f"  NOT RUN  {line}")
    strict = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    if not_run and strict:
        print("  CI is set: what could not run counts as failed")
        failed += len(not_run)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


START = time.monotonic()

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
