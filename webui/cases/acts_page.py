"""What can be done with a case now: by me, by others, and what is still in the way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from casework.engine.act import Act
from casework.engine.edition import Edition
from casework.engine.handover import Step
from casework.engine.lifecycle import Answer, lacking
from casework.errors import NotFound
from casework.models import Case, Deadline
from casework.models.deadline import UNMET
from casework.services.acts import acts
from casework.services.acts.registration import kajian_awal
from casework.services.acts.registry import id_of, services
from casework.services.acts.review import discussions
from casework.services.cases import act_owner, case_rows, known
from casework.services.cases.case_rows import CaseRows
from casework.services.core.work import Work
from webui.core import labels
from webui.core.access import SHARED, act_pages
from webui.desk.idle_page import idle_acts


def endpoint_of(act_id: str) -> str:
    """The view that does an act; acts without one share a page built from what the law says."""
    return act_pages().get(act_id, SHARED)


@dataclass(frozen=True)
class Gap:
    """One thing an act still misses.

    `until` is the end of the limit before which it can be cured, `since` the moment before which
    it cannot; both are "" where no limit runs.
    """

    kind: str
    what: str
    why: str
    cure: str
    citation: str
    mark: str
    entry: str
    until: str = ""
    since: str = ""


@dataclass(frozen=True)
class ActLine:
    """One act as the case file offers it."""

    id: str
    title: str
    label: str
    endpoint: str
    roles: tuple[str, ...]
    gaps: tuple[Gap, ...]
    citation: str
    entry: str
    mark: str
    allowed: bool = True
    ends: bool = False
    """Is the case over with it?"""
    moves: bool = False
    """Does it bring the case to another stage?"""

    @property
    def values(self) -> dict[str, str]:
        """What the address of the act's page holds beside the case."""
        return {"act_id": self.id} if self.endpoint == SHARED else {}


PLACES = ("mine", "standing", "rare", "others", "blocked", "elsewhere")
"""The parts of an offer."""


@dataclass(frozen=True)
class Offer:
    """The acts of a case, sorted by what the officer can do about them."""

    mine: tuple[ActLine, ...]
    standing: tuple[ActLine, ...]
    rare: tuple[ActLine, ...]
    others: tuple[ActLine, ...]
    blocked: tuple[ActLine, ...]
    elsewhere: tuple[ActLine, ...]


HERE = tuple(name for name in PLACES if name != "elsewhere")
"""Those of the stage a case is at."""


def offer(
    work: Work, case: Case, wanted: Collection[str] = PLACES, rows: CaseRows | None = None
) -> Offer:
    """Sort every act of the edition for the signed-in officer; none of what was given away.

    Only the `wanted` parts are filled; `rows` are those of the case where they are known.
    """
    if known.of(work, case) is not None:
        return Offer((), (), (), (), (), ())
    rows = rows or case_rows.read(work, case)
    return offers(work, [case], {case.id: rows}, wanted)[case.id]


def offers(
    work: Work,
    cases: Sequence[Case],
    rows: Mapping[int, CaseRows],
    wanted: Collection[str] = PLACES,
) -> dict[int, Offer]:
    """Sort every act of many cases for the signed-in officer, by key of the case.

    `rows` were read of the cases; it takes as many statements as one case. Only the `wanted`
    parts of an offer are filled.
    """
    answers = acts.available_in(work, cases, rows, here="elsewhere" not in wanted)
    idle = idle_acts(work, cases)
    unmet = _unmet(work, [case.id for case in cases])
    return {
        case.id: _sorted(work, case, answers[case.id], idle[case.id], unmet[case.id], wanted)
        for case in cases
    }


def _sorted(
    work: Work,
    case: Case,
    asked: Iterable[Answer],
    idle: frozenset[str],
    unmet: Collection[str],
    wanted: Collection[str],
) -> Offer:
    answers = [answer for answer in asked if _is_offered(work, case, answer)]
    edition = work.law.edition(case.edition, case.revision)
    idle = idle | _judged(answers) | _no_crime(answers)
    rare = _nobody_waits(answers, unmet)
    sorted_: dict[str, list[ActLine]] = {name: [] for name in PLACES}
    for answer in answers:
        place = _place(answer, idle, rare)
        if place in wanted:
            sorted_[place].append(_line(edition, answer))
    return Offer(**{name: tuple(lines) for name, lines in sorted_.items()})


