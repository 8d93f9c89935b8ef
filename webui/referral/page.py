"""Where each outcome goes, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from casework.models import Case, Document, Evidence, Outcome, Party, Referral, ReferralItem
from casework.models.document import DocumentState
from casework.models.referral import ItemState
from casework.services.acts.corrections import respondents
from casework.services.acts.recommendation import referral
from casework.services.acts.registry import id_of
from casework.services.cases import known
from casework.services.core.work import Work
from casework.services.law.destinations import Planned
from webui.core import labels
from webui.review.reported_page import reported


@dataclass(frozen=True)
class WayOut:
    """One outcome of a respondent and the addressees the law names today."""

    outcome_id: int
    party: str
    category: str
    violation_class: str
    article: str
    reason: str
    destinations: tuple[str, ...]
    citation: str
    verification: str
    note: str


@dataclass(frozen=True)
class BoardRow:
    """One outcome in one letter; `article` is told where its respondent has several."""

    id: int
    party: str
    article: str
    addressee: str
    number: str
    state: str
    expected: str
    note: str
    answered_at: str
    reply_id: int | None
    reply: str


def ways_out(work: Work, case: Case) -> Mapping[str, object]:
    """The preview of the grouped letters, and who has no destination."""
    planned = referral.preview(work, case)
    lines = _ways(work, case, planned)
    act = work.law.edition(case.edition, case.revision).acts.get(id_of(respondents.correct))
    return {
        "ways": lines,
        "planned_letters": _letters(work, case, planned),
        "lost": tuple(line.outcome_id for line in lines if not line.destinations),
        "correctors": act.roles if act else (),
        "reported": reported(work, case),
    }


def told_respondents(work: Work, case: Case) -> Mapping[str, object]:
    """The respondents about whom the pleno has decided, to choose from."""
    found = referral.candidates(work, case)
    return {"respondents": [(one.id, one.label) for one in found]}


def _ways(work: Work, case: Case, planned: list[Planned]) -> list[WayOut]:
    told = _article_of(work, case)
    return [
        WayOut(
            outcome_id=one.outcome.id,
            party=one.party.label,
            category=one.party.category,
            violation_class=one.outcome.violation_class,
            article=told.get(one.outcome.id, ""),
            reason=one.outcome.reason,
            destinations=tuple(destination.name for destination in one.destinations),
            citation=one.citation,
            verification=one.mark,
            note=one.note,
        )
        for one in planned
    ]


def _article_of(work: Work, case: Case) -> dict[int, str]:
    """How the article of an outcome is called, by its key, where its respondent has several."""
    rows = work.session.scalars(select(Outcome).where(Outcome.case_id == case.id)).all()
    several = {one.party_id for one in rows if one.number > 1}
    edition = work.law.edition(case.edition, case.revision)
    return {one.id: edition.article_name(one.article) for one in rows if one.party_id in several}


@dataclass(frozen=True)
class LetterPlan:
    """One letter that would be drafted: to whom, on which form, about whom, on whose word."""

    addressee: str
    violation_class: str
    form: str
    people: tuple[str, ...]
    citation: str
    verification: str


def _letters(work: Work, case: Case, planned: list[Planned]) -> list[LetterPlan]:
    forms = work.law.edition(case.edition, case.revision).forms
    told = _article_of(work, case)
    found = []
    for group in referral.groups(planned).values():
        one, destination = group[0]
        form = forms.get(one.form)
        found.append(
            LetterPlan(
                destination.name,
                one.outcome.violation_class,
                f"{labels.law_title(form.title)} {form.code}".strip() if form else "",
                _people(group, told),
                destination.basis.citation,
                destination.mark.value,
            )
        )
    return found


def _people(group: referral.Group, told: Mapping[int, str]) -> tuple[str, ...]:
    """Whom a letter names, each once, with the articles that it is about."""
    found: dict[int, list[str]] = {}
    labels = {way.party.id: way.party.label for way, _to in group}
    for way, _to in group:
        found.setdefault(way.party.id, []).append(told.get(way.outcome.id, ""))
    return tuple(
        f"{labels[party]}: {'; '.join(articles)}" if any(articles) else labels[party]
        for party, articles in found.items()
    )


@dataclass(frozen=True)
class LetterLine:
    """One letter that holds, and whether it has left."""

    addressee: str
    number: str
    sent: bool


def ways_out_again(work: Work, case: Case) -> Mapping[str, object]:
    """Where each outcome goes by the law of today, beside the letters there are.

    `lost` are the outcomes that need a reason; a reason given before need not be repeated.
    """
    planned = referral.preview(work, case)
    lost = [one for one in planned if not one.destinations]
    rows = work.session.execute(
        select(Referral.addressee, Document.number, Document.state)
        .join(Document, Document.id == Referral.document_id)
        .where(Referral.case_id == case.id, Document.state != DocumentState.VOID)
        .order_by(Referral.id)
    )
    return {
        "ways": _ways(work, case, planned),
        "lost": tuple(one.outcome.id for one in lost if not one.outcome.no_destination_reason),
        "letters": [LetterLine(row[0], row[1], row[2] == "dispatched") for row in rows],
    }


def board(work: Work, case: Case) -> list[BoardRow]:
    """Every outcome in every letter that holds."""
    told = _article_of(work, case)
    rows = work.session.execute(
        select(ReferralItem, Referral.addressee, Party.label, Document.number, Evidence.ordinal)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .join(Party, Party.id == ReferralItem.party_id)
        .join(Outcome, Outcome.id == ReferralItem.outcome_id)
        .join(Document, Document.id == Referral.document_id)
        .outerjoin(Evidence, Evidence.id == ReferralItem.reply_evidence_id)
        .where(
            Referral.case_id == case.id,
            ReferralItem.state != ItemState.VOID,
            *known.within(known.of(work, case), Referral),
        )
        .order_by(Referral.id, Party.ordinal, Outcome.number)
    ).all()
    return [
        BoardRow(
            id=row.id,
            party=label,
            article=told.get(row.outcome_id, ""),
            addressee=addressee,
            number=number,
            state=row.state,
            expected=row.expected.isoformat() if row.expected else "",
            note=row.note,
            answered_at=row.answered_at.isoformat() if row.answered_at else "",
            reply_id=row.reply_evidence_id,
            reply=f"B-{ordinal}" if ordinal else "",
        )
        for row, addressee, label, number, ordinal in rows
    ]


@dataclass(frozen=True)
class BoardFilter:
    """Which rows are shown ("" for all), and how many there are of each."""

    state: str
    addressee: str
    states: tuple[tuple[str, int], ...]
    addressees: tuple[tuple[str, int], ...]
    shown: int
    all: int


def board_page(state: str, addressee: str) -> Callable[[Work, Case], Mapping[str, object]]:
    """The board for its own page, narrowed to a state and an addressee."""

    def read(work: Work, case: Case) -> Mapping[str, object]:
        rows = board(work, case)
        found = [
            row for row in rows if state in ("", row.state) and addressee in ("", row.addressee)
        ]
        states, addressees = (
            tuple(Counter(getattr(row, name) for row in rows).items())
            for name in ("state", "addressee")
        )
        narrowed = BoardFilter(state, addressee, states, addressees, len(found), len(rows))
        return {"board": found, "narrowed": narrowed}

    return read
