"""A case ends in another one: the other is chosen, and both are linked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from casework.models import Case, CaseLink, Party
from casework.models.case import LinkKind
from casework.models.party import RESPONDENTS
from casework.services.acts import acts
from casework.services.acts.any_stage import plain_acts
from casework.services.cases import access, facts
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.people import exclusions

CASE = "perkara"
"""The field of the case that goes on."""

MOST_OFFERED = 200


def candidates(work: Work, case: Case) -> list[Case]:
    """The open cases of the same office that a case can end in, the newest first."""
    rows = work.session.scalars(
        select(Case)
        .where(Case.office_id == case.office_id, Case.id != case.id, access.visible(work))
        .order_by(Case.id.desc())
    )
    return [one for one in rows if not _over(work, one)][:MOST_OFFERED]


def left_behind(work: Work, case: Case) -> list[Party]:
    """Respondents and matters of cases that ended in this one and are not named here.

    Nobody moves with a case that ends: whoever is to be judged here has to be recorded here.
    """
    found = work.session.scalars(
        select(Party)
        .join(CaseLink, CaseLink.case_id == Party.case_id)
        .where(
            CaseLink.other_id == case.id,
            CaseLink.kind == LinkKind.MERGED,
            Party.role.in_(RESPONDENTS),
        )
        .order_by(Party.id)
    ).all()
    return _unnamed(work, case, found) if found else []


def _unnamed(work: Work, case: Case, parties: Sequence[Party]) -> list[Party]:
    labels = work.session.scalars(
        select(Party.label).where(Party.case_id == case.id, Party.role.in_(RESPONDENTS))
    )
    named = {one.casefold() for one in labels}
    return [one for one in parties if one.label.casefold() not in named]


def merge(
    work: Work,
    case_id: int,
    act_id: str,
    version: int,
    at: Mapping[str, datetime],
    reason: str,
    other_id: int | None,
) -> Case:
    """End a case in another open case of the office, and link the two.

    `at` dates the facts that the act records (aware times). Raises NotFound, NotPermitted,
    Conflict, ActRefused, or BadInput naming each field (a fact's id, "alasan", "perkara" for
    the other case).
    """
    _lock(work, case_id, other_id)
    step = acts.begin(work, case_id, act_id, version, given=dict.fromkeys(at, True))
    check = TextChecker()
    text = check.text(plain_acts.REASON, "Alasan", reason, limit=2000, required=True)
    plain_acts.check_moments(work, step, at, check)
    other = work.session.scalar(
        select(Case)
        .where(
            Case.id == other_id,
            Case.office_id == step.case.office_id,
            Case.id != step.case.id,
            *access.not_kept_away(work),
        )
        .execution_options(populate_existing=True)
    )
    if not step.act.to_case or other is None or _over(work, other):
        check.refuse(CASE, "Pilih perkara kantor ini yang masih berjalan untuk menggabungkannya.")
    check.done()
    assert other is not None  # noqa: S101  # refused above where it is
    told = facts.put(work, step.case, at, text)
    row = CaseLink(
        case_id=step.case.id,
        other_id=other_id,
        kind=LinkKind.MERGED,
        reason=text,
        linked_at=work.now,
        linked_by=work.actor.officer_id,
    )
    work.session.add(row)
    acts.finish(
        work,
        step,
        given=dict.fromkeys(at, True),
        met_at=max(at.values(), default=None),
        subject=f"cases:{other_id}",
        detail={"facts": sorted(at)},
        touched=told,
    )
    exclusions.carry(work, step.case, other)
    return step.case


def _lock(work: Work, case_id: int, other_id: int | None) -> None:
    """Lock both cases in one order, so that two at once do not end in each other.

    Only those of the actor's own office: of every other nothing is told, not even by waiting.
    """
    work.session.scalars(
        select(Case.id)
        .where(
            Case.id.in_((case_id, other_id)),
            Case.office_id == work.actor.office_id,
            *access.not_kept_away(work),
        )
        .order_by(Case.id)
        .with_for_update(key_share=True)
    ).all()


def _over(work: Work, case: Case) -> bool:
    return work.law.edition(case.edition, case.revision).stages[case.stage].final
