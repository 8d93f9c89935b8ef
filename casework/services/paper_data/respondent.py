"""Builds what is told to one respondent, from data about that respondent alone.

Nothing here reads the reporter, the witnesses, the account or the minutes. What officers typed
(the title of the case) is compared with the protected identities afterwards (`unnamed`).
"""

from __future__ import annotations

from sqlalchemy import select

from casework.engine.categories import VIOLATION_CLASSES
from casework.engine.papers import KutipanKajian, PemberitahuanTerlapor
from casework.engine.papers.respondent import JudgedElement
from casework.models import Meeting, Opinion, Outcome, Party, Referral, ReferralItem, Review
from casework.services.paper_data import people, wording
from casework.services.paper_data.review import article_text
from casework.services.paper_data.source import Source

NOT_A_VIOLATION = "bukan_pelanggaran"


def pemberitahuan(source: Source) -> PemberitahuanTerlapor:
    """What the pleno decided about the respondent, and where it goes."""
    party, outcome = _decided(source)
    return PemberitahuanTerlapor(
        **source.common(),
        block=source.block("Pemberitahuan Hasil Penanganan", nature="Biasa"),
        recipient=people.recipient(source, party),
        legal=source.legal(source.act("beritahukan_status")),
        signatory=source.chair(),
        case_number=source.case.number,
        matter=source.matter,
        decided=_day(source, outcome),
        outcome=VIOLATION_CLASSES[outcome.violation_class],
        article=_article(source, outcome),
        destinations=_destinations(source, party),
    )


def kutipan_kajian(source: Source) -> KutipanKajian:
    """How the respondent's case was judged, element by element."""
    party, outcome = _decided(source)
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
        decided=_day(source, outcome),
        outcome=VIOLATION_CLASSES[outcome.violation_class],
        article=_article(source, outcome),
        elements=_elements(source, party),
    )


def _decided(source: Source) -> tuple[Party, Outcome]:
    row = source.work.session.execute(
        select(Party, Outcome)
        .join(Outcome, Outcome.party_id == Party.id)
        .where(Party.case_id == source.case.id, Party.id == source.document.context["party_id"])
    ).one()
    return row[0], row[1]


def _day(source: Source, outcome: Outcome) -> str:
    meeting = source.work.session.get_one(Meeting, outcome.meeting_id)
    return f"hari {wording.day(meeting.held_at, source.zone)}"


def _article(source: Source, outcome: Outcome) -> str:
    if outcome.violation_class == NOT_A_VIOLATION or not outcome.article:
        return ""
    return article_text(source, outcome.article)


def _destinations(source: Source, party: Party) -> tuple[str, ...]:
    rows = source.work.session.scalars(
        select(Referral.addressee)
        .join(ReferralItem, ReferralItem.referral_id == Referral.id)
        .where(ReferralItem.party_id == party.id, ReferralItem.state != "void")
        .order_by(Referral.id)
    )
    return tuple(dict.fromkeys(rows))


def _elements(source: Source, party: Party) -> tuple[JudgedElement, ...]:
    opinion = source.work.session.scalar(
        select(Opinion)
        .join(Review, Review.id == Opinion.review_id)
        .where(Review.case_id == source.case.id, Opinion.party_id == party.id)
        .order_by(Review.revision.desc())
        .limit(1)
    )
    return tuple(
        JudgedElement(text=row["text"], result="Terbukti" if row["evidence"] else "Tidak terbukti")
        for row in (opinion.elements if opinion else ())
    )
