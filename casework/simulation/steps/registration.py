"""Acts from the desk to the decision to register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from casework.engine.loading.block import Block
from casework.models import Case
from casework.services.acts import acts
from casework.services.acts.registration import completion, kajian_awal, withdrawal
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.acts.registration.opening import Opening
from casework.services.acts.registry import id_of
from casework.services.acts.review import pleno
from casework.services.core.work import Work
from casework.simulation.meeting import meeting_of
from casework.simulation.reports import attachment
from casework.simulation.times import maybe_moment
from casework.simulation.turn import Do, Turn, doing

_TOLD = "Sesuai yang dimainkan."
"""Why the facts that a played case tells of itself say otherwise."""


def _outside(turn: Turn) -> bool:
    found = turn.app.law.elections.get(turn.scenario.election)
    return bool(found and found.outside(turn.report.event_date))


def _receive(_block: Block, _zone: ZoneInfo) -> Do:
    def do(turn: Turn) -> None:
        report, cast = turn.report, turn.report.cast
        told = Opening(
            key=turn.submission_key,
            election=turn.scenario.election,
            reporter=cast.reporter,
            reporter_kind=cast.reporter_kind,
            respondents=tuple(cast.respondents.values()),
            event_what=report.what,
            event_place=report.place,
            event_date=report.event_date,
            known_date=report.known_date,
            account=report.account,
            title="" if report.title == "-" else report.title,
            witnesses=tuple(cast.witnesses.values()),
            evidence=turn.uploads(report.evidence),
            suspects_crime=report.suspects_crime,
            regime=turn.scenario.regime,
            played=turn.played,
            stage_reason=_TOLD if _outside(turn) else "",
        )
        with turn.app.unit_of_work(turn.actor) as work:
            case = acts.open_case(work, "terima_laporan", told)
        turn.receive(case.id)

    return do


def _assess(block: Block, _zone: ZoneInfo) -> Do:
    unmet: dict[str, str] = {}
    if "unmet" in block:
        inner = block.block("unmet")
        unmet = {name: inner.text(name) for name in inner.keys}
    only = block.texts("only")

    def do(turn: Turn) -> None:
        def assess(work: Work, case: Case) -> None:
            edition = work.law.edition(case.edition, case.revision)
            wanted = only or tuple(edition.requirements)
            verdicts = {name: Verdict(name not in unmet, unmet.get(name, _TOLD)) for name in wanted}
            unknown = {name: Verdict(met=False, reason=unmet[name]) for name in unmet}
            kajian_awal.assess(work, case.id, case.version, verdicts | unknown)

        turn.call(assess)

    return do


def _ask_to_complete(_block: Block, _zone: ZoneInfo) -> Do:
    return doing(lambda turn, work, case: kajian_awal.ask_to_complete(work, case.id, case.version))


def _propose_registration(_block: Block, _zone: ZoneInfo) -> Do:
    return doing(
        lambda turn, work, case: kajian_awal.propose_registration(work, case.id, case.version)
    )


def _propose_refusal(block: Block, _zone: ZoneInfo) -> Do:
    reason = block.maybe("reason") or ""
    return doing(
        lambda turn, work, case: kajian_awal.propose_refusal(work, case.id, case.version, reason)
    )


def _complete(block: Block, zone: ZoneInfo) -> Do:
    text = block.maybe("description") or ""
    received = maybe_moment(block, "received_at", zone)
    evidence = tuple(attachment(one) for one in block.blocks("evidence"))

    def do(turn: Turn) -> None:
        uploads = turn.uploads(evidence)
        at = received or turn.at
        turn.call(
            lambda work, case: completion.receive(work, case.id, case.version, at, text, uploads)
        )

    return do


def _lapse(_block: Block, _zone: ZoneInfo) -> Do:
    return doing(lambda turn, work, case: completion.lapse(work, case.id, case.version))


def _withdraw(block: Block, _zone: ZoneInfo) -> Do:
    reason = block.maybe("reason") or ""
    return doing(lambda turn, work, case: withdrawal.withdraw(work, case.id, case.version, reason))


def _register(block: Block, zone: ZoneInfo) -> Do:
    meeting = meeting_of(block, zone)
    return doing(
        lambda turn, work, case: pleno.register(work, case.id, case.version, meeting(turn, work))
    )


def _refuse(block: Block, zone: ZoneInfo) -> Do:
    meeting = meeting_of(block, zone)
    return doing(
        lambda turn, work, case: pleno.refuse_registration(
            work, case.id, case.version, meeting(turn, work)
        )
    )


READERS: Mapping[str, Callable[[Block, ZoneInfo], Do]] = {
    "terima_laporan": _receive,
    id_of(kajian_awal.assess): _assess,
    id_of(kajian_awal.ask_to_complete): _ask_to_complete,
    id_of(kajian_awal.propose_registration): _propose_registration,
    id_of(kajian_awal.propose_refusal): _propose_refusal,
    id_of(completion.receive): _complete,
    id_of(completion.lapse): _lapse,
    id_of(withdrawal.withdraw): _withdraw,
    id_of(pleno.register): _register,
    id_of(pleno.refuse_registration): _refuse,
}
