"""Acts of the review and of the pleno that decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from casework.engine.categories import VIOLATION_CLASSES
from casework.engine.loading.block import Block, known
from casework.engine.matrix import Element, Verdict
from casework.models import Case
from casework.models.gakkumdu import DiscussionResult, Institution
from casework.services.acts.corrections import ruling_correction
from casework.services.acts.registry import id_of
from casework.services.acts.review import discussions, pleno, review
from casework.services.acts.review.discussions import Attendant, Told
from casework.services.acts.review.pleno import Decision
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.core.work import Work
from casework.simulation.meeting import meeting_of
from casework.simulation.times import maybe_moment
from casework.simulation.turn import Do, Turn, doing


@dataclass(frozen=True)
class _Result:
    """What is proposed or decided about some people.

    A later entry wins over an earlier one; one with `also` is a further allegation. `evidence`
    proves each element of the article, none of them where it is empty; None leaves the matrix to
    `elements`.
    """

    who: tuple[str, ...]
    also: bool
    violation_class: str
    article: str
    reason: str
    elements: tuple[Element, ...]
    evidence: tuple[str, ...] | None

    def matrix(self, work: Work, case: Case) -> tuple[Element, ...]:
        """The rows of the matrix as it was gone through."""
        if self.evidence is None:
            return self.elements
        edition = work.law.edition(case.edition, case.revision)
        known = edition.articles[self.article].elements
        if not self.evidence:
            return tuple(Element(text, (), Verdict.NOT_PROVEN) for text in known)
        return tuple(Element.supported(text, self.evidence) for text in known)


def _save(block: Block, _zone: ZoneInfo) -> Do:
    facts, analysis = block.text("facts"), block.text("analysis")
    conclusion = block.text("conclusion")
    results = tuple(_result(one) for one in block.blocks("proposals"))

    def save(turn: Turn, work: Work, case: Case) -> None:
        proposals = {
            party: [
                Proposal(one.violation_class, one.article, one.matrix(work, case), one.reason)
                for one in ones
            ]
            for party, ones in _by_party(turn, work, results).items()
        }
        review.save(work, case.id, case.version, Kajian(facts, analysis, conclusion, proposals))

    return doing(save)


def _submit(_block: Block, _zone: ZoneInfo) -> Do:
    return doing(lambda turn, work, case: review.submit(work, case.id, case.version))


def _decide(block: Block, zone: ZoneInfo) -> Do:
    meeting = meeting_of(block, zone)
    undiscussed = block.maybe("undiscussed") or ""
    results = tuple(_result(one) for one in block.blocks("outcomes"))

    def decide(turn: Turn, work: Work, case: Case) -> None:
        decisions = _decisions(turn, work, results)
        pleno.decide(work, case.id, case.version, meeting(turn, work), decisions, undiscussed)

    return doing(decide)


def _correct(block: Block, zone: ZoneInfo) -> Do:
    """As a decision; who is not named keeps what was decided."""
    meeting = meeting_of(block, zone)
    undiscussed = block.maybe("undiscussed") or ""
    results = tuple(_result(one) for one in block.blocks("outcomes"))

    def correct(turn: Turn, work: Work, case: Case) -> None:
        rulings = ruling_correction.decided(work, case) | _decisions(turn, work, results)
        ruling_correction.correct(
            work, case.id, case.version, meeting(turn, work), rulings, undiscussed
        )

    return doing(correct)


def rulings_of(block: Block) -> Callable[[Turn, Work], dict[int, list[Decision]]]:
    """Read `outcomes` of a ruling: gives the decisions by party key."""
    results = tuple(_result(one) for one in block.blocks("outcomes"))
    return lambda turn, work: _decisions(turn, work, results)


def _decisions(turn: Turn, work: Work, results: Iterable[_Result]) -> dict[int, list[Decision]]:
    return {
        party: [Decision(one.violation_class, one.article, one.reason) for one in ones]
        for party, ones in _by_party(turn, work, results).items()
    }


def _discuss(record: Callable[[Work, int, int, Told], object]) -> Callable[[Block, ZoneInfo], Do]:
    """A discussion: `held_at`, `opinions` of the institutions that came, `conclusion`."""

    def read(block: Block, zone: ZoneInfo) -> Do:
        held = maybe_moment(block, "held_at", zone)
        inner = block.block("opinions")
        opinions = {
            Institution(known(inner, name, name, tuple(Institution), "unsur")): inner.text(name)
            for name in inner.keys
        }
        inner.close()
        conclusion = block.text("conclusion", DiscussionResult.CONTINUED)
        explanation = block.text("explanation")
        absence, place = block.maybe("absence") or "", block.text("place", "Sentra Gakkumdu")

        def discuss(turn: Turn, work: Work, case: Case) -> None:
            people = {one: (Attendant(f"Petugas {one}"),) for one in opinions}
            told = Told(held or turn.at, place, people, opinions, conclusion, explanation, absence)
            record(work, case.id, case.version, told)

        return doing(discuss)

    return read


def _by_party(turn: Turn, work: Work, results: Iterable[_Result]) -> dict[int, list[_Result]]:
    found: dict[int, list[_Result]] = {}
    for one in results:
        for party in turn.party_ids(work, one.who):
            found[party] = [*found.get(party, ()), one] if one.also else [one]
    return found


def _result(block: Block) -> _Result:
    result = _Result(
        block.texts("who", required=True),
        block.flag("also", default=False),
        known(block, "class", block.text("class"), VIOLATION_CLASSES, "hasil"),
        block.maybe("article") or "",
        block.maybe("reason") or "",
        tuple(_element(one) for one in block.blocks("elements")),
        block.texts("evidence") if "evidence" in block else None,
    )
    block.close()
    return result


def _element(block: Block) -> Element:
    element = Element.supported(block.text("text"), block.texts("evidence"))
    block.close()
    return element


READERS: Mapping[str, Callable[[Block, ZoneInfo], Do]] = {
    id_of(review.save): _save,
    id_of(review.submit): _submit,
    id_of(discussions.first): _discuss(discussions.first),
    id_of(discussions.second): _discuss(discussions.second),
    id_of(pleno.decide): _decide,
    id_of(ruling_correction.correct): _correct,
}
