"""The discussions of an election crime in the Sentra Gakkumdu, before and after the kajian."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from casework.models import Discussion
from casework.models.gakkumdu import DiscussionResult, Institution
from casework.services.acts import acts
from casework.services.acts.acts import Step
from casework.services.acts.any_stage import plain_acts
from casework.services.acts.registry import act
from casework.services.cases import facts
from casework.services.cases.discussions import HELD, INSTITUTIONS
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers

MOST_PEOPLE = 15
"""How many of one institution the minutes can name."""


@dataclass(frozen=True)
class Attendant:
    """Somebody of an institution who took part; the position as it is to be printed."""

    name: str
    position: str = ""


@dataclass(frozen=True)
class Told:
    """What an officer tells of a discussion.

    `people` are those who came and `opinions` the own words, by institution; `absence` says why an
    institution did not come.
    """

    held_at: datetime
    place: str
    people: Mapping[Institution, Sequence[Attendant]]
    opinions: Mapping[Institution, str]
    conclusion: str
    explanation: str
    absence: str = ""


@act("catat_gakkumdu_1")
def first(work: Work, case_id: int, version: int, told: Told) -> Discussion:
    """Record the first discussion (`catat_gakkumdu_1`); its minutes follow.

    Raises NotFound, NotPermitted, Conflict, ActRefused, or BadInput naming each field
    ("hadir-polri", "pendapat-polri" …, "tempat", "kesimpulan", "penjelasan", "ketidakhadiran",
    and the fact of the moment).
    """
    return _record(work, case_id, version, "catat_gakkumdu_1", 1, told)


@act("catat_gakkumdu_2")
def second(work: Work, case_id: int, version: int, told: Told) -> Discussion:
    """Record the second discussion (`catat_gakkumdu_2`), as the first."""
    return _record(work, case_id, version, "catat_gakkumdu_2", 2, told)


def _record(
    work: Work, case_id: int, version: int, act_id: str, number: int, told: Told
) -> Discussion:
    at = {HELD[number]: told.held_at}
    given = dict.fromkeys(at, True)
    step = acts.begin(work, case_id, act_id, version, given=given)
    row = _checked(work, step, number, told)
    work.session.add(row)
    work.session.flush()
    minutes = [
        papers.plan(
            work,
            step.case,
            kind,
            about=f"discussion:{row.id}",
            context={"discussion_id": row.id},
        )
        for kind in step.act.documents
    ]
    acts.finish(
        work,
        step,
        given=given,
        met_at=told.held_at,
        subject=f"discussions:{row.id}",
        detail={"facts": sorted(at), "conclusion": row.conclusion},
        touched=[row, *facts.put(work, step.case, at), *minutes],
    )
    return row


def _checked(work: Work, step: Step, number: int, told: Told) -> Discussion:
    check = TextChecker()
    plain_acts.check_moments(work, step, {HELD[number]: told.held_at}, check)
    row = Discussion(
        case_id=step.case.id,
        number=number,
        held_at=told.held_at,
        place=check.text("tempat", "Tempat pembahasan", told.place, required=True),
        attendance=_attendance(told, check),
        opinions=_opinions(told, check),
        absence=check.text("ketidakhadiran", "Alasan ketidakhadiran", told.absence, limit=1000),
        explanation=check.text(
            "penjelasan", "Penjelasan kesimpulan", told.explanation, limit=4000, required=True
        ),
        recorded_at=work.now,
        recorded_by=work.actor.officer_id,
    )
    if told.conclusion in tuple(DiscussionResult):
        row.conclusion = DiscussionResult(told.conclusion)
    else:
        check.refuse("kesimpulan", "Pilih kesimpulan pembahasan.")
    away = [name for one, name in INSTITUTIONS.items() if not told.people.get(one)]
    if away and not row.absence:
        check.refuse(
            "ketidakhadiran",
            f"Tidak ada yang hadir dari {' dan '.join(away)}. Isi siapa yang hadir, atau tulis "
            "mengapa unsur itu tidak hadir.",
        )
    texts = {f"pendapat-{one['institution']}": one["text"] for one in row.opinions}
    texts |= {"penjelasan": row.explanation, "ketidakhadiran": row.absence, "tempat": row.place}
    remark.unnamed_all(work, step.case, check, texts)
    check.done()
    return row


def _attendance(told: Told, check: TextChecker) -> list[Any]:
    found = []
    for institution, title in INSTITUTIONS.items():
        people, field = told.people.get(institution, ()), f"hadir-{institution}"
        if len(people) > MOST_PEOPLE:
            check.refuse(field, f"Paling banyak {MOST_PEOPLE} orang dari {title}.")
        for one in people[:MOST_PEOPLE]:
            name = check.text(field, f"Nama dari {title}", one.name, required=True)
            position = check.text(field, f"Jabatan dari {title}", one.position)
            found.append({"institution": str(institution), **asdict(Attendant(name, position))})
    if not told.people.get(Institution.BAWASLU):
        check.refuse(
            f"hadir-{Institution.BAWASLU}",
            "Pembahasan dicatat kantor Bawaslu yang ikut di dalamnya. Isi siapa yang hadir.",
        )
    return found


def _opinions(told: Told, check: TextChecker) -> list[Any]:
    """The words of each institution that came; one that stayed away has said nothing."""
    found = []
    for institution, title in INSTITUTIONS.items():
        came, field = bool(told.people.get(institution)), f"pendapat-{institution}"
        text = check.text(
            field, f"Pendapat {title}", told.opinions.get(institution, ""), limit=6000,
            required=came,
        )  # fmt: skip
        if text and not came:
            check.refuse(
                field,
                f"Pendapat {title} hanya dicatat bila ada yang hadir dari {title}. Isi siapa yang "
                "hadir, atau kosongkan pendapatnya.",
            )
        if text:
            found.append({"institution": str(institution), "text": text})
    return found
