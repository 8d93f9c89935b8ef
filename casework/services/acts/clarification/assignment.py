"""Assigns people to a case by a letter of the chair, for instance for the inquiry into a crime."""

from __future__ import annotations

from collections.abc import Sequence

from casework.engine.papers.crime_file import Assigned
from casework.models import Document
from casework.services.acts import acts
from casework.services.acts.registry import act
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers

MOST = 20
"""How many people one letter names."""


@act("tugaskan")
def assign(
    work: Work, case_id: int, version: int, people: Sequence[Assigned], task: str
) -> Document:
    """Draft the assignment letter (`tugaskan`); it waits for the chair.

    `task` goes on after "menugaskan … untuk". Raises NotFound, NotPermitted, Conflict, ActRefused,
    or BadInput ("petugas", "tugas").
    """
    step = acts.begin(work, case_id, "tugaskan", version)
    check = TextChecker()
    if not people:
        check.refuse("petugas", "Isi paling sedikit satu orang yang ditugaskan.")
    if len(people) > MOST:
        check.refuse("petugas", f"Paling banyak {MOST} orang dalam satu surat tugas.")
    named = [
        {
            "name": check.text("petugas", "Nama", one.name, required=True),
            "position": check.text("petugas", "Jabatan", one.position),
        }
        for one in people[:MOST]
    ]
    text = check.text("tugas", "Tugas", task, limit=1000, required=True)
    remark.unnamed(work, step.case, check, "tugas", text)
    check.done()
    (letter,) = [
        papers.plan(
            work,
            step.case,
            kind,
            # It goes to nobody outside: the register names the office.
            context={"office_id": step.case.office_id, "assigned": named, "task": text},
        )
        for kind in step.act.documents
    ]
    acts.finish(work, step, subject=f"documents:{letter.id}", touched=[letter])
    return letter
