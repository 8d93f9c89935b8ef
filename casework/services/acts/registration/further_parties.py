"""Somebody who became known after the case began: a witness, an expert, a further respondent."""

from __future__ import annotations

from sqlalchemy import select

from casework.models import Base, Party
from casework.models.party import RESPONDENTS
from casework.services.acts import acts, parties
from casework.services.acts.parties import Respondent
from casework.services.acts.registration import opening
from casework.services.acts.registry import act
from casework.services.cases import facts
from casework.services.cases.record import naming, remark
from casework.services.cases.record.identity import Person
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.people import exclusions


@act("catat_pihak")
def add_protected(
    work: Work, case_id: int, version: int, role: str, person: Person, reason: str
) -> Party:
    """Add a witness or an expert under a pseudonym (`catat_pihak`); the identity is sealed.

    Raises NotFound, NotPermitted, Conflict, ActRefused, or BadInput naming each field
    ("kedudukan", "orang-name" and the like, "alasan").
    """
    step = acts.begin(work, case_id, "catat_pihak", version)
    check = TextChecker()
    if role not in parties.PSEUDONYMS:
        check.refuse("kedudukan", "Pilih kedudukan pihak itu: saksi, ahli, atau terlapor.")
    who = opening.clean_person(check, "orang", "pihak itu", person)
    text = _reason(work, step, check, reason, who)
    rows = parties.add_protected(work, step.case, role, who)
    return _finish(work, step, rows, text, role)


def add_respondent(
    work: Work, case_id: int, version: int, respondent: Respondent, reason: str
) -> Party:
    """Add a respondent, or a matter without a person (`catat_pihak`).

    From now an outcome is due for it. Raises NotFound, NotPermitted, Conflict, ActRefused, or
    BadInput naming each field ("terlapor-0-name" and the like, "alasan").
    """
    step = acts.begin(work, case_id, "catat_pihak", version)
    check = TextChecker()
    (named,) = opening.clean_respondents(check, (respondent,))
    known = work.session.scalars(
        select(Party.label).where(Party.case_id == case_id, Party.role.in_(RESPONDENTS))
    )
    if named.name.casefold() in {one.casefold() for one in known}:
        check.refuse("terlapor-0-name", "Terlapor dengan nama itu sudah tercatat pada perkara ini.")
    text = _reason(work, step, check, reason)
    rows = parties.add_respondents(work, step.case, (named,))
    return _finish(work, step, rows, text, "respondent")


def _reason(
    work: Work, step: acts.Step, check: TextChecker, reason: str, new: Person | None = None
) -> str:
    """The reason, which everybody reads and so names nobody protected (`new`: the person added).

    Raises BadInput ("alasan") with every problem noted so far.
    """
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    if remark.names_somebody(work, step.case, "alasan", text) or (
        new and naming.tells(new, [text])
    ):
        check.refuse(
            "alasan",
            "Alasan memuat data pelapor, saksi, atau ahli, padahal jejak perkara dibaca semua "
            "petugas. Pakai sebutan samarannya.",
        )
    check.done()
    return text


def _finish(work: Work, step: acts.Step, rows: list[Base], reason: str, role: str) -> Party:
    (party,) = (row for row in rows if isinstance(row, Party))
    told = facts.put(work, step.case, {step.act.id: work.now}, reason)
    acts.finish(
        work,
        step,
        subject=f"parties:{party.id}",
        detail={"role": role},
        touched=[*rows, *told],
    )
    exclusions.review(work, step.case)
    return party
