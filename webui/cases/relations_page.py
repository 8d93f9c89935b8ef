"""Other cases that belong to this one, and the dated facts of this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.models import Case, Fact
from casework.services.acts.any_stage import links
from casework.services.acts.registration import same_event
from casework.services.cases import access, facts, known
from casework.services.core.work import Work
from webui.core import labels


@dataclass(frozen=True)
class Relation:
    """Another case, linked or offered."""

    case_id: int
    number: str
    title: str
    kind: str
    why: str


def linked(work: Work, case: Case) -> list[Relation]:
    """Cases linked to this one, from either side, as far as the officer may see them."""
    rows = {
        (row.other_id if row.case_id == case.id else row.case_id): row
        for row in known.only(known.of(work, case), links.of_case(work, case.id))
    }
    return [
        Relation(other.id, other.number, other.title, rows[other.id].kind, rows[other.id].reason)
        for other in _visible(work, set(rows))
    ]


def suggested(work: Work, case: Case) -> list[Relation]:
    """Cases offered as the same event that are not linked yet."""
    if known.of(work, case) is not None:
        return []
    beside = {one.case_id for one in linked(work, case)}
    hints = {
        (row.other_id if row.case_id == case.id else row.case_id): row.why
        for row in same_event.suggestions(work, case)
    }
    return [
        Relation(other.id, other.number, other.title, "peristiwa_sama", hints[other.id])
        for other in _visible(work, hints.keys() - beside)
    ]


def _visible(work: Work, ids: set[int]) -> list[Case]:
    return list(
        work.session.scalars(
            select(Case).where(Case.id.in_(ids), access.legible(work)).order_by(Case.id)
        )
    )


def linkable(work: Work, case: Case) -> Mapping[str, object]:
    """Cases this one can be linked with, suggestions first, then the newest."""
    offered = suggested(work, case)
    taken = {one.case_id for one in (*offered, *linked(work, case))} | {case.id}
    newest = work.session.scalars(
        select(Case)
        .where(Case.id.not_in(taken), access.visible(work))
        .order_by(Case.id.desc())
        .limit(200)
    )
    choices = [(one.case_id, f"{one.number} · {one.title}") for one in offered]
    return {
        "others": choices + [(one.id, f"{one.number} · {one.title}") for one in newest],
        "suggested": offered,
    }


def dated_facts(work: Work, case: Case) -> list[tuple[str, str, str]]:
    """Id, name and time of every dated fact."""
    edition = work.law.edition(case.edition, case.revision)
    titles = {key: str(word) for key, word in labels.BETWEEN.items()}
    titles |= {key: act.title for key, act in edition.acts.items()}
    titles |= {key: fact.title for key, fact in edition.facts.items()}
    return [
        (name, labels.law_title(titles.get(name, name.replace("_", " "))), at.isoformat())
        for name, at in _times(work, case).items()
    ]


def _times(work: Work, case: Case) -> Mapping[str, datetime]:
    told = known.of(work, case)
    if told is None:
        return facts.times(work, case)
    rows = work.session.scalars(
        select(Fact).where(Fact.case_id == case.id, *known.within(told, Fact)).order_by(Fact.id)
    )
    return {row.name: row.at for row in rows}


def correctable(work: Work, case: Case) -> Mapping[str, object]:
    """Facts whose time can be corrected; an act that left its reason only is none of them."""
    acts = work.law.edition(case.edition, case.revision).acts
    rows = [row for row in dated_facts(work, case) if row[0] not in acts]
    return {"facts": rows, "fact_choices": [(name, title) for name, title, _at in rows]}
