"""What may happen at any stage: links, corrected facts, opened identities, added evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from casework.engine.loading.block import Block
from casework.models import Case
from casework.services.acts.any_stage import links
from casework.services.acts.corrections import fact_correction, respondents
from casework.services.acts.parties import Respondent
from casework.services.acts.registration import further_parties
from casework.services.acts.registry import id_of
from casework.services.cases import evidence
from casework.services.cases.record import disclosure
from casework.services.cases.record.identity import Person
from casework.services.core.work import Work
from casework.simulation.reports import attachment
from casework.simulation.times import moment
from casework.simulation.turn import Do, Turn, doing


def _link(block: Block, _zone: ZoneInfo) -> Do:
    other = block.text("other")
    kind = block.text("kind", "peristiwa_sama")
    reason = block.maybe("reason") or ""
    return doing(
        lambda turn, work, case: links.link(
            work, case.id, case.version, turn.other(other), kind, reason
        )
    )


def _correct(block: Block, zone: ZoneInfo) -> Do:
    fact, to = block.text("fact"), moment(block, "to", zone)
    reason = block.maybe("reason") or ""
    return doing(
        lambda turn, work, case: fact_correction.correct(
            work, case.id, case.version, fact, to, reason
        )
    )


def _reclassify(block: Block, _zone: ZoneInfo) -> Do:
    who, category = block.text("who"), block.text("category")
    region, reason = block.maybe("region") or "", block.maybe("reason") or ""
    nowhere = block.maybe("without") or ""

    def correct(turn: Turn, work: Work, case: Case) -> None:
        for party in turn.party_ids(work, (who,)):
            respondents.correct(
                work, case.id, case.version, party, category, region, reason, nowhere
            )

    return doing(correct)


def _add_party(block: Block, _zone: ZoneInfo) -> Do:
    role, name = block.text("role"), block.text("name")
    position, address = block.maybe("position") or "", block.maybe("address") or ""
    occupation = block.maybe("occupation") or ""
    category, region = block.maybe("category") or "", block.maybe("region") or ""
    reason = block.maybe("reason") or ""

    def add(_turn: Turn, work: Work, case: Case) -> None:
        if role == "respondent":
            one = Respondent(name, category, position, address, region=region)
            further_parties.add_respondent(work, case.id, case.version, one, reason)
        else:
            person = Person(name, occupation=occupation, address=address)
            further_parties.add_protected(work, case.id, case.version, role, person, reason)

    return doing(add)


def _read_identity(block: Block, _zone: ZoneInfo) -> Do:
    who = block.text("who", "pelapor")
    reason = block.maybe("reason") or ""
    return doing(
        lambda turn, work, case: disclosure.read(work, turn.party_ids(work, (who,))[0], reason)
    )


def _add_evidence(block: Block, _zone: ZoneInfo) -> Do:
    found = attachment(block.block("file"))

    def do(turn: Turn) -> None:
        (upload,) = turn.uploads((found,))
        turn.call(lambda work, case: evidence.add(work, case.id, upload))

    return do


def _wait(_block: Block, _zone: ZoneInfo) -> Do:
    """Nothing is done; the clock only moves, and what is due by then happens."""
    return lambda turn: None


READERS: Mapping[str, Callable[[Block, ZoneInfo], Do]] = {
    id_of(links.link): _link,
    id_of(further_parties.add_protected): _add_party,
    id_of(fact_correction.correct): _correct,
    id_of(respondents.correct): _reclassify,
    "buka_identitas": _read_identity,
    "tambah_bukti": _add_evidence,
    "tunggu": _wait,
}
