"""Builds the minutes of the discussions in the Sentra Gakkumdu; they name no reporter."""

from __future__ import annotations

from sqlalchemy import select

from casework.engine.categories import ViolationClass
from casework.engine.papers import BeritaAcaraPembahasan
from casework.engine.papers.gakkumdu import Delegate, Element
from casework.models import Discussion, Opinion, Party, Review
from casework.models.gakkumdu import DiscussionResult, Institution
from casework.models.party import RESPONDENTS
from casework.services.documents.data import people, wording
from casework.services.documents.data.review import letter_article
from casework.services.documents.data.source import Source

_ORDINALS = {1: "pertama", 2: "kedua"}
_INSTITUTIONS = {
    Institution.BAWASLU: "Badan Pengawas Pemilihan Umum",
    Institution.POLICE: "Kepolisian Negara Republik Indonesia",
    Institution.PROSECUTION: "Kejaksaan Republik Indonesia",
}
# The layout writes its own word for the vote: Pemilihan or Pemilu.
_CONCLUSIONS = {
    DiscussionResult.CONTINUED: "Penanganan dugaan tindak pidana {vote} tersebut dilanjutkan.",
    DiscussionResult.STOPPED: "Penanganan dugaan tindak pidana {vote} tersebut dihentikan.",
    DiscussionResult.DIVIDED: (
        "Para peserta tidak mencapai kesepakatan; pendapat setiap unsur sebagaimana tercatat di "
        "atas."
    ),
}


def berita_acara(source: Source) -> BeritaAcaraPembahasan:
    """Who came, what each institution said, and what the discussion came to."""
    row = source.work.session.get_one(Discussion, source.document.context["discussion_id"])
    said = {one["institution"]: one["text"] for one in row.opinions}
    return BeritaAcaraPembahasan(
        **source.common(),
        case_number=source.case.number,
        matter=source.matter,
        ordinal=_ORDINALS[row.number],
        opened=wording.day_in_words(row.held_at, source.zone),
        venue=row.place,
        accused=_accused(source, row),
        elements=tuple(
            Element(
                institution=title,
                delegates=tuple(
                    Delegate(name=one["name"], position=one["position"])
                    for one in row.attendance
                    if one["institution"] == institution
                ),
                opinion=said.get(institution, ""),
            )
            for institution, title in _INSTITUTIONS.items()
        ),
        absence=row.absence,
        conclusion=_CONCLUSIONS[row.conclusion],
        explanation=row.explanation,
        place=source.office.city,
        date=wording.date_only(row.held_at, source.zone),
    )


def _accused(source: Source, row: Discussion) -> tuple[str, ...]:
    """The respondents; in the second discussion those whom the kajian accuses of a crime, how."""
    articles = _articles(source, row) if row.number > 1 else {}
    parties = people.parties(source, *RESPONDENTS)
    return tuple(
        f"{one.label} ({'; '.join(articles[one.id])})" if articles else one.label
        for one in parties
        if not articles or one.id in articles
    )


def _articles(source: Source, row: Discussion) -> dict[int, list[str]]:
    """The articles on crimes in the kajian that was discussed, by respondent."""
    review = (
        select(Review.id)
        .where(Review.case_id == source.case.id, Review.written_at <= row.recorded_at)
        .order_by(Review.revision.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = source.work.session.execute(
        select(Opinion.party_id, Opinion.article)
        .join(Party, Party.id == Opinion.party_id)
        .where(Opinion.review_id == review, Opinion.violation_class == ViolationClass.CRIME)
        .order_by(Party.ordinal, Opinion.number)
    )
    found: dict[int, list[str]] = {}
    for party, article in rows:
        found.setdefault(party, []).append(letter_article(source, article, crime=True))
    return found
