"""A ruling of the pleno that is wrong, put right by the pleno itself (ralat).

Nothing is taken back in silence: the minutes of the correction say what was wrong, what is right,
why and who decided; letters that have left are named as withdrawn, those that have not are void.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select

from casework.engine.categories import ViolationClass
from casework.engine.words import long_date
from casework.errors import BadInput
from casework.models import (
    Base,
    Case,
    Deadline,
    Dispatch,
    Document,
    Outcome,
    Referral,
    ReferralItem,
)
from casework.models.document import DocumentState
from casework.models.handling import Ruling
from casework.models.referral import ItemState
from casework.services.acts import acts
from casework.services.acts.acts import Step
from casework.services.acts.recommendation import redraft, referral
from casework.services.acts.registry import act
from casework.services.acts.review import allegations, crime_ruling, pleno
from casework.services.acts.review.pleno import Decision, Pleno
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.deadlines import deadlines
from casework.services.documents import papers

CRIME_TERM = "penerusan_pidana"
MINUTES, CORRECTION = "berita_acara_pleno", "berita_acara_ralat"
_TO_RESPONDENTS = ("pemberitahuan_status_terlapor", "kutipan_kajian")
_TOLD = ("pemberitahuan_status", *_TO_RESPONDENTS)
"""What told reporter and respondents of the outcome, beside the letters that forward it."""

Rulings = Mapping[int, Sequence[Decision]]


@dataclass(frozen=True)
class Corrected:
    """One outcome: as it was and as it is now."""

    outcome: Outcome
    was: Decision
    now: Decision

    def told(self) -> dict[str, Any]:
        """For the minutes, which print both."""
        return {
            "party_id": self.outcome.party_id,
            "was": [self.was.violation_class, self.was.article, self.was.reason],
            "now": [self.now.violation_class, self.now.article, self.now.reason],
        }


def decided(work: Work, case: Case) -> dict[int, list[Decision]]:
    """What the pleno decided, by party key, in the order of the allegations."""
    found: dict[int, list[Decision]] = {}
    for row in _rows(work, case):
        ruling = Decision(row.violation_class, row.article, row.reason)
        found.setdefault(row.party_id, []).append(ruling)
    return found


def form(work: Work, case: Case) -> dict[str, str]:
    """What the pleno decided, as the fields of a form."""
    found: dict[str, str] = {}
    for row in _rows(work, case):
        name = allegations.slot(row.party_id, row.number)
        found[f"hasil-{name}"] = row.violation_class
        found[f"pasal-{name}"] = row.article
        found[f"alasan-{name}"] = row.reason
    return found


@act("ralat_pleno")
def correct(
    work: Work,
    case_id: int,
    version: int,
    held: Pleno,
    rulings: Rulings,
    undiscussed: str = "",
) -> Case:
    """Put right what a pleno decided (`ralat_pleno`), in a meeting of its own.

    `rulings` gives the decision about every allegation of every respondent, by party key; those
    that differ are corrected, `held.reason` says why. Letters that have left are named in the
    minutes as withdrawn; others that tell what is wrong are void and drafted anew where the law
    names a destination. Whoever was told of the outcome is told anew. A case that has ended goes on
    with it. Raises NotFound, NotPermitted, Conflict, ActRefused, or BadInput.
    """
    step = acts.begin(work, case_id, "ralat_pleno", version, given={"pleno_kuorum": held.quorum})
    changed = _checked(work, step, held, rulings)
    pleno.check_majority(held)
    classes = {one.now.violation_class for one in changed}
    missing = crime_ruling.check(work, step, held.held_at, classes, undiscussed)
    meeting = pleno.convene(work, step, held, Ruling.RULED)
    against = [crime_ruling.override(work, step, meeting, missing)] if missing else []
    withdrawn = _withdrawn(work, step.case, changed)
    for one in changed:
        one.outcome.violation_class = ViolationClass(one.now.violation_class)
        one.outcome.article, one.outcome.reason = one.now.article, one.now.reason
        one.outcome.no_destination_reason = ""
        one.outcome.meeting_id = meeting.id
    work.session.flush()
    moved = _letters(work, step.case, changed, held.reason)
    moved += _told_anew(work, step.case, withdrawn, meeting.id)
    moved += _terms(work, step, held)
    minutes = papers.plan(
        work,
        step.case,
        CORRECTION,
        flow=step.act.flow or "",
        context={
            "meeting_id": meeting.id,
            "corrections": [one.told() for one in changed],
            "withdrawn": [one.told() for one in withdrawn],
        },
        about=f"meeting:{meeting.id}",
    )
    acts.finish(
        work,
        step,
        at=dict.fromkeys(step.act.records, held.held_at),
        detail={
            "meeting": meeting.id,
            "corrected": [
                {
                    "outcome": f"outcomes:{one.outcome.id}",
                    "was": [one.was.violation_class, one.was.article],
                    "is": [one.now.violation_class, one.now.article],
                }
                for one in changed
            ],
            "withdrawn": [f"documents:{one.document_id}" for one in withdrawn],
            "majority": held.majority,
            **({"reason": missing[1]} if missing else {}),
        },
        touched=[meeting, minutes, *against, *(one.outcome for one in changed), *moved],
    )
    return step.case


def _rows(work: Work, case: Case) -> list[Outcome]:
    query = select(Outcome).where(Outcome.case_id == case.id)
    return list(work.session.scalars(query.order_by(Outcome.party_id, Outcome.number)))


def _checked(work: Work, step: Step, held: Pleno, rulings: Rulings) -> list[Corrected]:
    check = TextChecker()
    check.text("alasan", "Pertimbangan", held.reason, limit=4000, required=True)
    rows = _rows(work, step.case)
    wanted = {(one.party_id, one.number) for one in rows}
    told = {(key, n) for key, ones in rulings.items() for n in range(1, len(ones) + 1)}
    for party_id, number in sorted(wanted ^ told):
        check.refuse(
            f"hasil-{allegations.slot(party_id, number)}",
            "Ralat memuat setiap pasal yang sudah diputus, tidak kurang dan tidak lebih. Pasal "
            "yang tidak berubah dibiarkan seperti adanya.",
        )
    # What stays was taken by the law of its day; its article may have been split since.
    was = decided(work, step.case)
    moved = {key: ones for key, ones in rulings.items() if _stripped(ones) != was.get(key)}
    allegations.check(work, step, moved, check, what="hasil", limit=2000)
    at = step.rows.times.get("diputuskan")
    if at is not None and held.held_at < at.replace(second=0, microsecond=0):
        check.refuse("waktu", "Pleno ralat tidak boleh sebelum pleno yang diralat.")
    check.done()
    changed = [one for one in _compared(rows, rulings) if one.was != one.now]
    if not changed:
        raise BadInput.one(
            "", "Tidak ada hasil, pasal, atau alasan yang berbeda dari yang diputuskan pleno."
        )
    _check_minutes(work, step.case, changed)
    return changed


def _compared(rows: Iterable[Outcome], rulings: Rulings) -> Iterable[Corrected]:
    for row in rows:
        one = rulings[row.party_id][row.number - 1]
        now = _stripped([one])[0]
        yield Corrected(row, Decision(row.violation_class, row.article, row.reason), now)


def _stripped(ones: Sequence[Decision]) -> list[Decision]:
    return [Decision(one.violation_class, one.article.strip(), one.reason.strip()) for one in ones]


def _check_minutes(work: Work, case: Case, changed: Iterable[Corrected]) -> None:
    """The minutes that tell the wrong ruling are drawn before it is corrected."""
    about = {f"meeting:{one.outcome.meeting_id}" for one in changed}
    waiting = work.session.scalar(
        select(func.count()).where(
            Document.case_id == case.id,
            Document.kind.in_((MINUTES, CORRECTION)),
            Document.about.in_(about),
            Document.state.not_in((DocumentState.ISSUED, DocumentState.VOID)),
        )
    )
    if waiting:
        raise BadInput.one(
            "",
            "Berita acara pleno yang diralat belum selesai dibuat: ia menunggu anggota yang hadir "
            "menyatakan mengetahui, paling lambat akhir hari pencatatannya. Sesudah itu catat "
            "ralatnya, agar bunyi yang keliru tetap terbaca.",
        )


@dataclass(frozen=True)
class Sent:
    """A letter that has left with what the pleno decided; `sent` is the day in words."""

    document_id: int
    kind: str
    about: str
    title: str
    number: str
    sent: str
    addressee: str

    def told(self) -> dict[str, str]:
        """For the minutes."""
        return {
            "document": f"documents:{self.document_id}",
            "title": self.title,
            "number": self.number,
            "sent": self.sent,
            "addressee": self.addressee,
        }


def sent(work: Work, case: Case, changed: Sequence[Outcome] | None = None) -> list[Sent]:
    """The letters that have left and tell one of these outcomes (None: any), oldest first.

    Those that an earlier correction withdrew are left out.
    """
    zone = ZoneInfo(case.office.zone)
    forwarding = select(Referral.document_id).join(
        ReferralItem, ReferralItem.referral_id == Referral.id
    )
    told: ColumnElement[bool] = Document.kind.in_(_TOLD)
    if changed is not None:
        forwarding = forwarding.where(ReferralItem.outcome_id.in_([one.id for one in changed]))
        whom = {f"party:{one.party_id}" for one in changed}
        told = told & (Document.kind.not_in(_TO_RESPONDENTS) | Document.about.in_(whom))
    rows = work.session.execute(
        select(Document, func.min(Dispatch.sent_at), Referral.addressee)
        .join(Dispatch, Dispatch.document_id == Document.id)
        .outerjoin(Referral, Referral.document_id == Document.id)
        .where(
            Document.case_id == case.id,
            Document.state == DocumentState.DISPATCHED,
            told | Document.id.in_(forwarding),
        )
        .group_by(Document.id, Referral.addressee)
        .order_by(Document.id)
    )
    before = _withdrawn_before(work, case)
    return [
        Sent(
            paper.id,
            paper.kind,
            paper.about,
            paper.title,
            paper.number,
            long_date(left.astimezone(zone).date()),
            to or "",
        )
        for paper, left, to in rows
        if f"documents:{paper.id}" not in before
    ]


def _withdrawn_before(work: Work, case: Case) -> set[str]:
    """What earlier corrections of the case named as withdrawn."""
    told = work.session.scalars(
        select(Document.context).where(Document.case_id == case.id, Document.kind == CORRECTION)
    )
    return {one["document"] for context in told for one in context["withdrawn"]}


def _withdrawn(work: Work, case: Case, changed: Sequence[Corrected]) -> list[Sent]:
    """The letters that have left and tell what is wrong; nobody waits for answers to them."""
    outcomes = [one.outcome for one in changed]
    found = sent(work, case, outcomes)
    items = work.session.scalars(
        select(ReferralItem)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(
            ReferralItem.outcome_id.in_([one.id for one in outcomes]),
            Referral.document_id.in_([one.document_id for one in found]),
        )
    )
    for item in items:
        item.state, item.updated_at = ItemState.VOID, work.now
    return found


def _told_anew(
    work: Work, case: Case, withdrawn: Sequence[Sent], meeting_id: int
) -> Iterable[Base]:
    """Drafts for reporter and respondents whose letters have left, naming those they replace."""
    replaced: dict[tuple[str, str], list[Sent]] = {}
    for one in withdrawn:
        if one.kind in _TOLD:
            replaced.setdefault((one.kind, one.about), []).append(one)
    waiting = {
        (paper.kind, paper.about): paper
        for paper in work.session.scalars(
            select(Document).where(
                Document.case_id == case.id,
                Document.kind.in_(_TOLD),
                Document.state.not_in((DocumentState.DISPATCHED, DocumentState.VOID)),
            )
        )
    }
    for (kind, about), ones in replaced.items():
        told = {"corrected_by": meeting_id, "replaces": [one.told() for one in ones]}
        if paper := waiting.get((kind, about)):
            paper.context = {**paper.context, **told}
            continue
        party = about.partition(":")[2]
        context = {"party_id": int(party)} if party else {}
        yield papers.plan(work, case, kind, about=about, context=context | told)


def _letters(work: Work, case: Case, changed: Sequence[Corrected], reason: str) -> list[Base]:
    """Void the letters that have not left and tell what was wrong; ask for them anew."""
    moved: list[Base] = []
    for paper in work.session.scalars(
        select(Document).where(
            Document.case_id == case.id,
            Document.kind.in_(_TOLD),
            Document.state.not_in((DocumentState.DISPATCHED, DocumentState.VOID)),
        )
    ).all():
        moved += papers.void(work, case, paper, reason)
        moved.append(papers.plan(work, case, paper.kind, about=paper.about, context=paper.context))
    if work.session.scalar(select(Referral.id).where(Referral.case_id == case.id).limit(1)):
        moved += _forwarding(work, case, changed, reason)
    return moved


def _forwarding(
    work: Work, case: Case, changed: Sequence[Corrected], reason: str
) -> Iterable[Base]:
    """Plan the letters anew; what has no destination waits for an officer's reason."""
    if all(one.destinations or one.outcome.no_destination_reason
           for one in referral.preview(work, case)):  # fmt: skip
        parties = {one.outcome.party_id for one in changed}
        return redraft.replan(work, case, reason, {}, changed=parties).touched
    return redraft.withdraw(work, case, reason, [one.outcome.id for one in changed])


def _terms(work: Work, step: Step, held: Pleno) -> list[Deadline]:
    """The term for the police begins with the correction that finds a crime, or falls away."""
    edition = work.law.edition(step.case.edition, step.case.revision)
    if CRIME_TERM not in edition.deadlines:
        return []
    crime = work.session.scalar(
        select(func.count()).where(
            Outcome.case_id == step.case.id, Outcome.violation_class == ViolationClass.CRIME
        )
    )
    if not crime:
        return deadlines.drop(work, step.case, CRIME_TERM)
    if deadlines.states(work, step.case, CRIME_TERM) - {"superseded"}:
        return []
    times = {**step.rows.times, "diputuskan": held.held_at}
    opened = deadlines.open_limit(work, step.case, CRIME_TERM, times)
    return [opened] if opened else []
