"""Builds what is told to one respondent, from data about that respondent alone.

Nothing here reads the reporter, the witnesses, the account or the minutes. What officers typed
(the title of the case) is compared with the protected identities afterwards (`unnamed`).
"""

from __future__ import annotations

from sqlalchemy import select

from casework.engine import matrix
from casework.engine.categories import ViolationClass, told
from casework.engine.papers import KutipanKajian, PemberitahuanTerlapor
from casework.engine.papers.respondent import JudgedArticle, JudgedElement, ToldOutcome
from casework.models import Meeting, Opinion, Outcome, Party, Referral, ReferralItem, Review
from casework.models.referral import ItemState
from casework.services.documents.data import people, wording
from casework.services.documents.data.ending import corrected, read_on, read_ruling
from casework.services.documents.data.review import RESULTS, letter_article, provisions
from casework.services.documents.data.source import Source

NOT_A_VIOLATION = ViolationClass.NONE


def pemberitahuan(source: Source) -> PemberitahuanTerlapor:
    """What the pleno decided about the respondent, and where it goes."""
    party, outcomes = _decided(source)
    first, *others = outcomes
    listed = provisions(source, (one.article for one in outcomes if others))
    return PemberitahuanTerlapor(
        **source.common(),
        block=source.block("Pemberitahuan Hasil Penanganan", nature="Biasa"),
        recipient=people.recipient(source, party),
        legal=source.legal(source.act("beritahukan_status")),
        signatory=source.chair(),
        case_number=source.case.number,
        matter=source.matter,
        decided=_day(source, first) + ("," if "replaces" in source.document.context else ""),
        outcome=_summed(outcomes),
        article="" if others else _violated(source, first),
        destinations=() if others else _destinations(source, first),
        several=tuple(
            ToldOutcome(
                article=listed.short.get(one.article, ""),
                outcome=told(one.violation_class),
                destinations=_destinations(source, one),
            )
            for one in (outcomes if others else ())
        ),
        read=read_on(source, read_ruling(source)),
        provisions=listed.lines,
    )


def kutipan_kajian(source: Source) -> KutipanKajian:
    """How the respondent's case was judged, element by element."""
    party, outcomes = _decided(source)
    first, *others = outcomes
    listed = provisions(source, (one.article for one in outcomes if others))
    return KutipanKajian(
        **source.common(),
        block=source.block("Kutipan Kajian Dugaan Pelanggaran", nature="Terbatas"),
        recipient=people.recipient(source, party),
        legal=(),
        signatory=source.chair(),
        case_number=source.case.number,
        matter=source.matter,
        respondent=party.label,
        position=party.position if party.position != party.label else "",
        decided=_day(source, first),
        outcome=_summed(outcomes),
        article="" if others else _violated(source, first),
        elements=() if others else _elements(source, first, alone=True),
        several=tuple(
            JudgedArticle(
                article=listed.short.get(one.article, ""),
                outcome=told(one.violation_class),
                elements=_elements(source, one, alone=False),
            )
            for one in (outcomes if others else ())
        ),
        provisions=listed.lines,
    )


def _decided(source: Source) -> tuple[Party, list[Outcome]]:
    party = source.work.session.get_one(Party, source.document.context["party_id"])
    outcomes = source.work.session.scalars(
        select(Outcome)
        .where(Outcome.case_id == source.case.id, Outcome.party_id == party.id)
        .order_by(Outcome.number)
    )
    return party, list(outcomes)


def _summed(outcomes: list[Outcome]) -> str:
    return "; ".join(dict.fromkeys(told(one.violation_class) for one in outcomes))


def _day(source: Source, outcome: Outcome) -> str:
    meeting = source.work.session.get_one(Meeting, outcome.meeting_id)
    day, letters = corrected(source)
    if letters:
        return f"{day}, yang meralat putusan sebelumnya sehingga {letters} ditarik"
    return f"hari {wording.day(meeting.held_at, source.zone)}"


def _violated(source: Source, outcome: Outcome) -> str:
    if outcome.violation_class == NOT_A_VIOLATION or not outcome.article:
        return ""
    return letter_article(source, outcome.article)


def _destinations(source: Source, outcome: Outcome) -> tuple[str, ...]:
    rows = source.work.session.scalars(
        select(Referral.addressee)
        .join(ReferralItem, ReferralItem.referral_id == Referral.id)
        .where(ReferralItem.outcome_id == outcome.id, ReferralItem.state != ItemState.VOID)
        .order_by(Referral.id)
    )
    return tuple(dict.fromkeys(rows))


def _elements(source: Source, outcome: Outcome, *, alone: bool) -> tuple[JudgedElement, ...]:
    """The matrix of the article; where only one was judged, whatever the pleno called it."""
    newest = source.work.session.scalars(
        select(Opinion)
        .join(Review, Review.id == Opinion.review_id)
        .where(Review.case_id == source.case.id, Opinion.party_id == outcome.party_id)
        .order_by(Review.revision.desc(), Opinion.number)
    ).all()
    last = [one for one in newest if one.review_id == newest[0].review_id]
    found = next((one for one in last if one.article == outcome.article), None)
    if found is None and alone and len(last) == 1:
        found = last[0]
    return tuple(
        JudgedElement(
            text=one.text,
            result=RESULTS[one.result],
        )
        for one in map(matrix.read, found.elements if found else ())
    )