def _place(answer: Answer, idle: Collection[str], rare: Collection[str]) -> str:
    """The part of an offer that an act belongs to."""
    kinds = {gap.kind for gap in answer.missing}
    act = answer.act.id
    quiet = answer.act.standing or act in rare or act in idle
    if kinds & {"stage", "never"}:
        return "elsewhere"
    if answer.allowed:
        return "rare" if act in rare else "standing" if quiet else "mine"
    if kinds <= {"role", act_owner.KIND}:
        return "elsewhere" if quiet else "others"
    if act_owner.KIND in kinds:
        # What is in another office's way, that office asks.
        return "elsewhere"
    # Whatever is in the way, the officer can ask why.
    return "elsewhere" if act in rare or act in idle else "blocked"


def act_of(work: Work, case: Case, act_id: str) -> Act:
    """One act of the case's edition; raises NotFound when the edition lacks it."""
    found = work.law.edition(case.edition, case.revision).acts.get(act_id)
    if found is None:
        raise NotFound("Tindakan itu tidak ada pada edisi aturan perkara ini.")
    return found


def line(work: Work, case: Case, act_id: str) -> ActLine:
    """One act of the case's edition with all that is in its way; raises NotFound."""
    act_of(work, case, act_id)
    answer = next(a for a in acts.available(work, case) if a.act.id == act_id)
    return _line(work.law.edition(case.edition, case.revision), answer)


def _line(edition: Edition, answer: Answer) -> ActLine:
    pin, to = edition.pin, answer.act.to_stage
    return ActLine(
        id=answer.act.id,
        title=labels.law_title(answer.act.title),
        label=answer.act.label,
        endpoint=endpoint_of(answer.act.id),
        roles=answer.act.roles,
        citation=answer.act.basis.citation,
        entry=f"{pin}/tindakan/{answer.act.id}",
        mark=answer.act.basis.mark.value,
        allowed=answer.allowed,
        ends=bool(to and edition.stages[to].final),
        moves=bool(to),
        gaps=tuple(
            Gap(
                gap.kind,
                gap.what,
                gap.why,
                gap.cure,
                gap.basis.citation,
                gap.basis.mark.value,
                f"{pin}/{lacking(answer.act, gap)}",
                gap.until.isoformat() if gap.until else "",
                gap.since.isoformat() if gap.since else "",
            )
            for gap in answer.missing
        ),
    )


def _judged(answers: list[Answer]) -> frozenset[str]:
    """Judging requirements waits no longer once the judgement opened a way on."""
    ways = {id_of(one) for one in kajian_awal.WAYS}
    needs = {"stage", "need"}
    open_way = any(
        answer.act.id in ways and not needs & {gap.kind for gap in answer.missing}
        for answer in answers
    )
    return frozenset({id_of(kajian_awal.assess)} if open_way else ())


def _no_crime(answers: Iterable[Answer]) -> frozenset[str]:
    """Where no crime is suspected, nobody waits for the discussions about it."""
    return frozenset(
        answer.act.id
        for answer in answers
        if answer.act.id in (id_of(discussions.first), id_of(discussions.second))
        and any(gap.wanted and gap.wanted.fact == "ada_dugaan_pidana" for gap in answer.missing)
    )


def _is_offered(work: Work, case: Case, answer: Answer) -> bool:
    """Every act but the one that begins a case."""
    start = work.law.edition(case.edition, case.revision).start_stage.id
    return start not in answer.act.from_stages


def _awaited(answer: Answer) -> bool:
    """A case that has left waits to be received, whatever limits run."""
    handover = answer.act.handover
    left = all(gap.kind != "need" for gap in answer.missing)
    return handover is not None and handover.step is Step.RECEIVE and left


def _nobody_waits(answers: Iterable[Answer], unmet: Collection[str]) -> frozenset[str]:
    """Acts of the shared page that no running limit of the case waits for."""
    return frozenset(
        answer.act.id
        for answer in answers
        if answer.act.id not in services()
        and not _awaited(answer)
        and not any(meeting.rule in unmet for meeting in answer.act.meets)
    )


def _unmet(work: Work, case_ids: Collection[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {key: set() for key in case_ids}
    rows = select(Deadline.case_id, Deadline.rule).where(
        Deadline.case_id.in_(found), Deadline.state.in_(UNMET)
    )
    for key, rule in work.session.execute(rows):
        found[key].add(rule)
    return found
