"""A respondent's category or region is corrected; where letters are planned, they follow."""

from __future__ import annotations

from sqlalchemy import select

from casework.engine.categories import CATEGORIES
from casework.errors import BadInput, NotFound
from casework.models import Base, Case, Deadline, Outcome, Party, Referral
from casework.models.party import RESPONDENTS, PartyRole
from casework.services.acts import acts
from casework.services.acts.recommendation import followup, redraft, referral
from casework.services.acts.recommendation.redraft import Redrafted
from casework.services.acts.registry import act
from casework.services.cases import facts
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.deadlines import deadlines

_NOTHING = Redrafted((), (), ())
# A matter without a person is no respondent of another category.
THING = "objek"


@act("koreksi_terlapor")
def correct(
    work: Work,
    case_id: int,
    version: int,
    party_id: int,
    category: str,
    region: str,
    reason: str,
    nowhere: str = "",
) -> Redrafted:
    """Correct the category and the region of a respondent (`koreksi_terlapor`), with the reason.

    The event keeps what was there before. Letters that have not left are planned anew; `nowhere`
    is the reason for what about the respondent then goes nowhere. Raises NotFound, BadInput.
    """
    step = acts.begin(work, case_id, "koreksi_terlapor", version)
    party = work.session.get(Party, party_id)
    if party is None or party.case_id != case_id or party.role not in RESPONDENTS:
        raise NotFound("Terlapor itu tidak ada pada perkara ini.")
    text = _checked(work, party, category, region, reason)
    drafted = _drafted(work, case_id)
    without: dict[int, str] = {}
    if drafted:
        planned = referral.preview(work, step.case, {party.id: (category, region)})
        if nowhere:
            without = {one.outcome.id: nowhere for one in planned if one.party.id == party.id}
        referral.check_reasons(planned, without)
    before = {"category": party.category, "region": party.region}
    told: list[Base] = [*facts.put(work, step.case, {step.act.id: work.now}, text)]
    party.category, party.region = category, region
    work.session.flush()
    done = _NOTHING
    if drafted:
        done = redraft.replan(work, step.case, text, without, changed={party.id})
        told += _ended(work, step.case)
    acts.finish(
        work,
        step,
        subject=f"parties:{party.id}",
        detail={"from_value": before, "to_value": {"category": category, "region": region}}
        | done.detail(),
        touched=[party, *told, *done.touched],
    )
    return done


def _drafted(work: Work, case_id: int) -> bool:
    """Were the ways out of this case planned: letters, or a reason why something has none?"""
    letter = select(Referral.id).where(Referral.case_id == case_id)
    reason = select(Outcome.id).where(
        Outcome.case_id == case_id, Outcome.no_destination_reason != ""
    )
    return any(work.session.scalar(one.limit(1)) is not None for one in (letter, reason))


def _ended(work: Work, case: Case) -> list[Deadline]:
    """With nothing left to be forwarded the handling ends, as when letters are drafted anew."""
    if not facts.facts_of(work, case)["tanpa_penerusan"]:
        return []
    left = followup.forwarded(work, case)
    return deadlines.meet(work, case, "penanganan", left.get("penanganan", work.now))


def _checked(work: Work, party: Party, category: str, region: str, reason: str) -> str:
    check = TextChecker()
    text = check.text("alasan", "Alasan pembetulan", reason, limit=500, required=True)
    if category not in CATEGORIES:
        check.refuse("kategori", "Pilih kategori terlapor yang tersedia.")
    elif (category == THING) != (party.role == PartyRole.MATTER):
        check.refuse(
            "kategori",
            "Objek tanpa orang tidak dapat dijadikan orang, dan sebaliknya. Pilih kategori lain.",
        )
    if region and region not in work.law.regions:
        check.refuse("wilayah", "Pilih wilayah yang tersedia, atau kosongkan.")
    check.done()
    if (category, region) == (party.category, party.region):
        raise BadInput.one(
            "kategori", "Kategori dan wilayah itu sudah tercatat; tidak ada yang berubah."
        )
    return text
