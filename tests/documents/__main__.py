"""`make test-documents`: every form from twenty sets of data, each PDF checked; see `--help`.

For every form of every edition: the sample says what its `expected.txt` says and looks like its
reference pictures. For every layout and every set of `tests/documents/sets.py`: no glyph outside
the content box, no text upon text, page x of y, PDF/A-2a and tags, language, fonts embedded,
hostile text letter by letter. Then every paper of the cases that `make run` plays, which must not
print a note of ours either. Ends with 1 when something is wrong.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from casework.adapters.pdf import Renderer
from casework.errors import RenderFailed
from tests.documents import checks, pictures, played, sets
from tests.documents.notes import notes
from tests.unit.papers.samples import FOLDERS, LAYOUTS, expected, sample, text_of

SAMPLE = "sample"


@dataclass(frozen=True)
class Job:
    """One PDF to draw and check; `keep` is a folder to look at it in, if any."""

    edition: str
    form: str
    set: str
    keep: Path | None

    @property
    def name(self) -> str:
        return f"{self.edition}.{self.form}.{self.set}"


def jobs(forms: list[str], names: list[str], keep: Path | None) -> Iterator[Job]:
    """Every job that was asked for; all when nothing is named."""
    for edition, form in FOLDERS:
        if (not forms or form in forms) and (not names or SAMPLE in names):
            yield Job(edition, form, SAMPLE, keep)
    for edition, form in LAYOUTS:
        for name in names or sets.SETS:
            if (not forms or form in forms) and name in sets.SETS:
                yield Job(edition, form, name, keep)


def check(renderer: Renderer, job: Job) -> tuple[str, ...]:
    """Draw one and give what is wrong."""
    values = sample(job.form, job.edition)
    data, draft = (values, False) if job.set == SAMPLE else sets.make(job.set, values)
    try:
        pdf = renderer.render(job.form, job.edition, data, draft=draft)
    except RenderFailed as refusal:
        return (f"not drawn: {refusal}",)
    if job.keep:
        (job.keep / f"{job.name}.pdf").write_bytes(pdf)
    found = list(checks.faults(pdf, draft=draft, texts=sets.LITERAL.get(job.set, ())))
    if job.set == SAMPLE:
        found += [f"prints a note of ours: {one}" for one in notes(text_of(pdf), job.form)]
        if text_of(pdf) + "\n" != expected(job.form, job.edition).read_text("utf-8"):
            found.append("its text is not that of expected.txt")
        if (job.edition, job.form) in LAYOUTS:
            found += pictures.faults(pdf, job.edition, job.form)
    return tuple(found)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.documents",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--form", action="append", default=[], help="only this form (repeat)")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        help=f"only these data: {SAMPLE}, {', '.join(sets.SETS)}",
    )
    parser.add_argument("--keep", type=Path, help="a folder to keep the PDFs in, to look at them")
    given = parser.parse_args()
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    todo = list(jobs(given.form, given.set, given.keep))
    if not todo:
        parser.error("nothing to draw: no such form or set")
    print(f"documents: {len(FOLDERS)} forms, {len(LAYOUTS)} layouts, {len(todo)} PDFs", flush=True)
    started = time.monotonic()
    counts: Counter[str] = Counter()
    with_faults = 0
    renderer = Renderer()
    try:
        with ThreadPoolExecutor(2) as pool:
            results = pool.map(lambda job: (job, check(renderer, job)), todo)
            for number, (job, found) in enumerate(results, start=1):
                counts[job.set] += 1
                with_faults += bool(found)
                for fault in found:
                    print(f"  WRONG  {job.name}: {fault}", flush=True)
                if number % 50 == 0:
                    print(
                        f"[{time.monotonic() - started:4.0f} s] {number} of {len(todo)}", flush=True
                    )
    finally:
        renderer.close()
    drawn = len(todo)
    # The played cases make every kind of paper that a case comes by: not asked for one form or set.
    for name, found in () if given.form or given.set else played.faults(given.keep):
        counts["played"] += 1
        drawn += 1
        with_faults += bool(found)
        for fault in found:
            print(f"  WRONG  {name}: {fault}", flush=True)
    print(", ".join(f"{name} {count}" for name, count in counts.items()))
    for rule, why in checks.EXPECTED.items():
        print(f"  expected and not counted  {rule}: {why}")
    print(f"{drawn - with_faults} PDFs fine, {with_faults} wrong")
    return 1 if with_faults else 0


sys.exit(main())
