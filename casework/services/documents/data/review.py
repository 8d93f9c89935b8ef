"""Builds the kajian; reporter and witnesses stand in it under their pseudonyms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from casework.engine import matrix
from casework.engine.basis import Mark
from casework.engine.categories import VIOLATION_CLASSES
from casework.engine.matrix import Result, View
from casework.engine.meeting import alike
from casework.engine.papers import Kajian
from casework.engine.papers.parts import LegalBasis, Signatory
from casework.engine.papers.review import Element, Finding, Heard
from casework.models import ClarificationSession, Opinion, Party, Review
from casework.models.handling import SessionState
from casework.services.cases import facts, proofs
from casework.services.documents.data import citing, people, wording
from casework.services.documents.data.source import Source


def kajian(source: Source) -> Kajian:
    """The version of the review that went to the pleno."""
    review = source.work.session.get_one(Review, source.document.context["review_id"])
    rows = _opinions(source, review)
    registered = facts.times(source.work, source.case).get("diregistrasi")
    return Kajian(
        **source.common(),
        case_number=source.case.number,
        report_number=source.case.receipt_number,
        matter=source.case.title,
        submitted=source.submitted,
        registered=wording.day_and_hour(registered, source.zone) if registered else "",
        reporter=people.reporter_label(source),
        respondents=people.respondents(source),
        event=source.event(),
        account=source.case.account,
        evidence=people.evidence(source),
        heard=_heard(source),
        facts=review.facts,
        bases=_bases(source, [opinion for opinion, _ in rows]),
        analysis=review.analysis,
        findings=_together(_finding(source, opinion, party) for opinion, party in rows),
        conclusion=review.conclusion,
        limit=source.limit("penanganan"),
        place=source.office.city,
        date=source.date,
        author=source.signatory(review.written_by, "Penyusun Kajian"),
        approver=_approver(source),
    )


def article_text(source: Source, article_id: str) -> str:
    """How a paper names an article; nothing for an id that the edition does not know."""
    name = source.edition.article_name(article_id)
    return "" if name == article_id else name


def letter_article(source: Source, article_id: str, *, crime: bool = False) -> str:
    """How a letter names an article: with its law in words, as it stood on the day of the event.

    Of a crime, with the article that threatens what it forbids.
    """
    day = source.case.event_date
    label = article_text(source, article_id)
    if crime and label:
        label = source.edition.charge(article_id, day)
    return citing.named(source.work.law, label, day, source.edition)


def provisions(source: Source, article_ids: Iterable[str]) -> citing.Provisions:
    """The articles of one paper, each law in full once; `short` goes by the id of an article."""
    labels = {one: text for one in article_ids if (text := article_text(source, one))}
    found = citing.provisions(source.work.law, labels.values(), source.case.event_date)
    return citing.Provisions(
        found.lines, {one: found.short[label] for one, label in labels.items()}
    )


def _opinions(source: Source, review: Review) -> list[tuple[Opinion, Party]]:
    rows = source.work.session.execute(
        select(Opinion, Party)
        .join(Party, Party.id == Opinion.party_id)
        .where(Opinion.review_id == review.id)
        .order_by(Party.role.desc(), Party.ordinal, Opinion.number)
    )
    return [(opinion, party) for opinion, party in rows]


def _finding(source: Source, opinion: Opinion, party: Party) -> Finding:
    return Finding(
        respondent=party.label,
        violation=VIOLATION_CLASSES[opinion.violation_class],
        article=article_text(source, opinion.article),
        reason=opinion.reason,
        elements=tuple(_element(one) for one in opinion.elements),
    )


def _together(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is the same for several respondents once, with all of their names."""
    return tuple(
        replace(same, respondent=names[0], others=tuple(names[1:]))
        for same, names in alike((one.respondent, replace(one, respondent="")) for one in findings)
    )


# What is said of an element on paper; one that nobody looked at says so.
RESULTS = {
    Result.PROVEN: "Terbukti",
    Result.NOT_PROVEN: "Tidak terbukti",
    Result.UNWEIGHED: "Perlu ditimbang",
    Result.UNASSESSED: "Belum dinilai",
}


def _element(row: dict[str, Any]) -> Element:
    found = matrix.read(row)
    against = _named(found, View.CONTRADICTS)
    return Element(
        text=found.text,
        evidence="; ".join(
            part
            for part in (_named(found, View.SUPPORTS), against and f"membantah: {against}")
            if part
        ),
        result=RESULTS[found.result],
    )


def _named(element: matrix.Element, view: View) -> str:
    return ", ".join(
        f"{one.evidence} ({one.note})" if one.note else one.evidence
        for one in element.cells
        if one.view is view
    )


def _heard(source: Source) -> tuple[Heard, ...]:
    rows = source.work.session.execute(
        select(ClarificationSession, Party)
        .join(Party, Party.id == ClarificationSession.party_id)
        .where(ClarificationSession.case_id == source.case.id)
        .order_by(ClarificationSession.id)
    )
    return tuple(
        Heard(
            who=party.label,
            capacity=people.CAPACITIES[party.role],
            when=_when(source, session.held_at or session.scheduled_at),
            result=_heard_result(session, number),
        )
        for number, (session, party) in enumerate(rows, start=1)
        if session.state != SessionState.CANCELLED
    )


def _when(source: Source, moment: datetime) -> str:
    return wording.day_and_hour(moment, source.zone)


def _heard_result(session: ClarificationSession, number: int) -> str:
    if session.state == SessionState.ABSENT:
        return f"Tidak hadir: {session.note}"
    # The matrix calls a statement by this label.
    return (
        f"Hadir ({proofs.label_of(number)})" if session.state == SessionState.HELD else "Diundang"
    )


def _bases(source: Source, opinions: list[Opinion]) -> tuple[LegalBasis, ...]:
    used = dict.fromkeys(source.edition.article_basis(one.article) for one in opinions)
    named = source.legal(*filter(None, used))
    return tuple(LegalBasis(citation=one, mark=Mark.CONFIRMED.value) for one in named)


def _approver(source: Source) -> Signatory | None:
    # Who brought it to the pleno: in an absence the deputy did.
    officer = source.officer(source.document.issued_by) or source.holder("coordinator")
    if officer is None:
        return None
    return Signatory(position=officer.position or "Koordinator Divisi", name=officer.name)
