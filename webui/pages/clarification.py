"""What the pages of the clarification show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from casework.models import Case
from casework.services.acts.clarification import availability, planning
from casework.services.acts.clarification.sessions import REMOTE_PLACE
from casework.services.core.work import Work
from webui import labels
from webui.pages.people import SessionLine, parties, sessions


def invitees(work: Work, case: Case) -> Mapping[str, object]:
    """Parties that can be invited now, whether a plan has anybody left, the sessions so far."""
    held = sessions(work, case)
    waiting = {one.party_id for one in held if one.state == "invited"}
    people = [one for one in parties(work, case) if one.role != "matter"]
    return {
        "sessions": held,
        "left": any(one.state == "open" for one in planning.standing(work, case)),
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
            if one.state != "cancelled" and not one.place.startswith(REMOTE_PLACE)
        ),
        "",
    )


def session_page(session_id: int) -> Callable[[Work, Case], Mapping[str, object]]:
    """One session of the case, or None when it is another case's."""

    def read(work: Work, case: Case) -> Mapping[str, object]:
        found = [one for one in sessions(work, case) if one.id == session_id]
        provisions = work.law.edition(case.edition, case.revision).provisions
        return {
            "session": found[0] if found else None,
            "counsel": provisions.get("klarifikasi_kuasa_hukum"),
        }

    return read
