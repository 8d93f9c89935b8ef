"""What the pages of a hearing show: who may sit, the sessions so far, the ruling once read out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from casework.engine.basis import Basis
from casework.models import Case, Document, Hearing, Party
from casework.models.document import DocumentState
from casework.models.hearing import Agenda, HearingState
from casework.services.acts.hearing import panel, rulings, sessions
from casework.services.acts.registry import id_of
from casework.services.acts.review import allegations
from casework.services.cases import facts, hearings
from casework.services.cases.hearings import DONE
from casework.services.core.work import Work
from webui.cases.acts_page import act_of
from webui.cases.people_page import respondents
from webui.core import labels
from webui.core.times import wall, wall_now
from webui.pleno.page import guards
from webui.review.article_choices import articles


@dataclass(frozen=True)
class Person:
    """Somebody, or something, to be chosen."""

    id: int
    name: str


@dataclass(frozen=True)
class Seat:
    """A member of the panel with the part played in it."""

    name: str
    position: str


@dataclass(frozen=True)
class SessionLine:
    """One session as the case file shows it; `minutes` is the paper, 0 where there is none."""

    number: int
    state: str
    agenda: tuple[str, ...]
    scheduled_at: datetime
    held_at: datetime | None
    place: str
    came: tuple[tuple[str, str], ...]
    away: tuple[str, ...]
    course: str
    note: str
    minutes: int


@dataclass(frozen=True)
class RulingLine:
    """What a panel resolved; `read_at` is None, and the rest empty for others, until then."""

    held_at: datetime
    read_at: datetime | None
    open_to_me: bool
    considerations: str
    amar: tuple[str, ...]
    paper: int
    correction: Basis | None = None
    """What is known of putting right a ruling that was read out; None before it was."""


@dataclass(frozen=True)
class HearingPart:
    """The part of a case file about its hearing."""

    members: tuple[Seat, ...]
    secretary: str
    reason: str
    sessions: tuple[SessionLine, ...]
    ruling: RulingLine | None


def heard(work: Work, case: Case) -> HearingPart | None:
    """Everything of a hearing that the actor may see; None where there is nothing."""
    row = hearings.panel(work, case)
    if row is None:
        return None
    names = _officer_names(work, case)
    return HearingPart(
        tuple(Seat(one["name"], one["position"]) for one in row.members),
        names.get(row.secretary_id or 0, ""),
        row.reason,
        tuple(_session(work, one) for one in hearings.of_case(work, case)),
        _ruling(work, case),
    )


def appointing(work: Work, case: Case) -> Mapping[str, object]:
    """For the page of the panel: who may sit and take minutes, and the rule it follows."""
    return {
        "able": tuple(Person(one.id, one.name) for one in panel.members(work, case)),
        "secretaries": tuple(Person(one.id, one.name) for one in panel.secretaries(work, case)),
        "hearing": heard(work, case),
        "basis": act_of(work, case, id_of(panel.appoint)).basis,
    }


def fixing(work: Work, case: Case) -> Mapping[str, object]:
    """For the page of the summons: what can be on the agenda, who can be summoned."""
    examined = hearings.ruling(work, case) is not None
    known = facts.times(work, case)
    left = [one for one in DONE if DONE[one] not in known]
    again = [Agenda.PROOF] if DONE[Agenda.PROOF] in known else []
    return {
        "agenda": (Agenda.RULING,) if examined else (*left, *again),
        "parties": tuple(Person(one.id, one.label) for one in sessions.able(work, case)),
        "hearing": heard(work, case),
    }


def sitting(work: Work, case: Case) -> Mapping[str, object]:
    """For the page of a session: what was fixed, and who could be there."""
    row = hearings.fixed(work, case)
    sits = hearings.panel(work, case)
    return {
        "fixed": _session(work, row) if row else None,
        "agenda": tuple(row.agenda) if row else (),
        "panel": tuple(Person(o["officer_id"], o["name"]) for o in sits.members) if sits else (),
        "parties": tuple(Person(one.id, one.label) for one in sessions.able(work, case)),
        "evidence": tuple(
            Person(one.id, f"B-{one.ordinal} {one.description}")
            for one in sessions.exhibits(work, case)
        ),
        "given": {
            "waktu": wall(row.scheduled_at) if row else wall_now(),
            "tempat": row.place if row else case.office.name,
        },
        "hearing": heard(work, case),
    }


def recording(act_id: str) -> Callable[[Work, Case], Mapping[str, object]]:
    """For a page that writes the minutes of a session: as `sitting`, and whether it has begun."""

    def read(work: Work, case: Case) -> Mapping[str, object]:
        row = hearings.fixed(work, case)
        return {
            **sitting(work, case),
            "not_begun": sessions.not_begun(work, case, row, act_id),
        }

    return read


def deliberating(work: Work, case: Case) -> Mapping[str, object]:
    """For the page of the deliberation: the panel, respondents and articles, what was drawn up."""
    row = hearings.ruling(work, case)
    hearings.check_read(work, case, row)
    before = _before(row.decisions, row.considerations, row.amar) if row else {}
    parties = tuple(respondents(work, case))
    chosen = {value for name, value in before.items() if name.startswith("pasal-")}
    sits = hearings.panel(work, case)
    return {
        "panel": tuple(Person(o["officer_id"], o["name"]) for o in sits.members) if sits else (),
        "parties": parties,
        "articles": articles(work, case, (one.category for one in parties), chosen),
        "before": before,
        "guards": guards(work, case, parties),
        "hearing": heard(work, case),
    }


def showing(act_id: str, more: Callable[[Work, Case], Mapping[str, object]]) -> Callable[..., Any]:
    """What a page shows with the quote and the note of its act."""

    def read(work: Work, case: Case) -> Mapping[str, object]:
        return {**more(work, case), "basis": act_of(work, case, act_id).basis}

    return read


def _before(decisions: list[Any], considerations: str, amar: list[Any]) -> dict[str, str]:
    found = {"pertimbangan": considerations, "amar": "\n".join(amar)}
    for one in decisions:
        key = allegations.slot(one["party_id"], one["number"])
        found[f"hasil-{key}"] = one["violation_class"]
        found[f"pasal-{key}"] = one["article"]
        found[f"alasan-{key}"] = one["reason"]
    return found


def _session(work: Work, row: Hearing) -> SessionLine:
    rows = work.session.execute(select(Party.id, Party.label).where(Party.case_id == row.case_id))
    who = {one.id: one.label for one in rows}
    came = {one["party_id"]: one["by"] for one in row.attended}
    held = row.state == HearingState.HELD
    return SessionLine(
        row.number,
        row.state,
        tuple(str(labels.AGENDAS[Agenda(one)]) for one in row.agenda),
        row.scheduled_at,
        row.held_at,
        row.place,
        tuple((who[key], by) for key, by in came.items() if key in who),
        tuple(who[key] for key in row.summoned if held and key not in came and key in who),
        row.course,
        row.note,
        _paper(work, row.case_id, sessions.MINUTES, f"hearing:{row.id}"),
    )


def _ruling(work: Work, case: Case) -> RulingLine | None:
    row = hearings.ruling(work, case)
    if row is None:
        return None
    mine = hearings.may_read(work, case, row)
    return RulingLine(
        row.held_at,
        row.read_at,
        mine,
        row.considerations if mine else "",
        tuple(row.amar) if mine else (),
        _paper(work, case.id, rulings.RULING, f"ruling:{row.id}"),
        _correction(work, case) if row.read_at is not None else None,
    )


def _correction(work: Work, case: Case) -> Basis | None:
    """What the edition knows of correcting a ruling that was read out."""
    found = work.law.edition(case.edition, case.revision).provisions.get("pembetulan_putusan")
    return found.basis if found is not None else None


def _paper(work: Work, case_id: int, kind: str, about: str) -> int:
    """The key of a paper, 0 where it is not planned."""
    return (
        work.session.scalar(
            select(Document.id)
            .where(
                Document.case_id == case_id,
                Document.kind == kind,
                Document.about == about,
                Document.state != DocumentState.VOID,
            )
            .order_by(Document.id.desc())
            .limit(1)
        )
        or 0
    )


def _officer_names(work: Work, case: Case) -> dict[int, str]:
    return {one.id: one.name for one in panel.secretaries(work, case)}
