"""Letters whose destination is no longer right are void with a reason, and drafted anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from casework.errors import BadInput
from casework.models import Base, Case, Dispatch, Document, Referral, ReferralItem
from casework.services import acts, followup_state, papers, referral, ways
from casework.services.referral import Group
from casework.services.text import TextChecker
from casework.services.ways import Planned
from casework.services.work import Work


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


def redraft(
    work: Work, case_id: int, version: int, reason: str, without: Mapping[int, str] | None = None
) -> Redrafted:
    """Draft anew every letter that does not go where the law sends it today.

    (`susun_ulang_penerusan`.) `without` as for the first draft. Letters that have left stay.
    Raises BadInput without a reason or when every letter is still right.
    """
    step = acts.begin(work, case_id, "susun_ulang_penerusan", version)
    text = _reason(reason)
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
        met_at=followup_state.forwarded(work, step.case),
        detail=done.detail(),
        touched=done.touched,
    )
    return done


def changes(work: Work, case: Case) -> bool:
    """Would any letter be void or new if the letters were planned anew today?"""
    letters = _letters(work, case)
    wanted = _wanted(work, case, referral.preview(work, case), letters)
    waiting = [one for one in letters if one.document.state != "dispatched"]
    still = [_still_right(wanted.pop(one.key, []), one, ()) for one in waiting]
    return bool(wanted) or not all(still)


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
    planned = referral.preview(work, case)
    referral.settle_reasons(planned, without)
    letters = _letters(work, case)
    wanted = _wanted(work, case, planned, letters)
    void: list[Document] = []
    touched: list[Base] = [one.outcome for one in planned]
    for one in letters:
        if one.document.state == "dispatched":
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


@dataclass(frozen=True)
class _Letter:
    """A letter that holds, its paper, and the outcomes it names with their respondents."""

    letter: Referral
    document: Document
    names: Mapping[int, int]

    @property
    def key(self) -> tuple[str, str]:
        return self.letter.destination, self.letter.violation_class


def _letters(work: Work, case: Case) -> list[_Letter]:
    rows = work.session.execute(
        select(Referral, Document)
        .join(Document, Document.id == Referral.document_id)
        .where(Referral.case_id == case.id, Document.state != "void")
        .order_by(Referral.id)
    ).all()
    return [_Letter(letter, paper, _names(work, letter)) for letter, paper in rows]


def _names(work: Work, letter: Referral) -> dict[int, int]:
    rows = work.session.execute(
        select(ReferralItem.outcome_id, ReferralItem.party_id).where(
            ReferralItem.referral_id == letter.id
        )
    )
    return dict(rows.all())


def _wanted(
    work: Work, case: Case, planned: Sequence[Planned], letters: Sequence[_Letter]
) -> dict[tuple[str, str], Group]:
    """The letters still to be sent: what the routes of today ask for and nobody has received."""
    today = {one.outcome.id: _keys(one) for one in planned}
    served = {
        pair
        for one in letters
        if one.document.state == "dispatched"
        for pair in _served(work, case, one, today)
    }
    found = {}
    for key, group in referral.groups(planned).items():
        left = [member for member in group if (member[0].outcome.id, key[0]) not in served]
        if left:
            found[key] = left
    return found


def _served(
    work: Work, case: Case, sent: _Letter, today: Mapping[int, list[str]]
) -> Iterator[tuple[int, str]]:
    """Outcome and destination of today for which a letter has left.

    A letter that went to the competent agency of its day serves the one that follows it: a route
    names its functions in one order, whoever fulfils them.
    """
    left_at = work.session.scalars(
        select(func.min(Dispatch.sent_at)).where(Dispatch.document_id == sent.document.id)
    ).one()
    on = ways.day_of(case, left_at)
    then = {one.outcome.id: _keys(one) for one in ways.ways(work, case, on)}
    for outcome in sent.names:
        yield outcome, sent.letter.destination
        before, now = then.get(outcome, []), today.get(outcome, [])
        if sent.letter.destination in before and len(before) == len(now):
            yield outcome, now[before.index(sent.letter.destination)]


def _keys(one: Planned) -> list[str]:
    return [ways.destination_key(to) for to in one.destinations]


def _still_right(group: Group, letter: _Letter, changed: Collection[int]) -> bool:
    same = {one.outcome.id for one, _to in group} == letter.names.keys()
    return same and not set(letter.names.values()) & set(changed)


def _void_items(work: Work, letter: Referral) -> None:
    for item in work.session.scalars(
        select(ReferralItem).where(ReferralItem.referral_id == letter.id)
    ):
        item.state, item.updated_at = "void", work.now


def _reason(reason: str) -> str:
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    check.done()
    return text
