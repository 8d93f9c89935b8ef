"""Letters whose destination is no longer right are void with a reason, and drafted anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from casework.errors import BadInput
from casework.models import Base, Case, Dispatch, Document, Referral, ReferralItem
from casework.models.document import DocumentState
from casework.models.referral import ItemState
from casework.services.acts import acts
from casework.services.acts.recommendation import followup, referral
from casework.services.acts.recommendation.referral import Group
from casework.services.acts.registry import act
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers
from casework.services.law import destinations
from casework.services.law.destinations import Planned, Violation


@dataclass(frozen=True)
class Redrafted:
    """What came of planning anew: letters that are void, letters that are new."""

    void: tuple[Document, ...]
    fresh: tuple[Document, ...]
    touched: tuple[Base, ...]

    def detail(self) -> dict[str, object]:
        """For the record of the act."""
        return {
            "void": [f"documents:{one.id}" for one in self.void],
            "letters": [f"documents:{one.id}" for one in self.fresh],
            "void_numbers": [one.number for one in self.void if one.number],
        }


@act("susun_ulang_penerusan")
def redraft(
    work: Work, case_id: int, version: int, reason: str, without: Mapping[int, str] | None = None
) -> Redrafted:
    """Draft anew every letter that does not go where the law sends it today.

    (`susun_ulang_penerusan`.) `without` as for the first draft. Letters that have left stay.
    Raises BadInput without a reason or when every letter is still right.
    """
    step = acts.begin(work, case_id, "susun_ulang_penerusan", version)
    text = _reason(work, step.case, reason)
    if not changes(work, step.case):
        raise BadInput.one(
            "penerusan",
            "Tujuan setiap surat yang belum terkirim masih sama dengan tujuan menurut aturan hari "
            "ini; tidak ada yang perlu disusun ulang.",
        )
    done = replan(work, step.case, text, without or {})
    # When nothing is left to be forwarded, the handling ends with this act.
    acts.finish(
        work,
        step,
        met_at=followup.forwarded(work, step.case),
        detail=done.detail(),
        touched=done.touched,
    )
    return done


def changes(work: Work, case: Case) -> bool:
    """Would any letter be void or new if the letters were planned anew today?"""
    return case.id in changed(work, [case])


def changed(work: Work, cases: Sequence[Case]) -> set[int]:
    """The keys of those cases for which it would be so."""
    keys = [case.id for case in cases]
    letters, decided = _letters_in(work, keys), destinations.violations(work, keys)
    found = set()
    for case in cases:
        today = destinations.planned(
            work, case, decided[case.id], destinations.day_of(case, work.now)
        )
        wanted = _wanted(work, case, today, letters[case.id], decided[case.id])
        waiting = [
            one for one in letters[case.id] if one.document.state != DocumentState.DISPATCHED
        ]
        still = [_still_right(wanted.pop(one.key, []), one, ()) for one in waiting]
        if wanted or not all(still):
            found.add(case.id)
    return found


def replan(
    work: Work,
    case: Case,
    reason: str,
    without: Mapping[int, str],
    changed: Collection[int] = (),
) -> Redrafted:
    """Bring the letters that have not left in line with the routes of today.

    Letters that name a respondent of `changed` are drafted anew even to the same destination.
    Raises BadInput for an outcome without destination and without reason.
    """
    decided = destinations.violations(work, [case.id])[case.id]
    planned = destinations.planned(work, case, decided, destinations.day_of(case, work.now))
    referral.settle_reasons(planned, without)
    letters = _letters_in(work, [case.id])[case.id]
    wanted = _wanted(work, case, planned, letters, decided)
    void: list[Document] = []
    touched: list[Base] = [one.outcome for one in planned]
    for one in letters:
        if one.document.state == DocumentState.DISPATCHED:
            continue
        if _still_right(wanted.get(one.key, []), one, changed):
            del wanted[one.key]
            continue
        # Locked and read anew: a flow may be drawing the paper.
        work.session.refresh(one.document, with_for_update={"key_share": True})
        void.append(one.document)
        touched += papers.void(work, case, one.document, reason)
        _void_items(work, one.letter)
    work.session.flush()
    made = [referral.letter(work, case, key, group) for key, group in wanted.items()]
    fresh = [work.session.get_one(Document, one.document_id) for one in made]
    return Redrafted(tuple(void), tuple(fresh), (*touched, *fresh))


def withdraw(work: Work, case: Case, reason: str, outcomes: Collection[int]) -> list[Base]:
    """Void the letters that have not left and name one of these outcomes; none is drafted anew."""
    touched: list[Base] = []
    for one in _letters_in(work, [case.id])[case.id]:
        if one.document.state != DocumentState.DISPATCHED and one.names.keys() & set(outcomes):
            work.session.refresh(one.document, with_for_update={"key_share": True})
            touched += [one.document, *papers.void(work, case, one.document, reason)]
            _void_items(work, one.letter)
    work.session.flush()
    return touched


def same(
    work: Work, case: Case, document: Document, reason: str
) -> tuple[Sequence[Base], Document]:
    """Take a letter that goes to the right place out of use and draft it once more.

    Gives the rows for the record, and the new paper. Raises BadInput where the law sends its
    respondents elsewhere today.
    """
    decided = destinations.violations(work, [case.id])[case.id]
    planned = destinations.planned(work, case, decided, destinations.day_of(case, work.now))
    letters = _letters_in(work, [case.id])[case.id]
    (one,) = [letter for letter in letters if letter.document.id == document.id]
    group = _wanted(work, case, planned, letters, decided).get(one.key, [])
    if not _still_right(group, one, ()):
        raise BadInput.one(
            "alasan",
            "Menurut aturan hari ini surat ini tidak lagi ditujukan ke sana, atau terlapornya "
            "berbeda. Pakai “Susun ulang surat penerusan”: surat ini dibatalkan dan surat baru "
            "disusun ke tujuan yang tepat.",
        )
    touched = papers.void(work, case, document, reason)
    _void_items(work, one.letter)
    work.session.flush()
    made = referral.letter(work, case, one.key, group)
    fresh = work.session.get_one(Document, made.document_id)
    return touched, fresh


@dataclass(frozen=True)
class _Letter:
    """A letter that holds, its paper, the outcomes it names with their people, when it left."""

    letter: Referral
    document: Document
    names: Mapping[int, int]
    left_at: datetime | None

    @property
    def key(self) -> tuple[str, str]:
        return self.letter.destination, self.letter.violation_class


def _letters_in(work: Work, case_ids: Collection[int]) -> Mapping[int, list[_Letter]]:
    rows = work.session.execute(
        select(Referral, Document)
        .join(Document, Document.id == Referral.document_id)
        .where(Referral.case_id.in_(case_ids), Document.state != DocumentState.VOID)
        .order_by(Referral.id)
    ).all()
    names: dict[int, dict[int, int]] = defaultdict(dict)
    for letter_id, outcome, party in work.session.execute(
        select(ReferralItem.referral_id, ReferralItem.outcome_id, ReferralItem.party_id)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        # What a letter that has left told wrongly was withdrawn: it serves nobody.
        .where(Referral.case_id.in_(case_ids), ReferralItem.state != ItemState.VOID)
    ):
        names[letter_id][outcome] = party
    left: dict[int, datetime] = dict(
        work.session.execute(
            select(Dispatch.document_id, func.min(Dispatch.sent_at))
            .where(Dispatch.document_id.in_([paper.id for _letter, paper in rows]))
            .group_by(Dispatch.document_id)
        ).all()
    )
    found: dict[int, list[_Letter]] = {key: [] for key in case_ids}
    for letter, paper in rows:
        found[letter.case_id].append(_Letter(letter, paper, names[letter.id], left.get(paper.id)))
    return found


def _wanted(
    work: Work,
    case: Case,
    planned: Sequence[Planned],
    letters: Sequence[_Letter],
    decided: Sequence[Violation],
) -> dict[tuple[str, str], Group]:
    """The letters still to be sent: what the routes of today ask for and nobody has received."""
    today = {one.outcome.id: _keys(one) for one in planned}
    served = {
        pair
        for one in letters
        if one.document.state == DocumentState.DISPATCHED
        for pair in _served(work, case, one, today, decided)
    }
    found = {}
    for key, group in referral.groups(planned).items():
        left = [member for member in group if (member[0].outcome.id, key[0]) not in served]
        if left:
            found[key] = left
    return found


def _served(
    work: Work,
    case: Case,
    sent: _Letter,
    today: Mapping[int, list[str]],
    decided: Sequence[Violation],
) -> Iterator[tuple[int, str]]:
    """Outcome and destination of today for which a letter has left.

    A letter that went to the competent agency of its day serves the one that follows it: a route
    names its functions in one order, whoever fulfils them.
    """
    left_at = sent.left_at or work.now  # what has left has its time
    routes = destinations.planned(work, case, decided, destinations.day_of(case, left_at))
    then = {one.outcome.id: _keys(one) for one in routes}
    for outcome in sent.names:
        yield outcome, sent.letter.destination
        before, now = then.get(outcome, []), today.get(outcome, [])
        if sent.letter.destination in before and len(before) == len(now):
            yield outcome, now[before.index(sent.letter.destination)]


def _keys(one: Planned) -> list[str]:
    return [destinations.destination_key(to) for to in one.destinations]


def _still_right(group: Group, letter: _Letter, changed: Collection[int]) -> bool:
    same = {one.outcome.id for one, _to in group} == letter.names.keys()
    return same and not set(letter.names.values()) & set(changed)


def _void_items(work: Work, letter: Referral) -> None:
    for item in work.session.scalars(
        select(ReferralItem).where(ReferralItem.referral_id == letter.id)
    ):
        item.state, item.updated_at = ItemState.VOID, work.now


def _reason(work: Work, case: Case, reason: str) -> str:
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    remark.unnamed(work, case, check, "alasan", text)
    check.done()
    return text
