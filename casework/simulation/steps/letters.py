"""Acts on letters: numbered and issued, sent and received."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from casework.engine.loading.block import Block
from casework.engine.papers.crime_file import Assigned
from casework.models import Case
from casework.services.acts.any_stage import issuing
from casework.services.acts.clarification import assignment
from casework.services.acts.recommendation import crime_file, dispatches, redraft, referral
from casework.services.acts.recommendation.crime_file import Filled
from casework.services.acts.recommendation.dispatches import Sending
from casework.services.acts.registry import id_of
from casework.services.core.work import Work
from casework.simulation.times import maybe_moment
from casework.simulation.turn import Do, Turn, doing

IN_INK = "Ditandatangani di atas kertas; pindaiannya disimpan kemudian."


def _issue(block: Block, _zone: ZoneInfo) -> Do:
    kinds = block.texts("kinds")

    def issue(turn: Turn, work: Work, case: Case) -> None:
        waiting = turn.documents(work, case, kinds, ("planned", "draft"))
        issuing.issue(work, case.id, case.version, [one.id for one in waiting])

    return doing(issue)


def _dispatch(block: Block, zone: ZoneInfo) -> Do:
    kinds = block.texts("kinds")
    channel = block.text("channel", "langsung")
    sent = maybe_moment(block, "sent_at", zone)
    received = maybe_moment(block, "received_at", zone)
    note = block.maybe("note") or ""

    def do(turn: Turn) -> None:
        sending = Sending(channel, sent or turn.at, received, note, unsigned_reason=IN_INK)
        for document in turn.call(
            lambda work, case: [
                one.id
                for one in turn.documents(work, case, kinds, ("numbered", "issued"))
                if one.kind in work.law.outgoing
            ]
        ):

            def dispatch(work: Work, case: Case, document: int = document) -> None:
                dispatches.record(work, case.id, case.version, document, sending)

            turn.call(dispatch)

    return do


def _draft(block: Block, _zone: ZoneInfo) -> Do:
    without = tuple(_without(one) for one in block.blocks("without"))

    def draft(turn: Turn, work: Work, case: Case) -> None:
        reasons = {one: reason for who, reason in without for one in turn.outcome_ids(work, who)}
        referral.draft(work, case.id, case.version, reasons)

    return doing(draft)


def _assign(block: Block, _zone: ZoneInfo) -> Do:
    people = tuple(Assigned(name=one, position="") for one in block.texts("who", required=True))
    task = block.text("task")
    return doing(
        lambda turn, work, case: assignment.assign(work, case.id, case.version, people, task)
    )


def _settle(block: Block, _zone: ZoneInfo) -> Do:
    """`missing` gives by item why it is not there, `nevertheless` goes on without it."""
    missing: dict[str, Filled] = {}
    if "missing" in block:
        inner = block.block("missing")
        missing = {name: Filled(reason=inner.text(name)) for name in inner.keys}
        inner.close()
    anyway = block.flag("nevertheless", default=False)
    return doing(
        lambda turn, work, case: crime_file.settle(
            work, case.id, case.version, missing, nevertheless=anyway
        )
    )


def _redraft(block: Block, _zone: ZoneInfo) -> Do:
    reason = block.maybe("reason") or ""
    without = tuple(_without(one) for one in block.blocks("without"))

    def again(turn: Turn, work: Work, case: Case) -> None:
        reasons = {one: why for who, why in without for one in turn.outcome_ids(work, who)}
        redraft.redraft(work, case.id, case.version, reason, reasons)

    return doing(again)


def _without(block: Block) -> tuple[tuple[str, ...], str]:
    pair = block.texts("who", required=True), block.text("reason")
    block.close()
    return pair


def _status(_block: Block, _zone: ZoneInfo) -> Do:
    return doing(lambda turn, work, case: referral.status_notice(work, case.id, case.version))


READERS: Mapping[str, Callable[[Block, ZoneInfo], Do]] = {
    id_of(issuing.issue): _issue,
    id_of(dispatches.record): _dispatch,
    id_of(assignment.assign): _assign,
    id_of(crime_file.settle): _settle,
    id_of(referral.draft): _draft,
    id_of(redraft.redraft): _redraft,
    id_of(referral.status_notice): _status,
}
