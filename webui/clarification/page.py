"""What the pages of the clarification show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.models import Case, ClarificationSession, Officer
from casework.models.deadline import DeadlineState
from casework.models.handling import SessionState
from casework.models.party import PartyRole
from casework.services.acts.clarification import availability, planning
from casework.services.acts.clarification import sessions as session_acts
from casework.services.acts.clarification.planning import Proposal, Wanted
from casework.services.acts.clarification.sessions import REMOTE_PLACE
from casework.services.core.work import Work
from webui.cases.people_page import SessionLine, parties, sessions
from webui.clarification.forms import SettingsForm, room_value, settings_form
from webui.core import labels
from webui.core.clock import local
from webui.core.transaction import me
from webui.review.reported_page import reported


def invitees(work: Work, case: Case) -> Mapping[str, object]:
    """Parties that can be invited now, whether a plan has anybody left, the sessions so far."""
    held = sessions(work, case)
    waiting = {one.party_id for one in held if one.state == SessionState.INVITED}
    people = [one for one in parties(work, case) if one.role != PartyRole.MATTER]
    return {
        "sessions": held,
        "left": any(one.state == DeadlineState.OPEN for one in planning.standing(work, case)),
        "bounds": planning.bounds(work, case),
        "usual_place": _place(held) or availability.usual(work, case),
        "open_parties": [
            (one.id, f"{one.label} · {labels.word(labels.PARTIES, one.role)}")
            for one in people
            if one.id not in waiting
        ],
    }


def _place(held: Sequence[SessionLine]) -> str:
    """Where the last session of the case is that stands and is not by video."""
    return next(
        (
            one.place
            for one in reversed(held)
            if one.state != SessionState.CANCELLED and not one.place.startswith(REMOTE_PLACE)
        ),
        "",
    )


def session_page(session_id: int, act_id: str) -> Callable[[Work, Case], Mapping[str, object]]:
    """One session of the case, or None when it is another case's; `act_id` may record of it."""

    def read(work: Work, case: Case) -> Mapping[str, object]:
        found = [one for one in sessions(work, case) if one.id == session_id]
        if not found:
            return {"session": None}
        row = work.session.get_one(ClarificationSession, session_id)
        provisions = work.law.edition(case.edition, case.revision).provisions
        waiting = [one.id for one in sessions(work, case) if one.state == SessionState.INVITED]
        return {
            "session": found[0],
            "last": waiting == [session_id],
            "delivered": session_acts.delivered(work, row),
            "must_arrive": session_acts.must_arrive(work, case),
            "not_begun": session_acts.not_begun(work, case, row, act_id) if act_id else "",
            "reported": reported(work, case),
            "counsel": provisions.get("klarifikasi_kuasa_hukum"),
            "examiners": [
                (one.id, f"{one.name} · {one.position}" if one.position else one.name)
                for one in session_acts.examiners(work, case)
            ],
        }

    return read


@dataclass(frozen=True)
class PlanLine:
    """One party of the plan; `why` where no place was found."""

    party_id: int
    party: str
    role: str
    summons: int
    at: datetime | None
    why: str


@dataclass(frozen=True)
class PlanPage:
    """The plan with its settings and everything it rests on."""

    settings: SettingsForm
    wanted: Wanted
    proposal: Proposal
    lines: tuple[PlanLine, ...]
    called_out: tuple[str, ...]
    waiting: int
    officers: tuple[tuple[int, str], ...]
    circumstances: str
    filled: Mapping[str, object]


def plan_page(work: Work, case: Case) -> Mapping[str, object]:
    """Read settings from the address, plan, and put it into words."""
    usual = planning.defaults(work, case)
    officers = _officers(work, usual)
    people = planning.propose(work, case, usual).people
    open_people = [
        (one.party.id, f"{one.party.label} · {labels.word(labels.PARTIES, one.party.role)}")
        for one in people
        if one.state == DeadlineState.OPEN
    ]
    settings = settings_form(usual, open_people, officers)
    wanted = settings.wanted() if settings.validate() else usual
    proposal = planning.propose(work, case, wanted)
    return {
        "plan": PlanPage(
            settings,
            wanted,
            proposal,
            _lines(proposal),
            tuple(one.party.label for one in proposal.people if one.state == "called_out"),
            sum(one.state == SessionState.INVITED for one in proposal.people),
            officers,
            planning.circumstances(work, case),
            _filled(proposal),
        )
    }


def _officers(work: Work, usual: Wanted) -> tuple[tuple[int, str], ...]:
    rows = work.session.execute(
        select(Officer.id, Officer.name).where(Officer.id.in_(usual.officers)).order_by(Officer.id)
    ).all()
    return tuple((key, name) for key, name in rows)


def _lines(proposal: Proposal) -> tuple[PlanLine, ...]:
    at = {one.invitee: one.span.opens for one in proposal.plan.sessions}
    why = {one.invitee: one.why.value for one in proposal.plan.left}
    lines = [
        PlanLine(
            one.party.id,
            one.party.label,
            one.party.role,
            one.summons,
            at.get(one.party.id),
            why.get(one.party.id, ""),
        )
        for one in proposal.people
        if one.state == DeadlineState.OPEN
    ]
    # Those with an hour as they come, the others after them in the order of hearing.
    placed = sorted((one for one in lines if one.at), key=lambda one: str(one.at))
    return (*placed, *(one for one in lines if not one.at))


def _filled(proposal: Proposal) -> dict[str, object]:
    found: dict[str, object] = {}
    for one in proposal.plan.sessions:
        wall = local(one.span.opens, me().zone).replace(tzinfo=None)
        found |= {
            f"ikut-{one.invitee}": True,
            f"jam-{one.invitee}": wall,
            f"ruang-{one.invitee}": room_value(one.room),
            f"petugas-{one.invitee}": str(one.officer),
        }
    return found
