"""Acts after the letters have left: forwarding closed, answers recorded, the case ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine.loading.block import Block
from casework.models import Case, Referral, ReferralItem
from casework.models.referral import ItemState
from casework.services.acts.recommendation import followup, referral
from casework.services.acts.registry import id_of
from casework.services.cases.evidence import Upload
from casework.services.core.work import Work
from casework.simulation.reports import attachment
from casework.simulation.times import maybe_moment
from casework.simulation.turn import Do, Turn, doing


def _forward(_block: Block, _zone: ZoneInfo) -> Do:
    return doing(lambda turn, work, case: referral.forward(work, case.id, case.version))


def _stop(_block: Block, _zone: ZoneInfo) -> Do:
    return doing(lambda turn, work, case: referral.stop(work, case.id, case.version))


def _follow_up(block: Block, zone: ZoneInfo) -> Do:
    who = block.texts("who")
    destination = block.maybe("destination")
    state = block.text("state")
    note = block.maybe("note") or ""
    answered = maybe_moment(block, "answered_at", zone)
    reply = attachment(block.block("reply")) if "reply" in block else None

    def record(turn: Turn, work: Work, case: Case, files: tuple[Upload, ...]) -> None:
        query = (
            select(ReferralItem.id)
            .join(Referral, Referral.id == ReferralItem.referral_id)
            .where(Referral.case_id == case.id, ReferralItem.state != ItemState.VOID)
            .order_by(ReferralItem.id)
        )
        if who:
            query = query.where(ReferralItem.party_id.in_(turn.party_ids(work, who)))
        if destination is not None:
            query = query.where(Referral.destination == destination)
        items = list(work.session.scalars(query))
        followup.record(
            work,
            case.id,
            case.version,
            items,
            state,
            note,
            answered_at=answered,
            reply=files[0] if files else None,
        )

    def do(turn: Turn) -> None:
        # The file is safe on disk before the transaction begins.
        files = turn.uploads((reply,)) if reply else ()
        turn.call(lambda work, case: record(turn, work, case, files))

    return do


def _finish(_block: Block, _zone: ZoneInfo) -> Do:
    return doing(lambda turn, work, case: followup.finish(work, case.id, case.version))


READERS: Mapping[str, Callable[[Block, ZoneInfo], Do]] = {
    id_of(referral.forward): _forward,
    id_of(referral.stop): _stop,
    id_of(followup.record): _follow_up,
    id_of(followup.finish): _finish,
}
