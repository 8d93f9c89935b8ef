"""Settles the file that goes to the police: what is in it, what is missing, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from casework.engine.edition import Edition
from casework.errors import ActRefused, Lack
from casework.models import CrimeFile, Override
from casework.services.acts import acts, overrides
from casework.services.acts.acts import Step
from casework.services.acts.registry import act
from casework.services.cases import crime_file
from casework.services.cases.crime_file import Line
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers


@dataclass(frozen=True)
class Filled:
    """What an officer says of one item: the evidence that is it, or why it is missing."""

    evidence: Collection[int] = ()
    reason: str = ""


@act("susun_berkas_pidana")
def settle(
    work: Work,
    case_id: int,
    version: int,
    filled: Mapping[str, Filled],
    *,
    nevertheless: bool = False,
) -> CrimeFile:
    """Settle the file (`susun_berkas_pidana`); its index and lists are drawn.

    `filled` is by item. Every missing item needs a reason. One that the law asks for is refused
    (ActRefused) unless the officer goes on `nevertheless`: that is recorded and told to the
    supervisor. Raises NotFound, NotPermitted, Conflict, or BadInput ("alasan-<item>",
    "bukti-<item>").
    """
    step = acts.begin(work, case_id, "susun_berkas_pidana", version)
    edition = work.law.edition(step.case.edition, step.case.revision)
    lines = crime_file.lines(work, step.case)
    items = _checked(work, step, lines, filled)
    reasons = {one["item"]: str(one["reason"]) for one in items if one["reason"]}
    lacking = [one for one in lines if one.item.required and one.item.id in reasons]
    if lacking and not nevertheless:
        raise ActRefused(step.act.title, tuple(_lack(edition, one) for one in lacking))
    before = crime_file.newest(work, step.case)
    row = CrimeFile(
        case_id=step.case.id,
        round=before.round + 1 if before else 1,
        items=items,
        made_at=work.now,
        made_by=work.actor.officer_id,
    )
    work.session.add(row)
    work.session.flush()
    against = [_override(work, step, row, lacking, reasons)] if lacking else []
    drawn = [
        papers.plan(work, step.case, kind, about=f"file:{row.id}", context={"file_id": row.id})
        for kind in step.act.documents
    ]
    acts.finish(
        work,
        step,
        at=dict.fromkeys(step.act.records, work.now),
        subject=f"crime_files:{row.id}",
        detail={"items": len(items), "missing": sorted(reasons)},
        touched=[row, *against, *drawn],
    )
    return row


def _checked(
    work: Work, step: Step, lines: Sequence[Line], filled: Mapping[str, Filled]
) -> list[Any]:
    check = TextChecker()
    known = {one.id for one in crime_file.evidence(work, step.case)}
    found = []
    for line in lines:
        item, told = line.item, filled.get(line.item.id, Filled())
        chosen = [key for key in dict.fromkeys(told.evidence) if key in known]
        if len(chosen) != len(set(told.evidence)):
            check.refuse(f"bukti-{item.id}", "Pilih bukti dari daftar perkara ini.")
        there = line.there or bool(chosen)
        field = f"alasan-{item.id}"
        label = f"Alasan {item.title.lower()} tidak ada"
        reason = "" if there else check.text(field, label, told.reason, limit=1000)
        if not there and len(reason) < overrides.LEAST:
            check.refuse(
                field,
                f"{item.title} tidak ada atau tidak lengkap pada perkara ini "
                f"({item.basis.citation}). Tautkan berkasnya dari bukti perkara, atau tulis "
                f"mengapa demikian (paling sedikit {overrides.LEAST} huruf).",
            )
        remark.unnamed(work, step.case, check, field, reason)
        evidence = [one.id for one in line.evidence]
        found.append(
            {
                "item": item.id,
                "title": item.title,
                "citation": item.basis.citation,
                "mark": item.basis.mark.value,
                "documents": [one.id for one in line.documents],
                "evidence": list(dict.fromkeys((*evidence, *chosen))),
                "made": line.made,
                "reason": reason,
            }
        )
    check.done()
    return found


def _lack(edition: Edition, line: Line) -> Lack:
    item = line.item
    return Lack(
        f"{item.title} tidak ada dalam berkas",
        item.basis.citation,
        "Lengkapi dahulu, atau centang bahwa berkas tetap diteruskan tanpanya: alasannya dicatat "
        "dan diberitahukan kepada supervisor.",
        f"{edition.pin}/berkas/{item.id}",
    )


def _override(
    work: Work, step: Step, row: CrimeFile, lacking: Sequence[Line], reasons: Mapping[str, str]
) -> Override:
    titles = ", ".join(one.item.title.lower() for one in lacking)
    return overrides.write(
        work,
        step.case,
        act=step.act.id,
        title=step.act.title,
        about=f"crime_files:{row.id}",
        what=f"berkas penerusan tidak memuat {titles}",
        why="; ".join(f"{one.item.title}: {reasons[one.item.id]}" for one in lacking),
        basis=step.act.basis,
    )
