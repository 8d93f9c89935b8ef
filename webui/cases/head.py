"""The head of a case: numbers, stage, nearest limit; every page about a case begins with it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from casework.models import Case, Event, Officer
from casework.models.case import CaseKind
from casework.services.cases import access, case_rows, facts, known
from casework.services.cases.case_rows import CaseRows
from casework.services.cases.discussions import HELD
from casework.services.core.work import Work
from webui.cases import cautions
from webui.cases.cautions import Caution
from webui.deadlines.limits_page import Limit, limits

MAIN_ROAD = (
    "kajian_awal",
    "pleno_registrasi",
    "klarifikasi",
    "kajian",
    "pleno",
    "penerusan",
    "tindak_lanjut",
    "selesai",
)
HEARD = ("penetapan_majelis", "sidang", "musyawarah", "pembacaan_putusan")
"""The stages of a matter that a panel hears, in place of clarification, kajian and pleno."""
EXAMINED = ("klarifikasi", "kajian", "pleno")
WITHOUT_REPORT = ("penelusuran", "penetapan_temuan")
SIDE_ROADS = ("perbaikan", "pemeriksaan_kelengkapan")
DISCUSSED_BEFORE = {1: "klarifikasi", 2: "pleno"}
"""Before which stage a crime is discussed, by the number of the discussion."""


@dataclass(frozen=True)
class Step:
    """One stage on the line: past, now, or next."""

    code: str
    state: str


@dataclass(frozen=True)
class Head:
    """What stands above every page of a case."""

    id: int
    version: int
    number: str
    title: str
    receipt_number: str
    registration_number: str
    stage: str
    final: bool
    steps: tuple[Step, ...]
    nearest: Limit | None
    office: str
    edition: str
    edition_title: str
    owner: str
    played: bool
    reported: bool
    own: bool
    """Has the reader's office the case?"""
    limits: tuple[Limit, ...]
    cautions: tuple[Caution, ...]


def head(work: Work, case_id: int) -> Head:
    """Read the head of a case the officer may see; raises NotFound."""
    return head_of(work, access.readable(work, case_id))


def head_of(work: Work, case: Case, rows: CaseRows | None = None) -> Head:
    """The head of a case that is already loaded; `rows` are those of the case where known."""
    edition = work.law.edition(case.edition, case.revision)
    told = known.of(work, case)
    stage = case.stage if told is None else told.stage
    registration = case.registration_number if told is None else told.registration
    every = tuple(limits(work, case, told=True))
    running = [one for one in every if one.walk is not None]
    owner = work.session.get(Officer, case.owner_id) if case.owner_id else None
    return Head(
        id=case.id,
        version=case.version,
        number=case.number if told is None else told.number(case),
        title=case.title,
        receipt_number=case.receipt_number,
        registration_number=registration,
        stage=stage,
        final=stage in edition.stages and edition.stages[stage].final,
        steps=_with_discussions(work, case, _steps(work, case, stage), rows),
        nearest=running[0] if running else None,
        office=case.office.name,
        edition=f"{case.edition}@{case.revision}",
        edition_title=edition.title,
        owner=owner.name if owner and owner.active and told is None else "",
        played=case.played,
        reported=case.kind == CaseKind.REPORT,
        own=case.office_id == work.actor.office_id,
        limits=every,
        cautions=cautions.of_case(work, case),
    )


def _steps(work: Work, case: Case, now: str) -> tuple[Step, ...]:
    seen = {
        stage
        for detail in work.session.scalars(
            select(Event.detail).where(
                Event.case_id == case.id, *known.within(known.of(work, case), Event)
            )
        )
        for stage in (detail.get("from"), detail.get("to"))
        if stage
    }
    beside = [stage for stage in SIDE_ROADS if stage in seen or stage == now]
    first = [stage for stage in WITHOUT_REPORT if stage in seen or stage == now]
    if not first or MAIN_ROAD[0] in seen:
        first.append(MAIN_ROAD[0])
    road = [*first, *beside, *_onward(seen | {now})]
    if now not in road:
        # Ended off the main road: show only what was walked, then the end.
        road = [stage for stage in road if stage in seen] + [now]
    here = road.index(now)
    return tuple(
        Step(code, "now" if n == here else "past" if n < here else "next")
        for n, code in enumerate(road)
    )


def _onward(walked: set[str]) -> list[str]:
    """The main road after its first stage; by the hearing where the case goes there."""
    if not walked & set(HEARD):
        return list(MAIN_ROAD[1:])
    road = [one for one in MAIN_ROAD[1:] if one not in EXAMINED or one in walked]
    after = road.index("penerusan")
    return [*road[:after], *HEARD, *road[after:]]


def _with_discussions(
    work: Work, case: Case, steps: tuple[Step, ...], rows: CaseRows | None
) -> tuple[Step, ...]:
    """The line with the discussions of a suspected crime, done or still to be done."""
    acts = work.law.edition(case.edition, case.revision).acts.values()
    asked = {name for act in acts for name in act.records}
    rows = rows or case_rows.read(work, case)
    if not facts.facts_of(work, case, rows=rows)["ada_dugaan_pidana"]:
        return steps
    found: list[Step] = []
    for step in steps:
        found += [
            Step(f"gakkumdu_{number}", "past" if HELD[number] in rows.times else "next")
            for number, stage in DISCUSSED_BEFORE.items()
            if stage == step.code and HELD[number] in asked
        ]
        found.append(step)
    return tuple(found)
