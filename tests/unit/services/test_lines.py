"""Lists follow what must be begun first, and say of open cases what the kajian says of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case, CaseLine, Office
from casework.services.acts.clarification import sessions
from casework.services.acts.review import review
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.cases import lines, slack
from casework.services.cases.listing import query
from casework.services.cases.listing.criteria import Wanted
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.invariants import lists
from tests.bureau import ARTICLE, Bureau
from tests.conftest import SettableClock

ZONE = "Asia/Jakarta"


@pytest.fixture
def bureau(app: App, clock: SettableClock) -> Bureau:
    return Bureau(app, clock)


def listed(bureau: Bureau, role: str = "coordinator", **wanted: object) -> list[int]:
    """The cases of the list as an officer sees it, in its order."""
    asked = replace(Wanted(), **wanted)  # type: ignore[arg-type]  # by name
    return bureau.read(lambda work: [row.id for row in query.page(work, asked, ZONE, 50)[0]], role)


def line(bureau: Bureau, case_id: int) -> CaseLine:
    return bureau.read(lambda work: work.session.get_one(CaseLine, case_id))


def to_clarification(bureau: Bureau, key: str) -> int:
    case = bureau.receive(key)
    bureau.register()
    return case


def under_known_notice(bureau: Bureau, case_id: int) -> None:
    """Put a case under the edition whose notice before a hearing is known: one working day."""
    with bureau.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        case = work.session.get_one(Case, case_id)
        case.edition, case.revision = "pemilu-2022", "1"
        for row in slack.running(work, case):
            row.edition, row.revision = case.edition, case.revision
        work.session.flush()
        lines.renew(work, [case])


def test_what_must_begin_first_comes_first_until_it_has_begun(bureau: Bureau) -> None:
    """Who is heard must be told before: that case cannot wait until its limit ends."""
    first = to_clarification(bureau, "laporan-1")
    other = to_clarification(bureau, "laporan-2")
    assert listed(bureau) == [first, other]
    under_known_notice(bureau, other)
    assert listed(bureau) == [other, first]
    shown = line(bureau, other)
    assert shown.due == line(bureau, first).due == line(bureau, first).urgency
    assert shown.due is not None
    assert shown.urgency < shown.due
    bureau.case_id = other
    bureau.invite()
    assert line(bureau, other).urgency == line(bureau, other).due
    assert listed(bureau) == [first, other]
    assert bureau.read(lambda work: list(lists.lines_of(work))) == []


def test_a_case_that_should_have_begun_comes_first_and_is_not_overdue(bureau: Bureau) -> None:
    case = to_clarification(bureau, "laporan-1")
    under_known_notice(bureau, case)
    bureau.clock.set(datetime.fromtimestamp(line(bureau, case).urgency + 60, UTC))
    fresh = bureau.receive("laporan-2")
    assert listed(bureau) == [case, fresh]
    assert listed(bureau, overdue=True) == []
    due = line(bureau, case).due
    assert due is not None
    bureau.clock.set(datetime.fromtimestamp(due + 60, UTC))
    assert listed(bureau, overdue=True) == [case]


def test_the_kajian_is_found_by_its_readers_only_until_the_pleno(bureau: Bureau) -> None:
    case = to_clarification(bureau, "laporan-1")
    bureau.invite()
    bureau.hear()
    assert listed(bureau, article=ARTICLE) == []
    bureau.review()
    for wanted in ({"article": ARTICLE}, {"violation_class": "hukum_lainnya"},
                   {"text": f"pasal:{ARTICLE}"}):  # fmt: skip
        for reader in ("case_officer", "coordinator", "commissioner", "chair"):
            assert listed(bureau, reader, **wanted) == [case], (reader, wanted)
        for other in ("intake_officer", "secretariat", "head_of_secretariat", "auditor"):
            assert listed(bureau, other, **wanted) == [], (other, wanted)
    bureau.decide()
    for everybody in ("intake_officer", "secretariat", "auditor", "coordinator"):
        assert listed(bureau, everybody, article=ARTICLE) == [case]


def test_a_newer_kajian_takes_the_place_of_the_older(bureau: Bureau) -> None:
    case = to_clarification(bureau, "laporan-1")
    bureau.invite()
    bureau.hear()
    bureau.act("case_officer", sessions.close)
    people = [one.id for one in bureau.parties()]
    for proposal in (Proposal("hukum_lainnya", ARTICLE), Proposal("bukan_pelanggaran")):
        kajian = Kajian("Fakta.", "Analisis.", "Simpulan.", {key: [proposal] for key in people})
        bureau.act("case_officer", review.save, kajian)
    assert listed(bureau, article=ARTICLE) == []
    assert listed(bureau, violation_class="bukan_pelanggaran") == [case]


def test_of_another_office_the_secret_is_kept_from_its_supervisor(bureau: Bureau) -> None:
    """A coordinator who supervises reads the own office's kajian, not that of an office below."""
    case = to_clarification(bureau, "laporan-1")
    bureau.invite()
    bureau.hear()
    bureau.review()
    above = bureau.read(
        lambda work: work.session.scalars(select(Office.id).where(Office.code == "00.00")).one()
    )
    roles = frozenset({"coordinator", "supervisor"})
    reader = replace(bureau.actor("coordinator"), office_id=above, roles=roles)

    def seen(wanted: Wanted) -> list[int]:
        with bureau.app.reading(reader) as work:
            return [row.id for row in query.page(work, wanted, ZONE, 50)[0]]

    assert seen(Wanted()) == [case]
    assert seen(Wanted(article=ARTICLE)) == []
    bureau.decide()
    assert seen(Wanted(article=ARTICLE)) == [case]


def test_a_suspected_crime_is_told_by_the_report(bureau: Bureau) -> None:
    case = bureau.receive("laporan-1", suspects_crime=True)
    bureau.receive("laporan-2")
    assert listed(bureau, "intake_officer", violation_class="pidana") == [case]
