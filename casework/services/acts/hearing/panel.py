"""Who hears a case: the commissioners of its office, one of whom presides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from casework.models import Case, HearingPanel, Officer
from casework.services.acts import acts
from casework.services.acts.acts import Step
from casework.services.acts.any_stage import plain_acts
from casework.services.acts.registry import act
from casework.services.cases import facts, hearings
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers
from casework.services.people import officers

SECRETARIES = ("secretariat", "head_of_secretariat", "case_officer")
"""Who of an office may take the minutes of the sessions."""
FACT = "majelis_ditetapkan"
_PRESIDES = "ketua majelis"


@dataclass(frozen=True)
class Appointed:
    """Who is to sit: keys of officers, who of them presides, and who takes the minutes.

    `reason` says why a commissioner does not sit, or why the chair does not preside.
    """

    at: datetime
    members: Sequence[int]
    presiding: int
    secretary: int
    reason: str = ""


@act("tetapkan_majelis")
def appoint(work: Work, case_id: int, version: int, told: Appointed) -> HearingPanel:
    """Appoint the panel of a case, or another one (`tetapkan_majelis`); its paper follows.

    Raises NotFound, NotPermitted, Conflict, ActRefused, or BadInput naming each field ("anggota",
    "pimpinan", "sekretaris", "alasan", and the fact of the moment).
    """
    step = acts.begin(work, case_id, "tetapkan_majelis", version, given={FACT: True})
    row = _checked(work, step, told)
    work.session.add(row)
    work.session.flush()
    about, context = f"panel:{row.id}", {"panel_id": row.id}
    drawn = [
        papers.plan(work, step.case, kind, about=about, context=context)
        for kind in step.act.documents
    ]
    acts.finish(
        work,
        step,
        given={FACT: True},
        subject=f"hearing_panels:{row.id}",
        detail={"members": len(row.members), "round": row.round},
        touched=[row, *facts.put(work, step.case, {FACT: told.at}), *drawn],
    )
    return row


def members(work: Work, case: Case) -> list[Officer]:
    """Who may sit: the commissioners of the office, but for those the case keeps away."""
    return _holders(work, case, ("chair", "commissioner"))


def chairs(work: Work, case: Case) -> frozenset[int]:
    """Who of them is chair of the office."""
    return frozenset(one.id for one in _holders(work, case, ("chair",)))


def secretaries(work: Work, case: Case) -> list[Officer]:
    """Who may take the minutes, by name."""
    return sorted(_holders(work, case, SECRETARIES), key=lambda one: one.name)


def _holders(work: Work, case: Case, roles: tuple[str, ...]) -> list[Officer]:
    on = work.now.astimezone(ZoneInfo(case.office.zone)).date()
    return officers.holders(work.session, case.office_id, roles, on, case_id=case.id)


def _checked(work: Work, step: Step, told: Appointed) -> HearingPanel:
    check, case = TextChecker(), step.case
    basis = hearings.resting(work, case, step.act.id)
    plain_acts.check_moments(work, step, {FACT: told.at}, check)
    able = {one.id: one for one in members(work, case)}
    chosen = [able[key] for key in dict.fromkeys(told.members) if key in able]
    if not chosen or len(chosen) != len(set(told.members)):
        check.refuse(
            "anggota",
            "Pilih anggota kantor ini yang tidak dikecualikan dari perkara." + basis,
        )
    if told.presiding not in {one.id for one in chosen}:
        check.refuse("pimpinan", "Pilih ketua majelis dari antara anggota majelis." + basis)
    if told.secretary not in {one.id for one in secretaries(work, case)}:
        check.refuse(
            "sekretaris",
            "Pilih petugas kantor ini sebagai sekretaris majelis." + hearings.NO_ARTICLE,
        )
    reason = check.text("alasan", "Alasan", told.reason, limit=1000)
    remark.unnamed(work, case, check, "alasan", reason)
    if not reason and (len(chosen) < len(able) or told.presiding not in chairs(work, case)):
        check.refuse(
            "alasan",
            "Menurut acara yang dipakai seluruh anggota menjadi majelis dan ketua memimpinnya "
            f"({step.act.basis.citation}, {step.act.basis.mark.label}). Lengkapi susunannya, atau "
            "tulis mengapa tidak demikian.",
        )
    check.done()
    before = work.session.scalar(
        select(func.max(HearingPanel.round)).where(HearingPanel.case_id == case.id)
    )
    chosen.sort(key=lambda one: one.id != told.presiding)
    return HearingPanel(
        case_id=case.id,
        round=(before or 0) + 1,
        members=[
            {
                "officer_id": one.id,
                "name": one.name,
                "position": _PRESIDES if one.id == told.presiding else "anggota majelis",
                "presides": one.id == told.presiding,
            }
            for one in chosen
        ],
        secretary_id=told.secretary,
        reason=reason,
        appointed_at=told.at,
        recorded_at=work.now,
        recorded_by=work.actor.officer_id,
    )
