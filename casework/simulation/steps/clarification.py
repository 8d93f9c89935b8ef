"""Acts while the people of a case are heard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine.loading.block import Block
from casework.models import Case, ClarificationSession
from casework.models.handling import SessionState
from casework.services.acts.any_stage import extension
from casework.services.acts.clarification import sessions
from casework.services.acts.registry import id_of
from casework.services.cases.minutes import NOT_ASKED, Minutes
from casework.services.core.work import Work
from casework.simulation.times import maybe_moment, moment
from casework.simulation.turn import Do, Turn, doing


def _invite(block: Block, zone: ZoneInfo) -> Do:
    who = block.texts("who", required=True)
    at = moment(block, "scheduled_at", zone)
    place = block.text("place")
    return doing(
        lambda turn, work, case: sessions.invite(
            work, case.id, case.version, turn.party_ids(work, who), at, place
        )
    )


def _record(block: Block, zone: ZoneInfo) -> Do:
    who = block.texts("who", required=True)
    held = maybe_moment(block, "held_at", zone)
    answers = tuple(_answer(one) for one in block.blocks("answers"))
    oath = block.maybe("oath") or NOT_ASKED
    counsel = block.flag("counsel", default=False)
    signed = block.flag("signed", default=True)
    note = block.maybe("note") or ""
    who_came, read = block.maybe("counsel_name") or "", block.flag("read", default=True)
    sworn_by, sworn_as = block.maybe("sworn_by") or "", block.maybe("sworn_as") or ""

    def do(turn: Turn) -> None:
        minutes = Minutes(
            held or turn.at,
            answers,
            oath,
            counsel,
            signed,
            note,
            who_came,
            read,
            sworn_by=sworn_by,
            sworn_as=sworn_as,
        )
        for name in _waiting(turn, who):

            def record(work: Work, case: Case, name: str = name) -> None:
                session = _session(turn, work, name)
                sessions.record(work, session, case.version, minutes)

            turn.call(record)

    return do


def _absent(block: Block, _zone: ZoneInfo) -> Do:
    who = block.texts("who", required=True)
    reason, told = block.maybe("reason") or "", block.maybe("told") or ""

    def do(turn: Turn) -> None:
        for name in _waiting(turn, who):

            def absent(work: Work, case: Case, name: str = name) -> None:
                sessions.absent(work, _session(turn, work, name), case.version, reason, told)

            turn.call(absent)

    return do


def _extend(block: Block, _zone: ZoneInfo) -> Do:
    reason = block.maybe("reason") or ""
    return doing(lambda turn, work, case: extension.extend(work, case.id, case.version, reason))


def _close(_block: Block, _zone: ZoneInfo) -> Do:
    return doing(lambda turn, work, case: sessions.close(work, case.id, case.version))


def _answer(block: Block) -> tuple[str, str]:
    pair = block.text("q"), block.text("a")
    block.close()
    return pair


def _waiting(turn: Turn, who: tuple[str, ...]) -> tuple[str, ...]:
    """The parties among `who` whose session is not recorded yet; all of them when none waits."""

    def waiting(work: Work, _case: Case) -> tuple[str, ...]:
        open_sessions = set(
            work.session.scalars(
                select(ClarificationSession.id).where(
                    ClarificationSession.state == SessionState.INVITED
                )
            )
        )
        return tuple(name for name in who if _session(turn, work, name) in open_sessions)

    return turn.call(waiting) or who


def _session(turn: Turn, work: Work, name: str) -> int:
    """The newest summons of a party; 0 (which no session has) when there is none."""
    (party,) = turn.party_ids(work, (name,))
    found = work.session.scalar(
        select(ClarificationSession.id)
        .where(ClarificationSession.party_id == party)
        .order_by(ClarificationSession.summons.desc())
        .limit(1)
    )
    return found or 0


READERS: Mapping[str, Callable[[Block, ZoneInfo], Do]] = {
    id_of(sessions.invite_each): _invite,
    id_of(sessions.record): _record,
    id_of(sessions.absent): _absent,
    id_of(extension.extend): _extend,
    id_of(sessions.close): _close,
}
